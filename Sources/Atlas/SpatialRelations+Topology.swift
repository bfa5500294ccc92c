public import QueryLanguage
import SimpleFeatures
import Topology

extension SpatialRelations {
  /// Exact relations in plane longitude and latitude, decided by `Topology`.
  ///
  /// A literal that many rows are asked against is prepared once. What `Topology` refuses, such as a
  /// mixed collection, ends the query as ``QueryLanguage/FilterFault/undecided(_:reason:)``.
  public static let exact = SpatialRelations(
    decide: { relation, first, second throws(FilterError) in
      try relation.deciding { () throws(TopologyError) in
        try relation.holds(first, second)
      }
    }, prepare: { relation, second in relation.prepared(to: second) })
}

extension SpatialOperator {
  fileprivate func holds(
    _ first: Geometry, _ second: Geometry
  ) throws(TopologyError) -> Bool {
    switch self {
    case .contains: try first.contains(second)
    case .crosses: try first.crosses(second)
    case .disjoint: try first.disjoint(second)
    case .equals: try first.equals(second)
    case .intersects: try first.intersects(second)
    case .overlaps: try first.overlaps(second)
    case .touches: try first.touches(second)
    case .within: try first.within(second)
    }
  }

  /// The relation to a region made ready; `nil` where that gains nothing, or cannot be done: then
  /// the question itself is refused, with its reason.
  fileprivate func prepared(to second: Geometry) -> SpatialRelations.PreparedDecision? {
    guard self == .intersects || self == .disjoint || self == .within,
      let region = try? PreparedRegion(second)
    else { return nil }
    return { first throws(FilterError) in
      try deciding { () throws(TopologyError) in
        switch self {
        case .disjoint: return try !region.intersects(first)
        case .within:
          // What lies on the boundary alone is covered and not within.
          guard try region.covers(first) else { return false }
          return try first.within(second)
        default: return try region.intersects(first)
        }
      }
    }
  }

  fileprivate func deciding(
    _ decide: () throws(TopologyError) -> Bool
  ) throws(FilterError) -> Bool {
    do { return try decide() } catch {
      throw FilterError(.undecided(self, reason: error.description))
    }
  }
}
