import ArgumentParser
import Assessment
import Inquiry
import Interchange
import Records
import Register

/// `sijil summary`: totals in a table, never collapsed.
struct SummaryCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "summary",
    abstract: "Add up the incidents that match, by district, month, party or grade.",
    discussion: """
      Every incident stands in one row. Ranges stay ranges, an absent figure is unknown and not \
      zero, and incidents that may be one event are added up both ways: merge | split. The chart \
      draws each row's incidents over the months, all rows on one scale, and the span of people \
      killed.

      Exits with 1 when nothing matched.
      """)

  @Option(
    help: ArgumentHelp(
      "What the rows are: \(SummaryDimension.codes.joined(separator: ", ")).",
      valueName: "dimension"),
    transform: Parse.code)
  var by: SummaryDimension
  @OptionGroup var options: QueryOptions
  @Option(
    help: ArgumentHelp(
      "Whose ranges are added up: \(Method.codes.joined(separator: ", ")) (default: airwars).",
      valueName: "method"),
    transform: Parse.code)
  var method: Method = .airwars
  @Option(help: "table, chart, json or csv.")
  var format: SummaryFormat = .table
  @OptionGroup var display: DisplayOptions
  @OptionGroup var store: StoreOptions

  func run(on console: Console) async throws -> ExitStatus {
    let register = try store.open()
    let query = SummaryQuery(try options.query(on: register), by: by, method: method)
    let summary = try await register.summary(query)
    switch format {
    case .table:
      try SummaryText(summary).write(to: console, width: display.tableWidth(on: console))
    case .chart:
      let chart = try await SummaryChart(
        summary, on: register, width: display.chartWidth(on: console),
        capabilities: display.chartCapabilities(on: console))
      try console.write(chart.bytes)
    case .json:
      try console.write(SummaryDocument.bytes(of: summary))
      try console.write([0x0A])
    case .csv: try console.write(SummaryTable.bytes(of: summary))
    }
    return summary.numberMatched == 0 ? .nothingMatched : .done
  }
}

/// A table or a chart for people, JSON or CSV for programs.
enum SummaryFormat: String, CaseIterable, ExpressibleByArgument {
  case table
  case chart
  case json
  case csv
}
