/// Numbers in groups of seven bits, the lowest first, as both formats write them.
///
/// - Note: Source – Protocol Buffers, "Encoding"; PMTiles specification 3, §4.2.
enum Varint {
  /// Why bytes are no number.
  enum Fault: Error {
    case endsEarly
    case tooLong
  }

  /// Reads a number of at most 64 bits, and goes on behind it.
  static func read(
    _ bytes: [UInt8], at offset: inout Int, before end: Int
  ) throws(Fault) -> UInt64 {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while offset < end {
      let byte = UInt64(bytes[offset])
      offset += 1
      // The tenth byte has room for one bit.
      guard shift < 63 || byte <= 1 else { throw .tooLong }
      value |= (byte & 0x7F) << shift
      if byte < 0x80 { return value }
      shift += 7
    }
    throw .endsEarly
  }
}
