import Atlas
import Gazetteer
import Inquiry
import Ledger
public import Records

extension Register {
  /// The place of a claim in its own words, and what it may mean.
  ///
  /// - Parameters:
  ///   - id: The claim.
  ///   - limit: How many candidates at most.
  ///   - asRecorded: Only what was held then.
  /// - Returns: `nil` when the claim is unknown.
  /// - Throws: `InquiryError.beforeFirstRecord`; `LedgerError`.
  public func statedPlace(
    of id: ClaimID, limit: Int = 10, asRecorded: Instant? = nil
  ) throws -> StatedPlace? {
    let atlas = try atlas(asRecorded: asRecorded)
    let snapshot = try ledger.snapshot(sequence: atlas.version.sequence)
    guard let claim = try snapshot.claim(id) else { return nil }
    let locations = try Self.locations(assertedBy: claim, in: snapshot)
    let words =
      claim.placeAsStated
      ?? locations.first(where: \.wantsPlace)?.location.placeAsStated
      ?? locations.compactMap(\.location.placeAsStated).first
    let candidates = words.map {
      atlas.gazetteer.candidates(for: $0, limit: limit, near: atlas.cityCenter)
    }
    return StatedPlace(
      claim: claim, claimant: try snapshot.source(claim.claimant), words: words,
      candidates: candidates ?? [], locations: locations)
  }

  /// Records which places a claim's words mean, and publishes the new state.
  ///
  /// The claim's new version names them as certain; the old version stays in the history. With one
  /// place chosen, a location that the claim asserts in the same words and without a place gets it
  /// too, in the same entry.
  ///
  /// - Parameter choice: The claim, the places, by whom and why.
  /// - Returns: What changed.
  /// - Throws: ``PlaceChoiceError``; `LedgerError`; nothing is stored then.
  @discardableResult
  public func record(_ choice: PlaceChoice) throws -> PlaceChoiceOutcome {
    guard !choice.places.isEmpty else { throw PlaceChoiceError.noPlace }
    guard choice.reason.contains(where: { !$0.isWhitespace }) else {
      throw PlaceChoiceError.noReason
    }
    var outcome: Change?
    let receipt = try ledger.append(
      author: choice.author, reason: choice.reason, recordedAt: choice.recordedAt
    ) { appender in
      // Read here, where nobody else writes: a choice must not undo another's change.
      let change = try Change(choice, in: ledger.snapshot())
      for incident in change.incidents { try appender.insert(incident, policy: .replace) }
      try appender.insert(change.claim, policy: .replace)
      outcome = change
    }
    if receipt.entry != nil { try publish() }
    return PlaceChoiceOutcome(
      entry: receipt.entry, before: outcome?.before ?? [], placed: outcome?.placed ?? [],
      left: outcome?.left ?? [])
  }

  /// The locations that a claim asserts, of the incidents that it speaks of.
  private static func locations(
    assertedBy claim: Claim, in snapshot: LedgerSnapshot
  ) throws -> [AssertedLocation] {
    try claim.incidents.flatMap { membership in
      try (snapshot.incident(membership.incident)?.locations ?? [])
        .filter { $0.assertedBy == claim.id }
        .map { AssertedLocation(incident: membership.incident, location: $0) }
    }
  }
}

/// The new versions of records that a choice asks for.
private struct Change {
  let claim: Claim
  let incidents: [Incident]
  let before: [PlaceCandidate]
  let placed: [AssertedLocation]
  let left: [AssertedLocation]

  init(_ choice: PlaceChoice, in snapshot: LedgerSnapshot) throws {
    guard var claim = try snapshot.claim(choice.claim) else {
      throw PlaceChoiceError.unknownClaim(choice.claim)
    }
    for place in choice.places where try snapshot.place(place) == nil {
      throw PlaceChoiceError.unknownPlace(place)
    }
    before = claim.placeCandidates
    var chosen: Set<PlaceID> = []
    claim.placeCandidates = choice.places.filter { chosen.insert($0).inserted }
      .map { PlaceCandidate(place: $0, certainty: .certain) }
    var incidents: [Incident] = []
    var placed: [AssertedLocation] = []
    var left: [AssertedLocation] = []
    for membership in claim.incidents {
      guard let incident = try snapshot.incident(membership.incident) else { continue }
      let result = Self.place(incident, claim: claim)
      placed += result.placed
      left += result.left
      if !result.placed.isEmpty { incidents.append(result.incident) }
    }
    self.claim = claim
    self.incidents = incidents
    self.placed = placed
    self.left = left
  }

  /// Gives the chosen place to the locations that mean it: those in the claim's own words, or the
  /// only one that the claim asserts.
  private static func place(
    _ incident: Incident, claim: Claim
  ) -> (incident: Incident, placed: [AssertedLocation], left: [AssertedLocation]) {
    var incident = incident
    var placed: [AssertedLocation] = []
    var left: [AssertedLocation] = []
    let own = incident.locations.indices.filter { incident.locations[$0].assertedBy == claim.id }
    for index in own {
      let location = AssertedLocation(incident: incident.id, location: incident.locations[index])
      guard location.wantsPlace else { continue }
      let isMeant = own.count == 1 || location.location.placeAsStated == claim.placeAsStated
      if isMeant, claim.placeCandidates.count == 1, let only = claim.placeCandidates.first {
        incident.locations[index].extent = .place(only.place)
        placed.append(
          AssertedLocation(incident: incident.id, location: incident.locations[index]))
      } else {
        left.append(location)
      }
    }
    return (incident, placed, left)
  }
}
