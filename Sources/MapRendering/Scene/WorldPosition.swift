import SimpleFeatures

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A position in unsigned 32-bit Web-Mercator world units: x east from 180° W, y south from
/// 85.0511° N, 9.3 mm at the equator.
///
/// The one place where angles are computed with; everything after it is integer arithmetic, so a
/// map is the same on every machine.
///
/// - Note: Source – OGC 17-083r4 Annex D (WebMercatorQuad).
public struct WorldPosition: Hashable, Comparable, Sendable {
  /// Units of the world's width and height.
  static let worldSize = 4_294_967_296.0
  /// The northern and southern end of the square world, degrees.
  static let latitudeLimit = 85.0511287798066

  /// Units east of 180° W.
  public var x: UInt32
  /// Units south of 85.0511° N.
  public var y: UInt32

  /// Makes a position from world units.
  ///
  /// - Parameters:
  ///   - x: Units east of 180° W.
  ///   - y: Units south of 85.0511° N.
  public init(x: UInt32, y: UInt32) {
    self.x = x
    self.y = y
  }

  /// Projects a position; latitudes beyond ±85.0511° move to that parallel.
  ///
  /// There is no result where the position is not finite or outside the world.
  ///
  /// - Parameter position: CRS84 degrees.
  init?(_ position: Position) {
    guard position.isValid else { return nil }
    x = Self.x(longitude: position.longitude)
    y = Self.y(latitude: position.latitude)
  }

  /// Whether the first lies west of the second, or north of it on one meridian.
  ///
  /// - Parameters:
  ///   - lhs: One position.
  ///   - rhs: Another.
  /// - Returns: An order that is total and stable.
  public static func < (lhs: WorldPosition, rhs: WorldPosition) -> Bool {
    (lhs.x, lhs.y) < (rhs.x, rhs.y)
  }

  /// World x of a longitude; 180° E is 180° W.
  static func x(longitude: Double) -> UInt32 {
    UInt32(truncatingIfNeeded: Int64(((longitude + 180) / 360 * worldSize).rounded(.down)))
  }

  /// World y of a latitude, brought into the square world.
  static func y(latitude: Double) -> UInt32 {
    let radians = min(max(latitude, -latitudeLimit), latitudeLimit) * .pi / 180
    let mercator = log(tan(.pi / 4 + radians / 2))
    let y = ((1 - mercator / .pi) / 2 * worldSize).rounded(.down)
    return UInt32(min(max(y, 0), worldSize - 1))
  }

  /// The latitude of a world y, degrees.
  static func latitude(y: Double) -> Double {
    atan(sinh(.pi * (1 - 2 * y / worldSize))) * 180 / .pi
  }

  /// The longitude of an unrolled world x, −180…180 degrees.
  static func longitude(x: Double) -> Double {
    let turns = x / worldSize
    return (turns - turns.rounded(.down)) * 360 - 180
  }

  /// Metres on the ground for one world unit, times 2³², at a latitude.
  ///
  /// - Parameter latitude: Degrees, inside ±85.0511.
  /// - Returns: Fixed-point metres on the sphere of radius 6 371 008.8 m.
  static func fixedMetersPerUnit(latitude: Double) -> Int64 {
    let bounded = min(max(latitude, -latitudeLimit), latitudeLimit)
    let circumference = 2 * Double.pi * 6_371_008.8
    return Int64((circumference * cos(bounded * .pi / 180)).rounded())
  }

  /// World units that a ground distance spans at a latitude.
  ///
  /// - Parameters:
  ///   - meters: At least 0.
  ///   - latitude: Degrees.
  /// - Returns: At most a quarter of the world.
  static func units(ofMeters meters: Double, latitude: Double) -> UInt32 {
    let perUnit = Double(fixedMetersPerUnit(latitude: latitude)) / worldSize
    return UInt32(min(max(meters / perUnit, 0), worldSize / 4).rounded())
  }

  /// The position in degrees.
  var position: Position {
    Position(
      longitude: Self.longitude(x: Double(x)), latitude: Self.latitude(y: Double(y)))
  }
}
