import Compression
import SimpleFeatures
import TestSupport
import Testing

@testable import Tiles

/// Archives that break a rule: found by its code, and never worse than refused.
struct HostileArchiveTests {
  /// A small sound archive whose directories, metadata and tiles are not packed.
  private struct Parts {
    var header = PMTilesHeader()
    var root: [UInt8] = []
    var metadata = ArchiveTests.metadata
    var leaves: [UInt8] = []
    var tiles: [UInt8] = []

    init() throws {
      let (one, two) = (try ArchiveTests.tile(1), try ArchiveTests.tile(2_000))
      tiles = one + two
      header.internalCompression = .none
      header.tileCompression = .none
      header.maximumZoom = 1
      (header.addressedTiles, header.tileEntries, header.tileContents) = (3, 2, 2)
      header.northEast = .init(Position(longitude: 1, latitude: 1))
      root =
        PMTilesDirectory([
          PMTilesEntry(tileID: 0, offset: 0, length: UInt32(one.count), runLength: 1),
          PMTilesEntry(
            tileID: 1, offset: UInt64(one.count), length: UInt32(two.count), runLength: 2),
        ]).encoded
    }

    /// The parts one after another, with the header's places set.
    var bytes: [UInt8] {
      var header = header
      var end = UInt64(PMTilesHeader.byteCount)
      func section(_ bytes: [UInt8]) -> PMTilesHeader.Section {
        defer { end += UInt64(bytes.count) }
        return PMTilesHeader.Section(offset: end, length: UInt64(bytes.count))
      }
      header.root = section(root)
      header.metadata = section(metadata)
      header.leaves = section(leaves)
      header.tiles = section(tiles)
      return header.encoded + root + metadata + leaves + tiles
    }
  }

  private func codes(_ bytes: [UInt8]) -> [String] {
    ArchiveVerification(of: MemoryReader(bytes)).problems.map(\.fault.code)
  }

  private func codes(_ change: (inout Parts) throws -> Void) throws -> [String] {
    var parts = try Parts()
    try change(&parts)
    return codes(parts.bytes)
  }

  private func codes(byte offset: Int, _ value: UInt8) throws -> [String] {
    var bytes = try Parts().bytes
    bytes[offset] = value
    return codes(bytes)
  }

  @Test func `a sound archive has no problem`() throws {
    let check = ArchiveVerification(of: MemoryReader(try Parts().bytes))
    #expect(check.problems.isEmpty && check.features == 2 && check.addressedTiles == 3)
  }

  @Test func `each rule of the header`() throws {
    #expect(codes([]) == ["ends-early"])
    #expect(codes(Array("PMTi".utf8)) == ["ends-early"])
    #expect(codes(Array("PMTilez".utf8)) == ["header-magic"])
    #expect(codes(Array(try Parts().bytes.prefix(126))) == ["ends-early"])
    #expect(try codes(byte: 7, 2) == ["header-version"])
    #expect(try codes(byte: 96, 2) == ["header-clustered"])
    #expect(try codes(byte: 97, 9) == ["header-compression"])
    #expect(try codes(byte: 97, 3) == ["header-compression"])
    #expect(try codes(byte: 98, 0) == ["header-compression", "header-compression"])
    #expect(try codes(byte: 99, 7) == ["header-tile-type"])
    #expect(try codes(byte: 99, 0) == ["header-tile-type"])
    #expect(try codes(byte: 100, 2) == ["header-zooms", "zoom-range"])
    #expect(try codes(byte: 118, 2) == ["header-zooms"])
    #expect(try codes(byte: 101, 2) == ["zoom-range"])
    #expect(try codes(byte: 109, 0x7F) == ["header-bounds"])
    #expect(try codes(byte: 72, 9) == ["count-addressed"])
    #expect(try codes(byte: 80, 9) == ["count-entries"])
    #expect(try codes(byte: 88, 9) == ["count-contents"])
    #expect(try codes(byte: 88, 0) == [])
    #expect(try codes(byte: 15, 0xFF) == ["section-outside"])
    #expect(try codes(byte: 71, 0xFF).first == "section-outside")
    #expect(try codes(byte: 24, 127).contains("section-overlap"))
    let far = try codes { $0.root = try self.paddedRoot() }
    #expect(far.contains("root-too-far"))
  }

  /// A root directory of more than 16,384 bytes.
  private func paddedRoot() throws -> [UInt8] {
    let tile = try ArchiveTests.tile(1)
    return PMTilesDirectory(
      (0..<5_000).map {
        PMTilesEntry(tileID: $0, offset: 0, length: UInt32(tile.count), runLength: 1)
      }
    ).encoded
  }

