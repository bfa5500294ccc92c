/// An open or closed path of straight pieces.
///
/// - Note: Source – ISO 19125-1 §6.1.6.
public struct LineString: Hashable, Sendable {
  /// The vertices in order.
  public var positions: [Position]

  /// Makes a path.
  ///
  /// - Parameter positions: Two or more vertices, or none for an empty path.
  public init(_ positions: [Position]) {
    self.positions = positions
  }
}

/// A closed path that bounds an area: its first and last positions are equal.
///
/// - Note: Source – ISO 19125-1 §6.1.7; RFC 7946 §3.1.6.
public struct LinearRing: Hashable, Sendable {
  /// The vertices in order, the first repeated at the end.
  public var positions: [Position]

  /// Makes a ring.
  ///
  /// - Parameter positions: Four or more vertices, first equal to last.
  public init(_ positions: [Position]) {
    self.positions = positions
  }
}

/// An area with one outer boundary and any number of holes.
///
/// - Note: Source – ISO 19125-1 §6.1.11.
public struct Polygon: Hashable, Sendable {
  /// The outer boundary.
  public var exteriorRing: LinearRing
  /// The holes.
  public var interiorRings: [LinearRing]

  /// Makes an area.
  ///
  /// - Parameters:
  ///   - exteriorRing: The outer boundary.
  ///   - interiorRings: Holes inside it.
  public init(exteriorRing: LinearRing, interiorRings: [LinearRing] = []) {
    self.exteriorRing = exteriorRing
    self.interiorRings = interiorRings
  }
}

/// A geometry of the Simple Features model in CRS84, as a plain value.
///
/// - Note: Source – ISO 19125-1; RFC 7946 §3.1.
public enum Geometry: Hashable, Sendable {
  /// One position.
  case point(Position)
  /// One path.
  case lineString(LineString)
  /// One area.
  case polygon(Polygon)
  /// Several positions.
  case multiPoint([Position])
  /// Several paths.
  case multiLineString([LineString])
  /// Several areas.
  case multiPolygon([Polygon])
  /// Any mixture, nested at most 32 deep by our readers.
  indirect case geometryCollection([Geometry])
}
