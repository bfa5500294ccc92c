import Foundation
import SimpleFeatures
import TestSupport
import Testing
import Tiles

/// The projection, against the library's functions.
struct MercatorTests {
  @Test func `the projection is that of the textbook and comes back`() {
    var generator = SeededGenerator(seed: 1569)
    print("seed \(generator.seed): replay with SIJIL_SEED=\(generator.seed)")
    for _ in 0..<20_000 {
      let position = Position(
        longitude: Double.random(in: -180...180, using: &generator),
        latitude: Double.random(in: -85.05...85.05, using: &generator))
      let place = MercatorPosition(position)
      let angle = position.latitude * .pi / 180
      let expected = 0.5 - asinh(tan(angle)) / (2 * .pi)
      // 10⁻¹⁴ of the world is 0.4 µm.
      #expect(abs(place.y - expected) < 1e-14)
      #expect(abs(place.x - (position.longitude + 180) / 360) < 1e-15)
      #expect(abs(place.position.longitude - position.longitude) < 1e-11)
      #expect(abs(place.position.latitude - position.latitude) < 1e-11)
    }
  }

  @Test func `what the map does not reach is on its edge`() {
    for latitude in [85.06, 89, 90.0] {
      #expect(MercatorPosition(Position(longitude: 180, latitude: latitude)).y < 1e-14)
      let south = MercatorPosition(Position(longitude: -180, latitude: -latitude))
      #expect(south.x == 0 && south.y > 1 - 1e-14 && south.y <= 1)
    }
    #expect(
      MercatorPosition(Position(longitude: 0, latitude: 0)) == MercatorPosition(x: 0.5, y: 0.5))
  }
}
