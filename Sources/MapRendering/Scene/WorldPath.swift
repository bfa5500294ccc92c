import SimpleFeatures

/// A path in world units, unrolled: a step over the 180° meridian goes on instead of jumping back.
struct WorldPath: Hashable, Sendable {
  /// World x of each vertex; may leave 0…2³² on either side.
  let xs: [Int64]
  /// World y of each vertex.
  let ys: [Int64]
  /// The box of the vertices.
  let box: WorldBox

  /// Projects a path; vertices outside the world are left out, and fewer than two are no path.
  ///
  /// - Parameter positions: CRS84.
  init?(_ positions: [Position]) { self.init(positions.compactMap { WorldPosition($0) }) }

  /// Takes a path that is projected already; fewer than two vertices are none.
  ///
  /// - Parameter points: World units.
  init?(_ points: [WorldPosition]) {
    guard points.count >= 2 else { return nil }
    var xs: [Int64] = []
    xs.reserveCapacity(points.count)
    var x = Int64(points[0].x)
    var before = points[0].x
    for point in points {
      x += Int64(Int32(truncatingIfNeeded: point.x &- before))
      before = point.x
      xs.append(x)
    }
    self.xs = xs
    ys = points.map { Int64($0.y) }
    box = WorldBox(xs: xs, ys: ys)
  }

  /// A closed ring around a position, of 64 sides: no corner is a 500th of the radius off.
  ///
  /// - Parameters:
  ///   - center: The middle.
  ///   - reach: World units.
  init(around center: WorldPosition, reach: UInt32) {
    let steps = Self.cosines.count - 1
    var xs: [Int64] = []
    var ys: [Int64] = []
    for step in 0...4 * steps {
      let (quarter, rest) = (step / steps % 4, step % steps)
      let (cosine, sine) = (Self.cosines[rest], Self.cosines[steps - rest])
      let (x, y) = [(cosine, sine), (-sine, cosine), (-cosine, -sine), (sine, -cosine)][quarter]
      xs.append(Int64(center.x) + (x * Int64(reach)) >> 14)
      ys.append(Int64(center.y) + (y * Int64(reach)) >> 14)
    }
    self.xs = xs
    self.ys = ys
    box = WorldBox(xs: xs, ys: ys)
  }

  /// Cosines of 0…90° in sixteen steps, times 2¹⁴: a table, so that no machine rounds otherwise.
  private static let cosines: [Int64] = [
    16384, 16305, 16069, 15679, 15137, 14449, 13623, 12665, 11585, 10394, 9102, 7723, 6270, 4756,
    3196, 1606, 0,
  ]
}

/// A box in world units, edges included.
struct WorldBox: Hashable, Sendable {
  var minX: Int64
  var minY: Int64
  var maxX: Int64
  var maxY: Int64

  init(minX: Int64, minY: Int64, maxX: Int64, maxY: Int64) {
    self.minX = minX
    self.minY = minY
    self.maxX = maxX
    self.maxY = maxY
  }

  init(xs: [Int64], ys: [Int64]) {
    self.init(
      minX: xs.min() ?? 0, minY: ys.min() ?? 0, maxX: xs.max() ?? 0, maxY: ys.max() ?? 0)
  }

  /// The box around both.
  func union(_ other: WorldBox) -> WorldBox {
    WorldBox(
      minX: min(minX, other.minX), minY: min(minY, other.minY), maxX: max(maxX, other.maxX),
      maxY: max(maxY, other.maxY))
  }
}
