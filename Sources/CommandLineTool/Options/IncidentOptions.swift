import ArgumentParser
import Inquiry
import Records
import Register

/// The state of the store that a question about one incident is put to.
struct RecordedOptions: ParsableArguments {
  @Option(
    name: .customLong("as-recorded"),
    help: ArgumentHelp("Only what this store held then.", valueName: "instant"),
    transform: Parse.instant)
  var asRecorded: Instant?
  @OptionGroup var store: StoreOptions

  /// The claims about an incident.
  ///
  /// - Throws: ``CommandError/unknownIncident(_:)`` and ``CommandError/noClaimMatches(_:)``, which
  ///   end a command with the code for an answer that is empty.
  func incidentCase(
    _ text: String, asOf: CivilDate?, keeping pattern: ClaimPattern?, withNeighbours: Bool = false
  ) async throws -> IncidentCase {
    try await store.open().incidentCase(
      text, asOf: asOf, asRecorded: asRecorded, keeping: pattern, withNeighbours: withNeighbours)
  }
}

extension Register {
  /// The claims about an incident that a person named.
  ///
  /// - Throws: ``CommandError/unknownIncident(_:)`` and ``CommandError/noClaimMatches(_:)``.
  func incidentCase(
    _ text: String, asOf: CivilDate?, asRecorded: Instant?, keeping pattern: ClaimPattern?,
    withNeighbours: Bool = false
  ) async throws -> IncidentCase {
    do {
      guard let id = IncidentID(text),
        let found = try await incidentCase(
          id, asOf: asOf, asRecorded: asRecorded, keeping: pattern, withNeighbours: withNeighbours)
      else { throw CommandError.unknownIncident(text) }
      return found
    } catch InquiryError.noClaimMatches(let pattern, let incident) {
      throw CommandError.noClaimMatches(pattern: pattern.text, incident: incident.text)
    }
  }
}

/// A what-if: as if only some claims existed.
struct ClaimOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "As if only these claims existed: identifiers, * and ? allowed, such as 'S*,L01'.",
      valueName: "pattern"),
    transform: Parse.claims)
  var claims: ClaimPattern?
}

/// The day that a question is put as of.
struct AsOfOptions: ParsableArguments {
  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp("Only what had been published by the end of this day.", valueName: "date"),
    transform: Parse.day)
  var asOf: CivilDate?
}
