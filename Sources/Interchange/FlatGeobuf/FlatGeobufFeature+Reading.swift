import SimpleFeatures

extension FlatGeobufFeature {
  /// Reads a feature without its size prefix.
  ///
  /// - Parameters:
  ///   - bytes: The feature's buffer.
  ///   - fileOffset: Where the buffer starts in its file.
  ///   - header: Of the same file.
  ///   - altitude: What is done with a third ordinate.
  /// - Throws: ``FlatGeobufError/refused(_:at:)``.
  init(
    _ bytes: [UInt8], at fileOffset: Int, header: FlatGeobufHeader, altitude: AltitudeRule
  ) throws(FlatGeobufError) {
    var buffer = FlatBuffer(bytes, at: fileOffset)
    let table = try buffer.root()
    var geometry: Geometry?
    if let place = try table.object(FlatGeobufSchema.Feature.geometry, in: buffer) {
      var reader = FlatGeobufGeometryReader(buffer: buffer, altitude: altitude)
      geometry = try reader.read(
        try buffer.table(at: place), expected: header.geometryType, nesting: 0)
      buffer = reader.buffer
    }
    let properties = try table.vector(
      FlatGeobufSchema.Feature.properties, elementSize: 1, in: &buffer)
    var reader = FlatGeobufPropertyReader(buffer: buffer, columns: header.columns)
    self.init(
      geometry: geometry,
      properties: try reader.read(properties.map { $0.first..<$0.first + $0.count } ?? 0..<0),
      fileOffset: fileOffset)
  }
}

/// Reads the properties of a feature: the number of a column in 16 bits, then the value, and so on.
///
/// - Note: Source – FlatGeobuf 3, `feature.fbs`, field properties; text and bytes follow their
///   length in 32 bits.
struct FlatGeobufPropertyReader {
  let buffer: FlatBuffer
  let columns: [FlatGeobufColumn]
  private var place = 0
  private var end = 0

  init(buffer: FlatBuffer, columns: [FlatGeobufColumn]) {
    self.buffer = buffer
    self.columns = columns
  }

  mutating func read(_ range: Range<Int>) throws(FlatGeobufError) -> [Int: FlatGeobufValue] {
    var values: [Int: FlatGeobufValue] = [:]
    (place, end) = (range.lowerBound, range.upperBound)
    while place < end {
      let start = place
      let ordinal = Int(try take(UInt16.self))
      guard ordinal < columns.count else {
        throw buffer.refusal(.unknownColumn(ordinal), at: start)
      }
      guard values[ordinal] == nil else {
        throw buffer.refusal(.repeatedColumn(ordinal), at: start)
      }
      values[ordinal] = try value(of: columns[ordinal].type)
    }
    return values
  }

  private mutating func value(
    of type: FlatGeobufColumn.ValueType
  ) throws(FlatGeobufError) -> FlatGeobufValue {
    switch type {
    case .int8: return .integer(Int64(Int8(bitPattern: try take(UInt8.self))))
    case .uint8: return .integer(Int64(try take(UInt8.self)))
    case .truth: return .truth(try take(UInt8.self) != 0)
    case .int16: return .integer(Int64(Int16(bitPattern: try take(UInt16.self))))
    case .uint16: return .integer(Int64(try take(UInt16.self)))
    case .int32: return .integer(Int64(Int32(bitPattern: try take(UInt32.self))))
    case .uint32: return .integer(Int64(try take(UInt32.self)))
    case .int64: return .integer(Int64(bitPattern: try take(UInt64.self)))
    case .uint64:
      let value = try take(UInt64.self)
      return Int64(exactly: value).map(FlatGeobufValue.integer) ?? .natural(value)
    case .float: return .number(Double(Float(bitPattern: try take(UInt32.self))))
    case .double: return .number(Double(bitPattern: try take(UInt64.self)))
    case .text: return .text(try buffer.text(try takeBytes()))
    case .json: return .json(try buffer.text(try takeBytes()))
    case .dateTime: return .dateTime(try buffer.text(try takeBytes()))
    case .binary: return .binary(Array(buffer.bytes[try takeBytes()]))
    }
  }

  private mutating func take<Word: FixedWidthInteger & BitwiseCopyable>(
    _ type: Word.Type
  ) throws(FlatGeobufError) -> Word {
    guard end - place >= MemoryLayout<Word>.size else {
      throw buffer.refusal(.unexpectedEnd(.properties), at: place)
    }
    defer { place += MemoryLayout<Word>.size }
    return try buffer.load(Word.self, at: place)
  }

  private mutating func takeBytes() throws(FlatGeobufError) -> Range<Int> {
    let start = place
    let count = Int(try take(UInt32.self))
    guard count <= end - place else {
      throw buffer.refusal(.unexpectedEnd(.properties), at: start)
    }
    defer { place += count }
    return place..<place + count
  }
}
