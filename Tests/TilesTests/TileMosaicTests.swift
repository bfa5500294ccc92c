import SimpleFeatures
import TestSupport
import Testing

@testable import Tiles

/// Pieces of tiles put together again, against the shapes that were cut.
struct TileMosaicTests {
  private let zoom = 11

  /// World units to a unit of the zoom's grid.
  private var unit: Int64 { TileMosaic.worldSide >> Int64(zoom + 12) }

  private func mosaic(of shape: ZoomGeometry, buffer: UInt16 = 64) -> TileMosaic {
    var mosaic = TileMosaic()
    for tile in shape.tiles(buffer: buffer) {
      for part in shape.geometries(in: tile, buffer: buffer) {
        mosaic.add(part, extent: 4_096, of: tile)
      }
    }
    return mosaic
  }

  private func square(_ west: Double, _ south: Double, _ side: Double) -> [Position] {
    [(0, 0), (side, 0), (side, side), (0, side), (0, 0)].map {
      Position(longitude: west + $0.0, latitude: south + $0.1)
    }
  }

  /// A ring around a middle with a random radius in every direction, degrees.
  private func star(
    _ generator: inout SeededGenerator, radii: ClosedRange<Double>, count: Int
  ) -> LinearRing {
    var positions = (0..<count).map { index in
      let angle = Double(index) / Double(count) * 2 * .pi - .pi
      let radius = Double.random(in: radii, using: &generator)
      let cosine = MercatorPosition.sine(.pi / 2 - angle.magnitude)
      return Position(
        longitude: 43.1 + radius * cosine, latitude: 36.3 + radius * sine(angle))
    }
    positions.append(positions[0])
    return LinearRing(positions)
  }

  private func sine(_ angle: Double) -> Double {
    angle.magnitude <= .pi / 2
      ? MercatorPosition.sine(angle)
      : MercatorPosition.sine((angle < 0 ? -.pi : .pi) - angle)
  }

  private func isInside(_ point: GridPoint, _ rings: [[GridPoint]]) -> Bool {
    rings.count { TileRing.holds(point, $0) } % 2 == 1
  }

  private func distance(from point: GridPoint, to ring: [GridPoint]) -> Double {
    zip(ring, ring.dropFirst() + ring.prefix(1)).map { start, end in
      let (dx, dy) = (Double(end.x - start.x), Double(end.y - start.y))
      let (px, py) = (Double(point.x - start.x), Double(point.y - start.y))
      let length = dx * dx + dy * dy
      let along = length > 0 ? min(max((px * dx + py * dy) / length, 0), 1) : 0
      return ((px - along * dx) * (px - along * dx) + (py - along * dy) * (py - along * dy))
        .squareRoot()
    }.min() ?? .infinity
  }

  /// How long the steps are that run along edges of tiles, world units.
  private func seamLengths(_ rings: [[GridPoint]]) -> [Int64] {
    let side = TileMosaic.worldSide >> Int64(zoom)
    return rings.flatMap { ring in
      zip(ring, ring.dropFirst() + ring.prefix(1)).compactMap { start, end in
        if start.x == end.x, start.x % side == 0 { return abs(end.y - start.y) }
        if start.y == end.y, start.y % side == 0 { return abs(end.x - start.x) }
        return nil
      }
    }
  }

