import Inquiry
import Records
import SimpleFeatures
import Topology

// Certain, possible, excluded: docs/methodology.md, "Certainty of place".
extension Atlas {
  /// How an incident lies to an area, without the share.
  ///
  /// - Parameters:
  ///   - incident: Its ordinal.
  ///   - test: The area.
  ///   - asOf: Only candidates asserted by then.
  /// - Returns: `certain` when every candidate's area is covered, `possible` when one is met.
  /// - Throws: `TopologyError`.
  func certainty(
    of incident: Int, in test: AreaTest, asOf: CivilDate?
  ) throws -> Placement.Certainty {
    var isPlaced = false
    var allCovered = true
    var anyMet = false
    for candidate in incidents.candidateOffsets[incident] where isKnown(candidate, asOf: asOf) {
      guard let relation = try relation(of: candidate, to: test) else { continue }
      isPlaced = true
      if relation != .disjoint { anyMet = true }
      if relation != .covered { allCovered = false }
      if anyMet && !allCovered { return .possible }
    }
    return isPlaced ? allCovered ? .certain : .excluded : .unplaced
  }

  /// How one candidate lies to an area; `nil` when it has no area of its own.
  ///
  /// A candidate that names the very place asked about, or one inside it, is covered by the words
  /// alone: a computed cell on the way must not put that in doubt.
  func relation(of candidate: Int, to test: AreaTest) throws -> AreaRelation? {
    let radius = incidents.candidates.discs[candidate].radiusMeters
    if radius >= 0 {
      return try test.shape.relation(
        ofDiscAt: incidents.candidates.discs[candidate].center, radiusMeters: radius,
        box: incidents.candidates.discs[candidate].box)
    }
    let place = incidents.candidates.places[candidate]
    guard place >= 0, areas.shapes[Int(place)] != nil else { return nil }
    return try test.relation(ofPlace: place, in: areas)
  }

  /// How an incident lies to an area, with the share and what decides it.
  ///
  /// - Parameters:
  ///   - incident: Its ordinal.
  ///   - test: The area.
  ///   - asOf: Only candidates asserted by then.
  ///   - asserter: The claim that asserts its point, where it is at hand.
  /// - Returns: The placement.
  /// - Throws: `TopologyError`.
  func placement(
    of incident: Int, in test: AreaTest, asOf: CivilDate?, pointAssertedBy asserter: ClaimID? = nil
  ) throws -> Placement {
    let rows = incidents.candidateOffsets[incident]
    if rows.count == 1, isKnown(rows.lowerBound, asOf: asOf),
      let relation = try relation(of: rows.lowerBound, to: test)
    {
      return try placement(
        ofOnly: rows.lowerBound, relation, to: test,
        assertedBy: asserter ?? asserterID(of: rows.lowerBound))
    }
    let candidates = placedCandidates(of: incident, asOf: asOf)
    var met: [Int] = []
    var outside: [Int] = []
    for candidate in candidates {
      switch try relation(of: candidate, to: test) {
      case .covered: met.append(candidate)
      case .partial:
        met.append(candidate)
        outside.append(candidate)
      case .disjoint, nil: outside.append(candidate)
      }
    }
    guard !candidates.isEmpty else {
      return Placement(
        certainty: .unplaced, share: nil, decidedBy: [],
        reason: "no claim names a place that is known")
    }
    if outside.isEmpty {
      return Placement(
        certainty: .certain, share: 1, decidedBy: asserters(of: met),
        reason: met.count == 1
          ? "its only candidate lies inside" : "all \(met.count) candidates lie inside")
    }
    guard !met.isEmpty else {
      return Placement(
        certainty: .excluded, share: 0, decidedBy: asserters(of: outside),
        reason: "every candidate lies outside")
    }
    return Placement(
      certainty: .possible, share: try support(of: candidates)?.share(inside: test, in: areas) ?? 0,
      decidedBy: asserters(of: outside),
      reason: possibleReason(met: met, outside: outside, of: candidates.count))
  }

