/// Writes the fields of one message.
///
/// - Note: Source – Protocol Buffers, "Encoding".
struct ProtobufWriter {
  private(set) var bytes: [UInt8] = []

  mutating func varint(_ value: UInt64) {
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  mutating func key(_ field: UInt32, _ type: ProtobufReader.WireType) {
    varint(UInt64(field) << 3 | UInt64(type.rawValue))
  }

  mutating func varint(_ value: UInt64, field: UInt32) {
    key(field, .varint)
    varint(value)
  }

  mutating func fixed32(_ value: UInt32, field: UInt32) {
    key(field, .fixed32)
    for shift in stride(from: UInt32(0), to: 32, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: value >> shift))
    }
  }

  mutating func fixed64(_ value: UInt64, field: UInt32) {
    key(field, .fixed64)
    for shift in stride(from: UInt64(0), to: 64, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: value >> shift))
    }
  }

  mutating func content(_ content: some Collection<UInt8>, field: UInt32) {
    key(field, .lengthDelimited)
    varint(UInt64(content.count))
    bytes.append(contentsOf: content)
  }

  mutating func packed(_ values: [UInt32], field: UInt32) {
    var inner = ProtobufWriter()
    for value in values { inner.varint(UInt64(value)) }
    content(inner.bytes, field: field)
  }

  /// The zigzag form, in which small negative numbers are small.
  static func zigzag(_ value: Int64) -> UInt64 {
    UInt64(bitPattern: (value << 1) ^ (value >> 63))
  }

  static func unzigzag(_ value: UInt64) -> Int64 {
    Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1)
  }
}
