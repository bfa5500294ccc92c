public import SimpleFeatures

/// Why a FlatGeobuf file was refused, and where.
public enum FlatGeobufError: Error, Hashable, Sendable {
  /// The file breaks a rule; the offset is in bytes from its start.
  case refused(FlatGeobufFault, at: Int)
  /// The file cannot be opened or read.
  case unreadable(reason: String)
}

/// The rule that a FlatGeobuf file breaks.
public enum FlatGeobufFault: Hashable, Sendable {
  /// The file does not begin with the magic bytes.
  case notFlatGeobuf
  /// The major version is another than 3.
  case unsupportedVersion(UInt8)
  /// The file ends inside a part of it.
  case unexpectedEnd(FlatGeobufPart)
  /// A header longer than is taken.
  case headerTooLong(bytes: Int, limit: Int)
  /// An offset, a vtable or a vector leads out of its buffer.
  case outOfBuffer
  /// A vtable that no writer makes.
  case badVTable
  /// Bytes that should be text and are not UTF-8.
  case notUTF8
  /// The same bytes used over and over, so that the whole would grow past its buffer.
  case sharedTooOften
  /// More columns than a property can name.
  case tooManyColumns(Int)
  /// A column without the name that it must have.
  case columnWithoutName
  /// A type of column that the format does not have.
  case unknownColumnType(UInt8)
  /// A property of a column that the header does not have.
  case unknownColumn(Int)
  /// A property that comes twice in a feature.
  case repeatedColumn(Int)
  /// An index node that does not lead where the format puts its children.
  case badIndexNode
  /// Nodes of a single entry or none: no tree.
  case badNodeSize(Int)
  /// Another reference system than CRS84 or EPSG:4326.
  case unsupportedReferenceSystem(String)
  /// A geometry that is not taken.
  case geometry(GeometryFault)
  /// The ends of rings or parts do not ascend to the last position.
  case badEnds
}

/// A part of a FlatGeobuf file.
public enum FlatGeobufPart: String, Hashable, Sendable {
  /// The magic bytes.
  case magic
  /// The header.
  case header
  /// The index.
  case index
  /// A feature.
  case feature
  /// The properties of a feature.
  case properties
}

extension FlatGeobufError: CustomStringConvertible {
  /// One line: the rule, and where it was broken.
  public var description: String {
    switch self {
    case .refused(let fault, let offset): "FlatGeobuf refused at byte \(offset): \(fault)"
    case .unreadable(let reason): "cannot be read: \(reason)"
    }
  }
}

extension FlatGeobufFault: CustomStringConvertible {
  /// The rule in words.
  public var description: String {
    switch self {
    case .notFlatGeobuf: "it does not begin as a FlatGeobuf file does"
    case .unsupportedVersion(let version): "version \(version), wanted 3"
    case .unexpectedEnd(let part): "the file ends inside its \(part.rawValue)"
    case .headerTooLong(let bytes, let limit): "a header of \(bytes) bytes, at most \(limit)"
    case .outOfBuffer: "an offset or a length leads out of its buffer"
    case .badVTable: "a malformed vtable"
    case .notUTF8: "text that is not UTF-8"
    case .sharedTooOften: "the same bytes are used over and over"
    case .tooManyColumns(let count): "\(count) columns, more than a property can name"
    case .columnWithoutName: "a column without a name"
    case .unknownColumnType(let type): "column type \(type) does not exist"
    case .unknownColumn(let index): "a property of column \(index), which the header has not"
    case .repeatedColumn(let index): "column \(index) comes twice in one feature"
    case .badIndexNode: "an index node that leads elsewhere than to its own entries"
    case .badNodeSize(let size): "an index with \(size) entries a node, wanted at least 2"
    case .unsupportedReferenceSystem(let name):
      "reference system \(name); transform to CRS84 (longitude, latitude) first"
    case .geometry(let fault): "\(fault)"
    case .badEnds: "the ends of rings or parts do not ascend to the last position"
    }
  }
}
