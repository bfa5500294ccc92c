import SimpleFeatures

/// What a query asks of boxes in unwrapped longitude.
///
/// A query that crosses the antimeridian, or a tree with items that do, needs two windows. Items
/// are told apart by their west: the first window answers those whose west is at most the query's
/// east, the second the rest, so that none is answered twice.
struct SearchWindow {
  /// What is asked.
  let query: Envelope
  /// West and south.
  private let low: SIMD2<Double>
  /// East and north.
  private let high: SIMD2<Double>
  /// Only items whose west is greater count.
  private let westAbove: Double
  /// A node meets the window when none of its lanes is above these.
  private let meeting: SIMD4<Float>
  /// A node lies inside the window when none of its lanes is below these.
  private let holding: SIMD4<Float>

  private init(_ query: Envelope, west: Double, east: Double, westAbove: Double) {
    let (south, north) = (query.south, query.north)
    self.query = query
    self.westAbove = westAbove
    low = SIMD2(west, south)
    high = SIMD2(east, north)
    meeting = SIMD4(
      Float(roundedUp: east), Float(roundedUp: north), Float(roundedUp: -west),
      Float(roundedUp: -south))
    holding = SIMD4(
      Float(roundedUp: max(west, westAbove.nextUp)), Float(roundedUp: south),
      Float(roundedUp: -east), Float(roundedUp: -north))
  }

  /// The window that answers items whose west is at most the query's east.
  ///
  /// - Parameter query: Degrees.
  init(first query: Envelope) {
    self.init(
      query, west: query.crossesAntimeridian ? -.infinity : query.west, east: query.east,
      westAbove: -.infinity)
  }

  /// The window that answers the other items.
  ///
  /// Those reach a crossing query past its west, and an ordinary one only by crossing the
  /// antimeridian themselves: their unwrapped east is 360 above.
  ///
  /// - Parameter query: Degrees.
  init(second query: Envelope) {
    self.init(
      query, west: query.crossesAntimeridian ? query.west : query.west + 360, east: .infinity,
      westAbove: query.east)
  }

  /// Whether this window rather than the other answers items of that west.
  @inline(__always)
  func partCovers(west: Double) -> Bool { west > westAbove && west <= high.x }

  /// 1 when a node may hold items of this window, else 0.
  @inline(__always)
  func countIfMeets(_ node: NodeBox) -> Int { node.lanes.countIfNotAbove(meeting) }

  /// Whether every item below a node belongs to this window.
  @inline(__always)
  func holds(_ node: NodeBox) -> Bool { holding.countIfNotAbove(node.lanes) == 1 }

  /// 1 when an item that does not cross the antimeridian belongs to this window, else 0.
  @inline(__always)
  func countIfAdmits(_ boxes: BoxColumns.Pointers, _ slot: Int) -> Int {
    let nearEdges = SIMD2(boxes.west[slot], boxes.south[slot])
    let farEdges = SIMD2(boxes.east[slot], boxes.north[slot])
    var meets = (nearEdges .<= high) .& (farEdges .>= low)
    if westAbove > -.infinity { meets = meets .& (nearEdges .> SIMD2(westAbove, -.infinity)) }
    let halves = unsafeBitCast(meets, to: SIMD2<Int64>.self)
    return Int(truncatingIfNeeded: -(halves.x & halves.y))
  }
}
