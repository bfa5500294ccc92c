import SimpleFeatures
import Topology

/// Where an incident may have happened: the union of its candidates' areas.
///
/// Candidates that repeat others or lie inside them add nothing. What is left mostly does not
/// overlap, and then areas are summed; only where parts overlap is their union computed.
struct Support: Sendable {
  /// The area of one candidate.
  struct Part: Sendable {
    let shape: AreaShape
    /// The place that it is the area of, as an ordinal; `nil` for a disc of the candidate's own.
    let place: Int32?
  }

  let parts: [Part]
  private let overlaps: Bool

  /// `nil` when there is no part.
  init?(_ all: [Part], in areas: PlaceAreas) throws {
    guard all.count > 1 else {
      guard !all.isEmpty else { return nil }
      parts = all
      overlaps = false
      return
    }
    var kept: [Part] = []
    var overlaps = false
    for part in all {
      let relations = try kept.map { try Self.relation(of: part, to: $0, in: areas) }
      if relations.contains(.covered) { continue }
      kept = try kept.filter { try Self.relation(of: $0, to: part, in: areas) != .covered }
      kept.append(part)
    }
    for (index, part) in kept.enumerated() where !overlaps {
      overlaps = try kept[..<index].contains {
        try Self.relation(of: part, to: $0, in: areas) != .disjoint
      }
    }
    parts = kept
    self.overlaps = overlaps
  }

  /// The union as one geometry; where it cannot be computed, its parts side by side.
  var geometry: Geometry {
    if parts.count == 1 { return parts[0].shape.geometry }
    let all = Geometry.geometryCollection(parts.map(\.shape.geometry))
    return (try? all.unaryUnion()) ?? all
  }

  /// How much of the support lies in an area, 0…1.
  func share(inside test: AreaTest, in areas: PlaceAreas) throws -> Double {
    if !overlaps {
      var shared = 0.0
      var whole = 0.0
      for part in parts {
        let overlap = try overlap(of: part, with: test, in: areas)
        shared += overlap.shared
        whole += overlap.whole
      }
      return AreaOverlap(shared: shared, whole: whole).share
    }
    let union = try Geometry.geometryCollection(parts.map(\.shape.geometry)).unaryUnion()
    let whole = union.areaSquareMeters
    let met = try parts.filter { try Self.relation(of: $0, to: test, in: areas) != .disjoint }
    if met.count == 1 {
      return AreaOverlap(
        shared: try overlap(of: met[0], with: test, in: areas).shared, whole: whole
      ).share
    }
    let shared = try union.intersection(test.shape.geometry).areaSquareMeters
    return AreaOverlap(shared: shared, whole: whole).share
  }

  private func overlap(
    of part: Part, with test: AreaTest, in areas: PlaceAreas
  ) throws -> AreaOverlap {
    let own = try part.place.map { try test.overlap(ofPlace: $0, in: areas) }
    return try own ?? part.shape.overlap(with: test, in: areas)
  }

  private static func relation(
    of part: Part, to test: AreaTest, in areas: PlaceAreas
  ) throws -> AreaRelation {
    let own = try part.place.map { try test.relation(ofPlace: $0, in: areas) }
    return try own ?? test.shape.relation(of: part.shape)
  }

  /// How one part lies to another, by their areas alone: a quarter that is part of another by name
  /// may still reach beyond its computed cell.
  private static func relation(
    of part: Part, to other: Part, in areas: PlaceAreas
  ) throws -> AreaRelation {
    guard let inner = part.place, let outer = other.place else {
      return try other.shape.relation(of: part.shape)
    }
    return try areas.areaRelation(of: Int(inner), to: Int(outer))
  }
}