  /// The same for an incident with one candidate, as most are.
  private func placement(
    ofOnly candidate: Int, _ relation: AreaRelation, to test: AreaTest,
    assertedBy asserter: ClaimID?
  ) throws -> Placement {
    switch relation {
    case .covered:
      return Placement(
        certainty: .certain, share: 1, decider: asserter, reason: "its only candidate lies inside")
    case .disjoint:
      return Placement(
        certainty: .excluded, share: 0, decider: asserter, reason: "every candidate lies outside")
    case .partial:
      return Placement(
        certainty: .possible, share: try share(ofOnly: candidate, inside: test),
        decider: asserter, reason: "its only candidate reaches beyond the area")
    }
  }

  private func share(ofOnly candidate: Int, inside test: AreaTest) throws -> Double {
    guard let shape = shape(of: candidate) else { return 0 }
    let isDisc = incidents.candidates.discs[candidate].radiusMeters >= 0
    let place = isDisc ? nil : incidents.candidates.place(of: candidate)
    let overlap = try place.map { try test.overlap(ofPlace: $0, in: areas) }
    return try (overlap ?? shape.overlap(with: test, in: areas)).share
  }

  private func possibleReason(met: [Int], outside: [Int], of count: Int) -> String {
    let overlapping = Set(met).intersection(outside).count
    if count == 1 { return "its only candidate reaches beyond the area" }
    if overlapping == 0 { return "\(outside.count) of \(count) candidates lie outside" }
    return "\(overlapping) of \(count) candidates reach beyond the area"
      + (outside.count > overlapping ? ", \(outside.count - overlapping) lie outside" : "")
  }

  private func asserters(of candidates: [Int]) -> [ClaimID] {
    var seen: [ClaimID] = []
    for candidate in candidates {
      guard let id = asserterID(of: candidate), !seen.contains(id) else { continue }
      seen.append(id)
    }
    return seen
  }

  /// The claim that asserts a candidate.
  func asserterID(of candidate: Int) -> ClaimID? {
    incidents.candidates.asserter(of: candidate).map { claims.ids[$0] }
      ?? incidents.candidates.unknownAsserters[candidate]
  }

  /// The union of candidates' areas; `nil` when there is none.
  func support(of candidates: [Int]) throws -> Support? {
    let columns = incidents.candidates
    return try Support(
      candidates.compactMap { candidate in
        shape(of: candidate).map { shape in
          Support.Part(
            shape: shape,
            place: columns.discs[candidate].radiusMeters < 0 ? columns.place(of: candidate) : nil)
        }
      }, in: areas)
  }

  /// The point that stands for an incident: inside its most precise candidate.
  func representativePoint(of candidates: [Int]) throws -> RepresentativePoint? {
    let reaches = candidates.map { ($0, shape(of: $0)?.reachMeters ?? .infinity) }
    guard let (candidate, _) = reaches.min(by: { $0.1 < $1.1 }) else { return nil }
    return try point(of: candidate)
  }

  /// A point inside one candidate with how far the truth may be from it.
  func point(of candidate: Int) throws -> RepresentativePoint? {
    let columns = incidents.candidates
    guard let asserter = asserterID(of: candidate) else { return nil }
    if columns.discs[candidate].radiusMeters >= 0 {
      return RepresentativePoint(
        position: columns.discs[candidate].center,
        radiusMeters: columns.discs[candidate].radiusMeters,
        scale: columns.scales[candidate], assertedBy: asserter, isApproximate: false)
    }
    return try columns.place(of: candidate).flatMap { place in
      try areas.point(of: Int(place), scale: columns.scales[candidate], assertedBy: asserter)
    }
  }
}

extension PlaceAreas {
  /// A point inside the area of a place with how far the truth may be from it.
  func point(
    of place: Int, scale: LocationScale, assertedBy claim: ClaimID
  ) throws -> RepresentativePoint? {
    guard let shape = shapes[place] else { return nil }
    return RepresentativePoint(
      position: try position(in: shape, of: place), radiusMeters: shape.reachMeters, scale: scale,
      assertedBy: claim, isApproximate: areas[place]?.isApproximate == true)
  }

  private func position(in shape: AreaShape, of place: Int) throws -> Position {
    switch shape {
    case .disc(let center, _): return center
    case .box(_, let region), .region(let region):
      if let known = places[place].location?.geometry.position { return known }
      return try region.label()
    }
  }
}
