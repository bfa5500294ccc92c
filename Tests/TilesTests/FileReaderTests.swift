import Foundation
import TestSupport
import Testing

@testable import Tiles

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@Suite struct FileReaderTests {
  /// What the system reads of a file, piece by piece, without mapping it.
  private static func read(_ range: Range<UInt64>, of path: String) throws -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    try #require(descriptor >= 0)
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: range.count)
    var filled = 0
    while filled < bytes.count {
      let got = bytes.withUnsafeMutableBytes { buffer in
        pread(
          descriptor, buffer.baseAddress?.advanced(by: filled), buffer.count - filled,
          off_t(range.lowerBound) + off_t(filled))
      }
      try #require(got > 0)
      filled += got
    }
    return bytes
  }

  @Test func `mapped bytes are those that the system reads`() throws {
    try TemporaryFolder.lend { folder in
      var generator = SeededGenerator(seed: 20_261_126)
      // Around the size of a page, where the last one is not full.
      for length in [1, 4_095, 4_096, 4_097, 65_536, 70_001] {
        let file = folder.appending(path: "\(length)")
        let content = (0..<length).map { _ in UInt8(truncatingIfNeeded: generator.next()) }
        try Data(content).write(to: file)
        let reader = try FileReader(path: file.path)
        let memory = MemoryReader(content)
        #expect(reader.byteCount == UInt64(length))
        for _ in 0..<40 {
          let ends = [0, 1].map { _ in UInt64(generator.integer(in: 0...length)) }.sorted()
          let range = ends[0]..<ends[1]
          let bytes = try reader.bytes(in: range)
          #expect(
            bytes == (try Self.read(range, of: file.path)),
            "\(range) of \(length), seed \(generator.seed)")
          #expect(bytes == (try memory.bytes(in: range)))
        }
        #expect(try reader.bytes(in: 0..<UInt64(length)) == content)
      }
    }
  }

  @Test func `an empty file has no bytes and is no error`() throws {
    try TemporaryFolder.lend { folder in
      let file = folder.appending(path: "empty")
      try Data().write(to: file)
      let reader = try FileReader(path: file.path)
      #expect(reader.byteCount == 0)
      #expect(try reader.bytes(in: 0..<0) == [])
      #expect(throws: TilesError.archive(.endsEarly, offset: 0)) { try reader.bytes(in: 0..<1) }
      #expect(throws: TilesError.self) { try PMTilesArchive(reader) }
    }
  }

  private static let beyond: [Range<UInt64>] = [
    10..<11, 9..<11, 0..<UInt64.max, UInt64.max - 1..<UInt64.max,
    UInt64(Int64.max)..<UInt64(Int64.max) + 2,
  ]

  @Test(arguments: beyond)
  func `a range beyond the end is refused with its start`(range: Range<UInt64>) throws {
    try TemporaryFolder.lend { folder in
      let file = folder.appending(path: "ten")
      try Data(0..<10).write(to: file)
      let reader = try FileReader(path: file.path)
      for reader in [reader, MemoryReader(Array(0..<10))] as [any RangeReader] {
        #expect(throws: TilesError.archive(.endsEarly, offset: range.lowerBound)) {
          try reader.bytes(in: range)
        }
      }
      #expect(try reader.bytes(in: 10..<10) == [])
    }
  }

  @Test func `a file cut short after it was mapped is an error with the byte where it ends`() throws
  {
    try TemporaryFolder.lend { folder in
      let file = folder.appending(path: "cut")
      let content = (0..<20_000).map { UInt8(truncatingIfNeeded: $0) }
      try Data(content).write(to: file)
      let reader = try FileReader(path: file.path)
      let handle = try FileHandle(forWritingTo: file)
      try handle.truncate(atOffset: 5_000)
      #expect(reader.byteCount == 20_000)
      #expect(try reader.bytes(in: 4_000..<5_000) == Array(content[4_000..<5_000]))
      #expect(throws: TilesError.archive(.endsEarly, offset: 5_000)) {
        try reader.bytes(in: 4_000..<5_001)
      }
      // Whole pages beyond the end: a look at them would end the process.
      #expect(throws: TilesError.archive(.endsEarly, offset: 16_384)) {
        try reader.bytes(in: 16_384..<20_000)
      }
      try handle.truncate(atOffset: 0)
      #expect(throws: TilesError.archive(.endsEarly, offset: 0)) { try reader.bytes(in: 0..<1) }
      #expect(try reader.bytes(in: 7..<7) == [])
    }
  }

  @Test func `a file replaced by renaming stays as it was mapped`() throws {
    try TemporaryFolder.lend { folder in
      let file = folder.appending(path: "kept")
      try Data(repeating: 1, count: 9_000).write(to: file)
      let reader = try FileReader(path: file.path)
      try Data([2]).write(to: file, options: .atomic)
      #expect(try reader.bytes(in: 8_990..<9_000) == Array(repeating: 1, count: 10))
      #expect(try FileReader(path: file.path).bytes(in: 0..<1) == [2])
      try FileManager.default.removeItem(at: file)
      #expect(try reader.bytes(in: 0..<2) == [1, 1])
    }
  }

  @Test func `readers give back what they took`() throws {
    try TemporaryFolder.lend { folder in
      let file = folder.appending(path: "many")
      try Data(repeating: 3, count: 5_000).write(to: file)
      // More than a process may have open at a time by default.
      for _ in 0..<5_000 {
        #expect(try FileReader(path: file.path).bytes(in: 4_999..<5_000) == [3])
      }
    }
  }

  @Test func `what is no plain file is refused by the system's reason`() throws {
    try TemporaryFolder.lend { folder in
      #expect(throws: TilesError.unreadable(path: folder.path, errorNumber: EISDIR)) {
        try FileReader(path: folder.path)
      }
      let missing = folder.appending(path: "none").path
      #expect(throws: TilesError.unreadable(path: missing, errorNumber: ENOENT)) {
        try FileReader(path: missing)
      }
      #expect(throws: TilesError.unreadable(path: "/dev/null", errorNumber: EINVAL)) {
        try FileReader(path: "/dev/null")
      }
    }
  }
}
