/// Which rule of the format bytes or values break.
///
/// - Note: Source – Mapbox Vector Tile specification 2.1; Protocol Buffers encoding.
public enum VectorTileFault: Error, Hashable, Sendable {
  /// The bytes stop inside a number.
  case endsEarly
  /// A number has more than 64 bits.
  case numberTooLong
  /// A number is larger than its field holds.
  case numberTooLarge(UInt64)
  /// A length leads beyond the end of what contains it.
  case lengthBeyondEnd(UInt64)
  /// A field has the number 0 or one above 2²⁹ − 1.
  case badFieldNumber(UInt64)
  /// A field is written in a form that it does not have.
  case badWireType(UInt8, field: UInt32)
  /// A text is not UTF-8.
  case notUTF8
  /// A layer has no name.
  case missingName
  /// A layer has no version.
  case missingVersion
  /// A layer is of a version that is neither 1 nor 2.
  case unsupportedVersion(UInt32)
  /// Two layers of a tile have one name.
  case duplicateLayerName(String)
  /// A layer has an extent of 0.
  case zeroExtent
  /// A value holds no field, or several.
  case valueFieldCount(Int)
  /// A key has no value.
  case oddTagCount(Int)
  /// A key or value is named by a number that none has.
  case tagOutOfRange(UInt32, count: Int)
  /// A feature has a key twice.
  case duplicateKey(String)
  /// A feature has no geometry.
  case missingGeometry
  /// The type of a geometry is above 3.
  case unknownGeometryType(UInt64)
  /// A command is none of the three.
  case unknownCommand(UInt32)
  /// A command is not allowed here, or not so many times.
  case commandOutOfPlace(TileCommand, count: UInt32)
  /// A command asks for more parameters than follow.
  case parametersMissing(TileCommand, count: UInt32)
  /// A parameter or point leaves 32 bits.
  case pointOutOfRange
  /// A line repeats its point, or a ring its first one.
  case repeatedPoint
  /// A polygon begins with a hole.
  case holeWithoutExterior
  /// An outer ring or hole runs the wrong way round.
  case wrongWinding
}

/// A drawing command of a geometry.
///
/// - Note: Source – MVT 2.1 §4.3.3.
public enum TileCommand: UInt32, Hashable, Sendable {
  /// Go to a point and begin there.
  case moveTo = 1
  /// Draw to a point.
  case lineTo = 2
  /// Draw to where the ring began.
  case closePath = 7
}

extension VectorTileFault: CustomStringConvertible {
  /// What is wrong, without where.
  public var description: String {
    switch self {
    case .endsEarly: "the bytes end early"
    case .numberTooLong: "a number of more than 64 bits"
    case .numberTooLarge(let number): "\(number) is too large for its field"
    case .lengthBeyondEnd(let length): "a length of \(length) leads beyond the end"
    case .badFieldNumber(let number): "no field may have the number \(number)"
    case .badWireType(let type, let field): "field \(field) may not have the wire type \(type)"
    case .notUTF8: "a text is not UTF-8"
    case .missingName: "a layer without a name"
    case .missingVersion: "a layer without a version"
    case .unsupportedVersion(let version): "version \(version) is neither 1 nor 2"
    case .duplicateLayerName(let name): "two layers are called \"\(name)\""
    case .zeroExtent: "a layer with an extent of 0"
    case .valueFieldCount(let count): "a value holds \(count) fields instead of one"
    case .oddTagCount(let count): "\(count) tags, so that a key has no value"
    case .tagOutOfRange(let index, let count): "tag \(index) where there are \(count)"
    case .duplicateKey(let key): "a feature has the key \"\(key)\" twice"
    case .missingGeometry: "a feature without a geometry"
    case .unknownGeometryType(let type): "geometry type \(type) is unknown"
    case .unknownCommand(let id): "command \(id) is unknown"
    case .commandOutOfPlace(let command, let count): "\(command) of \(count) is out of place"
    case .parametersMissing(let command, let count):
      "\(command) of \(count) has fewer parameters than that"
    case .pointOutOfRange: "a point leaves 32 bits"
    case .repeatedPoint: "a line or ring repeats its last or first point"
    case .holeWithoutExterior: "a polygon begins with a hole"
    case .wrongWinding: "a ring runs the wrong way round"
    }
  }
}
