import SimpleFeatures
import TestSupport
import Testing
import Topology

@testable import Tiles

/// Areas cut for tiles, against the intersections of GEOS.
struct ClippingDifferentialTests {
  /// Grid units to a degree, so that grids fit on the Earth.
  private let scale = 1_024.0

  private func ring(_ points: [(x: Double, y: Double)]) -> LinearRing {
    let positions = points.map { Position(longitude: $0.x / scale, latitude: -$0.y / scale) }
    return LinearRing(positions + positions.prefix(1))
  }

  private func polygon(_ polygon: TilePolygon) -> Polygon {
    func plain(_ points: [TilePoint]) -> LinearRing {
      ring(points.map { (Double($0.x), Double($0.y)) })
    }
    return Polygon(
      exteriorRing: plain(polygon.exteriorRing), interiorRings: polygon.interiorRings.map(plain))
  }

  /// The plane area in square units.
  private func area(_ geometry: Geometry) -> Double {
    geometry.polygons.reduce(0) { sum, polygon in
      polygon.rings.enumerated().reduce(sum) { sum, ring in
        let doubled = zip(ring.element.positions, ring.element.positions.dropFirst())
          .reduce(0) { $0 + $1.0.longitude * $1.1.latitude - $1.1.longitude * $1.0.latitude }
        return sum + (ring.offset == 0 ? 1 : -1) * doubled.magnitude / 2 * scale * scale
      }
    }
  }

  /// A star on the grid around a middle, the sum of its points' angles once around.
  private func star(
    _ generator: inout SeededGenerator, count: Int, radii: ClosedRange<Int>, x: Int, y: Int
  ) -> [GridPoint] {
    (0..<count).map { index in
      let angle = (Double(index) / Double(count) - 0.5) * 2 * .pi
      let radius = Double(generator.integer(in: radii))
      return GridPoint(
        x: Int64(x) + Int64((radius * cosine(angle)).rounded()),
        y: Int64(y) + Int64((radius * cosine(angle - .pi / 2)).rounded()))
    }
  }

  private func cosine(_ angle: Double) -> Double {
    let wrapped = angle < -.pi ? angle + 2 * .pi : angle
    return MercatorPosition.sine(.pi / 2 - wrapped.magnitude)
  }

  @Test func `cut areas are valid and as large as GEOS has them`() throws {
    var generator = SeededGenerator(seed: 1_977)
    print("seed \(generator.seed): replay with SIJIL_SEED=\(generator.seed)")
    let square = Polygon(
      exteriorRing: ring([(-64, -64), (4_160, -64), (4_160, 4_160), (-64, 4_160)]))
    var (compared, several, holed) = (0, 0, 0)
    for _ in 0..<5_000 {
      let (x, y) = (generator.integer(in: -2_000...6_000), generator.integer(in: -2_000...6_000))
      let outer = star(
        &generator, count: generator.integer(in: 5...50), radii: 1_000...4_000, x: x, y: y)
      var rings = [outer]
      if generator.isOnce(in: 2) {
        rings.append(star(&generator, count: 12, radii: 100...700, x: x, y: y).reversed())
      }
      let whole = Polygon(
        exteriorRing: ring(rings[0].map { (Double($0.x), Double($0.y)) }),
        interiorRings: rings.dropFirst().map { ring($0.map { (Double($0.x), Double($0.y)) }) })
      guard try Geometry.polygon(whole).validity() == .valid else { continue }
      let ours = TileFrame(
        TileAddress(unchecked: 0, 0, 0), extent: 4_096, buffer: 64
      ).clip(rings: rings)
      let theirs = try Geometry.polygon(whole).intersection(.polygon(square))
      for part in ours {
        let validity = try Geometry.polygon(polygon(part)).validity()
        #expect(validity == .valid, "\(validity): \(part)")
      }
      let mine = Geometry.multiPolygon(ours.map(polygon))
      // A crossing is rounded by half a unit, beside edges of a tile's length at most; a tip of a
      // few points may be rounded away.
      let points = ours.reduce(3) { $0 + $1.exteriorRing.count }
      #expect(abs(area(mine) - area(theirs)) <= Double(points) * 2_200)
      compared += 1
      if ours.count > 1 { several += 1 }
      if ours.contains(where: { !$0.interiorRings.isEmpty }) { holed += 1 }
    }
    #expect(compared > 2_000 && several > 100 && holed > 100, "\(compared) \(several) \(holed)")
  }
}
