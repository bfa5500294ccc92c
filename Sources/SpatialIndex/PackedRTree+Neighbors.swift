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
    let vantage = SphericalVantage(position)
    return withUnsafeTemporaryAllocation(
      of: NearestCandidates.Candidate.self, capacity: min(limit, count)
    ) { heap in
      var nearest = NearestCandidates(in: heap, maximumMeters: maximumDistanceMeters)
      collect(&nearest, around: vantage, where: isIncluded)
      return heap[..<nearest.count].sorted { $1.isWorse(than: $0) }.map {
        Neighbor(ordinal: Int($0.ordinal), distanceMeters: $0.meters)
      }
    }
  }

  /// A node that waits to be opened.
  private struct Waiting {
    var bound: Double
    /// The node's place in its level, shifted, over the level.
    var node: Int
  }

  /// Opens nodes depth first, nearest enfirst, as long as they may hold an answer.
  private func collect(
    _ nearest: inout NearestCandidates, around vantage: SphericalVantage,
    where isIncluded: (Int) -> Bool
  ) {
    items.withPointers { boxes in
      nodes.withPointers { nodes in
        withUnsafeTemporaryAllocation(
          of: Waiting.self, capacity: levels.count * nodeSize + 1
        ) { stack in
          var depth = 1
          stack.initializeElement(at: 0, to: Waiting(bound: 0, node: levels.count - 1))
          while depth > 0 {
            depth &-= 1
            guard stack[depth].bound <= nearest.reach else { continue }
            let (place, height) = (stack[depth].node >> 6, stack[depth].node & 63)
            if height == 0 {
              let slots = place &* nodeSize..<min((place &+ 1) &* nodeSize, count)
              offer(slots, of: boxes, to: &nearest, from: vantage, where: isIncluded)
            } else {
              push(
                entriesOf: place, at: height, of: nodes, from: vantage, within: nearest.reach,
                on: stack, &depth)
            }
          }
        }
      }
    }
  }

  /// Puts a node's entries on the stack, the nearest on top.
  @inline(__always)
  private func push(
    entriesOf place: Int, at height: Int, of nodes: BoxColumns.Pointers,
    from vantage: SphericalVantage, within reach: Double,
    on stack: UnsafeMutableBufferPointer<Waiting>, _ depth: inout Int
  ) {
    let below = levels[height &- 1]
    let bottom = depth
    for entry in place &* nodeSize..<min((place &+ 1) &* nodeSize, below.count) {
      let node = below.start &+ entry
      let bound = vantage.bound(
        west: nodes.west[node], south: nodes.south[node], east: nodes.east[node],
        north: nodes.north[node])
      guard bound <= reach else { continue }
      var hole = depth
      while hole > bottom, stack[hole &- 1].bound < bound {
        stack[hole] = stack[hole &- 1]
        hole &-= 1
      }
      stack[hole] = Waiting(bound: bound, node: entry << 6 | (height &- 1))
      depth &+= 1
    }
  }

  /// Measures the items of one node whose bounds are within reach.
  @inline(__always)
  private func offer(
    _ slots: Range<Int>, of boxes: BoxColumns.Pointers, to nearest: inout NearestCandidates,
    from vantage: SphericalVantage, where isIncluded: (Int) -> Bool
  ) {
    for slot in slots {
      let (west, south) = (boxes.west[slot], boxes.south[slot])
      let (east, north) = (boxes.east[slot], boxes.north[slot])
      let unwrapped = east < west ? east + 360 : east
      let bound = vantage.bound(west: west, south: south, east: unwrapped, north: north)
      guard bound <= nearest.reach else { continue }
      let haversine = vantage.haversine(west: west, south: south, east: east, north: north)
      let candidate = NearestCandidates.Candidate(
        meters: SphericalVantage.meters(haversine: haversine), haversine: haversine,
        ordinal: ordinals[slot])
      if nearest.admits(candidate), isIncluded(Int(candidate.ordinal)) {
        nearest.insert(candidate)
      }
    }
  }
}
