import ArgumentParser
import Inquiry
import Interchange
import Records
import Register

/// `sijil diff`: what changed between two dates, and why.
struct DiffCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Show which incidents and figures changed between two dates, and why.",
    discussion: """
      --from and --to compare what had been published by the end of two days; --recorded-from and \
      --recorded-to compare what this store held at two moments. Every change names the claims that \
      made it.

      Exits with 1 when nothing changed.
      """)

  @Option(
    help: ArgumentHelp("Published by the end of this day.", valueName: "date"),
    transform: Parse.day)
  var from: CivilDate?
  @Option(
    help: ArgumentHelp("Published by the end of this later day.", valueName: "date"),
    transform: Parse.day)
  var to: CivilDate?
  @Option(
    help: ArgumentHelp("What this store held then.", valueName: "instant"),
    transform: Parse.instant)
  var recordedFrom: Instant?
  @Option(
    help: ArgumentHelp("What this store held at this later moment.", valueName: "instant"),
    transform: Parse.instant)
  var recordedTo: Instant?
  @Option(
    name: .customLong("in"),
    help: ArgumentHelp("Inside a place, by any of its names or its id.", valueName: "place"))
  var place: String?
  @Option(help: ArgumentHelp("Inside a box of longitudes and latitudes.", valueName: "W,S,E,N"))
  var bbox: String?
  @Option(help: "What counts as inside: certain or possible.", transform: Parse.code)
  var match: Match = .possible
  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp(
      "With --recorded-from: only what had been published by the end of this day.",
      valueName: "date"),
    transform: Parse.day)
  var asOf: CivilDate?
  @Option(
    name: .customLong("as-recorded"),
    help: ArgumentHelp("With --from: only what this store held then.", valueName: "instant"),
    transform: Parse.instant)
  var asRecorded: Instant?
  @Option(help: "table or json.")
  var format: PlainFormat = .table
  @OptionGroup var display: DisplayOptions
  @OptionGroup var store: StoreOptions

  func validate() throws {
    guard (from == nil) == (to == nil), (recordedFrom == nil) == (recordedTo == nil),
      (from == nil) != (recordedFrom == nil)
    else {
      throw ValidationError("give --from and --to, or --recorded-from and --recorded-to")
    }
    if let from, let to, to < from { throw ValidationError("--to lies before --from") }
    if let recordedFrom, let recordedTo, recordedTo < recordedFrom {
      throw ValidationError("--recorded-to lies before --recorded-from")
    }
    guard from == nil || asOf == nil, recordedFrom == nil || asRecorded == nil else {
      throw ValidationError(
        "--as-of goes with --recorded-from, --as-recorded with --from: the other is compared")
    }
    guard place == nil || bbox == nil else { throw ValidationError("use one of --in and --bbox") }
  }

  func run(on console: Console) async throws -> ExitStatus {
    let register = try store.open()
    let report = try await register.changes(ChangeQuery(try incidents(on: register), over: span()))
    switch format {
    case .table:
      let text = ChangeText(report)
      let width = display.tableWidth(on: console)
      for line in text.lines(width: width, ascii: console.isASCII) { try console.line(line) }
    case .json:
      try console.write(ChangeDocument.bytes(of: report))
      try console.write([0x0A])
    }
    return report.changes.isEmpty ? .nothingMatched : .done
  }

  private func span() throws -> ChangeSpan {
    if let from, let to { return .published(from: from, to: to) }
    guard let recordedFrom, let recordedTo else {
      throw ValidationError("give --from and --to, or --recorded-from and --recorded-to")
    }
    return .recorded(from: recordedFrom, to: recordedTo, asOf: asOf)
  }

  private func incidents(on register: Register) throws -> IncidentQuery {
    var query = IncidentQuery()
    query.match = match
    query.asRecorded = asRecorded
    if let place {
      let atlas = try register.atlas(asRecorded: asRecorded ?? recordedTo)
      query.area = .place(try PlaceName(place).place(on: atlas))
    }
    if let bbox { query.area = .envelope(try Parse.envelope(bbox)) }
    return query
  }
}
