/// The smallest box around something, in longitude and latitude degrees (CRS84).
///
/// A box with `west > east` crosses the antimeridian; edges belong to the box.
///
/// - Note: Source – ISO 19107 `GM_Envelope`; RFC 7946 §5.2 for the antimeridian.
public struct Envelope: Hashable, Sendable {
  /// Western edge, degrees.
  public var west: Double
  /// Southern edge, degrees.
  public var south: Double
  /// Eastern edge, degrees; less than ``west`` when the box crosses the antimeridian.
  public var east: Double
  /// Northern edge, degrees.
  public var north: Double

  /// Makes a box from its edges in the order of the wire's `bbox`.
  ///
  /// - Parameters:
  ///   - west: Degrees.
  ///   - south: Degrees.
  ///   - east: Degrees.
  ///   - north: Degrees.
  @inlinable
  public init(west: Double, south: Double, east: Double, north: Double) {
    self.west = west
    self.south = south
    self.east = east
    self.north = north
  }

  /// The box around one position.
  ///
  /// - Parameter position: Both corners of the box.
  @inlinable
  public init(_ position: Position) {
    self.init(
      west: position.longitude, south: position.latitude, east: position.longitude,
      north: position.latitude)
  }

  /// Whether the box spans the 180° meridian.
  @inlinable
  public var crossesAntimeridian: Bool { west > east }

  /// The longitude extent in degrees, 0…360.
  @inlinable
  public var width: Double { crossesAntimeridian ? 360 - west + east : east - west }

  /// The latitude extent in degrees.
  @inlinable
  public var height: Double { north - south }

  /// The middle of the box.
  public var center: Position {
    let middle = west + width / 2
    return Position(
      longitude: middle > 180 ? middle - 360 : middle, latitude: (south + north) / 2)
  }

  /// Whether the box holds the position; edges count.
  ///
  /// - Parameter position: Degrees.
  /// - Returns: `true` on the edge too.
  @inlinable
  public func covers(_ position: Position) -> Bool {
    guard position.latitude >= south, position.latitude <= north else { return false }
    return crossesAntimeridian
      ? position.longitude >= west || position.longitude <= east
      : position.longitude >= west && position.longitude <= east
  }

  /// Whether the two boxes share at least one position; touching counts.
  ///
  /// - Parameter other: Either box may cross the antimeridian.
  /// - Returns: `true` when they meet.
  @inlinable
  public func intersects(_ other: Envelope) -> Bool {
    guard south <= other.north, other.south <= north else { return false }
    switch (crossesAntimeridian, other.crossesAntimeridian) {
    case (false, false): return west <= other.east && other.west <= east
    case (true, true): return true
    case (true, false): return other.east >= west || other.west <= east
    case (false, true): return east >= other.west || west <= other.east
    }
  }
}
