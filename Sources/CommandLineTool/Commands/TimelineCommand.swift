import ArgumentParser
import Assessment
import Inquiry
import Interchange
import JSONText
import Records

/// `sijil timeline`: how range and grade of one incident moved.
struct TimelineCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "timeline", abstract: "Show how range and grade of one incident moved.",
    usage: "sijil timeline <id> [<options>]",
    discussion: """
      A chart of the range by one method, day by day of publication, then what each day \
      brought: its claims, what they replaced, what changed and because of which of them. Claims \
      without a date stand last; with --as-of they are left out, and so is every later day.
      """)

  @Argument(help: ArgumentHelp("The incident, such as CI550.", valueName: "id"))
  var id: String
  @OptionGroup var day: AsOfOptions
  @OptionGroup var whatIf: ClaimOptions
  @Option(
    help: "Whose rule: airwars, ibc, ucdp, acled or constraint.", transform: Parse.code)
  var method: Method = .airwars
  @Option(help: "table or json.")
  var format: PlainFormat = .table
  @OptionGroup var display: DisplayOptions
  @OptionGroup var recorded: RecordedOptions

  func run(on console: Console) async throws -> ExitStatus {
    let found = try await recorded.incidentCase(id, asOf: day.asOf, keeping: whatIf.claims)
    let timeline = Timeline(found.inPlay, method: method)
    switch format {
    case .json:
      var writer = JSONWriter(reserving: 32_768)
      writer.timeline(timeline, of: found)
      try console.write(writer.takeBytes() + [0x0A])
    case .table:
      let style = TimelineText.Style(
        width: max(60, display.tableWidth(on: console) ?? 100), ascii: console.isASCII,
        depth: display.colourDepth(on: console))
      try console.write(TimelineText(timeline, of: found, style: style).bytes)
    }
    return .done
  }
}
