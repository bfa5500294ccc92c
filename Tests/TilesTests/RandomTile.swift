import TestSupport
import Tiles

extension SeededGenerator {
  /// A tile that keeps every rule.
  mutating func vectorTile() -> VectorTile {
    var tile = VectorTile()
    for index in 0..<integer(in: 0...3) {
      tile.layers.append(
        VectorTile.Layer(
          name: pick(["water", "", "طبقة", "a b"]) + "\(index)",
          extent: pick([1, 256, 4096, .max]), features: list(0...5) { $0.tileFeature() }))
    }
    return tile
  }

  mutating func tileFeature() -> VectorTile.Feature {
    let keys = ["name", "kind", "", "اسم", "n"].shuffled(using: &self)
      .prefix(integer(in: 0...5))
    return VectorTile.Feature(
      id: isOnce(in: 2) ? next() : nil,
      properties: keys.map { VectorTile.Property($0, tileValue()) }, geometry: tileGeometry())
  }

  mutating func tileValue() -> VectorTile.Value {
    switch integer(in: 0...6) {
    case 0: .string(pick(["", "Tigris", "دجلة", "\u{0}"]))
    case 1: .float(pick([0, -0.0, 1.5, .infinity]))
    case 2: .double(pick([0, -0.0, 43.13, -.infinity]))
    case 3: .int(pick([0, -1, .min, .max]))
    case 4: .uint(pick([0, 1, .max]))
    case 5: .sint(pick([0, -1, .min, .max]))
    default: .bool(isOnce(in: 2))
    }
  }

  mutating func tileGeometry() -> TileGeometry {
    switch integer(in: 0...3) {
    case 0: .points(list(1...4) { $0.tilePoint() })
    case 1: .lines(list(1...3) { $0.tilePath() })
    case 2: .polygons(list(1...3) { $0.tilePolygon() })
    default: .unknown(list(0...4) { UInt32(truncatingIfNeeded: $0.next()) })
    }
  }

  mutating func tilePoint() -> TilePoint {
    TilePoint(x: Int32(integer(in: -128...4224)), y: Int32(integer(in: -128...4224)))
  }

  private mutating func tilePath() -> [TilePoint] {
    var points = [tilePoint()]
    for _ in 0..<integer(in: 1...5) {
      var next = tilePoint()
      if next == points.last { next.x += 1 }
      points.append(next)
    }
    return points
  }

  private mutating func tilePolygon() -> TilePolygon {
    let corner = tilePoint()
    let side = Int32(integer(in: 8...200))
    func square(_ inset: Int32) -> [TilePoint] {
      let (low, high) = (inset, side - inset)
      return [(low, low), (high, low), (high, high), (low, high)].map {
        TilePoint(x: corner.x + $0.0, y: corner.y + $0.1)
      }
    }
    return TilePolygon(
      exteriorRing: square(0), interiorRings: isOnce(in: 2) ? [square(2).reversed()] : [])
  }
}
