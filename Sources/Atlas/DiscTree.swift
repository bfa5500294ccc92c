import SimpleFeatures
import SpatialIndex

/// Discs of much the same size in a packed tree whose nodes know enough to be judged whole.
///
/// Discs of one size that meet a box have their centres in one round patch, so only nodes that its
/// edge cuts are opened: some 1 in 50 where 50,000 discs meet the box. Nodes hold the centres rather
/// than the boxes around the discs, which of wide discs all look alike.
struct DiscTree: Sendable {
  /// One disc and whose it is.
  struct Item: Sendable {
    let center: Position
    let radiusMeters: Double
    /// The incident.
    let incident: Int32
  }

  /// Ordinals of incidents along the Hilbert curve of their centres.
  let incidents: [Int32]
  private let centers: [Position]
  private let radii: [Double]
  /// The boxes around the discs: most discs are told by them alone.
  private let reaches: [Envelope]
  /// Level by level, the parents of the discs first.
  private let levels: [[BoxJudge.Discs]]

  private static let nodeSize = 16

  /// Files discs.
  ///
  /// - Parameters:
  ///   - items: None meets the antimeridian.
  ///   - reach: The box around the disc of an incident.
  /// - Throws: `SpatialIndexError` for a centre that is no position.
  /// - Complexity: O(*n*).
  init(_ items: [Item], reach: (Int32) -> Envelope) throws {
    let order = try HilbertCurve.order(of: items.map { Envelope($0.center) })
    incidents = order.map { items[$0].incident }
    centers = order.map { items[$0].center }
    radii = order.map { items[$0].radiusMeters }
    let reaches = incidents.map(reach)
    self.reaches = reaches
    var levels: [[BoxJudge.Discs]] = []
    var below = zip(order, reaches).map { place, reach in
      Self.single(items[place], reach: reach)
    }
    while below.count > 1 || (levels.isEmpty && !below.isEmpty) {
      below = stride(from: 0, to: below.count, by: Self.nodeSize).map { first in
        let end = min(first + Self.nodeSize, below.count)
        return below[(first + 1)..<end].reduce(into: below[first]) { $0.formUnion($1) }
      }
      levels.append(below)
    }
    self.levels = levels
  }

  private static func single(_ item: Item, reach: Envelope) -> BoxJudge.Discs {
    let cosine = BoxJudge.cosine(ofLatitude: item.center.latitude)
    return BoxJudge.Discs(
      centers: Envelope(item.center), reach: reach,
      radii: item.radiusMeters...item.radiusMeters, cosines: cosine...cosine)
  }

  /// Judges every disc, a subtree at a time where that can be.
  ///
  /// - Parameters:
  ///   - judge: The box.
  ///   - exactly: Judges the disc of one incident by itself.
  ///   - take: Takes runs of places in ``incidents`` that meet the box, from the first to the last,
  ///     and whether it covers them.
  /// - Throws: What `exactly` throws.
  /// - Complexity: O(log *n* + *p*), *p* discs in nodes that the edge of the answer cuts.
  func forEachRun(
    judgedBy judge: BoxJudge, exactly: (Int32) throws -> AreaRelation,
    _ take: (Range<Int>, Bool) -> Void
  ) throws {
    guard !levels.isEmpty else { return }
    var open = [(level: levels.count - 1, node: 0)]
    while let (level, node) = open.popLast() {
      let discs = levels[level][node]
      let relation = judge.relation(of: discs)
      if let relation {
        if relation != .disjoint { take(run(level, node), relation == .covered) }
      } else if level > 0 {
        let first = node * Self.nodeSize
        // The first child is on top, so that runs come in their order.
        for child in (first..<min(first + Self.nodeSize, levels[level - 1].count)).reversed() {
          open.append((level - 1, child))
        }
      } else {
        for place in run(level, node) {
          let alone = BoxJudge.Discs(
            centers: Envelope(centers[place]), reach: reaches[place],
            radii: radii[place]...radii[place], cosines: discs.cosines)
          let relation = try judge.relation(of: alone) ?? exactly(incidents[place])
          if relation != .disjoint { take(place..<place + 1, relation == .covered) }
        }
      }
    }
  }

  /// The places of the discs below a node.
  private func run(_ level: Int, _ node: Int) -> Range<Int> {
    var span = Self.nodeSize
    for _ in 0..<level { span *= Self.nodeSize }
    return node * span..<min((node + 1) * span, incidents.count)
  }
}

extension BoxJudge.Discs {
  /// Takes others in; none of the boxes crosses the antimeridian.
  fileprivate mutating func formUnion(_ other: Self) {
    centers.formPlainUnion(other.centers)
    reach.formPlainUnion(other.reach)
    radii =
      min(
        radii.lowerBound, other.radii.lowerBound)...max(
        radii.upperBound, other.radii.upperBound)
    cosines =
      min(
        cosines.lowerBound, other.cosines.lowerBound)...max(
        cosines.upperBound, other.cosines.upperBound)
  }
}

extension Envelope {
  fileprivate mutating func formPlainUnion(_ other: Envelope) {
    west = min(west, other.west)
    south = min(south, other.south)
    east = max(east, other.east)
    north = max(north, other.north)
  }
}
