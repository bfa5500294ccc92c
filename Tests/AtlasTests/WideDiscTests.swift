import Records
import SimpleFeatures
import TestSupport
import Testing
import Topology

@testable import Atlas

/// Wide discs clipped to a box against the overlay of GEOS.
struct WideDiscTests {
  @Test func `shares agree with an overlay`() throws {
    var generator = SeededGenerator(seed: 150_000)
    print("seed \(generator.seed): replay with SIJIL_SEED=\(generator.seed)")
    let discs = WideDiscs()
    var partial = 0
    for _ in 0..<300 {
      let center = Position(
        longitude: Double.random(in: -150...150, using: &generator),
        latitude: Double.random(in: -60...60, using: &generator))
      let radius = generator.pick([20_500, 25_000, 150_000, 400_000.0])
      let degrees = radius / 111_195
      let west = center.longitude + Double.random(in: -2...1, using: &generator) * degrees
      let south = center.latitude + Double.random(in: -1.2...1, using: &generator) * degrees
      let size = generator.pick([0.01, 0.3, 1, 3]) * degrees
      let asked = box(west, south, west + size, south + size)
      let rectangle = Geometry.polygon(
        Polygon(exteriorRing: ring(asked.west, asked.south, asked.east, asked.north)))
      let found = try #require(
        discs.overlap(
          ofDiscAt: center, radiusMeters: radius, withBox: asked,
          boxSquareMeters: rectangle.areaSquareMeters))
      let disc = Geometry.disc(center: center, radiusMeters: radius)
      let shared = try disc.intersection(rectangle).areaSquareMeters
      let whole = disc.areaSquareMeters
      #expect(abs(found.whole - whole) <= 1e-9 * whole)
      #expect(abs(found.shared - shared) <= 1e-9 * whole, "\(center) \(radius) \(asked)")
      if shared > 0, shared < whole * 0.999 { partial += 1 }
    }
    #expect(partial > 100)
  }

  @Test func `the antimeridian and the poles are left to an overlay`() {
    let discs = WideDiscs()
    for center in [
      Position(longitude: 179.9, latitude: 0), Position(longitude: 0, latitude: 80),
    ] {
      let asked = Envelope(center).expanded(byMeters: 1_000)
      let found = discs.overlap(
        ofDiscAt: center, radiusMeters: 150_000, withBox: asked, boxSquareMeters: 4e6)
      #expect(found == nil)
    }
  }
}
