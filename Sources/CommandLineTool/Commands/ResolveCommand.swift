import ArgumentParser
import Ledger
import Records
import Register

/// `sijil resolve`: what a claim's place means, and the choice of it.
struct ResolveCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "resolve",
    abstract: "Show what a claim's place may mean, or record which place is meant.",
    usage: "sijil resolve <claim> [--place <id> --reason <text>] [<options>]",
    discussion: """
      Without --place the places that the claim's words may mean are listed, best first. With it the \
      choice becomes an entry of the ledger, with its author and reason; the claim's earlier \
      version stays in the history and --as-recorded shows it. A location that the claim asserts \
      in the same words and without a place gets the place too.

      Exits with 1 when the words may mean nothing known.
      """)

  @Argument(help: ArgumentHelp("The claim, such as S33.", valueName: "claim"))
  var claim: String
  @Option(
    help: ArgumentHelp("The place that is meant, by its id (repeatable).", valueName: "id"))
  var place: [String] = []
  @Option(help: ArgumentHelp("Why, for the ledger.", valueName: "text"))
  var reason: String?
  @Option(
    help: ArgumentHelp("Who chooses (default: $SIJIL_AUTHOR, else the user).", valueName: "name"))
  var author: String?
  @Option(help: "How many candidates at most.")
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

  func validate() throws {
    if !place.isEmpty, reason == nil {
      throw ValidationError("a choice is recorded with its reason: give one with --reason")
    }
    if place.isEmpty, reason != nil || author != nil {
      throw ValidationError("--reason and --author belong to a choice: name a place with --place")
    }
    if !place.isEmpty, asRecorded != nil {
      throw ValidationError("the past cannot be chosen: leave out --place or --as-recorded")
    }
  }

  func run(on console: Console) async throws -> ExitStatus {
    guard let id = ClaimID(claim) else { return unknown(on: console) }
    return place.isEmpty ? try list(id, on: console) : try choose(for: id, on: console)
  }

  private func list(_ id: ClaimID, on console: Console) throws -> ExitStatus {
    let register = try store.open()
    guard
      let stated = try register.statedPlace(
        of: id, limit: max(1, limit), asRecorded: asRecorded)
    else { return unknown(on: console) }
    let text = StatedPlaceText(stated, atlas: try register.atlas(asRecorded: asRecorded))
    switch format {
    case .table:
      let width = display.tableWidth(on: console)
      for line in text.lines(width: width, ascii: console.isASCII) { try console.line(line) }
    case .json: try console.write(text.json)
    }
    return stated.candidates.isEmpty ? .nothingMatched : .done
  }

  private func choose(for id: ClaimID, on console: Console) throws -> ExitStatus {
    let places = try place.map { text in
      guard let place = PlaceID(text) else { throw ValidationError("'\(text)' is no place's id") }
      return place
    }
    let register = try store.open(.readWrite)
    defer { register.ledger.close() }
    let outcome = try register.record(
      PlaceChoice(
        claim: id, places: places, author: author ?? Author.current, reason: reason ?? "",
        recordedAt: Clock.now()))
    for line in PlaceChoiceText(id, places, outcome, atlas: register.atlas).lines {
      try console.line(line)
    }
    return .done
  }

  private func unknown(on console: Console) -> ExitStatus {
    let words = ClaimID(claim).map { PlaceChoiceError.unknownClaim($0).description }
    console.note("sijil: \(words ?? "'\(claim)' is no claim's id")")
    return .nothingMatched
  }
}
