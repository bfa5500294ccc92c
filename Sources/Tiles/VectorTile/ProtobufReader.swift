/// Reads the fields of one message, and never beyond its end.
///
/// - Note: Source – Protocol Buffers, "Encoding".
struct ProtobufReader {
  /// How the bytes of a field are delimited.
  enum WireType: UInt8 {
    case varint = 0
    case fixed64 = 1
    case lengthDelimited = 2
    case fixed32 = 5
  }

  /// The number and form of a field, and where it begins.
  struct Field {
    let number: UInt32
    let wireType: WireType
    let offset: Int

    /// Refuses a form that the field does not have.
    func expect(_ expected: WireType) throws(TilesError) {
      guard wireType == expected else {
        throw .vectorTile(.badWireType(wireType.rawValue, field: number), offset: offset)
      }
    }
  }

  let bytes: [UInt8]
  let end: Int
  private(set) var offset: Int

  init(_ bytes: [UInt8], in range: Range<Int>) {
    self.bytes = bytes
    offset = range.lowerBound
    end = range.upperBound
  }

  var isAtEnd: Bool { offset >= end }

  /// The next field, or `nil` at the end.
  mutating func field() throws(TilesError) -> Field? {
    guard !isAtEnd else { return nil }
    let start = offset
    let key = try varint()
    let number = key >> 3
    guard (1..<1 << 29).contains(number) else {
      throw .vectorTile(.badFieldNumber(number), offset: start)
    }
    let type = UInt8(key & 7)
    guard let wireType = WireType(rawValue: type) else {
      throw .vectorTile(.badWireType(type, field: UInt32(number)), offset: start)
    }
    return Field(number: UInt32(number), wireType: wireType, offset: start)
  }

  mutating func varint() throws(TilesError) -> UInt64 {
    let start = offset
    do {
      return try Varint.read(bytes, at: &offset, before: end)
    } catch {
      throw .vectorTile(error == .tooLong ? .numberTooLong : .endsEarly, offset: start)
    }
  }

  mutating func uint32() throws(TilesError) -> UInt32 {
    let start = offset
    let value = try varint()
    guard let number = UInt32(exactly: value) else {
      throw .vectorTile(.numberTooLarge(value), offset: start)
    }
    return number
  }

  mutating func fixed32() throws(TilesError) -> UInt32 { UInt32(try fixed(4)) }

  mutating func fixed64() throws(TilesError) -> UInt64 { try fixed(8) }

  private mutating func fixed(_ count: Int) throws(TilesError) -> UInt64 {
    guard end - offset >= count else { throw .vectorTile(.endsEarly, offset: offset) }
    var value: UInt64 = 0
    for index in 0..<count { value |= UInt64(bytes[offset + index]) << UInt64(8 * index) }
    offset += count
    return value
  }

  /// Where the content of a length-delimited field is.
  mutating func content() throws(TilesError) -> Range<Int> {
    let start = offset
    let length = try varint()
    guard length <= UInt64(end - offset) else {
      throw .vectorTile(.lengthBeyondEnd(length), offset: start)
    }
    let range = offset..<offset + Int(length)
    offset = range.upperBound
    return range
  }

  mutating func string() throws(TilesError) -> String {
    let range = try content()
    guard let text = String(validating: bytes[range], as: UTF8.self) else {
      throw .vectorTile(.notUTF8, offset: range.lowerBound)
    }
    return text
  }

  /// Passes over a field that means nothing here: extensions are allowed everywhere.
  mutating func skip(_ field: Field) throws(TilesError) {
    switch field.wireType {
    case .varint: _ = try varint()
    case .fixed64: _ = try fixed64()
    case .lengthDelimited: _ = try content()
    case .fixed32: _ = try fixed32()
    }
  }
}
