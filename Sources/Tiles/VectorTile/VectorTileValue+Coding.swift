extension VectorTile.Value {
  private enum Field {
    static let string: UInt32 = 1
    static let float: UInt32 = 2
    static let double: UInt32 = 3
    static let int: UInt32 = 4
    static let uint: UInt32 = 5
    static let sint: UInt32 = 6
    static let bool: UInt32 = 7
  }

  /// Reads a value, which holds exactly one field.
  init(decoding bytes: [UInt8], in range: Range<Int>) throws(TilesError) {
    var reader = ProtobufReader(bytes, in: range)
    var found: [VectorTile.Value] = []
    while let field = try reader.field() {
      guard let value = try Self.read(field, &reader) else {
        try reader.skip(field)
        continue
      }
      found.append(value)
    }
    guard let value = found.first, found.count == 1 else {
      throw .vectorTile(.valueFieldCount(found.count), offset: range.lowerBound)
    }
    self = value
  }

  private static func read(
    _ field: ProtobufReader.Field, _ reader: inout ProtobufReader
  ) throws(TilesError) -> VectorTile.Value? {
    switch field.number {
    case Field.string:
      try field.expect(.lengthDelimited)
      return .string(try reader.string())
    case Field.float:
      try field.expect(.fixed32)
      return .float(Float(bitPattern: try reader.fixed32()))
    case Field.double:
      try field.expect(.fixed64)
      return .double(Double(bitPattern: try reader.fixed64()))
    case Field.int...Field.bool:
      try field.expect(.varint)
      let number = try reader.varint()
      return switch field.number {
      case Field.int: .int(Int64(bitPattern: number))
      case Field.uint: .uint(number)
      case Field.sint: .sint(ProtobufWriter.unzigzag(number))
      default: .bool(number != 0)
      }
    default: return nil
    }
  }

  /// The bytes of the message.
  var encoded: [UInt8] {
    var writer = ProtobufWriter()
    switch self {
    case .string(let text): writer.content(Array(text.utf8), field: Field.string)
    case .float(let number): writer.fixed32(number.bitPattern, field: Field.float)
    case .double(let number): writer.fixed64(number.bitPattern, field: Field.double)
    case .int(let number): writer.varint(UInt64(bitPattern: number), field: Field.int)
    case .uint(let number): writer.varint(number, field: Field.uint)
    case .sint(let number): writer.varint(ProtobufWriter.zigzag(number), field: Field.sint)
    case .bool(let truth): writer.varint(truth ? 1 : 0, field: Field.bool)
    }
    return writer.bytes
  }
}
