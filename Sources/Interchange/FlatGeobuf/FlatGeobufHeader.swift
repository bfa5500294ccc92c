public import SimpleFeatures

/// What a FlatGeobuf file says of itself before its features.
///
/// - Note: Source – FlatGeobuf 3, `header.fbs`, table Header.
public struct FlatGeobufHeader: Hashable, Sendable {
  /// The layer's name.
  public var name: String?
  /// The box round all features, where it is known.
  public var envelope: Envelope?
  /// The type of every geometry, or `nil` when each feature has its own.
  public var geometryType: GeometryType?
  /// Whether positions have an altitude.
  public var hasAltitude = false
  /// The columns of the properties, in the order that features name them by.
  public var columns: [FlatGeobufColumn]
  /// How many features there are; `nil` when the writer did not know.
  public var featureCount: Int?
  /// Entries a node of the index; `nil` when there is none.
  public var indexNodeSize: Int?
  /// A title for people.
  public var title: String?
  /// What the data is, for people.
  public var summary: String?
  /// More about it, by convention as JSON.
  public var metadata: String?

  /// Makes the header of a layer whose geometries may be of any type.
  ///
  /// - Parameters:
  ///   - name: The layer's name.
  ///   - columns: The columns of the properties.
  public init(name: String?, columns: [FlatGeobufColumn]) {
    self.name = name
    self.columns = columns
  }
}

/// A column of a FlatGeobuf file.
///
/// - Note: Source – FlatGeobuf 3, `header.fbs`, table Column.
public struct FlatGeobufColumn: Hashable, Sendable {
  /// The type of a column's values.
  public enum ValueType: UInt8, Hashable, Sendable {
    /// An integer of 8 bits.
    case int8 = 0
    /// A natural number of 8 bits.
    case uint8 = 1
    /// True or false.
    case truth = 2
    /// An integer of 16 bits.
    case int16 = 3
    /// A natural number of 16 bits.
    case uint16 = 4
    /// An integer of 32 bits.
    case int32 = 5
    /// A natural number of 32 bits.
    case uint32 = 6
    /// An integer of 64 bits.
    case int64 = 7
    /// A natural number of 64 bits.
    case uint64 = 8
    /// A number of single precision.
    case float = 9
    /// A number of double precision.
    case double = 10
    /// Text.
    case text = 11
    /// JSON as text.
    case json = 12
    /// A date and time in ISO 8601.
    case dateTime = 13
    /// Bytes.
    case binary = 14
  }

  /// The column's name.
  public var name: String
  /// The type of its values.
  public var type: ValueType
  /// A title for people.
  public var title: String?
  /// What it says, for people.
  public var summary: String?
  /// Whether a feature may be without it.
  public var isNullable = true
  /// Whether no two features have the same value.
  public var isUnique = false
  /// Whether it identifies a feature.
  public var isPrimaryKey = false
  /// More about it, by convention as JSON.
  public var metadata: String?

  /// Makes a column that any feature may be without.
  ///
  /// - Parameters:
  ///   - name: The column's name.
  ///   - type: The type of its values.
  public init(name: String, type: ValueType) {
    self.name = name
    self.type = type
  }
}
