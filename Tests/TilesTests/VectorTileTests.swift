import TestSupport
import Testing

@testable import Tiles

/// Vector tiles there and back, and the examples of the specification byte for byte.
struct VectorTileTests {
  private func commands(_ geometry: TileGeometry) throws -> [UInt32] {
    try geometry.commandIntegers()
  }

  private func points(_ pairs: [(Int32, Int32)]) -> [TilePoint] {
    pairs.map { TilePoint(x: $0.0, y: $0.1) }
  }

  @Test func `the geometries of the specification's examples`() throws {
    // MVT 2.1 §4.3.5.1 to §4.3.5.6.
    let examples: [(TileGeometry, [UInt32])] = [
      (.points(points([(25, 17)])), [9, 50, 34]),
      (.points(points([(5, 7), (3, 2)])), [17, 10, 14, 3, 9]),
      (.lines([points([(2, 2), (2, 10), (10, 10)])]), [9, 4, 4, 18, 0, 16, 16, 0]),
      (
        .lines([points([(2, 2), (2, 10), (10, 10)]), points([(1, 1), (3, 5)])]),
        [9, 4, 4, 18, 0, 16, 16, 0, 9, 17, 17, 10, 4, 8]
      ),
      (
        .polygons([TilePolygon(exteriorRing: points([(3, 6), (8, 12), (20, 34)]))]),
        [9, 6, 12, 18, 10, 12, 24, 44, 15]
      ),
      (
        .polygons([
          TilePolygon(exteriorRing: points([(0, 0), (10, 0), (10, 10), (0, 10)])),
          TilePolygon(
            exteriorRing: points([(11, 11), (20, 11), (20, 20), (11, 20)]),
            interiorRings: [points([(13, 13), (13, 17), (17, 17), (17, 13)])]),
        ]),
        [
          9, 0, 0, 26, 20, 0, 0, 20, 19, 0, 15, 9, 22, 2, 26, 18, 0, 0, 18, 17, 0, 15, 9, 4, 13, 26,
          0, 8, 8, 0, 0, 7, 15,
        ]
      ),
    ]
    for (geometry, integers) in examples {
      #expect(try commands(geometry) == integers)
      var decoder = GeometryDecoder(integers, holdsWinding: true)
      #expect(try decoder.geometry(ofType: geometry.typeNumber) == geometry)
    }
  }

  @Test func `a whole tile byte for byte`() throws {
    let tile = VectorTile(layers: [
      VectorTile.Layer(
        name: "p",
        features: [
          VectorTile.Feature(
            id: 1, properties: [.init("k", .string("v")), .init("b", .bool(true))],
            geometry: .points(points([(25, 17)]))),
          VectorTile.Feature(
            properties: [.init("b", .string("v"))], geometry: .points(points([(5, 7)]))),
        ])
    ])
    // Worked out by hand from the field numbers of the schema.
    let expected: [UInt8] =
      [0x1A, 53, 0x0A, 1, 0x70]
      + [0x12, 15, 0x08, 1, 0x12, 4, 0, 0, 1, 1, 0x18, 1, 0x22, 3, 9, 50, 34]
      + [0x12, 11, 0x12, 2, 1, 0, 0x18, 1, 0x22, 3, 9, 10, 14]
      + [0x1A, 1, 0x6B, 0x1A, 1, 0x62, 0x22, 3, 0x0A, 1, 0x76, 0x22, 2, 0x38, 1]
      + [0x28, 0x80, 0x20, 0x78, 2]
    let bytes = try tile.encoded()
    #expect(bytes == expected)
    #expect(try VectorTile(decoding: bytes) == tile)
  }

  @Test func `random tiles come back, and twice the same bytes`() throws {
    var generator = SeededGenerator(seed: 21)
    print("seed \(generator.seed): replay with SIJIL_SEED=\(generator.seed)")
    for _ in 0..<500 {
      let tile = generator.vectorTile()
      let bytes = try tile.encoded()
      let read = try VectorTile(decoding: bytes)
      #expect(read == tile)
      #expect(try read.encoded() == bytes)
    }
  }

  @Test func `zero and its negative stay two values, and a NaN is one`() throws {
    let values: [VectorTile.Value] = [.double(0), .double(-0.0), .double(.nan), .double(.nan)]
    let tile = VectorTile(layers: [
      VectorTile.Layer(
        name: "n",
        features: values.map {
          VectorTile.Feature(
            properties: [.init("v", $0)], geometry: .points(points([(0, 0)])))
        })
    ])
    let read = try VectorTile(decoding: try tile.encoded())
    let signs = read.layers[0].features.map { feature -> FloatingPointSign? in
      if case .double(let number)? = feature["v"], !number.isNaN { number.sign } else { nil }
    }
    #expect(signs == [.plus, .minus, nil, nil])
    #expect(try tile.encoded().count < 110)
  }

  @Test func `numbers that are not packed, and fields nobody knows, are read`() throws {
    // Geometry as three separate numbers, an extension in layer, feature and tile.
    let feature: [UInt8] = [0x18, 1, 0x20, 9, 0x20, 50, 0x20, 34, 0xA5, 1, 1, 2, 3, 4]
    let layer: [UInt8] =
      [0x78, 2, 0x12, UInt8(feature.count)] + feature
      + [0x0A, 1, 0x70, 0x81, 2, 0, 0, 0, 0, 0, 0, 0, 0]
    let bytes: [UInt8] = [0x80, 1, 5, 0x1A, UInt8(layer.count)] + layer
    let tile = try VectorTile(decoding: bytes)
    #expect(tile.layers[0].extent == 4096)
    #expect(tile.layers[0].features[0].geometry == .points(points([(25, 17)])))
    #expect(try VectorTile(decoding: []).layers.isEmpty)
  }
}
