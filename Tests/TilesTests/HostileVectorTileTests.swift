import TestSupport
import Testing

@testable import Tiles

/// Vector tiles that break a rule are refused with the rule and the byte.
struct HostileVectorTileTests {
  /// A tile of one layer around a feature's bytes, with one key and one value.
  private func tile(feature: [UInt8], version: UInt8 = 2) -> [UInt8] {
    let layer: [UInt8] =
      [0x0A, 1, 0x70, 0x12, UInt8(feature.count)] + feature
      + [0x1A, 1, 0x6B, 0x22, 2, 0x38, 1, 0x78, version]
    return [0x1A, UInt8(layer.count)] + layer
  }

  private func fault(_ bytes: [UInt8]) -> VectorTileFault? {
    do {
      _ = try VectorTile(decoding: bytes)
      return nil
    } catch {
      guard case .vectorTile(let fault, let offset) = error else { return nil }
      #expect((0...bytes.count).contains(offset))
      return fault
    }
  }

  private func geometryFault(_ type: UInt64, _ integers: [UInt32]) -> VectorTileFault? {
    var decoder = GeometryDecoder(integers, holdsWinding: true)
    do {
      _ = try decoder.geometry(ofType: type)
      return nil
    } catch {
      return error
    }
  }

  @Test func `broken messages`() {
    let cases: [([UInt8], VectorTileFault)] = [
      ([0x1A], .endsEarly),
      ([0x1A, 0x80], .endsEarly),
      ([0x1A, 5, 0], .lengthBeyondEnd(5)),
      ([0x1A] + Array(repeating: 0xFF, count: 9) + [1], .lengthBeyondEnd(.max)),
      (Array(repeating: 0xFF, count: 9) + [2], .numberTooLong),
      (Array(repeating: 0x80, count: 11), .numberTooLong),
      ([0x00, 0], .badFieldNumber(0)),
      ([0x1B, 0x1C], .badWireType(3, field: 3)),
      ([0x18, 0], .badWireType(0, field: 3)),
      ([0x21, 1, 2, 3], .endsEarly),
      ([0x1A, 2, 0x78, 2], .missingName),
      ([0x1A, 3, 0x0A, 1, 0x70], .missingVersion),
      ([0x1A, 5, 0x0A, 1, 0x70, 0x78, 3], .unsupportedVersion(3)),
      ([0x1A, 5, 0x0A, 1, 0xFF, 0x78, 2], .notUTF8),
      ([0x1A, 7, 0x0A, 1, 0x70, 0x28, 0, 0x78, 2], .zeroExtent),
      ([0x1A, 7, 0x0A, 1, 0x70, 0x22, 0, 0x78, 2], .valueFieldCount(0)),
      ([0x1A, 11, 0x0A, 1, 0x70, 0x22, 4, 0x38, 1, 0x28, 1, 0x78, 2], .valueFieldCount(2)),
      ([0x1A, 10, 0x0A, 1, 0x70, 0x78, 0x80, 0x80, 0x80, 0x80, 0x10], .lengthBeyondEnd(10)),
      ([0x1A, 9, 0x0A, 1, 0x70, 0x78, 0x80, 0x80, 0x80, 0x80, 0x10], .numberTooLarge(1 << 32)),
      (
        [0x1A, 5, 0x0A, 1, 0x70, 0x78, 2, 0x1A, 5, 0x0A, 1, 0x70, 0x78, 2],
        .duplicateLayerName("p")
      ),
    ]
    for (bytes, expected) in cases { #expect(fault(bytes) == expected, "\(bytes)") }
  }

  @Test func `broken features`() {
    let point: [UInt8] = [0x18, 1, 0x22, 3, 9, 50, 34]
    #expect(fault(tile(feature: point)) == nil)
    let cases: [([UInt8], VectorTileFault)] = [
      ([0x18, 1], .missingGeometry),
      ([0x18, 4, 0x22, 1, 9], .unknownGeometryType(4)),
      ([0x12, 1, 0] + point, .oddTagCount(1)),
      ([0x12, 2, 1, 0] + point, .tagOutOfRange(1, count: 1)),
      ([0x12, 2, 0, 1] + point, .tagOutOfRange(1, count: 1)),
      ([0x12, 4, 0, 0, 0, 0] + point, .duplicateKey("k")),
      ([0x0D, 0, 0, 0, 0] + point, .badWireType(5, field: 1)),
      ([0x18, 1, 0x22, 3, 9, 50], .lengthBeyondEnd(3)),
      ([0x18, 1, 0x22, 2, 9, 50], .parametersMissing(.moveTo, count: 1)),
    ]
    for (feature, expected) in cases {
      #expect(fault(tile(feature: feature)) == expected, "\(feature)")
    }
  }

  @Test func `broken geometries`() {
    let cases: [(UInt64, [UInt32], VectorTileFault)] = [
      (1, [], .endsEarly),
      (1, [1], .commandOutOfPlace(.moveTo, count: 0)),
      (1, [10, 1, 1], .commandOutOfPlace(.lineTo, count: 1)),
      (1, [9, 1, 1, 9, 1, 1], .commandOutOfPlace(.moveTo, count: 1)),
      (1, [11, 1, 1], .unknownCommand(3)),
      (1, [.max, 1], .commandOutOfPlace(.closePath, count: 1 << 29 - 1)),
      (2, [9, 2, 2], .endsEarly),
      (2, [17, 2, 2, 2, 2, 10, 2, 2], .commandOutOfPlace(.moveTo, count: 2)),
      (2, [9, 2, 2, 2], .commandOutOfPlace(.lineTo, count: 0)),
      (2, [9, 2, 2, 10, 0, 0], .repeatedPoint),
      (2, [9, 2, 2, 10, 2, 2, 15], .commandOutOfPlace(.closePath, count: 1)),
      (3, [9, 0, 0, 10, 2, 2, 15], .commandOutOfPlace(.lineTo, count: 1)),
      (3, [9, 0, 0, 18, 20, 0, 0, 20], .endsEarly),
      (3, [9, 0, 0, 18, 20, 0, 0, 20, 23], .commandOutOfPlace(.closePath, count: 2)),
      (3, [9, 0, 0, 18, 0, 20, 20, 0, 15], .holeWithoutExterior),
      (3, [9, 0, 0, 26, 20, 0, 0, 20, 19, 19, 15], .repeatedPoint),
      (1, [9, .max, 0], .pointOutOfRange),
      (1, [17, .max - 1, 0, .max - 1, 0], .pointOutOfRange),
      (2, [9, 0, 0, 0x2000_0002], .parametersMissing(.lineTo, count: 1 << 26)),
    ]
    for (type, integers, expected) in cases {
      #expect(geometryFault(type, integers) == expected, "\(type) \(integers)")
    }
  }

  @Test func `rings of version 1 may run either way, rings without area are kept`() throws {
    let backwards: [UInt8] = [0x18, 3, 0x22, 9, 9, 0, 0, 18, 0, 20, 20, 0, 15]
    #expect(fault(tile(feature: backwards, version: 1)) == nil)
    #expect(fault(tile(feature: backwards)) == .holeWithoutExterior)
    let flat: [UInt8] = [0x18, 3, 0x22, 9, 9, 0, 0, 18, 20, 0, 20, 0, 15]
    #expect(fault(tile(feature: flat)) == nil)
  }

  @Test func `what no reader may accept is not written`() {
    func refusal(_ geometry: TileGeometry, _ properties: [VectorTile.Property] = []) -> TilesError?
    {
      let layer = VectorTile.Layer(
        name: "p", features: [VectorTile.Feature(properties: properties, geometry: geometry)])
      do {
        _ = try VectorTile(layers: [layer]).encoded()
        return nil
      } catch {
        return error
      }
    }
    func points(_ pairs: [(Int32, Int32)]) -> [TilePoint] {
      pairs.map { TilePoint(x: $0.0, y: $0.1) }
    }
    let square = points([(0, 0), (9, 0), (9, 9), (0, 9)])
    let cases: [(TileGeometry, VectorTileFault)] = [
      (.points([]), .commandOutOfPlace(.moveTo, count: 0)),
      (.lines([]), .endsEarly),
      (.lines([points([(1, 1)])]), .commandOutOfPlace(.lineTo, count: 0)),
      (.lines([points([(1, 1), (1, 1)])]), .repeatedPoint),
      (.lines([points([(.min, 1), (.max, 1)])]), .pointOutOfRange),
      (.polygons([]), .endsEarly),
      (.polygons([TilePolygon(exteriorRing: square.reversed())]), .holeWithoutExterior),
      (.polygons([TilePolygon(exteriorRing: square + [square[0]])]), .repeatedPoint),
      (.polygons([TilePolygon(exteriorRing: square, interiorRings: [square])]), .wrongWinding),
    ]
    for (geometry, fault) in cases {
      #expect(refusal(geometry) == .unwritable(fault, layer: "p", feature: 0), "\(geometry)")
    }
    #expect(refusal(.polygons([TilePolygon(exteriorRing: square)])) == nil)
    let twice = [VectorTile.Property("k", .bool(true)), VectorTile.Property("k", .bool(false))]
    #expect(
      refusal(.points(square), twice) == .unwritable(.duplicateKey("k"), layer: "p", feature: 0))
    let layer = VectorTile.Layer(name: "p")
    #expect(throws: TilesError.unwritable(.duplicateLayerName("p"), layer: "p", feature: nil)) {
      try VectorTile(layers: [layer, layer]).encoded()
    }
  }

  @Test func `damaged and random bytes never do more than be refused`() throws {
    var generator = SeededGenerator(seed: 4_096)
    print("seed \(generator.seed): replay with SIJIL_SEED=\(generator.seed)")
    var refused = 0
    for _ in 0..<5_000 {
      var bytes = try generator.vectorTile().encoded()
      switch generator.integer(in: 0...2) {
      case 0: bytes = Array(bytes.prefix(generator.integer(in: 0...max(1, bytes.count))))
      case 1:
        for _ in 0..<generator.integer(in: 1...8) where !bytes.isEmpty {
          bytes[generator.integer(in: 0...bytes.count - 1)] = UInt8.random(
            in: 0...255, using: &generator)
        }
      default: bytes = generator.list(0...80) { UInt8.random(in: 0...255, using: &$0) }
      }
      do {
        // What is accepted can be written again.
        let tile = try VectorTile(decoding: bytes)
        if tile.layers.allSatisfy({ $0.version == 2 }) { _ = try tile.encoded() }
      } catch {
        refused += 1
        #expect(!"\(error)".isEmpty)
      }
    }
    #expect(refused > 1_000)
  }
}
