import SimpleFeatures
import TestSupport
import Testing
import Tiles

/// Addresses, bounds and numbers of tiles.
struct TileAddressTests {
  /// The curve as the textbook walks it, in plain integers of the machine.
  private func plainID(_ z: Int, _ x: Int, _ y: Int) -> UInt64 {
    var (x, y, sum) = (x, y, 0)
    var side = 1 << z
    while side > 1 {
      side /= 2
      let (right, lower) = (x / side % 2, y / side % 2)
      sum += side * side * (right == 0 ? lower : 3 - lower)
      (x, y) = (x % side, y % side)
      if lower == 0 {
        if right == 1 { (x, y) = (side - 1 - x, side - 1 - y) }
        (x, y) = (y, x)
      }
    }
    return (0..<z).reduce(0) { $0 + UInt64(1) << UInt64(2 * $1) } + UInt64(sum)
  }

  @Test func `numbers of the published examples`() throws {
    let examples: [(String, UInt64)] = [
      ("0/0/0", 0), ("1/0/0", 1), ("1/0/1", 2), ("1/1/1", 3), ("1/1/0", 4), ("2/0/0", 5),
      ("12/3423/1763", 19_078_479),
    ]
    for (text, value) in examples {
      let tile = try #require(TileAddress(text))
      #expect(TileID(tile).value == value)
      #expect(TileID(value)?.address == tile)
    }
  }

  @Test func `every tile of the zooms 0 to 8 has its number, and neighbours on the curve touch`()
    throws
  {
    var expected: UInt64 = 0
    for zoom in 0...8 {
      var byID: [UInt64: TileAddress] = [:]
      for x in 0..<(1 << zoom) {
        for y in 0..<(1 << zoom) {
          let tile = try #require(TileAddress(zoom: zoom, x: x, y: y))
          let id = TileID(tile)
          #expect(id.value == plainID(zoom, x, y))
          #expect(id.address == tile)
          byID[id.value] = tile
        }
      }
      var last: TileAddress?
      for _ in 0..<(1 << (2 * zoom)) {
        let tile = try #require(byID[expected])
        if let last { #expect(abs(tile.x - last.x) + abs(tile.y - last.y) == 1) }
        last = tile
        expected += 1
      }
    }
  }

  @Test func `numbers and addresses of high zooms come back, to the last tile`() throws {
    var generator = SeededGenerator(seed: 26)
    print("seed \(generator.seed): replay with SIJIL_SEED=\(generator.seed)")
    for zoom in 9...TileAddress.maximumZoom {
      let last = 1 << zoom - 1
      var places = [(0, 0), (last, 0), (0, last), (last, last)]
      for _ in 0..<200 {
        places.append((generator.integer(in: 0...last), generator.integer(in: 0...last)))
      }
      for (x, y) in places {
        let tile = try #require(TileAddress(zoom: zoom, x: x, y: y))
        let id = TileID(tile)
        #expect(id.address == tile)
        if zoom <= 26 { #expect(id.value == plainID(zoom, x, y)) }
      }
    }
    // (4³² − 1) / 3 tiles in all, and none behind the last.
    #expect(TileID(UInt64.max / 3) == nil)
    #expect(TileID(UInt64.max) == nil)
    let end = try #require(TileID(UInt64.max / 3 - 1))
    #expect(end.address == TileAddress(zoom: 31, x: 1 << 31 - 1, y: 0))
  }

  @Test func `addresses that are none are refused`() {
    for (zoom, x, y) in [
      (-1, 0, 0), (32, 0, 0), (0, 1, 0), (3, 8, 0), (3, 0, -1), (Int.max, 0, 0), (5, Int.min, 0),
    ] { #expect(TileAddress(zoom: zoom, x: x, y: y) == nil) }
    for text in ["", "1/2", "1/2/3/4", "a/0/0", "1/+1/0", "1/-1/0", "1/٠/0", "1//0", "0/0/1"] {
      #expect(TileAddress(text) == nil)
    }
    #expect(TileAddress("14/10150/6393")?.description == "14/10150/6393")
  }

  @Test func `a tile holds the positions inside its edges`() throws {
    var generator = SeededGenerator(seed: 3857)
    print("seed \(generator.seed): replay with SIJIL_SEED=\(generator.seed)")
    for _ in 0..<2_000 {
      let zoom = generator.integer(in: 0...22)
      let last = 1 << zoom - 1
      let tile = try #require(
        TileAddress(
          zoom: zoom, x: generator.integer(in: 0...last), y: generator.integer(in: 0...last)))
      let box = tile.envelope
      #expect(TileAddress(zoom: zoom, holding: box.center) == tile)
      let inside = Position(
        longitude: box.west + box.width * Double.random(in: 0.001...0.999, using: &generator),
        latitude: box.south + box.height * Double.random(in: 0.001...0.999, using: &generator))
      #expect(TileAddress(zoom: zoom, holding: inside) == tile)
      #expect(tile.children.allSatisfy { $0.parent == tile })
      #expect(tile.children.allSatisfy { box.intersects($0.envelope) })
    }
  }

  @Test func `known places and edges`() throws {
    // The Old City of Mosul; by the formula of the OpenStreetMap wiki in Python.
    let mosul = Position(longitude: 43.13, latitude: 36.34)
    #expect(TileAddress(zoom: 14, holding: mosul)?.description == "14/10154/6414")
    #expect(TileAddress(zoom: 0, holding: mosul)?.description == "0/0/0")
    let corner = Position(longitude: 180, latitude: -90)
    #expect(TileAddress(zoom: 2, holding: corner)?.description == "2/3/3")
    let other = Position(longitude: -180, latitude: 90)
    #expect(TileAddress(zoom: 2, holding: other)?.description == "2/0/0")
    #expect(TileAddress(zoom: 2, holding: Position(longitude: .nan, latitude: 0)) == nil)
    #expect(TileAddress(zoom: 33, holding: mosul) == nil)
    let world = try #require(TileAddress("0/0/0"))
    #expect(world.parent == nil)
    #expect(abs(world.envelope.north - 85.0511287798066) < 1e-10)
    #expect(abs(world.mercatorMeters.west + 20_037_508.342_789_244) < 1e-6)
    #expect(abs(world.mercatorMeters.north - 20_037_508.342_789_244) < 1e-6)
  }
}
