public import Inquiry
public import Records
import SimpleFeatures
import Synchronization

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
    let order = claimOrder.ordinals(of: claims)
    let narrowed = try candidates(for: query)
    if narrowed == nil, query.envelope == nil, query.time == nil, query.asOf == nil {
      return try page(of: order, query)
    }
    var shown: [(id: ClaimID, point: RepresentativePoint?)] = []
    var matched = 0
    var passedOver = 0
    var isMore = false
    for claim in narrowed ?? order where matches(Int(claim), query) {
      let id = claims.ids[Int(claim)]
      var point: RepresentativePoint??
      if let envelope = query.envelope {
        point = try self.point(ofClaim: Int(claim))
        if let known = point ?? nil, !envelope.covers(known.position) { continue }
      }
      matched += 1
      guard query.after.map({ $0 < id }) ?? true else { continue }
      guard passedOver >= query.offset else {
        passedOver += 1
        continue
      }
      guard shown.count < max(0, query.limit) else {
        isMore = true
        continue
      }
      shown.append((id, try point ?? self.point(ofClaim: Int(claim))))
    }
    return ClaimAnswer(
      claims: shown, numberMatched: matched, next: isMore ? shown.last?.id : nil)
  }

  /// All claims match: only those of the page are looked at.
  private func page(of order: [Int32], _ query: ClaimQuery) throws -> ClaimAnswer {
    let begin = query.after.map { last in
      order.partitioningIndex { claims.ids[Int($0)] > last }
    }
    let rest = order[(begin ?? 0)...].dropFirst(max(0, query.offset))
    let shown = try rest.prefix(max(0, query.limit)).map { claim in
      (id: claims.ids[Int(claim)], point: try point(ofClaim: Int(claim)))
    }
    return ClaimAnswer(
      claims: shown, numberMatched: order.count,
      next: shown.count < rest.count ? shown.last?.id : nil)
  }

  /// Where one claim places its event.
  ///
  /// - Parameter id: The claim.
  /// - Returns: `nil` when it names no place that is known.
  /// - Throws: `TopologyError`.
  public func point(of id: ClaimID) throws -> RepresentativePoint? {
    guard let claim = claimOrder.ordinal(of: id, in: claims) else { return nil }
    return try point(ofClaim: claim)
  }

  /// Where a claim places its event: the most precise location candidate that it asserts, else the
  /// first place with an area that its words may mean.
  private func point(ofClaim claim: Int) throws -> RepresentativePoint? {
    if let candidate = claimPoints.candidate(assertedBy: claim, in: self) {
      return try point(of: candidate)
    }
    for place in claims.places[claims.placeOffsets[claim]] where areas.shapes[Int(place)] != nil {
      return try areas.point(
        of: Int(place), scale: areas.places[Int(place)].kind.locationScale,
        assertedBy: claims.ids[claim])
    }
    return nil
  }

  private func matches(_ claim: Int, _ query: ClaimQuery) -> Bool {
    guard claims.isPublic(claim, asOf: query.asOf) else { return false }
    guard let time = query.time, claims.eventStarts[claim] != ClaimColumns.noDay else {
      return true
    }
    return claims.eventStarts[claim] <= time.end?.daysSinceEpoch ?? ClaimColumns.noDay
      && time.start?.daysSinceEpoch ?? .min <= claims.eventEnds[claim]
  }

  /// The claims that the question is narrowed to, by rising identifier; `nil` for all.
  private func candidates(for query: ClaimQuery) throws -> [Int32]? {
    if let id = query.id {
      return claimOrder.ordinal(of: id, in: claims).map { [Int32(clamping: $0)] } ?? []
    }
    var chosen: Set<Int32>?
    if let id = query.incident {
      let rows = ordinal(of: id).map { incidents.claimOffsets[$0] } ?? 0..<0
      chosen = Set(incidents.claims[rows])
    }
    if let place = query.place {
      let ofPlace = try claims(of: place, asOf: query.asOf)
      chosen = chosen?.intersection(ofPlace) ?? ofPlace
    }
    return chosen?.sorted { claims.ids[Int($0)] < claims.ids[Int($1)] }
  }

  /// The claims of a place: those whose words may mean it or a place in it, and those about an
  /// incident that may lie in it: by the rule of districts where the place is one.
  private func claims(of place: PlaceID, asOf: CivilDate?) throws -> Set<Int32> {
    guard let asked = areas.ordinals[place] else { throw InquiryError.unknownPlace(place) }
    var found: Set<Int32> = []
    for claim in 0..<claims.count {
      let named = claims.places[claims.placeOffsets[claim]]
      if named.contains(where: { areas.isInside(Int($0), asked) }) {
        found.insert(Int32(clamping: claim))
      }
    }
    for incident in try incidents(of: place, asked, asOf: asOf) {
      found.formUnion(incidents.claims[incidents.claimOffsets[incident]])
    }
    return found
  }

  private func incidents(of place: PlaceID, _ asked: Int, asOf: CivilDate?) throws -> [Int] {
    if areas.isDistrict(asked) {
      return try incidents(inDistrict: place, asOf: asOf).compactMap { ordinal(of: $0.incident) }
    }
    guard areas.shapes[asked] != nil else { return [] }
    var query = IncidentQuery()
    query.area = .place(place)
    query.asOf = asOf
    var answer = Answer(begin: 0, limit: .max)
    try survey(IncidentFilter(query, of: self), &answer)
    return answer.matching.page().ordinals.map(Int.init)
  }
}

/// Which location candidate stands for each claim, worked out on the first question for claims.
final class ClaimPoints: Sendable {
  private let known = Mutex<[Int32: Int32]?>(nil)

  /// The most precise placed candidate that a claim asserts.
  func candidate(assertedBy claim: Int, in atlas: Atlas) -> Int? {
    known.withLock { known in
      let table = known ?? Self.table(of: atlas)
      known = table
      return table[Int32(clamping: claim)].map(Int.init)
    }
  }

  private static func table(of atlas: Atlas) -> [Int32: Int32] {
    let candidates = atlas.incidents.candidates
    var table: [Int32: Int32] = [:]
    for candidate in 0..<candidates.count {
      let claim = candidates.asserters[candidate]
      guard claim >= 0, let shape = atlas.shape(of: candidate) else { continue }
      if let known = table[claim].flatMap({ atlas.shape(of: Int($0)) }),
        known.reachMeters <= shape.reachMeters
      {
        continue
      }
      table[claim] = Int32(clamping: candidate)
    }
    return table
  }
}

extension PlaceKind {
  /// How large a place of the kind is as a location.
  var locationScale: LocationScale {
    switch self {
    case .country: .country
    case .governorate: .governorate
    case .subdistrict: .subdistrict
    case .city: .city
    case .area, .river: .cityPart
    case .town: .town
    case .village, .locality: .village
    case .district, .mahalla, .neighbourhood: .neighbourhood
    case .street: .street
    case .bridge, .mosque, .hospital, .school, .university, .airport, .station, .museum, .shrine,
      .castle, .archaeologicalSite, .militaryBase, .dam, .campus, .other:
      .landmark
    }
  }
}
