import SimpleFeatures
import TestSupport
import Testing
import Topology

@testable import Atlas

/// The area that discs share, against overlays of polygons with many corners.
struct DiscOverlapTests {
  @Test func `the formula agrees with GEOS`() throws {
    var generator = SeededGenerator(seed: 1_815)
    print("seed \(generator.seed): replay with SIJIL_SEED=\(generator.seed)")
    for _ in 0..<200 {
      let center = Position(
        longitude: 43 + Double.random(in: -0.1...0.1, using: &generator),
        latitude: 36.3 + Double.random(in: -0.1...0.1, using: &generator))
      let radius = Double.random(in: 1...9_000, using: &generator)
      let polygon = star(&generator)
      let disc = Geometry.disc(center: center, radiusMeters: radius, segments: 720)
      let expected = try disc.intersection(.polygon(polygon)).areaSquareMeters
      let found = DiscOverlap(center: center, radiusMeters: radius)
        .squareMeters(with: .polygon(polygon))
      #expect(abs(found - expected) <= 0.003 * disc.areaSquareMeters)
    }
  }

  @Test func `two discs agree with GEOS`() throws {
    var generator = SeededGenerator(seed: 1_848)
    for _ in 0..<100 {
      let center = Position(longitude: 43, latitude: 36.3)
      let other = Position(
        longitude: 43 + Double.random(in: -0.05...0.05, using: &generator), latitude: 36.31)
      let (a, b) = (
        Double.random(in: 100...6_000, using: &generator),
        Double.random(in: 100...6_000, using: &generator)
      )
      let first = Geometry.disc(center: center, radiusMeters: a, segments: 720)
      let expected = try first.intersection(
        .disc(center: other, radiusMeters: b, segments: 720)
      ).areaSquareMeters
      let found = DiscOverlap(center: center, radiusMeters: a)
        .squareMeters(withDiscAt: other, radiusMeters: b)
      #expect(abs(found - expected) <= 0.003 * first.areaSquareMeters)
    }
  }

  @Test func `a disc in a polygon is whole, one outside is nothing`() {
    let disc = DiscOverlap(
      center: Position(longitude: 43, latitude: 36), radiusMeters: 500)
    let around = Geometry.polygon(Polygon(exteriorRing: ring(42, 35, 44, 37)))
    #expect(abs(disc.squareMeters(with: around) - .pi * 500 * 500) < 1e-6)
    let beside = Geometry.polygon(Polygon(exteriorRing: ring(44, 35, 45, 37)))
    #expect(abs(disc.squareMeters(with: beside)) < 1e-6)
    let holed = Geometry.polygon(
      Polygon(exteriorRing: ring(42, 35, 44, 37), interiorRings: [ring(42.9, 35.9, 43.1, 36.1)]))
    #expect(abs(disc.squareMeters(with: holed)) < 1e-6)
  }

  /// A polygon without crossings: corners around a middle at random distances.
  private func star(_ generator: inout SeededGenerator) -> Polygon {
    let count = generator.integer(in: 3...12)
    var corners = (0..<count).map { index in
      Position(longitude: 43, latitude: 36.3).destination(
        bearingDegrees: -360 * Double(index) / Double(count),
        distanceMeters: Double.random(in: 500...15_000, using: &generator))
    }
    corners.append(corners[0])
    return Polygon(exteriorRing: LinearRing(corners))
  }
}
