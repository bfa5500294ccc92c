/// The checksum of PNG chunks.
///
/// - Note: Source – ISO 3309, as in PNG (third edition) Annex D: polynomial EDB88320, reflected.
struct CRC32 {
  private static let table: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { value, _ in
      value & 1 == 1 ? 0xEDB8_8320 ^ value >> 1 : value >> 1
    }
  }

  private var state: UInt32 = .max

  mutating func take(_ bytes: [UInt8]) {
    let table = Self.table
    for byte in bytes { state = table[Int((state ^ UInt32(byte)) & 0xFF)] ^ state >> 8 }
  }

  var value: UInt32 { ~state }
}
