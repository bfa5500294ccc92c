import MapRendering
import SimpleFeatures
import Testing
import Tiles

@testable import Cartography

/// Which tiles a view reads.
struct TileWindowTests {
  private let mosul = Position(longitude: 43.13, latitude: 36.34)

  private func reach(_ metersAcross: Double, _ width: Int, _ height: Int) throws -> MapReach {
    try MapView(center: mosul, metersAcross: metersAcross, width: width, height: height).reach()
  }

  /// Dots of 181 m are about zoom 9.5, dots of 12.5 m about zoom 13.3: the finer zoom is taken.
  @Test(arguments: [(43_440.0, 10), (3_000.0, 14), (30_000_000.0, 1), (1_000.0, 15)])
  func `a dot is a pixel of 256 to a tile, or a little more`(across: Double, zoom: Int) throws {
    #expect(TileWindow(try reach(across, 120, 40), zooms: 0...20).zoom == zoom)
    #expect(TileWindow(try reach(across, 120, 40), zooms: 5...14).zoom == min(max(zoom, 5), 14))
  }

  @Test(arguments: [(20, 5), (80, 24), (120, 40), (240, 60), (1000, 400)])
  func `every position of the picture is in a tile of the window`(size: (Int, Int)) throws {
    for across in [500.0, 4_000, 40_000, 400_000] {
      let view = try MapView(
        center: mosul, metersAcross: across, width: size.0, height: size.1)
      let window = TileWindow(view.reach(), zooms: 0...14)
      let tiles = try #require(window.tiles(within: nil))
      #expect(Set(tiles).count == tiles.count)
      // The picture is at most as high as the view, and half as wide cells as high.
      let east = mosul.longitude + across / 2 / 89_800
      let south = mosul.latitude - across * Double(size.1 - 1) / Double(size.0) / 111_200
      for position in [mosul, Position(longitude: east, latitude: south)] {
        let tile = try #require(TileAddress(zoom: window.zoom, holding: position))
        #expect(tiles.contains(tile), "\(across) m, \(size): \(tile)")
      }
    }
  }

  @Test func `a window over the edge of the world goes on on the other side`() throws {
    let view = try MapView(
      center: Position(longitude: 180, latitude: 0), metersAcross: 1_000_000, width: 80,
      height: 24)
    let window = TileWindow(view.reach(), zooms: 0...6)
    let columns = Set(try #require(window.tiles(within: nil)).map(\.x))
    let last = (1 << window.zoom) - 1
    #expect(columns.contains(0) && columns.contains(last) && columns.count < 20)
    let west = Envelope(west: -180, south: -10, east: -179, north: 10)
    let part = try #require(window.tiles(within: west))
    #expect(!part.isEmpty && part.allSatisfy { $0.x == 0 })
  }

  @Test func `the world in tiles of a city is the city's, and too many are none`() throws {
    let view = try MapView(envelope: .world, width: 120, height: 40)
    let window = TileWindow(view.reach(), zooms: 10...14)
    #expect(window.zoom == 10)
    #expect(window.tiles(within: nil) == nil)
    let city = Envelope(west: 42.95, south: 36.24, east: 43.29, north: 36.45)
    let tiles = try #require(window.tiles(within: city))
    #expect((1...6).contains(tiles.count))
    #expect(window.tiles(within: Envelope(west: 0, south: 50, east: 0, north: 50))?.count == 1)
  }
}