  @Test func `each rule of directories`() throws {
    let cases: [([UInt8], String)] = [
      ([], "ends-early"), ([0], "directory-empty"), ([2, 0, 1, 1, 1], "directory-count"),
      (Array(repeating: 0xFF, count: 9) + [1], "directory-count"),
      (Array(repeating: 0xFF, count: 10), "directory-number"),
      ([1, 0, 1, 1, 1, 9], "directory-trailing"), ([1, 0, 1, 0, 1], "entry-length"),
      ([1, 0, 1, 1, 0], "entry-offset"), ([2, 0, 0, 1, 1, 1, 1, 1, 1], "entry-order"),
      ([2, 0, 1, 2, 1, 1, 1, 1, 1], "entry-order"), ([1, 0, 1, 100, 100], "entry-outside"),
      ([1] + Array(repeating: 0xFF, count: 9) + [1, 1, 1, 1], "entry-tile"),
      ([1, 0, 0x80, 0x80, 0x80, 0x80, 0x10, 1, 1], "directory-number"),
      ([1, 0, 1, 2], "ends-early"), ([1, 0, 0, 5, 1], "entry-outside"),
    ]
    for (root, code) in cases {
      let found = try codes { $0.root = root }
      #expect(found.contains(code), "\(root): \(found)")
    }
  }

  @Test func `each rule of leaves, order and contents`() throws {
    let first = try UInt32(ArchiveTests.tile(1).count)
    let second = try UInt32(ArchiveTests.tile(2_000).count)
    let leaf = PMTilesDirectory([
      PMTilesEntry(tileID: 0, offset: 0, length: first, runLength: 1),
      PMTilesEntry(tileID: 1, offset: UInt64(first), length: second, runLength: 2),
    ]).encoded
    func pointer(_ id: UInt64) -> [UInt8] {
      PMTilesDirectory([
        PMTilesEntry(tileID: id, offset: 0, length: UInt32(leaf.count), runLength: 0)
      ]).encoded
    }
    #expect(
      try codes {
        $0.leaves = leaf
        $0.root = pointer(0)
      } == [])
    #expect(
      try codes {
        $0.leaves = leaf
        $0.root = pointer(1)
      } == ["leaf-tile"])
    let circle = PMTilesDirectory([PMTilesEntry(tileID: 0, offset: 0, length: 5, runLength: 0)])
    #expect(
      try codes {
        $0.leaves = circle.encoded
        $0.root = circle.encoded
      } == ["leaf-depth"])
    #expect(
      try codes {
        $0.root =
          PMTilesDirectory([
            PMTilesEntry(tileID: 0, offset: UInt64(first), length: second, runLength: 1),
            PMTilesEntry(tileID: 1, offset: 0, length: first, runLength: 2),
          ]).encoded
      } == ["not-clustered"])
    #expect(try codes { $0.metadata = Array("{".utf8) } == ["metadata-json"])
    #expect(try codes { $0.metadata = Array("[]".utf8) } == ["metadata-content"])
    #expect(try codes { $0.metadata = Array("{}".utf8) } == ["metadata-content"])
    let other = #"{"vector_layers":[{"id":"q","fields":{}}]}"#
    #expect(try codes { $0.metadata = Array(other.utf8) } == ["tile-layer", "tile-layer"])
    #expect(try codes { $0.tiles[1] = 0xFF } == ["tile-damaged"])
    #expect(try codes { $0.header.tileCompression = .gzip } == ["compression", "compression"])
    #expect(try codes { $0.header.internalCompression = .gzip } == ["compression"])
  }

  @Test func `a small archive that unpacks to too much is refused`() throws {
    let bomb = try Gzip.compress(Array(repeating: 0, count: PMTilesArchive.unpackedLimit + 1))
    let found = try codes {
      $0.header.internalCompression = .gzip
      $0.root = bomb
    }
    #expect(found == ["compression"])
  }

  @Test func `damaged archives never do more than be refused`() throws {
    var generator = SeededGenerator(seed: 127)
    print("seed \(generator.seed): replay with SIJIL_SEED=\(generator.seed)")
    let sound = try Parts().bytes
    var faulty = 0
    for _ in 0..<4_000 {
      var bytes = sound
      for _ in 0..<generator.integer(in: 1...6) {
        bytes[generator.integer(in: 0...bytes.count - 1)] = generator.pick([
          0, 1, 0x7F, 0x80, 0xFF, UInt8.random(in: 0...255, using: &generator),
        ])
      }
      if generator.isOnce(in: 4) { bytes = Array(bytes.prefix(generator.integer(in: 0...300))) }
      let check = ArchiveVerification(of: MemoryReader(bytes))
      if !check.problems.isEmpty { faulty += 1 }
      for problem in check.problems { #expect(!problem.description.isEmpty) }
      // What can be opened can be asked for anything, too.
      guard let archive = try? PMTilesArchive(MemoryReader(bytes)) else { continue }
      for id in UInt64(0)..<4 { _ = try? archive.bytes(of: try ArchiveTests.address(id)) }
      let addresses = try? archive.addresses(limit: 50)
      #expect(addresses?.count ?? 0 <= 50)
    }
    #expect(faulty > 2_000)
  }
}
