import ArgumentParser
import Inquiry
import Interchange
import JSONText
import Records
import Register

/// `sijil query`: the incidents that match, as a table or as data.
struct QueryCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "query", abstract: "List the incidents that match a question.",
    discussion: """
      Inside an area an incident is certain when everything its claims allow lies inside, possible \
      when some of it does. Incidents without a usable place are left out and counted.

      Exits with 1 when nothing matched.
      """)

  @OptionGroup var options: QueryOptions
  @Option(help: "How many at most.")
  var limit: Int = 100
  @Option(help: ArgumentHelp("Go on after a page: the cursor it ended with.", valueName: "text"))
  var cursor: String?
  @Option(help: "table, geojson, geojsonseq, csv, json or kml.")
  var format: AnswerFormat = .table
  @OptionGroup var display: DisplayOptions
  @OptionGroup var store: StoreOptions

  func validate() throws {
    guard (0...1_000_000).contains(limit) else {
      throw ValidationError("--limit must be 0 to 1000000")
    }
  }

  func run(on console: Console) async throws -> ExitStatus {
    let register = try store.open()
    var query = try options.query(on: register)
    query.limit = limit
    query.cursor = try cursor.map { text in
      guard let cursor = PageCursor(text: text) else {
        throw ValidationError("'\(text)' is no cursor of an earlier page")
      }
      return cursor
    }
    let page = try await register.page(query)
    switch format.export {
    case nil: try QueryTable(page).write(to: console, width: display.tableWidth(on: console))
    case let export?: try ExportStream(export).write(IncidentAnswer(page), to: console)
    }
    return page.numberMatched == 0 ? .nothingMatched : .done
  }
}

/// The forms an answer takes.
enum AnswerFormat: String, CaseIterable, ExpressibleByArgument {
  case table
  case geojson
  case geojsonseq
  case csv
  case json
  case kml

  /// The export format, or `nil` for the table.
  var export: ExportFormat? { ExportFormat(rawValue: rawValue) }
}
