import Compression

/// A PNG read back by the rules of the specification, for the kinds that maps are written in.
struct DecodedPNG {
  let width: Int
  let height: Int
  /// 0xRRGGBB in row order.
  let pixels: [UInt32]
  /// The colour that is written as not there.
  let transparent: UInt32?
  /// The names of the chunks, in order.
  let chunks: [String]

  struct Fault: Error { let text: String }

  init(_ file: [UInt8]) throws {
    guard file.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) else {
      throw Fault(text: "no signature")
    }
    var chunks: [(name: String, content: [UInt8])] = []
    var start = 8
    while start < file.count {
      let length = Int(Self.number(file[start..<start + 4]))
      let body = Array(file[start + 4..<start + 8 + length])
      let sum = Self.number(file[start + 8 + length..<start + 12 + length])
      guard sum == Self.checksum(body) else { throw Fault(text: "checksum of chunk at \(start)") }
      chunks.append((String(decoding: body.prefix(4), as: UTF8.self), Array(body.dropFirst(4))))
      start += 12 + length
    }
    self.chunks = chunks.map(\.name)
    func content(_ name: String) -> [UInt8]? { chunks.first { $0.name == name }?.content }
    guard let header = content("IHDR"), header.count == 13, header[8] == 8,
      header[10...12].allSatisfy({ $0 == 0 }), let data = content("IDAT")
    else { throw Fault(text: "header") }
    width = Int(Self.number(header[0..<4]))
    height = Int(Self.number(header[4..<8]))
    let palette = content("PLTE").map { bytes in
      stride(from: 0, to: bytes.count, by: 3).map { Self.number(bytes[$0..<$0 + 3]) }
    }
    let channels = header[9] == 2 ? 3 : 1
    let rows = try Gzip.decompress(data, limit: height * (width * channels + 1))
    guard rows.count == height * (width * channels + 1) else { throw Fault(text: "length") }
    let samples = try Self.unfiltered(rows, stride: width * channels, channels: channels)
    if let palette {
      pixels = samples.map { palette[Int($0)] }
      transparent = content("tRNS").map { _ in palette[0] }
    } else {
      pixels = stride(from: 0, to: samples.count, by: 3).map {
        Self.number(samples[$0..<$0 + 3])
      }
      transparent = content("tRNS").map { Self.number([$0[1], $0[3], $0[5]][...]) }
    }
  }

  private static func unfiltered(
    _ rows: [UInt8], stride: Int, channels: Int
  ) throws -> [UInt8] {
    var samples: [UInt8] = []
    for start in Swift.stride(from: 0, to: rows.count, by: stride + 1) {
      for index in 0..<stride {
        let left = index >= channels ? samples[samples.count - channels] : 0
        let above = samples.count >= stride ? samples[samples.count - stride] : 0
        let value = rows[start + 1 + index]
        switch rows[start] {
        case 0: samples.append(value)
        case 1: samples.append(value &+ left)
        case 2: samples.append(value &+ above)
        default: throw Fault(text: "filter \(rows[start])")
        }
      }
    }
    return samples
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    bytes.reduce(0) { $0 << 8 | UInt32($1) }
  }

  /// Bit by bit, as the specification defines it, not as the encoder does it.
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var state: UInt32 = .max
    for byte in bytes {
      for bit in 0..<8 {
        let isOdd = (state ^ UInt32(byte >> UInt8(bit))) & 1 == 1
        state = isOdd ? state >> 1 ^ 0xEDB8_8320 : state >> 1
      }
    }
    return ~state
  }
}
