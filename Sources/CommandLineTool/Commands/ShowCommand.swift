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
      When, where by whose word, the range with the claims behind each end, then every claim with \
      its relay chain, clocks and figures; denials stand under what they deny.
      """)

  @Argument(help: ArgumentHelp("The incident, such as CI550.", valueName: "id"))
  var id: String
  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp("Only what had been published by the end of this day.", valueName: "date"),
    transform: Parse.day)
  var asOf: CivilDate?
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
    guard let incident = IncidentID(id),
      let dossier = try await register.dossier(incident, asOf: asOf, asRecorded: asRecorded)
    else {
      console.note("sijil: \(CommandError.unknownIncident(id))")
      return .nothingMatched
    }
    switch format {
    case .json:
      var writer = JSONWriter(reserving: 16_384)
      writer.dossier(dossier)
      try console.write(writer.takeBytes() + [0x0A])
    case .table:
      try DossierText(dossier, width: display.tableWidth(on: console) ?? 100).write(to: console)
    }
    return .done
  }
}
