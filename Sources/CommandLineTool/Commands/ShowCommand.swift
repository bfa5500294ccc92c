import ArgumentParser
import Inquiry
import Interchange
import JSONText
import Records
import Register

/// `sijil show`: the dossier of one incident.
struct ShowCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show everything known about one incident.",
    usage: "sijil show <id> [<options>]",
    discussion: """
      A summary; where by whose word; the range by five methods, every number with its claims and \
      its rule; the grade with the claims that triggered it; running totals that fell; origins; \
      totals with linked incidents; then every claim with its relay chain, clocks and figures, \
      denials under what they deny.
      """)

  @Argument(help: ArgumentHelp("The incident, such as CI550.", valueName: "id"))
  var id: String
  @OptionGroup var day: AsOfOptions
  @OptionGroup var whatIf: ClaimOptions
  @Option(help: "table or json.")
  var format: PlainFormat = .table
  @OptionGroup var display: DisplayOptions
  @OptionGroup var recorded: RecordedOptions

  func run(on console: Console) async throws -> ExitStatus {
    let found = try await recorded.incidentCase(
      id, asOf: day.asOf, keeping: whatIf.claims, withNeighbours: true)
    let explanation = IncidentExplanation(found)
    switch format {
    case .json:
      var writer = JSONWriter(reserving: 65_536)
      writer.dossier(found.dossier, explanation: explanation)
      try console.write(writer.takeBytes() + [0x0A])
    case .table:
      try DossierText(explanation, width: display.tableWidth(on: console) ?? 100).write(to: console)
    }
    return .done
  }
}
