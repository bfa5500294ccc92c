import SimpleFeatures

/// What a query asks of boxes in unwrapped longitude.
///
/// A query that crosses the antimeridian, or a tree with items that do, needs two windows. Items
/// are told apart by their west: the first window answers those whose west is at most the query's
/// east, the second the rest, so that none is answered twice.
struct SearchWindow {
  var west: Double
  var south: Double
  var east: Double
  var north: Double
  /// Only items whose west is greater count.
  var westAbove = -Double.infinity

  /// The window that every box meets.
  static let everything = SearchWindow(
    west: -.infinity, south: -.infinity, east: .infinity, north: .infinity)

  /// Asks for boxes that meet edges given in unwrapped longitude.
  init(west: Double, south: Double, east: Double, north: Double) {
    (self.west, self.south, self.east, self.north) = (west, south, east, north)
  }

  /// The window that answers items whose west is at most the query's east.
  ///
  /// - Parameter query: Degrees.
  init(first query: Envelope) {
    west = query.crossesAntimeridian ? -.infinity : query.west
    (south, east, north) = (query.south, query.east, query.north)
  }

  /// The window that answers the other items.
  ///
  /// Those reach a crossing query past its west, and an ordinary one only by crossing the
  /// antimeridian themselves: their unwrapped east is 360 above.
  ///
  /// - Parameter query: Degrees.
  init(second query: Envelope) {
    west = query.crossesAntimeridian ? query.west : query.west + 360
    (south, north) = (query.south, query.north)
    east = .infinity
    westAbove = query.east
  }

  /// Whether a node may hold items of this window.
  @inline(__always)
  func meets(_ nodes: BoxColumns.Pointers, _ node: Int) -> Bool {
    // Bitwise on purpose: four tests without a branch cost less than one mispredicted branch.
    return (nodes.west[node] <= east).and(nodes.east[node] >= west)
      .and(nodes.south[node] <= north).and(nodes.north[node] >= south)
  }

  /// Whether an item that does not cross the antimeridian belongs to this window.
  @inline(__always)
  func admits(_ boxes: BoxColumns.Pointers, _ slot: Int) -> Bool {
    return meets(boxes, slot).and(boxes.west[slot] > westAbove)
  }

  /// Whether every item below a node belongs to this window.
  @inline(__always)
  func holds(_ nodes: BoxColumns.Pointers, _ node: Int) -> Bool {
    return (nodes.west[node] >= west).and(nodes.east[node] <= east)
      .and(nodes.south[node] >= south).and(nodes.north[node] <= north)
      .and(nodes.west[node] > westAbove)
  }
}

extension Bool {
  /// Both, without a branch between them.
  ///
  /// - Parameter other: Evaluated always.
  /// - Returns: `self && other`.
  @inline(__always)
  fileprivate func and(_ other: Bool) -> Bool {
    unsafeBitCast(
      unsafeBitCast(self, to: UInt8.self) & unsafeBitCast(other, to: UInt8.self), to: Bool.self)
  }
}