  @Test func `areas come out as they went in, without seams`() throws {
    var generator = SeededGenerator(seed: 3_141)
    print("seed \(generator.seed): replay with SIJIL_SEED=\(generator.seed)")
    var (compared, several) = (0, 0)
    for _ in 0..<60 {
      let polygon = Polygon(
        exteriorRing: star(&generator, radii: 0.05...0.4, count: generator.integer(in: 3...40)),
        interiorRings: [
          star(&generator, radii: 0.005...0.02, count: generator.integer(in: 3...9))
        ])
      let shape = try ZoomGeometry(.polygon(polygon), zoom: zoom)
      let originals = shape.areas.flatMap { $0 }.map { ring in
        ring.map { GridPoint(x: $0.x * unit, y: $0.y * unit) }
      }
      let rings = mosaic(of: shape).areaRings()
      let longest = seamLengths(rings).max() ?? 0
      #expect(longest <= 3 * unit, "seed \(generator.seed): a seam of \(longest / unit) units")
      if shape.tiles(buffer: 0).count > 4 { several += 1 }
      let xs = originals.joined().map(\.x), ys = originals.joined().map(\.y)
      let (west, east) = (try #require(xs.min()), try #require(xs.max()))
      let (north, south) = (try #require(ys.min()), try #require(ys.max()))
      for _ in 0..<200 {
        let point = GridPoint(
          x: Int64.random(in: west...east, using: &generator),
          y: Int64.random(in: north...south, using: &generator))
        guard isInside(point, originals) != isInside(point, rings) else { continue }
        // Where a buffer ends, a cut is rounded to the grid: one unit, seldom two.
        let off = originals.map { distance(from: point, to: $0) }.min() ?? .infinity
        #expect(off <= Double(2 * unit), "seed \(generator.seed): \(off) units off")
      }
      compared += 200
    }
    #expect(compared == 12_000 && several > 50)
  }

  @Test func `an area over four tiles is one ring`() throws {
    // The middle of the world is a corner of four tiles of every zoom but the first.
    let shape = try ZoomGeometry(
      .polygon(Polygon(exteriorRing: LinearRing(square(-0.05, -0.05, 0.1)))), zoom: zoom)
    #expect(shape.tiles(buffer: 0).count == 4)
    let rings = mosaic(of: shape).areaRings()
    #expect(rings.count == 1)
    let half = try #require(shape.areas.first?.first).map(\.x).max().map {
      ($0 - 4_096 << Int64(zoom - 1)) * unit
    }
    let side = 2 * (try #require(half))
    #expect(TileRing.doubledArea(try #require(rings.first)).magnitude == UInt128(2 * side * side))
  }

  @Test func `a hole over an edge of tiles stays a hole`() throws {
    let polygon = Polygon(
      exteriorRing: LinearRing(square(-0.05, 0.01, 0.1)),
      interiorRings: [LinearRing(square(-0.01, 0.05, 0.02))])
    let rings = mosaic(of: try ZoomGeometry(.polygon(polygon), zoom: zoom)).areaRings()
    #expect(rings.count == 2)
    let middle = TileMosaic.worldSide / 2
    func holds(_ latitude: Double) throws -> Bool {
      let y = MercatorPosition(Position(longitude: 0, latitude: latitude)).y
      return isInside(
        GridPoint(x: middle + 3, y: Int64(y * Double(TileMosaic.worldSide))), rings)
    }
    #expect(try holds(0.03))
    #expect(try !holds(0.06))
    #expect(try holds(0.09))
    #expect(try !holds(0.12))
  }

  @Test func `a road over five tiles is one path`() throws {
    let width = 360.0 / Double(1 << zoom)
    let road = LineString([
      Position(longitude: 43, latitude: 36.3),
      Position(longitude: 43 + 4 * width, latitude: 36.35),
    ])
    let shape = try ZoomGeometry(.lineString(road), zoom: zoom)
    #expect(shape.tiles(buffer: 0).count >= 5)
    let paths = mosaic(of: shape).paths()
    #expect(paths.count == 1)
    #expect(paths.first?.first?.x == shape.paths[0][0].x * unit)
    #expect(paths.first?.last?.x == shape.paths[0][1].x * unit)
  }

  @Test func `paths are joined where one ends and one begins, and nowhere else`() throws {
    let west = TileMosaic.WorldSquare(
      try #require(TileAddress(zoom: 1, x: 0, y: 0)), extent: 4_096)
    let east = TileMosaic.WorldSquare(
      try #require(TileAddress(zoom: 1, x: 1, y: 0)), extent: 4_096)
    let unit = TileMosaic.worldSide / 8_192
    func point(_ x: Int64, _ y: Int64) -> GridPoint { GridPoint(x: x * unit, y: y * unit) }
    let (a, b, edge) = (point(4_000, 9), point(4_200, 9), point(4_096, 9))
    var joiner = PathJoiner()
    joiner.add([edge, b], in: east)
    joiner.add([a, edge], in: west)
    #expect(joiner.joined() == [[a, edge, b]])
    joiner.add([point(4_096, 10), b], in: east)
    #expect(joiner.joined().count == 3, "a fork is a choice")
    joiner = PathJoiner()
    joiner.add([a, edge], in: west)
    joiner.add([b, edge], in: east)
    #expect(joiner.joined().count == 2, "two ways that meet head-on are two")
    joiner = PathJoiner()
    joiner.add([a, edge], in: west)
    joiner.add([point(4_096, 12), b], in: east)
    #expect(joiner.joined().count == 2, "three units are no rounding")
  }

  @Test(arguments: [0, 14, 31])
  func `coordinates at the ends of 32 bits stop nothing`(zoom: Int) throws {
    let tile = try #require(TileAddress(zoom: zoom, x: 0, y: 0))
    let ends = [Int32.min, 0, 1, Int32.max]
    let corners = [(0, 0), (3, 0), (3, 3), (0, 3)].map {
      TilePoint(x: ends[$0.0], y: ends[$0.1])
    }
    for extent in [UInt32(1), 3, 4_096, .max] {
      var mosaic = TileMosaic()
      mosaic.add(.polygons([TilePolygon(exteriorRing: corners)]), extent: extent, of: tile)
      mosaic.add(.lines([corners]), extent: extent, of: tile)
      mosaic.add(.points(corners), extent: extent, of: tile)
      let side = TileMosaic.worldSide >> Int64(zoom)
      for point in (mosaic.areaRings() + mosaic.paths()).joined() {
        #expect((0...side).contains(point.x) && (0...side).contains(point.y))
      }
    }
  }

  @Test func `random pieces, sound or not, always close into rings`() {
    var generator = SeededGenerator(seed: 99)
    print("seed \(generator.seed): replay with SIJIL_SEED=\(generator.seed)")
    for _ in 0..<200 {
      var mosaic = TileMosaic()
      for _ in 0..<generator.integer(in: 1...6) {
        let tile = TileAddress(
          unchecked: 3, generator.integer(in: 2...3), generator.integer(in: 2...3))
        mosaic.add(generator.tileGeometry(), extent: 4_096, of: tile)
      }
      for ring in mosaic.areaRings() { #expect(ring.count > 2, "seed \(generator.seed)") }
    }
  }

  @Test func `only wanted layers are decoded, whatever the others hold`() throws {
    let layer = VectorTile.Layer(
      name: "water", features: [VectorTile.Feature(geometry: .points([TilePoint(x: 1, y: 2)]))])
    var broken = try VectorTile(layers: [layer]).encoded()
    // A second layer whose only feature has no geometry.
    broken += [0x1A, 8, 0x0A, 2, 0x70, 0x6F, 0x12, 0, 0x78, 2]
    #expect(throws: TilesError.self) { try VectorTile(decoding: broken) }
    #expect(try VectorTile(decoding: broken) { $0 == "water" } == VectorTile(layers: [layer]))
  }
}
