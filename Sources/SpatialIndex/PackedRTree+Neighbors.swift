public import SimpleFeatures

/// An item near a position.
public struct Neighbor: Hashable, Sendable {
  /// The item.
  public var ordinal: Int
  /// From the position to the nearest position of the item's box, along the sphere of radius
  /// 6 371 008.8 m; 0 inside the box.
  public var distanceMeters: Double

  /// Makes a neighbour.
  ///
  /// - Parameters:
  ///   - ordinal: The item.
  ///   - distanceMeters: Metres.
  public init(ordinal: Int, distanceMeters: Double) {
    self.ordinal = ordinal
    self.distanceMeters = distanceMeters
  }
}

extension PackedRTree {
  /// The items nearest to a position, nearest first; equally near ones by ordinal.
  ///
  /// Distances follow the sphere, also across the antimeridian and the poles.
  ///
  /// - Parameters:
  ///   - position: Degrees. An invalid position has no neighbours.
  ///   - limit: How many at most.
  ///   - maximumDistanceMeters: Farther items do not count; an item at this distance does.
  ///   - isIncluded: Whether an item counts; asked only of items near enough to matter.
  /// - Returns: Shape `[count]`, `count ≤ limit`.
  /// - Complexity: O(log *n* + *k* log *k*) for items spread alike, *k* results.
  /// - Note: Source – N. Roussopoulos, S. Kelley, F. Vincent, Nearest neighbor queries, SIGMOD
  ///   1995, doi:10.1145/223784.223794.
  public func neighbors(
    of position: Position, count limit: Int, maximumDistanceMeters: Double = .infinity,
    where isIncluded: (Int) -> Bool = { _ in true }
  ) -> [Neighbor] {
    guard limit > 0, count > 0, position.isValid, maximumDistanceMeters >= 0 else { return [] }
    return withUnsafeTemporaryAllocation(of: Neighbor.self, capacity: min(limit, count)) { heap in
      var nearest = NearestCandidates(in: heap, maximumMeters: maximumDistanceMeters)
      withPointers { tree in
        tree.collect(&nearest, around: SphericalVantage(position), where: isIncluded)
      }
      return nearest.sorted
    }
  }
}
