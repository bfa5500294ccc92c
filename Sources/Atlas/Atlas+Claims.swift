public import Inquiry
public import Records
import SimpleFeatures

extension Atlas {
  /// The claims that match a question, by identifier: the records themselves are the ledger's.
  public struct ClaimAnswer: Sendable {
    /// The claims of this page in the order of identifiers, with where each places its event.
    public let claims: [(id: ClaimID, point: RepresentativePoint?)]
    /// How many match in all.
    public let numberMatched: Int
    /// The last claim of this page when more follow.
    public let next: ClaimID?
  }

  /// Answers a question for claims.
  ///
  /// - Parameter query: The question.
  /// - Returns: A page of identifiers.
  /// - Throws: `InquiryError` when the place asked about has no area.
  /// - Complexity: O(*n* log *n*), *n* claims that match.
  public func claims(_ query: ClaimQuery) throws -> ClaimAnswer {
    var chosen = try candidates(for: query)
    chosen.removeAll { !matches($0, query) }
    chosen.sort { claims.ids[$0] < claims.ids[$1] }
    let points = ClaimPoints(self)
    if let envelope = query.envelope {
      chosen = try chosen.filter { claim in
        try points.point(of: claim).map { envelope.covers($0.position) } ?? true
      }
    }
    let begin = query.after.map { last in
      chosen.partitioningIndex { claims.ids[$0] > last }
    }
    let rest = chosen[(begin ?? 0)...]
    let shown = rest.prefix(max(0, query.limit))
    return ClaimAnswer(
      claims: try shown.map { (claims.ids[$0], try points.point(of: $0)) },
      numberMatched: chosen.count,
      next: shown.count < rest.count ? shown.last.map { claims.ids[$0] } : nil)
  }

  /// Where one claim places its event.
  ///
  /// - Parameter id: The claim.
  /// - Returns: `nil` when it names no place that is known.
  /// - Throws: `TopologyError`.
  public func point(of id: ClaimID) throws -> RepresentativePoint? {
    guard let claim = claims.ids.firstIndex(of: id) else { return nil }
    return try ClaimPoints(self).point(of: claim)
  }

  private func matches(_ claim: Int, _ query: ClaimQuery) -> Bool {
    if let id = query.id, claims.ids[claim] != id { return false }
    guard claims.isPublic(claim, asOf: query.asOf) else { return false }
    guard let time = query.time, claims.eventStarts[claim] != ClaimColumns.noDay else {
      return true
    }
    return claims.eventStarts[claim] <= time.end?.daysSinceEpoch ?? ClaimColumns.noDay
      && time.start?.daysSinceEpoch ?? .min <= claims.eventEnds[claim]
  }

  /// The claims that an incident or a place narrows the question to.
  private func candidates(for query: ClaimQuery) throws -> [Int] {
    var chosen: Set<Int>?
    if let id = query.incident {
      let rows = ordinal(of: id).map { incidents.claimOffsets[$0] } ?? 0..<0
      chosen = Set(rows.map { Int(incidents.claims[$0]) })
    }
    if let place = query.place {
      let ofPlace = try claims(of: place, asOf: query.asOf)
      chosen = chosen?.intersection(ofPlace) ?? ofPlace
    }
    return chosen.map(Array.init) ?? Array(0..<claims.count)
  }

  /// The claims of a place: those whose words may mean it or a place in it, and those about an
  /// incident that lies in it by the rule of districts.
  private func claims(of place: PlaceID, asOf: CivilDate?) throws -> Set<Int> {
    guard areas.ordinals[place] != nil else { throw InquiryError.unknownPlace(place) }
    var found: Set<Int> = []
    for claim in 0..<claims.count {
      let named = claims.places[claims.placeOffsets[claim]]
      if named.contains(where: { isInside(Int($0), place: place) }) { found.insert(claim) }
    }
    for (incident, _) in try incidents(inDistrict: place, asOf: asOf) {
      guard let ordinal = ordinal(of: incident) else { continue }
      for row in incidents.claimOffsets[ordinal] { found.insert(Int(incidents.claims[row])) }
    }
    return found
  }
}

/// Where claims place their events: the location candidates they assert, else the places that
/// their words may mean.
struct ClaimPoints {
  private let atlas: Atlas
  private let asserted: [Int32: Int]

  init(_ atlas: Atlas) {
    self.atlas = atlas
    var asserted: [Int32: Int] = [:]
    for candidate in atlas.incidents.candidates.indices {
      guard let claim = atlas.incidents.candidates[candidate].assertedBy,
        let shape = atlas.shape(of: candidate)
      else { continue }
      if let known = asserted[claim], let other = atlas.shape(of: known),
        other.reachMeters <= shape.reachMeters
      {
        continue
      }
      asserted[claim] = candidate
    }
    self.asserted = asserted
  }

  func point(of claim: Int) throws -> RepresentativePoint? {
    if let candidate = asserted[Int32(claim)] { return try atlas.point(of: candidate) }
    return nil
  }
}
