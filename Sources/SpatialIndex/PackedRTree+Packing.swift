/// One level of a packed tree: where its nodes lie and how many items each is above.
struct NodeLevel: Equatable, Sendable {
  /// The place of its first node among all nodes.
  var start: Int
  var count: Int
  /// Items below each node but the last.
  var span: Int

  /// The levels above some items, parents of items first; none when there is no item.
  ///
  /// - Parameters:
  ///   - items: How many.
  ///   - nodeSize: Entries a node, at least 2.
  /// - Returns: The last level is the root alone.
  static func levels(over items: Int, nodeSize: Int) -> [NodeLevel] {
    var levels: [NodeLevel] = []
    var (start, below, span) = (0, items, 1)
    while below > 1 || (levels.isEmpty && below > 0) {
      span *= nodeSize
      let count = (below + nodeSize - 1) / nodeSize
      levels.append(NodeLevel(start: start, count: count, span: span))
      start += count
      below = count
    }
    return levels
  }
}

extension PackedRTree {
  /// Sorts boxes along the Hilbert curve and builds the nodes over them.
  ///
  /// - Parameters:
  ///   - boxes: The boxes, unchecked.
  ///   - nodeSize: Entries a node, unchecked.
  /// - Throws: As the public initialisers.
  init(packing boxes: BoxInput, nodeSize: Int) throws(SpatialIndexError) {
    guard nodeSize >= 2, nodeSize <= PackedRTree.largestNodeSize else {
      throw .invalidNodeSize(nodeSize)
    }
    let survey = try BoxSurvey(boxes)
    let ordinals = HilbertCurve.ordinalsAlongCurve(boxes, survey)
    let items = BoxColumns(count: boxes.count, arePoints: survey.arePoints) { columns in
      for slot in 0..<boxes.count {
        let at = Int(ordinals[slot]) &* boxes.stride
        columns.west[slot] = boxes.west[at]
        columns.south[slot] = boxes.south[at]
        if survey.arePoints { continue }
        columns.east[slot] = boxes.east[at]
        columns.north[slot] = boxes.north[at]
      }
    }
    self.init(items: items, ordinals: ordinals, survey: survey, nodeSize: nodeSize)
  }

  /// The boxes of all nodes, each the union of its entries.
  ///
  /// - Parameters:
  ///   - items: The boxes of the items.
  ///   - levels: The levels above them.
  ///   - nodeSize: Entries a node.
  /// - Returns: Level after level.
  static func nodes(over items: BoxColumns, levels: [NodeLevel], nodeSize: Int) -> [NodeBox] {
    guard let lowest = levels.first, let root = levels.last else { return [] }
    let total = root.start + root.count
    return [NodeBox](unsafeUninitializedCapacity: total) { nodes, initialized in
      items.withPointers { items in
        for node in 0..<lowest.count {
          let slots = node * nodeSize..<min((node + 1) * nodeSize, items.west.count)
          nodes.initializeElement(at: node, to: NodeBox(around: slots, of: items))
        }
      }
      for (below, level) in zip(levels, levels.dropFirst()) {
        for node in 0..<level.count {
          let first = below.start + node * nodeSize
          var box = NodeBox.nothing
          for entry in first..<min(first + nodeSize, below.start + below.count) {
            box.formUnion(nodes[entry])
          }
          nodes.initializeElement(at: level.start + node, to: box)
        }
      }
      initialized = total
    }
  }
}

extension NodeBox {
  /// The box around items, unwrapping those that cross the antimeridian.
  @inline(__always)
  fileprivate init(around slots: Range<Int>, of items: BoxColumns.Pointers) {
    var (west, east) = (Double.infinity, -Double.infinity)
    var (south, north) = (Double.infinity, -Double.infinity)
    for slot in slots {
      let (itemWest, itemEast) = (items.west[slot], items.east[slot])
      let unwrapped = itemEast < itemWest ? itemEast + 360 : itemEast
      if itemWest < west { west = itemWest }
      if unwrapped > east { east = unwrapped }
      if items.south[slot] < south { south = items.south[slot] }
      if items.north[slot] > north { north = items.north[slot] }
    }
    self.init(west: west, south: south, east: east, north: north)
  }
}
