import SimpleFeatures
import Synchronization
import Topology

/// How the areas of places lie to one another, worked out on the first question and then kept.
///
/// Many incidents share few places, and an overlay costs a thousand times what looking it up does.
final class PlacePairs: Sendable {
  private struct Pair: Hashable {
    let inner: Int
    let outer: Int
  }

  private struct Finding {
    let relation: AreaRelation
    let overlap: AreaOverlap
  }

  private let findings = Mutex<[Pair: Finding]>([:])

  /// How many pairs are kept: the rest is worked out each time.
  static let limit = 1 << 16

  /// The part of an area that counts as a place: cells that touch share an edge and, by rounding,
  /// a sliver.
  static let leastShare = 0.000_5

  /// How one place's area lies to another's; edges that merely touch do not count.
  func relation(
    of inner: Int, _ shape: AreaShape, to outer: Int, _ area: AreaShape
  ) throws(TopologyError) -> AreaRelation {
    try finding(inner, shape, outer, area).relation
  }

  /// How much of one place's area another's shares.
  func overlap(
    of inner: Int, _ shape: AreaShape, with outer: Int, _ area: AreaShape
  ) throws(TopologyError) -> AreaOverlap {
    try finding(inner, shape, outer, area).overlap
  }

  private func finding(
    _ inner: Int, _ shape: AreaShape, _ outer: Int, _ area: AreaShape
  ) throws(TopologyError) -> Finding {
    let pair = Pair(inner: inner, outer: outer)
    if let known = findings.withLock({ $0[pair] }) { return known }
    let found = try Self.compare(shape, area)
    findings.withLock { if $0.count < Self.limit { $0[pair] = found } }
    return found
  }

  private static func compare(
    _ shape: AreaShape, _ area: AreaShape
  ) throws(TopologyError) -> Finding {
    let own = shape.areaSquareMeters
    switch try area.relation(of: shape) {
    case .covered:
      return Finding(relation: .covered, overlap: AreaOverlap(shared: own, whole: own))
    case .disjoint:
      return Finding(relation: .disjoint, overlap: AreaOverlap(shared: 0, whole: own))
    case .partial:
      let overlap = try shape.overlap(with: area)
      return overlap.share > leastShare
        ? Finding(relation: .partial, overlap: overlap)
        : Finding(relation: .disjoint, overlap: AreaOverlap(shared: 0, whole: own))
    }
  }
}
