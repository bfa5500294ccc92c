import SimpleFeatures
import TestSupport
import Testing

@Suite struct CoversTests {
  @Test func `boundaries and vertices count, holes do not`() {
    let polygon = Polygon(
      exteriorRing: square(0, 0, 4), interiorRings: [square(1, 1, 2)])
    for (x, y, expected) in [
      (0.5, 0.5, true), (0, 0, true), (4, 4, true), (0, 2, true), (2, 0, true), (4, 1, true),
      (2, 2, false), (1, 1, true), (3, 2, true), (1, 2, true), (2, 3, true), (5, 2, false),
      (-1, 0, false), (-1, 4, false), (2, 4, true), (2, 4.000001, false), (5, 4, false),
    ] as [(Double, Double, Bool)] {
      #expect(
        polygon.covers(Position(longitude: x, latitude: y)) == expected, "(\(x) \(y))")
    }
    let reversed = Polygon(exteriorRing: LinearRing(square(0, 0, 4).positions.reversed()))
    #expect(reversed.covers(Position(longitude: 2, latitude: 2)))
    #expect(!Polygon(exteriorRing: LinearRing([])).covers(Position(longitude: 0, latitude: 0)))
  }

  /// An oracle in whole numbers: no rounding at all.
  private func side(_ a: (Int, Int), _ b: (Int, Int), _ c: (Int, Int)) -> Int {
    ((b.0 - a.0) * (c.1 - a.1) - (b.1 - a.1) * (c.0 - a.0)).signum()
  }

  @Test func `triangles over a grid agree with whole-number arithmetic`() {
    var random = SeededGenerator(seed: 71)
    for _ in 0..<80 {
      let corners = (0..<3).map { _ in
        (Int.random(in: 0...6, using: &random), Int.random(in: 0...6, using: &random))
      }
      let turn = side(corners[0], corners[1], corners[2])
      guard turn != 0 else { continue }
      let ring = (corners + [corners[0]]).map {
        Position(longitude: Double($0.0) * 0.1 + 43, latitude: Double($0.1) * 0.25 + 36)
      }
      let triangle = Polygon(exteriorRing: LinearRing(ring))
      for x in 0...6 {
        for y in 0...6 {
          let expected = (0..<3).allSatisfy {
            side(corners[$0], corners[($0 + 1) % 3], (x, y)) * turn >= 0
          }
          // A multiple of 0.1 is rounded, so only positions off the edges are certain there.
          let onEdge = (0..<3).contains {
            side(corners[$0], corners[($0 + 1) % 3], (x, y)) == 0
          }
          let position = Position(
            longitude: Double(x) * 0.1 + 43, latitude: Double(y) * 0.25 + 36)
          if !onEdge { #expect(triangle.covers(position) == expected, "seed \(random.seed)") }
          let exact = Polygon(
            exteriorRing: LinearRing(
              (corners + [corners[0]]).map {
                Position(longitude: Double($0.0), latitude: Double($0.1))
              }))
          #expect(
            exact.covers(Position(longitude: Double(x), latitude: Double(y))) == expected,
            "\(corners) (\(x) \(y)), seed \(random.seed)")
        }
      }
    }
  }

  @Test func `the side of a line is found where rounding hides it`() {
    let start = Position(longitude: 0.5, latitude: 0.5)
    let end = Position(longitude: 12, latitude: 12)
    // Kettner et al. 2008: around here the plain determinant gives false signs.
    for column in 0..<64 {
      for row in 0..<64 {
        let position = Position(
          longitude: 0.5 + Double(column) * 0x1p-53, latitude: 0.5 + Double(row) * 0x1p-53)
        let expected: Orientation =
          position.latitude > position.longitude
          ? .left : position.latitude < position.longitude ? .right : .straight
        #expect(Orientation(from: start, to: end, of: position) == expected)
      }
    }
  }

  @Test func `paths and points hold their own positions only`() {
    let line = LineString([
      Position(longitude: 0, latitude: 0), Position(longitude: 4, latitude: 4),
      Position(longitude: 8, latitude: 4),
    ])
    #expect(line.covers(Position(longitude: 1, latitude: 1)))
    #expect(line.covers(Position(longitude: 5, latitude: 4)))
    #expect(!line.covers(Position(longitude: 5, latitude: 5)))
    #expect(!line.covers(Position(longitude: 1, latitude: 1.000_000_1)))
    let point = Position(longitude: 1, latitude: 2)
    #expect(Geometry.geometryCollection([.multiPoint([]), .point(point)]).covers(point))
  }
}
