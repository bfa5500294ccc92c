public import ArgumentParser
public import QueryLanguage

/// `sijil filter`: the features of any GeoJSON stream that match.
struct FilterCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "filter", abstract: "Let the features through that match, of any GeoJSON stream.",
    discussion: """
      Reads a FeatureCollection, features line by line, or a text sequence (RFC 8142), of any size, \
      and writes what matches in the same form, each feature byte for byte. No store is needed.

      A name in the filter is a property of the feature; 'geometry' and 'id' are the feature's own. \
      What a feature does not have is unknown there, and an unknown answer lets nothing through.

      Exits with 1 when nothing matched.
      """)

  @Argument(help: ArgumentHelp("The file; - is standard input.", valueName: "file"))
  var file = "-"
  @Option(help: ArgumentHelp("What to let through, in CQL2.", valueName: "expression"))
  var filter: String
  @Option(help: "cql2-text, cql2-json or cql-text.")
  var filterLang: FilterLanguage = .cql2Text

  func run(on console: Console) async throws -> ExitStatus {
    let sought: StreamFilter
    do {
      sought = try StreamFilter(ParsedFilter(Array(filter.utf8), language: filterLang))
    } catch {
      console.note("sijil: \(error)")
      if let caret = error.caret(in: Array(filter.utf8)) { console.noteLines(caret) }
      return .usage
    }
    var sieve = FeatureSieve(sought)
    try sieve.run(from: InputBytes(file), to: console)
    return sieve.matched == 0 ? .nothingMatched : .done
  }
}

extension FilterLanguage: ExpressibleByArgument {}
