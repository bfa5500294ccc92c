public import QueryLanguage
import SimpleFeatures
import Topology

extension SpatialRelations {
  /// Relations between geometries decided by exact topology; areas that are asked of many rows are
  /// prepared once.
  public static let topology = SpatialRelations(
    decide: { relation, first, second throws(FilterError) in
      try relation.deciding { () throws(TopologyError) in try relation.holds(first, second) }
    },
    prepare: { relation, second in
      guard relation == .intersects || relation == .disjoint,
        let region = try? PreparedRegion(second)
      else { return nil }
      return { first throws(FilterError) in
        try relation.deciding { () throws(TopologyError) in
          try region.intersects(first) == (relation == .intersects)
        }
      }
    })
}

extension SpatialOperator {
  fileprivate func holds(_ first: Geometry, _ second: Geometry) throws(TopologyError) -> Bool {
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

  fileprivate func deciding(
    _ decide: () throws(TopologyError) -> Bool
  ) throws(FilterError) -> Bool {
    do { return try decide() } catch {
      throw FilterError(.undecided(self, reason: "\(error)"))
    }
  }
}
