import Compression
import TestSupport
import Testing

/// zlib form, as PNG has it.
struct ZlibTests {
  @Test func `what goes in comes out, with the header and checksum of the standard`() throws {
    var generator = SeededGenerator(seed: 1950)
    for size in [0, 1, 100, 20_000] {
      let plain = (0..<size).map { _ in UInt8.random(in: 0...9, using: &generator) }
      let packed = try Zlib.compress(plain)
      #expect(try Gzip.decompress(packed, limit: size) == plain)
      #expect(try Zlib.compress(plain) == packed)
      // RFC 1950 §2.2: deflate with a window of 32 kB, and a header that 31 divides.
      #expect(packed[0] == 0x78)
      #expect((Int(packed[0]) << 8 | Int(packed[1])) % 31 == 0)
      var (a, b) = (UInt32(1), UInt32(0))
      for byte in plain {
        a = (a + UInt32(byte)) % 65_521
        b = (b + a) % 65_521
      }
      let sum = packed.suffix(4).reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
      #expect(sum == b << 16 | a)
    }
  }
}
