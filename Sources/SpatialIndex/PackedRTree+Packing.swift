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
    self.init(
      items: items, ordinals: ordinals, crossesAntimeridian: survey.anyCrossesAntimeridian,
      nodeSize: nodeSize)
  }

  /// The boxes of all nodes, each the union of its entries.
  ///
  /// - Parameters:
  ///   - items: The boxes of the items.
  ///   - levels: The levels above them.
  ///   - nodeSize: Entries a node.
  /// - Returns: Boxes in unwrapped longitude, level after level.
  static func nodes(over items: BoxColumns, levels: [NodeLevel], nodeSize: Int) -> BoxColumns {
    let total = levels.last.map { $0.start + $0.count } ?? 0
    return BoxColumns(count: total, arePoints: false) { nodes in
      guard let lowest = levels.first else { return }
      items.withPointers { items in
        for node in 0..<lowest.count {
          let slots = node * nodeSize..<min((node + 1) * nodeSize, items.west.count)
          nodes.set(node, toUnionOf: slots, in: items)
        }
      }
      let entries = BoxColumns.Pointers(nodes)
      for (below, level) in zip(levels, levels.dropFirst()) {
        for node in 0..<level.count {
          let first = below.start + node * nodeSize
          let last = min(first + nodeSize, below.start + below.count)
          nodes.set(level.start + node, toUnionOf: first..<last, in: entries)
        }
      }
    }
  }
}

extension BoxColumns.Pointers {
  /// Reads columns that are still being filled.
  ///
  /// - Parameter columns: Only what is already filled may be read.
  init(_ columns: BoxColumns.Mutable) {
    self.init(
      west: UnsafeBufferPointer(columns.west), south: UnsafeBufferPointer(columns.south),
      east: UnsafeBufferPointer(columns.east), north: UnsafeBufferPointer(columns.north))
  }
}

extension BoxColumns.Mutable {
  /// Sets one box to the union of others, unwrapping those that cross the antimeridian.
  ///
  /// - Parameters:
  ///   - node: The box to set.
  ///   - entries: The boxes to unite; at least one.
  ///   - boxes: Where they are.
  @inline(__always)
  fileprivate func set(_ node: Int, toUnionOf entries: Range<Int>, in boxes: BoxColumns.Pointers) {
    var (least, greatest) = (Double.infinity, -Double.infinity)
    var (lowest, highest) = (Double.infinity, -Double.infinity)
    for entry in entries {
      let (w, e) = (boxes.west[entry], boxes.east[entry])
      let unwrapped = e < w ? e + 360 : e
      if w < least { least = w }
      if unwrapped > greatest { greatest = unwrapped }
      if boxes.south[entry] < lowest { lowest = boxes.south[entry] }
      if boxes.north[entry] > highest { highest = boxes.north[entry] }
    }
    west[node] = least
    south[node] = lowest
    east[node] = greatest
    north[node] = highest
  }
}
