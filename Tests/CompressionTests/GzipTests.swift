import Compression
import Foundation
import TestSupport
import Testing

/// gzip, there and back, and by the tool of that name.
struct GzipTests {
  private func bytes(_ count: Int, _ generator: inout SeededGenerator) -> [UInt8] {
    (0..<count).map { _ in UInt8.random(in: 0...7, using: &generator) }
  }

  @Test func `what goes in comes out, in any pieces and at any level`() throws {
    var generator = SeededGenerator(seed: 1952)
    print("seed \(generator.seed): replay with SIJIL_SEED=\(generator.seed)")
    for size in [0, 1, 2, 100, 16_383, 16_384, 16_385, 200_000] {
      let plain = bytes(size, &generator)
      for level in [1, 6, 9] {
        #expect(try Gzip.decompress(Gzip.compress(plain, level: level), limit: size) == plain)
      }
      var compressor = try GzipCompressor()
      var output: [UInt8] = []
      var rest = plain[...]
      while !rest.isEmpty {
        let piece = rest.prefix(Int.random(in: 1...5_000, using: &generator))
        rest = rest.dropFirst(piece.count)
        try compressor.compress(Array(piece), into: &output)
      }
      try compressor.finish(into: &output)
      #expect(try Gzip.decompress(output, limit: size) == plain)
    }
  }

  @Test func `equal bytes give equal output, without a time in it`() throws {
    let plain = Array("the same again".utf8)
    let once = try Gzip.compress(plain)
    #expect(try Gzip.compress(plain) == once)
    // RFC 1952 §2.3: magic, deflate, no flags, no time.
    #expect(once.prefix(8) == [0x1F, 0x8B, 8, 0, 0, 0, 0, 0])
  }

  @Test func `the gzip of the system reads it`() throws {
    let plain = Array(repeating: UInt8(ascii: "s"), count: 100_000)
    let url = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).gz")
    defer { try? FileManager.default.removeItem(at: url) }
    try Data(try Gzip.compress(plain)).write(to: url)
    let process = Process()
    process.executableURL = URL(filePath: "/bin/gzip")
    process.arguments = ["-dc", url.path]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0 && Array(output) == plain)
  }

  @Test func `hostile bytes are refused and never more comes out than may`() throws {
    let bomb = try Gzip.compress(Array(repeating: 0, count: 1_000_000))
    #expect(throws: CompressionError.tooLarge(limit: 999_999)) {
      try Gzip.decompress(bomb, limit: 999_999)
    }
    #expect(throws: CompressionError.endsEarly) { try Gzip.decompress([], limit: 10) }
    #expect(throws: CompressionError.damaged) { try Gzip.decompress([1, 2, 3, 4], limit: 10) }
    let good = try Gzip.compress(Array("twelve words".utf8))
    #expect(throws: CompressionError.damaged) { try Gzip.decompress(good + [0], limit: 100) }
    for end in 0..<good.count {
      #expect(throws: CompressionError.self) {
        try Gzip.decompress(Array(good[..<end]), limit: 100)
      }
    }
    for place in good.indices {
      var broken = good
      broken[place] ^= 0x55
      _ = try? Gzip.decompress(broken, limit: 100)
    }
  }
}
