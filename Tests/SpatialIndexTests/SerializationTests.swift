import SimpleFeatures
import SpatialIndex
import TestSupport
import Testing

struct SerializationTests {
  private func reading(_ bytes: [UInt8]) -> Result<PackedRTree, SpatialIndexError> {
    Result { () throws(SpatialIndexError) in try PackedRTree(serialized: bytes) }
  }

  @Test(arguments: [2, 5, 16])
  func `what is written is read back`(nodeSize: Int) throws {
    var random = SeededGenerator(seed: 12)
    for count in [0, 1, 2, 15, 16, 17, 40, 300] {
      for kind in BoxKind.allCases {
        let tree = try PackedRTree(
          envelopes: random.envelopes(count, kind), nodeSize: nodeSize)
        #expect(try PackedRTree(serialized: tree.serialized()) == tree)
      }
    }
  }

  @Test func `the bytes of one point are these`() throws {
    let tree = try PackedRTree(positions: [Position(longitude: 43, latitude: 36.5)])
    #expect(
      tree.serialized()
        == Array("SijilRT".utf8) + [1, 16, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0]
        + [0, 0, 0, 0, 0, 0x80, 0x45, 0x40, 0, 0, 0, 0, 0, 0x40, 0x42, 0x40, 0, 0, 0, 0])
  }

  @Test func `every truncation and every surplus is refused`() throws {
    var random = SeededGenerator(seed: 99)
    let bytes = try PackedRTree(envelopes: random.envelopes(7, .mixed)).serialized()
    for length in 0..<24 {
      #expect(reading(Array(bytes.prefix(length))) == .failure(.notAnIndex))
    }
    for length in 24..<bytes.count {
      #expect(
        reading(Array(bytes.prefix(length)))
          == .failure(.wrongLength(expected: bytes.count, actual: length)))
    }
    #expect(
      reading(bytes + [0])
        == .failure(.wrongLength(expected: bytes.count, actual: bytes.count + 1)))
  }

  @Test func `a wrong header is refused field by field`() throws {
    let good = try PackedRTree(positions: [Position(longitude: 1, latitude: 2)]).serialized()
    func changed(_ offset: Int, _ bytes: [UInt8]) -> Result<PackedRTree, SpatialIndexError> {
      var copy = good
      copy.replaceSubrange(offset..<offset + bytes.count, with: bytes)
      return reading(copy)
    }
    #expect(changed(0, [0x73]) == .failure(.notAnIndex))
    #expect(changed(7, [2]) == .failure(.unsupportedVersion(2)))
    #expect(changed(8, [1]) == .failure(.invalidNodeSize(1)))
    #expect(changed(8, [255, 255, 255, 255]) == .failure(.invalidNodeSize(4_294_967_295)))
    #expect(changed(12, [3]) == .failure(.unknownFlags(3)))
    #expect(
      changed(16, Array(repeating: 255, count: 8)) == .failure(.tooManyItems(count: .max)))
    #expect(
      changed(16, [255, 255, 255, 127, 0, 0, 0, 0])
        == .failure(.wrongLength(expected: 24 + 20 * Int(Int32.max), actual: good.count)))
    #expect(changed(24 + 6, [0xF8, 0x7F]) == .failure(.invalidEnvelope(ordinal: 0)))
    #expect(changed(40, [1]) == .failure(.invalidOrdinal(slot: 0)))
    #expect(changed(40, [255, 255, 255, 255]) == .failure(.invalidOrdinal(slot: 0)))
  }

  @Test func `an ordinal given twice is refused`() throws {
    let tree = try PackedRTree(
      positions: [Position(longitude: 1, latitude: 2), Position(longitude: 3, latitude: 4)])
    var bytes = tree.serialized()
    bytes.replaceSubrange(bytes.count - 4..<bytes.count, with: bytes[56..<60])
    #expect(reading(bytes) == .failure(.invalidOrdinal(slot: 1)))
  }

  @Test func `any changed byte is refused or gives an index that still answers`() throws {
    var random = SeededGenerator(seed: 255)
    let bytes = try PackedRTree(envelopes: random.envelopes(20, .mixed), nodeSize: 3).serialized()
    for offset in bytes.indices {
      var copy = bytes
      copy[offset] ^= UInt8.random(in: 1...255, using: &random)
      guard case .success(let tree) = reading(copy) else { continue }
      let found = tree.search(Envelope(west: -180, south: -90, east: 180, north: 90))
      #expect(found.sorted() == Array(0..<20), "seed \(random.seed), offset \(offset)")
      #expect(tree.neighbors(of: random.position(onGrid: false), count: 30).count == 20)
    }
  }
}
