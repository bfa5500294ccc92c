/// Measures of an open ring in tile units.
enum TileRing {
  /// Twice the area by the surveyor's formula, positive for a ring clockwise on the map (y grows
  /// downwards), as outer rings run.
  ///
  /// - Note: Source – MVT 2.1 §4.3.4.4.
  static func doubledArea(_ ring: [TilePoint]) -> Int128 {
    doubledArea(ring.map { GridPoint(x: Int64($0.x), y: Int64($0.y)) })
  }

  /// Twice the area of a ring on the grid of a zoom; products have 66 bits there, sums a few more.
  static func doubledArea(_ ring: [GridPoint]) -> Int128 {
    guard let origin = ring.first else { return 0 }
    var sum: Int128 = 0
    var last = origin
    for point in ring {
      sum += origin.turn(last, point)
      last = point
    }
    return sum
  }

  /// Whether two edges that are no neighbours meet, or a point is there twice.
  ///
  /// - Complexity: O(*n*²).
  static func meetsItself(_ ring: [GridPoint]) -> Bool {
    guard Set(ring).count == ring.count else { return true }
    for first in ring.indices {
      let (a, b) = (ring[first], ring[(first + 1) % ring.count])
      for second in ring.indices.dropFirst(first + 2) {
        if first == 0, second == ring.count - 1 { continue }
        if meet(a, b, ring[second], ring[(second + 1) % ring.count]) { return true }
      }
    }
    return false
  }

  private static func meet(
    _ a: GridPoint, _ b: GridPoint, _ c: GridPoint, _ d: GridPoint
  ) -> Bool {
    guard max(a.x, b.x) >= min(c.x, d.x), max(c.x, d.x) >= min(a.x, b.x),
      max(a.y, b.y) >= min(c.y, d.y), max(c.y, d.y) >= min(a.y, b.y)
    else { return false }
    return a.turn(b, c).signum() * a.turn(b, d).signum() <= 0
      && c.turn(d, a).signum() * c.turn(d, b).signum() <= 0
  }

  /// Whether a ring holds a point; the boundary counts on some sides only.
  ///
  /// - Complexity: O(*n*).
  static func holds(_ point: GridPoint, _ ring: [GridPoint]) -> Bool {
    var inside = false
    guard var last = ring.last else { return false }
    for next in ring {
      if (next.y > point.y) != (last.y > point.y) {
        let turn = last.turn(next, point)
        if (turn > 0) == (next.y > last.y) { inside.toggle() }
      }
      last = next
    }
    return inside
  }

  /// The loops of a ring that comes to a point twice, each coming to each of its points once.
  ///
  /// A hole that touches the line of a cut at one point hangs on the outer ring there; parted, it is
  /// a hole again. A point there twice after rounding leaves a loop of two points, without area.
  ///
  /// - Complexity: O(*n*) on average.
  static func simpleLoops(_ ring: [GridPoint]) -> [[GridPoint]] {
    var loops: [[GridPoint]] = []
    var open: [GridPoint] = []
    var places: [GridPoint: Int] = [:]
    for point in ring {
      if let place = places[point] {
        loops.append(Array(open[place...]))
        for passed in open[(place + 1)...] { places[passed] = nil }
        open.removeSubrange((place + 1)...)
      } else {
        places[point] = open.count
        open.append(point)
      }
    }
    return loops + [open]
  }

  /// The ring without points that repeat the one before.
  static func withoutRepeats(_ points: [GridPoint], isRing: Bool) -> [GridPoint] {
    var kept: [GridPoint] = []
    kept.reserveCapacity(points.count)
    for point in points where kept.last != point { kept.append(point) }
    while isRing, kept.count > 1, kept.first == kept.last { kept.removeLast() }
    return kept
  }
}

/// A point on a grid over the whole world: of one zoom, extent × 2^zoom units a side, below 2⁶³, or
/// that of ``TileMosaic``.
public struct GridPoint: Hashable, Sendable {
  /// Units from the west.
  public var x: Int64
  /// Units from the north.
  public var y: Int64

  /// Makes a point.
  ///
  /// - Parameters:
  ///   - x: Units from the west.
  ///   - y: Units from the north.
  public init(x: Int64, y: Int64) {
    self.x = x
    self.y = y
  }

  /// Twice the area of the triangle of this point and two others, positive for a right turn on the
  /// map.
  func turn(_ b: GridPoint, _ c: GridPoint) -> Int128 {
    (Int128(b.x) - Int128(x)) * (Int128(c.y) - Int128(y))
      - (Int128(c.x) - Int128(x)) * (Int128(b.y) - Int128(y))
  }
}
