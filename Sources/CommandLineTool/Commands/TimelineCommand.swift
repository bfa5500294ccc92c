import ArgumentParser
import Assessment
import Inquiry
import Interchange
import JSONText
import Records
import Register

/// `sijil timeline`: how range and grade of one incident moved.
struct TimelineCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "timeline", abstract: "Show how range and grade of one incident moved.",
    usage: "sijil timeline [<id>] [<options>]",
    discussion: """
      A chart of the range by one method, day by day of publication, then what each day \
      brought: its claims, what they replaced, what changed and because of which of them. Claims \
      without a date stand last; with --as-of they are left out, and so is every later day.

      Without an id: the incidents that match by month, then by district with a line of their \
      months each.
      """)

  @Argument(help: ArgumentHelp("The incident, such as CI550 (default: all).", valueName: "id"))
  var id: String?
  @OptionGroup var whatIf: ClaimOptions
  @Option(
    help: "Whose rule: airwars, ibc, ucdp, acled or constraint.", transform: Parse.code)
  var method: Method = .airwars
  @Option(help: "table or json.")
  var format: PlainFormat = .table
  @OptionGroup var options: QueryOptions
  @OptionGroup var display: DisplayOptions
  @OptionGroup var store: StoreOptions

  func validate() throws {
    if id != nil, options.isNarrowed {
      throw ValidationError("one incident, or a question about many: leave out the id or the rest")
    }
    if id == nil, whatIf.claims != nil {
      throw ValidationError("--claims is about one incident: name it")
    }
  }

  func run(on console: Console) async throws -> ExitStatus {
    let register = try store.open()
    guard let id else { return try await drawAll(on: register, to: console) }
    let found = try await register.incidentCase(
      id, asOf: options.asOf, asRecorded: options.asRecorded, keeping: whatIf.claims)
    let timeline = Timeline(found.inPlay, method: method)
    switch format {
    case .json:
      var writer = JSONWriter(reserving: 32_768)
      writer.timeline(timeline, of: found)
      try console.write(writer.takeBytes() + [0x0A])
    case .table:
      let style = TimelineText.Style(
        width: display.chartWidth(on: console), ascii: console.isASCII,
        depth: display.colourDepth(on: console))
      try console.write(TimelineText(timeline, of: found, style: style).bytes)
    }
    return .done
  }

  /// The months, then the districts over the months.
  private func drawAll(on register: Register, to console: Console) async throws -> ExitStatus {
    let query = try options.query(on: register)
    let months = try await register.summary(SummaryQuery(query, by: .month, method: method))
    if format == .json {
      try console.write(SummaryDocument.bytes(of: months) + [0x0A])
      return months.numberMatched == 0 ? .nothingMatched : .done
    }
    let districts = try await register.summary(SummaryQuery(query, by: .district, method: method))
    for summary in [months, districts] {
      let chart = SummaryChart(
        summary, months: months, width: display.chartWidth(on: console),
        capabilities: display.chartCapabilities(on: console))
      if summary.query.dimension != .month { try console.line() }
      try console.write(chart.bytes)
    }
    return months.numberMatched == 0 ? .nothingMatched : .done
  }
}
