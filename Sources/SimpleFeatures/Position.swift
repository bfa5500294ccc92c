/// A position on the Earth in CRS84: longitude first, degrees.
///
/// Latitude and longitude never travel as a bare pair, so they cannot be swapped.
///
/// - Note: Source – RFC 7946 §3.1.1 and §4; OGC CRS84.
public struct Position: Hashable, Sendable {
  /// Degrees east of Greenwich, −180…180.
  public var longitude: Double
  /// Degrees north of the equator, −90…90.
  public var latitude: Double

  /// Makes a position from degrees, unchecked: readers check with ``isValid``.
  ///
  /// - Parameters:
  ///   - longitude: Degrees east.
  ///   - latitude: Degrees north.
  @inlinable
  public init(longitude: Double, latitude: Double) {
    self.longitude = longitude
    self.latitude = latitude
  }

  /// Whether both ordinates are finite and inside the world.
  @inlinable
  public var isValid: Bool {
    longitude >= -180 && longitude <= 180 && latitude >= -90 && latitude <= 90
  }
}
