import Atlas
import ArgumentParser
import Gazetteer
import JSONText
import Records
import Register

/// `sijil places`: names in any spelling or script.
struct PlacesCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "places", abstract: "Find places by name, in any spelling or script.",
    usage: "sijil places <name> ... [<options>]",
    discussion: "Candidates come best first, each with a score from 0 to 1 and the reason.")

  @Argument(help: ArgumentHelp("The name, such as \"mosul jadida\".", valueName: "name"))
  var name: [String]
  @Option(help: "How many at most.")
  var limit: Int = 10
  @Option(
    name: .customLong("as-recorded"),
    help: ArgumentHelp("Only what this store held then.", valueName: "instant"),
    transform: Parse.instant)
  var asRecorded: Instant?
  @Option(help: "table or json.")
  var format: PlainFormat = .table
  @OptionGroup var display: DisplayOptions
  @OptionGroup var store: StoreOptions

  func run(on console: Console) async throws -> ExitStatus {
    let register = try store.open()
    let atlas = try register.atlas(asRecorded: asRecorded)
    let candidates = atlas.gazetteer.candidates(
      for: name.joined(separator: " "), limit: max(1, limit), near: atlas.cityCenter)
    let table = PlaceCandidateTable(candidates: candidates, atlas: atlas)
    switch format {
    case .json:
      var writer = JSONWriter()
      table.write(into: &writer)
      writer.lineFeed()
      try console.write(writer.bytes)
    case .table:
      guard !candidates.isEmpty else {
        try console.line("no place is called that, nor anything like it")
        return .nothingMatched
      }
      let width = display.tableWidth(on: console)
      for line in table.lines(width: width, ascii: console.isASCII) { try console.line(line) }
    }
    return candidates.isEmpty ? .nothingMatched : .done
  }
}

/// A table for people or JSON for programs.
enum PlainFormat: String, CaseIterable, ExpressibleByArgument {
  case table
  case json
}
