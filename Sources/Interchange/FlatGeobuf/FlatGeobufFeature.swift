public import SimpleFeatures

/// A feature of a FlatGeobuf file.
public struct FlatGeobufFeature: Hashable, Sendable {
  /// Where it is; `nil` when nowhere.
  public var geometry: Geometry?
  /// Its properties by the column's place in the header; absent is null.
  ///
  /// Not one for each column: a hostile header may name thousands.
  public var properties: [Int: FlatGeobufValue]
  /// Where it begins in its file, in bytes.
  public var fileOffset: Int
}

/// The value of a property in a FlatGeobuf file.
public enum FlatGeobufValue: Hashable, Sendable {
  /// An integer of any width.
  case integer(Int64)
  /// A natural number beyond those of 63 bits.
  case natural(UInt64)
  /// A number of single or double precision.
  case number(Double)
  /// True or false.
  case truth(Bool)
  /// Text.
  case text(String)
  /// JSON as text, unchecked.
  case json(String)
  /// A date and time as written.
  case dateTime(String)
  /// Bytes.
  case binary([UInt8])
}

/// The tables of a feature by the numbers of their fields.
///
/// - Note: Source – FlatGeobuf 3, `feature.fbs`.
enum FlatGeobufSchema {
  /// Fields of table Feature.
  enum Feature {
    static let (geometry, properties, columns) = (0, 1, 2)
  }

  /// Fields of table Geometry; 3, 4 and 5 are the other ordinates.
  enum Geometry {
    static let (ends, xy, z, type, parts) = (0, 1, 2, 6, 7)
  }

  static let feature = FlatBufferLayout([.offset, .offset])
  static let featureWithoutGeometry = FlatBufferLayout([nil, .offset])
  /// Positions of one path or ring, or of points.
  static let simple = FlatBufferLayout([nil, .offset, nil, nil, nil, nil, .byte])
  /// Positions of several paths or rings.
  static let ended = FlatBufferLayout([.offset, .offset, nil, nil, nil, nil, .byte])
  /// Several geometries.
  static let composed = FlatBufferLayout([nil, nil, nil, nil, nil, nil, .byte, .offset])
}
