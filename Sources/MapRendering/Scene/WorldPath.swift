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
  init?(_ positions: [Position]) {
    let points = positions.compactMap { WorldPosition($0) }
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
