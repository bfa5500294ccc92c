import SimpleFeatures
import TestSupport
import Testing

@testable import Tiles

/// Shapes on the grid of a zoom and their parts in tiles.
struct ZoomGeometryTests {
  /// The position of a point on the grid of a zoom.
  private func position(_ x: Double, _ y: Double, zoom: Int) -> Position {
    let side = 4_096 * Double(1 << zoom)
    return MercatorPosition(x: x / side, y: y / side).position
  }

  private func ring(_ pairs: [(Double, Double)], zoom: Int = 2) -> LinearRing {
    let positions = pairs.map { position($0.0, $0.1, zoom: zoom) }
    return LinearRing(positions + positions.prefix(1))
  }

  private func polygons(_ geometry: ZoomGeometry, _ tile: String, buffer: UInt16 = 0) throws
    -> [TilePolygon]
  {
    for part in geometry.geometries(in: try #require(TileAddress(tile)), buffer: buffer) {
      if case .polygons(let polygons) = part { return polygons }
    }
    return []
  }

  private func points(_ pairs: [(Int32, Int32)]) -> Set<TilePoint> {
    Set(pairs.map { TilePoint(x: $0.0, y: $0.1) })
  }

  @Test func `a square over four tiles has a corner in each`() throws {
    let square = Polygon(
      exteriorRing: ring([(4_000, 4_000), (4_200, 4_000), (4_200, 4_200), (4_000, 4_200)]))
    let geometry = try ZoomGeometry(.polygon(square), zoom: 2)
    #expect(geometry.tiles(buffer: 0).map(\.description) == ["2/0/0", "2/1/0", "2/0/1", "2/1/1"])
    let corners: [(String, [(Int32, Int32)])] = [
      ("2/0/0", [(4_000, 4_000), (4_096, 4_000), (4_096, 4_096), (4_000, 4_096)]),
      ("2/1/0", [(0, 4_000), (104, 4_000), (104, 4_096), (0, 4_096)]),
      ("2/0/1", [(4_000, 0), (4_096, 0), (4_096, 104), (4_000, 104)]),
      ("2/1/1", [(0, 0), (104, 0), (104, 104), (0, 104)]),
    ]
    for (tile, expected) in corners {
      let cut = try polygons(geometry, tile)
      #expect(cut.count == 1 && Set(cut[0].exteriorRing) == points(expected))
      #expect(TileRing.doubledArea(cut[0].exteriorRing) > 0)
    }
    #expect(geometry.geometries(in: try #require(TileAddress("3/0/0")), buffer: 0).isEmpty)
  }

  @Test
  func `a hole that the edge cuts becomes part of the outline, one that fills a tile empties it`()
    throws
  {
    let frame = Polygon(
      exteriorRing: ring([(100, 100), (8_000, 100), (8_000, 3_000), (100, 3_000)]),
      interiorRings: [ring([(3_000, 1_000), (6_000, 1_000), (6_000, 2_000), (3_000, 2_000)])])
    let geometry = try ZoomGeometry(.polygon(frame), zoom: 2)
    let left = try polygons(geometry, "2/0/0")
    #expect(left.count == 1 && left[0].interiorRings.isEmpty && left[0].exteriorRing.count == 8)
    let area = TileRing.doubledArea(left[0].exteriorRing)
    #expect(area == 2 * (3_996 * 2_900 - 1_096 * 1_000))
    let big = Polygon(
      exteriorRing: ring([(-0, 0), (16_384, 0), (16_384, 16_384), (0, 16_384)]),
      interiorRings: [ring([(4_000, 4_000), (8_300, 4_000), (8_300, 8_300), (4_000, 8_300)])])
    let around = try ZoomGeometry(.polygon(big), zoom: 2)
    #expect(try polygons(around, "2/1/1").isEmpty)
    #expect(try polygons(around, "2/1/1", buffer: 64).isEmpty)
    #expect(try polygons(around, "2/1/1", buffer: 200).count == 1)
    #expect(try polygons(around, "2/0/0").count == 1)
  }

  @Test func `a comb that the edge cuts comes out as its teeth, not joined along the edge`() throws
  {
    var comb: [(Double, Double)] = [(3_000, 500), (3_000, 3_500)]
    for tooth in stride(from: 3_500.0, to: 500, by: -1_000) {
      comb += [(5_000, tooth), (5_000, tooth - 500), (4_000, tooth - 500), (4_000, tooth - 1_000)]
    }
    comb.removeLast()
    let geometry = try ZoomGeometry(.polygon(Polygon(exteriorRing: ring(comb))), zoom: 2)
    let teeth = try polygons(geometry, "2/1/0")
    #expect(teeth.count == 3)
    #expect(teeth.allSatisfy { $0.exteriorRing.count == 4 })
    #expect(teeth.allSatisfy { TileRing.doubledArea($0.exteriorRing) == 2 * 904 * 500 })
  }

