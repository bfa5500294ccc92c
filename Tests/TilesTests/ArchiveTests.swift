import Compression
import Foundation
import SimpleFeatures
import TestSupport
import Testing

@testable import Tiles

/// Archives there and back, by tile, by entry and by byte.
struct ArchiveTests {
  static let metadata = Array(#"{"name":"t","vector_layers":[{"id":"p","fields":{}}]}"#.utf8)

  static func writer() -> PMTilesWriter {
    PMTilesWriter(
      metadata: metadata, envelope: Envelope(west: 42.9, south: 36.2, east: 43.4, north: 36.5),
      center: Position(longitude: 43.13, latitude: 36.34), centerZoom: 1)
  }

  /// A tile with one point, told apart by a number.
  static func tile(_ number: Int) throws -> [UInt8] {
    try VectorTile(layers: [
      VectorTile.Layer(
        name: "p",
        features: [
          VectorTile.Feature(
            id: UInt64(number), geometry: .points([TilePoint(x: Int32(number % 4_096), y: 1)]))
        ])
    ]).encoded()
  }

  static func address(_ id: UInt64) throws -> TileAddress { try #require(TileID(id)).address }

  @Test func `the header's bytes are where the format has them`() throws {
    var header = PMTilesHeader()
    header.root = .init(offset: 127, length: 25)
    header.metadata = .init(offset: 0x0102_0304_0506_0708, length: 7)
    header.leaves = .init(offset: 3, length: 4)
    header.tiles = .init(offset: 5, length: 6)
    (header.addressedTiles, header.tileEntries, header.tileContents) = (10, 9, 8)
    (header.minimumZoom, header.maximumZoom, header.centerZoom) = (2, 14, 11)
    header.southWest = .init(Position(longitude: -43.5, latitude: -1))
    header.northEast = .init(Position(longitude: 43.25, latitude: 36.5))
    header.center = .init(Position(longitude: 43.1, latitude: 36.3))
    let bytes = header.encoded
    #expect(bytes.count == 127)
    #expect(Array(bytes[..<16]) == Array("PMTiles".utf8) + [3, 127, 0, 0, 0, 0, 0, 0, 0])
    #expect(Array(bytes[24..<32]) == [8, 7, 6, 5, 4, 3, 2, 1])
    #expect(Array(bytes[72..<80]) == [10, 0, 0, 0, 0, 0, 0, 0])
    #expect(Array(bytes[96..<102]) == [1, 2, 2, 1, 2, 14])
    // −435,000,000 in two's complement.
    #expect(Array(bytes[102..<106]) == [0x40, 0x6D, 0x12, 0xE6])
    #expect(bytes[118] == 11)
    #expect(try PMTilesHeader(decoding: bytes) == header)
  }

  @Test func `a directory's columns are those of the format`() throws {
    let directory = PMTilesDirectory([
      PMTilesEntry(tileID: 5, offset: 0, length: 300, runLength: 2),
      PMTilesEntry(tileID: 42, offset: 300, length: 1, runLength: 1),
      PMTilesEntry(tileID: 300, offset: 0, length: 300, runLength: 1),
    ])
    let bytes: [UInt8] = [3, 5, 37, 0x82, 2, 2, 1, 1, 0xAC, 2, 1, 0xAC, 2, 1, 0, 1]
    #expect(directory.encoded == bytes)
    #expect(try PMTilesDirectory(decoding: bytes, at: 0) == directory)
    let found = (0...400).compactMap { directory.entry(for: $0)?.tileID }
    #expect(found == [5, 5, 42, 300])
  }

  @Test func `tiles are found, equal ones are stored once and runs are one entry`() throws {
    var writer = Self.writer()
    let numbers: [UInt64: Int] = [0: 1, 1: 2, 2: 2, 3: 2, 4: 3, 5: 2, 21: 1, 84: 4]
    for (id, number) in numbers {
      try writer.add(try Self.tile(number), at: try Self.address(id))
    }
    let archive = try PMTilesArchive(MemoryReader(try writer.archive()))
    #expect(archive.header.addressedTiles == 8)
    #expect(archive.header.tileEntries == 6)
    #expect(archive.header.tileContents == 4)
    #expect(archive.header.minimumZoom == 0 && archive.header.maximumZoom == 3)
    for id in UInt64(0)..<200 {
      let bytes = try archive.bytes(of: try Self.address(id))
      #expect(try bytes == numbers[id].map { try Self.tile($0) })
    }
    #expect(try archive.metadataBytes() == Self.metadata)
    #expect(throws: TilesError.archive(.duplicateTile(try Self.address(5)), offset: 0)) {
      try writer.add([], at: try Self.address(5))
    }
  }

  @Test func `the order of adding does not show, and building twice gives the same bytes`() throws {
    var generator = SeededGenerator(seed: 3)
    print("seed \(generator.seed): replay with SIJIL_SEED=\(generator.seed)")
    let ids = Array(Set((0..<300).map { _ in UInt64(generator.integer(in: 0...5_000)) }))
    var archives: Set<[UInt8]> = []
    for _ in 0..<3 {
      var writer = Self.writer()
      for id in ids.shuffled(using: &generator) {
        try writer.add(try Self.tile(Int(id % 7)), at: try Self.address(id))
      }
      archives.insert(try writer.archive())
    }
    #expect(archives.count == 1)
    let bytes = try #require(archives.first)
    let check = ArchiveVerification(of: MemoryReader(bytes))
    #expect(check.problems.isEmpty)
    #expect(check.addressedTiles == UInt64(ids.count) && check.tileContents == 7)
  }

  @Test func `an archive too large for one directory has leaves, and all its tiles are found`()
    throws
  {
    var generator = SeededGenerator(seed: 16_384)
    print("seed \(generator.seed): replay with SIJIL_SEED=\(generator.seed)")
    // Lengths and gaps that hardly pack.
    var entries: [PMTilesEntry] = []
    var (id, offset): (UInt64, UInt64) = (0, 0)
    for _ in 0..<30_000 {
      id += UInt64(generator.integer(in: 2...5_000))
      let length = UInt32(generator.integer(in: 1...100_000))
      entries.append(PMTilesEntry(tileID: id, offset: offset, length: length, runLength: 1))
      offset += UInt64(length)
    }
    let (root, leaves) = try PMTilesWriter.directories(of: entries)
    #expect(root.count <= 16_384 - 127 && !leaves.isEmpty)
    var header = PMTilesHeader()
    header.root = .init(offset: 127, length: UInt64(root.count))
    header.leaves = .init(offset: 127 + UInt64(root.count), length: UInt64(leaves.count))
    header.tiles = .init(offset: header.leaves.offset + header.leaves.length, length: offset)
    let archive = try PMTilesArchive(MemoryReader(header.encoded + root + leaves))
    for entry in entries.shuffled(using: &generator).prefix(500) {
      #expect(try archive.entry(of: try Self.address(entry.tileID)) == entry)
      #expect(try archive.entry(of: try Self.address(entry.tileID + 1)) == nil)
    }
    var read: [PMTilesEntry] = []
    try archive.forEachEntry { read.append($0) }
    #expect(read == entries)
  }

  @Test func `a file reads like bytes, and what is no file is refused`() throws {
    var writer = Self.writer()
    try writer.add(try Self.tile(7), at: try Self.address(0))
    let bytes = try writer.archive()
    let file = FileManager.default.temporaryDirectory
      .appending(path: "\(UUID().uuidString).pmtiles")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(bytes).write(to: file)
    let reader = try FileReader(path: file.path)
    #expect(reader.byteCount == UInt64(bytes.count))
    #expect(try reader.bytes(in: 3..<40) == Array(bytes[3..<40]))
    #expect(try PMTilesArchive(reader).bytes(of: try Self.address(0)) == (try Self.tile(7)))
    let end = UInt64(bytes.count)
    for reader in [reader, MemoryReader(bytes)] as [any RangeReader] {
      #expect(throws: TilesError.archive(.endsEarly, offset: end)) {
        try reader.bytes(in: end..<end + 1)
      }
    }
    try Data(bytes.dropLast()).write(to: file)
    #expect(throws: TilesError.archive(.endsEarly, offset: end - 1)) {
      let handle = try FileHandle(forWritingTo: file)
      try handle.truncate(atOffset: end)
      let grown = try FileReader(path: file.path)
      try handle.truncate(atOffset: end - 1)
      return try grown.bytes(in: 0..<end)
    }
    #expect(throws: TilesError.self) { try FileReader(path: file.path + ".none") }
    #expect(throws: TilesError.self) { try FileReader(path: "/") }
    #expect(throws: TilesError.archive(.emptyDirectory, offset: 0)) {
      try Self.writer().archive()
    }
  }
}
