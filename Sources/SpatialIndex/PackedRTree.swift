public import SimpleFeatures

/// An immutable spatial index: boxes in, ordinals out.
///
/// A packed Hilbert R-tree: items lie in the order of a Hilbert curve, every node but the last of
/// its level is full, and the whole tree is a few flat arrays, so that it is built in linear time,
/// shared between threads without locks, and read without following pointers. A subtree is a
/// contiguous run of items: one that lies inside the searched box is answered without being walked.
///
/// Coordinates are degrees in CRS84 and kept in full precision, so that answers need no second
/// test. Items and queries may cross the antimeridian.
///
/// - Note: Source – I. Kamel, C. Faloutsos, On packing R-trees, CIKM 1993,
///   doi:10.1145/170088.170403; layout after flatbush (V. Agafonkin).
public struct PackedRTree: Equatable, Sendable {
  /// The most entries that a node may be asked to hold.
  public static let largestNodeSize = 256

  /// Entries a node, 2…256.
  public let nodeSize: Int
  /// The boxes of the items in the order of the curve; a place in this order is a *slot*.
  let items: BoxColumns
  /// The ordinal of the item in each slot.
  let ordinals: [Int32]
  /// Whether an item spans the 180° meridian.
  let crossesAntimeridian: Bool
  /// The boxes of the nodes, level by level from the items' parents to the root.
  let nodes: [NodeBox]
  /// Where each level of nodes lies.
  let levels: [NodeLevel]

  /// How many items the index holds.
  public var count: Int { ordinals.count }

  /// The smallest box around all items, or `nil` when there is none.
  ///
  /// Items on both sides of the antimeridian, none of which crosses it, give a box the long way
  /// round.
  public let bounds: Envelope?

  /// Indexes boxes.
  ///
  /// - Parameters:
  ///   - envelopes: Degrees; an item's ordinal is its place here, from 0.
  ///   - nodeSize: Entries a node; 16 serves searching and building alike.
  /// - Throws: ``SpatialIndexError/invalidEnvelope(ordinal:)``,
  ///   ``SpatialIndexError/tooManyItems(count:)`` or ``SpatialIndexError/invalidNodeSize(_:)``.
  /// - Complexity: O(*n*).
  public init(
    envelopes: some Collection<Envelope>, nodeSize: Int = 16
  ) throws(SpatialIndexError) {
    self = try withBoxes(of: envelopes) { boxes throws(SpatialIndexError) in
      try PackedRTree(packing: boxes, nodeSize: nodeSize)
    }
  }

  /// Indexes points.
  ///
  /// - Parameters:
  ///   - positions: Degrees; an item's ordinal is its place here, from 0.
  ///   - nodeSize: Entries a node.
  /// - Throws: As ``init(envelopes:nodeSize:)``.
  /// - Complexity: O(*n*).
  public init(
    positions: some Collection<Position>, nodeSize: Int = 16
  ) throws(SpatialIndexError) {
    self = try withBoxes(of: positions) { boxes throws(SpatialIndexError) in
      try PackedRTree(packing: boxes, nodeSize: nodeSize)
    }
  }

  /// Indexes boxes that are already kept as columns.
  ///
  /// - Parameters:
  ///   - wests: Degrees; shape `[count]`, as the other three.
  ///   - souths: Degrees.
  ///   - easts: Degrees; less than the west for a box across the antimeridian.
  ///   - norths: Degrees.
  ///   - nodeSize: Entries a node.
  /// - Throws: As ``init(envelopes:nodeSize:)``, or ``SpatialIndexError/unequalColumns(counts:)``.
  /// - Complexity: O(*n*).
  public init(
    wests: [Double], souths: [Double], easts: [Double], norths: [Double], nodeSize: Int = 16
  ) throws(SpatialIndexError) {
    let counts = [wests.count, souths.count, easts.count, norths.count]
    guard counts.allSatisfy({ $0 == wests.count }) else { throw .unequalColumns(counts: counts) }
    self = try wests.withUnsafeBufferPointer { west throws(SpatialIndexError) in
      try souths.withUnsafeBufferPointer { south throws(SpatialIndexError) in
        try easts.withUnsafeBufferPointer { east throws(SpatialIndexError) in
          try norths.withUnsafeBufferPointer { north throws(SpatialIndexError) in
            try PackedRTree(
              packing: BoxInput(
                west: west, south: south, east: east, north: north, stride: 1,
                count: wests.count),
              nodeSize: nodeSize)
          }
        }
      }
    }
  }

  /// Builds the nodes over items that already lie in the order of the curve.
  ///
  /// - Parameters:
  ///   - items: Valid boxes.
  ///   - ordinals: Every ordinal once, one for each item.
  ///   - survey: What was found about them.
  ///   - nodeSize: 2…256.
  init(items: BoxColumns, ordinals: [Int32], survey: BoxSurvey, nodeSize: Int) {
    self.items = items
    self.ordinals = ordinals
    self.nodeSize = nodeSize
    crossesAntimeridian = survey.anyCrossesAntimeridian
    bounds = survey.bounds
    levels = NodeLevel.levels(over: items.count, nodeSize: nodeSize)
    nodes = PackedRTree.nodes(over: items, levels: levels, nodeSize: nodeSize)
  }
}