  @Test func `lines are cut at the edges and meet there, points lie where they are`() throws {
    let line = LineString(
      [(4_000, 100), (4_200, 200), (4_200, 300), (4_000, 400)].map {
        position($0.0, $0.1, zoom: 2)
      })
    let geometry = try ZoomGeometry(
      .geometryCollection([.lineString(line), .point(position(4_100, 50, zoom: 2))]), zoom: 2)
    let west = geometry.geometries(in: try #require(TileAddress("2/0/0")), buffer: 0)
    let east = geometry.geometries(in: try #require(TileAddress("2/1/0")), buffer: 0)
    #expect(
      west == [
        .lines([
          [TilePoint(x: 4_000, y: 100), TilePoint(x: 4_096, y: 148)],
          [TilePoint(x: 4_096, y: 352), TilePoint(x: 4_000, y: 400)],
        ])
      ])
    #expect(
      east == [
        .points([TilePoint(x: 4, y: 50)]),
        .lines([
          [
            TilePoint(x: 0, y: 148), TilePoint(x: 104, y: 200), TilePoint(x: 104, y: 300),
            TilePoint(x: 0, y: 352),
          ]
        ]),
      ])
  }

  @Test func `what is too small for a zoom is left out, what repeats is dropped`() throws {
    let speck = Polygon(
      exteriorRing: LinearRing([
        Position(longitude: 43, latitude: 36), Position(longitude: 43.0001, latitude: 36),
        Position(longitude: 43, latitude: 36.0001), Position(longitude: 43, latitude: 36),
      ]))
    #expect(try ZoomGeometry(.polygon(speck), zoom: 4).isEmpty)
    #expect(try !ZoomGeometry(.polygon(speck), zoom: 14).isEmpty)
    let dash = LineString([
      Position(longitude: 43, latitude: 36), Position(longitude: 43.00001, latitude: 36),
    ])
    #expect(try ZoomGeometry(.lineString(dash), zoom: 3).isEmpty)
    #expect(throws: TilesError.noSuchZoom(25)) { try ZoomGeometry(.lineString(dash), zoom: 25) }
    let nowhere = Position(longitude: 181, latitude: 0)
    #expect(throws: TilesError.outsideWorld(nowhere)) { try ZoomGeometry(.point(nowhere), zoom: 0) }
  }

  @Test func `simplifying keeps within its tolerance and never makes a ring cross itself`() throws {
    var generator = SeededGenerator(seed: 1_973)
    print("seed \(generator.seed): replay with SIJIL_SEED=\(generator.seed)")
    for _ in 0..<200 {
      let count = generator.integer(in: 4...60)
      // A star has no crossing edges: its points lie around it in the order of their angles.
      let star = (0..<count).map { index -> GridPoint in
        let angle = Double(index) / Double(count) * 6.283
        let radius = Double(generator.integer(in: 50...4_000))
        return GridPoint(
          x: 9_000 + Int64(radius * cosine(angle)), y: Int64(radius * cosine(angle - 1.5708)))
      }
      let whole = TileRing.withoutRepeats(star, isRing: true)
      guard !TileRing.meetsItself(whole) else { continue }
      for tolerance in [0, 1, 16, 300.0] {
        let simple = LineSimplifier(tolerance: tolerance).ring(whole)
        #expect(!simple.isEmpty && !TileRing.meetsItself(simple))
        #expect(Set(simple).isSubset(of: Set(whole)))
        if tolerance == 0 { #expect(simple.count == whole.count) }
        let turned = Array(whole[2...] + whole[..<2])
        let other = LineSimplifier(tolerance: tolerance).ring(turned)
        #expect(Set(other) == Set(simple))
      }
    }
  }

  /// cos by its series: the tests, too, are the same on every machine.
  private func cosine(_ angle: Double) -> Double {
    MercatorPosition.sine(1.570_796 - abs(wrapped(angle)))
  }

  private func wrapped(_ angle: Double) -> Double {
    angle > .pi ? angle - 2 * .pi : angle < -.pi ? angle + 2 * .pi : angle
  }

  @Test func `the parts of a shape have its area together, and all can be written`() throws {
    var generator = SeededGenerator(seed: 1_974)
    print("seed \(generator.seed): replay with SIJIL_SEED=\(generator.seed)")
    for _ in 0..<100 {
      let count = generator.integer(in: 3...40)
      let star = (0..<count).map { index -> (Double, Double) in
        let angle = Double(index) / Double(count) * 6.283
        let radius = Double(generator.integer(in: 500...8_000))
        return (
          9_000 + (radius * cosine(angle)).rounded(),
          9_000 + (radius * cosine(angle - 1.5708)).rounded()
        )
      }
      let geometry = try ZoomGeometry(
        .polygon(Polygon(exteriorRing: ring(star, zoom: 3))), zoom: 3)
      guard let outline = geometry.areas.first?.first else { continue }
      var area: Int128 = 0
      var edges = 0
      for tile in geometry.tiles(buffer: 0) {
        let parts = geometry.geometries(in: tile, buffer: 0)
        for case .polygons(let polygons) in parts {
          for polygon in polygons {
            area += TileRing.doubledArea(polygon.exteriorRing)
            edges += polygon.exteriorRing.count
          }
        }
        let features = parts.map { VectorTile.Feature(geometry: $0) }
        let layer = VectorTile.Layer(name: "a", features: features)
        let bytes = try VectorTile(layers: [layer]).encoded()
        #expect(try VectorTile(decoding: bytes).layers == [layer])
      }
      // A crossing is rounded by half a unit, beside an edge of a tile's length at most.
      let difference = area - TileRing.doubledArea(outline)
      #expect(difference.magnitude <= UInt128(edges) * 5_800)
    }
  }
}
