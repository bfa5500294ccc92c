/// One vector tile: named layers of features in the tile's own integer coordinates.
///
/// - Note: Source – Mapbox Vector Tile specification 2.1.
public struct VectorTile: Hashable, Sendable {
  /// The layers in order; their names are unique.
  public var layers: [Layer]

  /// Makes a tile.
  ///
  /// - Parameter layers: The layers in order.
  public init(layers: [Layer] = []) { self.layers = layers }

  /// Features of one subject.
  ///
  /// - Note: Source – MVT 2.1 §4.1.
  public struct Layer: Hashable, Sendable {
    /// The name, unique in its tile.
    public var name: String
    /// The version of the specification: 1 or 2.
    public var version: UInt32
    /// The side of the tile in its own units, at least 1.
    public var extent: UInt32
    /// The features in order.
    public var features: [Feature]

    /// Makes a layer.
    ///
    /// - Parameters:
    ///   - name: Unique in its tile.
    ///   - version: 1 or 2.
    ///   - extent: The side of the tile in its own units, at least 1.
    ///   - features: The features in order.
    public init(name: String, version: UInt32 = 2, extent: UInt32 = 4096, features: [Feature] = [])
    {
      self.name = name
      self.version = version
      self.extent = extent
      self.features = features
    }
  }

  /// One thing on the map.
  ///
  /// - Note: Source – MVT 2.1 §4.2.
  public struct Feature: Hashable, Sendable {
    /// A number that should be unique in its layer, if there is one.
    public var id: UInt64?
    /// The properties in order; keys are unique.
    public var properties: [Property]
    /// The shape.
    public var geometry: TileGeometry

    /// Makes a feature.
    ///
    /// - Parameters:
    ///   - id: A number that should be unique in its layer.
    ///   - properties: The properties in order; keys are unique.
    ///   - geometry: The shape.
    public init(id: UInt64? = nil, properties: [Property] = [], geometry: TileGeometry) {
      self.id = id
      self.properties = properties
      self.geometry = geometry
    }

    /// The value of a property.
    ///
    /// - Parameter key: Its key.
    /// - Complexity: O(*n*), *n* properties.
    public subscript(key: String) -> Value? { properties.first { $0.key == key }?.value }
  }

  /// One key and its value.
  public struct Property: Hashable, Sendable {
    /// The key.
    public var key: String
    /// The value.
    public var value: Value

    /// Makes a property.
    ///
    /// - Parameters:
    ///   - key: The key.
    ///   - value: The value.
    public init(_ key: String, _ value: Value) {
      self.key = key
      self.value = value
    }
  }

  /// The value of a property in one of the seven types of the format.
  ///
  /// - Note: Source – MVT 2.1 §4.4.
  public enum Value: Hashable, Sendable {
    /// A text.
    case string(String)
    /// A number of 32 bits.
    case float(Float)
    /// A number of 64 bits.
    case double(Double)
    /// An integer, negative ones taking ten bytes (`int_value`).
    case int(Int64)
    /// An integer that is not negative (`uint_value`).
    case uint(UInt64)
    /// An integer in zigzag form (`sint_value`).
    case sint(Int64)
    /// A truth.
    case bool(Bool)
  }
}

/// A place in a tile: units of the layer's extent, rightwards and downwards from the upper left.
public struct TilePoint: Hashable, Sendable {
  /// Units rightwards; outside 0…extent in the buffer around a tile.
  public var x: Int32
  /// Units downwards; outside 0…extent in the buffer around a tile.
  public var y: Int32

  /// Makes a point.
  ///
  /// - Parameters:
  ///   - x: Units rightwards.
  ///   - y: Units downwards.
  public init(x: Int32, y: Int32) {
    self.x = x
    self.y = y
  }
}

/// An area in a tile; rings are open, so their first point is not repeated.
public struct TilePolygon: Hashable, Sendable {
  /// The outer boundary, clockwise as seen on the map: its area is positive.
  public var exteriorRing: [TilePoint]
  /// The holes, the other way round.
  public var interiorRings: [[TilePoint]]

  /// Makes an area.
  ///
  /// - Parameters:
  ///   - exteriorRing: The outer boundary.
  ///   - interiorRings: The holes.
  public init(exteriorRing: [TilePoint], interiorRings: [[TilePoint]] = []) {
    self.exteriorRing = exteriorRing
    self.interiorRings = interiorRings
  }
}

/// The shape of a feature in a tile.
///
/// - Note: Source – MVT 2.1 §4.3.4.
public enum TileGeometry: Hashable, Sendable {
  /// One point or more.
  case points([TilePoint])
  /// One path or more, each of two points or more.
  case lines([[TilePoint]])
  /// One area or more.
  case polygons([TilePolygon])
  /// A shape of a type that the format leaves open, by its command integers.
  case unknown([UInt32])
}
