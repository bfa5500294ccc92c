import SimpleFeatures

/// A tree lent as pointers for the length of one question.
///
/// Plain memory without reference counts: retaining arrays node by node would cost as much as the
/// search. Invariant: the pointers are those of one ``PackedRTree``, which outlives them, and it
/// has at least one item.
struct TreePointers {
  let boxes: BoxColumns.Pointers
  let nodes: UnsafeBufferPointer<NodeBox>
  let ordinals: UnsafeBufferPointer<Int32>
  let levels: UnsafeBufferPointer<NodeLevel>
  let nodeSize: Int
  let crossesAntimeridian: Bool

  /// The entries of a node in the level below, or its items.
  @inline(__always)
  func entries(of node: NodeReference, among count: Int) -> Range<Int> {
    let first = node.place &* nodeSize
    return first..<smaller(first &+ nodeSize, count)
  }

  /// The slots of all items below a node.
  @inline(__always)
  func slots(below node: NodeReference) -> Range<Int> {
    let span = levels[node.height].span
    let first = node.place &* span
    return first..<smaller(first &+ span, ordinals.count)
  }

  /// The root.
  var root: NodeReference { NodeReference(place: 0, height: levels.count &- 1) }

  @inline(__always)
  func box(of node: NodeReference) -> NodeBox { nodes[levels[node.height].start &+ node.place] }

  /// The box of the item in a slot, as it was given.
  @inline(__always)
  func box(inSlot slot: Int) -> Envelope {
    Envelope(
      west: boxes.west[slot], south: boxes.south[slot], east: boxes.east[slot],
      north: boxes.north[slot])
  }

  /// The most nodes that wait during a depth-first walk: the entries of one node a level.
  var deepestStack: Int { levels.count &* nodeSize &+ 1 }

  @inline(__always)
  private func smaller(_ a: Int, _ b: Int) -> Int { a < b ? a : b }
}

/// A node by its place in its level and the level's height above the items' parents, in one word.
///
/// In a queue also an item, by its slot.
struct NodeReference {
  /// The height that marks an item.
  static let itemHeight = 63

  private let word: Int

  @inline(__always)
  init(place: Int, height: Int) {
    word = place << 6 | height
  }

  @inline(__always)
  var place: Int { word >> 6 }

  @inline(__always)
  var height: Int { word & 63 }

  @inline(__always)
  var isItem: Bool { height == NodeReference.itemHeight }
}

extension PackedRTree {
  /// Lends the tree as pointers; not called for an empty one.
  ///
  /// - Parameter body: What to do with them; they end with it.
  /// - Throws: What `body` throws.
  @inline(__always)
  func withPointers<Failure: Error>(
    _ body: (TreePointers) throws(Failure) -> Void
  ) throws(Failure) {
    guard !levels.isEmpty else { return }
    try items.withPointers { boxes throws(Failure) in
      try nodes.withUnsafeBufferPointer { nodes throws(Failure) in
        try ordinals.withUnsafeBufferPointer { ordinals throws(Failure) in
          try levels.withUnsafeBufferPointer { levels throws(Failure) in
            try body(
              TreePointers(
                boxes: boxes, nodes: nodes, ordinals: ordinals, levels: levels,
                nodeSize: nodeSize, crossesAntimeridian: crossesAntimeridian))
          }
        }
      }
    }
  }
}
