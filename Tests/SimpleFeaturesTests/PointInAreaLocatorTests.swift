import SimpleFeatures
import TestSupport
import Testing

@Suite struct PointInAreaLocatorTests {
  /// Any ring at all, crossing itself as it likes, on a coarse grid that makes ties common.
  private func tangle(_ random: inout SeededGenerator) -> LinearRing {
    var ring = (0..<Int.random(in: 3...30, using: &random)).map { _ in
      Position(
        longitude: Double(Int.random(in: 0...8, using: &random)),
        latitude: Double(Int.random(in: 0...8, using: &random)))
    }
    ring.append(ring[0])
    return LinearRing(ring)
  }

  @Test func `one ring is answered as by the plain walk, ties and crossings included`() {
    var random = SeededGenerator(seed: 91)
    for _ in 0..<400 {
      let polygon = Polygon(exteriorRing: tangle(&random))
      let locator = PointInAreaLocator(.polygon(polygon))
      let grid = (-1...17).flatMap { x in
        (-1...17).map { Position(longitude: Double(x) / 2, latitude: Double($0) / 2) }
      }
      let disputed = grid.filter { locator.covers($0) != polygon.covers($0) }
      #expect(
        disputed.isEmpty, "in \(Geometry.polygon(polygon).wkt), seed \(random.seed)")
    }
  }

  @Test func `holes, parts, paths and points are all asked`() throws {
    let mixed = try Geometry(
      wkt: """
        GEOMETRYCOLLECTION(POINT(20 20),LINESTRING(30 0,30 9),
        MULTIPOLYGON(((0 0,9 0,9 9,0 9,0 0),(3 3,6 3,6 6,3 6,3 3)),((10 0,12 0,12 2,10 0))))
        """)
    let locator = PointInAreaLocator(mixed)
    for (x, y, expected) in [
      (1, 1, true), (4, 4, false), (3, 4, true), (6, 6, true), (11, 0.5, true), (11, 1.5, false),
      (20, 20, true), (20, 21, false), (30, 5, true), (31, 5, false), (9, 9, true), (-1, 0, false),
    ] as [(Double, Double, Bool)] {
      #expect(locator.covers(Position(longitude: x, latitude: y)) == expected, "(\(x) \(y))")
      #expect(mixed.covers(Position(longitude: x, latitude: y)) == expected, "(\(x) \(y))")
    }
  }

  @Test func `an area without height, or without anything, is no trap`() {
    let flat = Polygon(
      exteriorRing: LinearRing([
        Position(longitude: 0, latitude: 1), Position(longitude: 4, latitude: 1),
        Position(longitude: 2, latitude: 1), Position(longitude: 0, latitude: 1),
      ]))
    let locator = PointInAreaLocator(.polygon(flat))
    #expect(locator.covers(Position(longitude: 3, latitude: 1)))
    #expect(!locator.covers(Position(longitude: 3, latitude: 1.1)))
    let nothing = PointInAreaLocator(.geometryCollection([.multiPolygon([])]))
    #expect(!nothing.covers(Position(longitude: 0, latitude: 0)))
    let notNumbers = Polygon(
      exteriorRing: LinearRing([
        Position(longitude: .nan, latitude: .nan), Position(longitude: 1, latitude: .infinity),
        Position(longitude: 0, latitude: 0), Position(longitude: .nan, latitude: .nan),
      ]))
    #expect(
      !PointInAreaLocator(.polygon(notNumbers)).covers(Position(longitude: .nan, latitude: 0)))
  }

  @Test func `tall edges in a fine outline stay few`() {
    // A comb: every tooth is as tall as the whole, the worst case for bands.
    var ring: [Position] = []
    for tooth in 0..<2_000 {
      ring.append(Position(longitude: Double(tooth) / 100, latitude: 0))
      ring.append(Position(longitude: (Double(tooth) + 0.5) / 100, latitude: 40))
    }
    ring.append(Position(longitude: 20, latitude: -1))
    ring.append(ring[0])
    let comb = Polygon(exteriorRing: LinearRing(ring))
    let locator = PointInAreaLocator(.polygon(comb))
    var random = SeededGenerator(seed: 92)
    for _ in 0..<500 {
      let position = Position(
        longitude: Double.random(in: -1...21, using: &random),
        latitude: Double.random(in: -2...41, using: &random))
      #expect(locator.covers(position) == comb.covers(position), "seed \(random.seed)")
    }
  }
}
