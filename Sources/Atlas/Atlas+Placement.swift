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
    let candidates = placedCandidates(of: incident, asOf: asOf)
    guard !candidates.isEmpty else { return .unplaced }
    var allCovered = true
    var anyMet = false
    for candidate in candidates {
      switch try relation(of: candidate, to: test) {
      case .covered: anyMet = true
      case .partial:
        anyMet = true
        allCovered = false
      case .disjoint: allCovered = false
      }
      if anyMet && !allCovered { return .possible }
    }
    return allCovered ? .certain : .excluded
  }

  /// How one candidate lies to an area.
  ///
  /// A candidate that names the very place asked about, or one inside it, is covered by the words
  /// alone: a computed cell on the way must not put that in doubt.
  func relation(of candidate: Int, to test: AreaTest) throws -> AreaRelation {
    if case .place(let asked) = test.area, let named = incidents.candidates[candidate].place,
      isInside(Int(named), place: asked)
    {
      return .covered
    }
    guard let shape = shape(of: candidate) else { return .disjoint }
    return try test.shape.relation(of: shape)
  }

  /// Whether a place is another or has it among its parents.
  func isInside(_ ordinal: Int, place: PlaceID) -> Bool {
    var current = ordinal
    for _ in 0..<8 {
      if areas.places[current].id == place { return true }
      guard let parent = areas.places[current].parent, let next = areas.ordinals[parent] else {
        return false
      }
      current = next
    }
    return false
  }

  /// How an incident lies to an area, with the share and what decides it.
  func placement(of incident: Int, in test: AreaTest, asOf: CivilDate?) throws -> Placement {
    let candidates = placedCandidates(of: incident, asOf: asOf)
    var met: [Int] = []
    var outside: [Int] = []
    for candidate in candidates {
      switch try relation(of: candidate, to: test) {
      case .covered: met.append(candidate)
      case .partial:
        met.append(candidate)
        outside.append(candidate)
      case .disjoint: outside.append(candidate)
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
      certainty: .possible, share: try share(of: candidates, inside: test),
      decidedBy: asserters(of: outside),
      reason: possibleReason(met: met, outside: outside, of: candidates.count))
  }

  private func possibleReason(met: [Int], outside: [Int], of count: Int) -> String {
    let overlapping = Set(met).intersection(outside).count
    if count == 1 { return "its only candidate reaches beyond the area" }
    if overlapping == 0 { return "\(outside.count) of \(count) candidates lie outside" }
    return "\(overlapping) of \(count) candidates reach beyond the area"
      + (outside.count > overlapping ? ", \(outside.count - overlapping) lie outside" : "")
  }

  private func asserters(of candidates: [Int]) -> [ClaimID] {
    var seen: Set<ClaimID> = []
    return candidates.map { incidents.candidates[$0].assertedByID }
      .filter { seen.insert($0).inserted }
  }

  /// The share of the candidates' union that lies in an area, 0…1.
  private func share(of candidates: [Int], inside test: AreaTest) throws -> Double {
    guard let support = try support(of: candidates) else { return 0 }
    return try support.share(inside: test.shape.geometry) ?? 0
  }

  /// The union of the candidates' areas.
  func support(of candidates: [Int]) throws -> Geometry? {
    let shapes = candidates.compactMap { shape(of: $0)?.geometry }
    guard let first = shapes.first else { return nil }
    return shapes.count == 1 ? first : try Geometry.geometryCollection(shapes).unaryUnion()
  }

  /// The point that stands for an incident: inside its most precise candidate.
  func representativePoint(of incident: Int, asOf: CivilDate?) throws -> RepresentativePoint? {
    let candidates = placedCandidates(of: incident, asOf: asOf)
    let reaches = candidates.map { ($0, shape(of: $0)?.reachMeters ?? .infinity) }
    guard let (candidate, _) = reaches.min(by: { $0.1 < $1.1 }) else { return nil }
    return try point(of: candidate)
  }

  /// A point inside one candidate with how far the truth may be from it.
  func point(of candidate: Int) throws -> RepresentativePoint? {
    let row = incidents.candidates[candidate]
    guard let shape = shape(of: candidate) else { return nil }
    let isApproximate =
      row.disc == nil && row.place.map { areas.areas[Int($0)]?.isApproximate } == true
    return RepresentativePoint(
      position: try position(in: shape, place: row.place), radiusMeters: shape.reachMeters,
      scale: row.scale, assertedBy: row.assertedByID, isApproximate: isApproximate)
  }

  private func position(in shape: AreaShape, place: Int32?) throws -> Position {
    switch shape.form {
    case .disc(let center, _): return center
    case .region(let geometry, _):
      if let place, let known = areas.places[Int(place)].location?.geometry.position {
        return known
      }
      return try geometry.pointOnSurface() ?? shape.envelope.center
    }
  }
}
