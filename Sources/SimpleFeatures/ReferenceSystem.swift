#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A coordinate reference system that positions can be given in.
///
/// Everything is kept in CRS84; the others are for asking and answering. Their axes go in the order
/// of their authority, so EPSG:4326 has latitude first.
///
/// - Note: Source – OGC API Features Part 2 §6.2; EPSG Dataset, codes 4326 and 3857.
public enum ReferenceSystem: Hashable, Sendable, CaseIterable {
  /// WGS 84, longitude then latitude, degrees: what the register keeps.
  case crs84
  /// WGS 84, latitude then longitude, degrees.
  case epsg4326
  /// WGS 84 / Pseudo-Mercator, easting then northing, metres.
  case webMercator

  /// The identifier as OGC writes it.
  public var uri: String {
    switch self {
    case .crs84: "http://www.opengis.net/def/crs/OGC/1.3/CRS84"
    case .epsg4326: "http://www.opengis.net/def/crs/EPSG/0/4326"
    case .webMercator: "http://www.opengis.net/def/crs/EPSG/0/3857"
    }
  }

  /// Reads an identifier: with `http` or `https`, or a URN, or safe CURIE such as `[EPSG:3857]`.
  ///
  /// - Parameter uri: As a client sends it.
  public init?(uri: some StringProtocol) {
    var name = String(uri)
    if name.hasPrefix("https://") { name = "http://" + name.dropFirst(8) }
    switch name {
    case Self.crs84.uri, "urn:ogc:def:crs:OGC:1.3:CRS84", "[OGC:CRS84]", "OGC:CRS84":
      self = .crs84
    case Self.epsg4326.uri, "urn:ogc:def:crs:EPSG::4326", "[EPSG:4326]", "EPSG:4326":
      self = .epsg4326
    case Self.webMercator.uri, "urn:ogc:def:crs:EPSG::3857", "[EPSG:3857]", "EPSG:3857":
      self = .webMercator
    default: return nil
    }
  }

  /// The semi-major axis of WGS 84, metres.
  private static let semiMajorAxis = 6_378_137.0
  /// The latitude at which Pseudo-Mercator's square ends: atan(sinh π), degrees.
  public static let mercatorLimit = 85.051_128_779_806_59

  /// The two coordinates of a position in the order of the axes.
  ///
  /// Pseudo-Mercator has no poles: beyond ±85.0511° a position is drawn at that latitude.
  ///
  /// - Parameter position: Degrees.
  /// - Returns: Degrees or metres.
  /// - Note: Source – IOGP 373-7-2, method 1024.
  public func coordinates(of position: Position) -> (first: Double, second: Double) {
    switch self {
    case .crs84: return (position.longitude, position.latitude)
    case .epsg4326: return (position.latitude, position.longitude)
    case .webMercator:
      let radian = Double.pi / 180
      let latitude = min(max(position.latitude, -Self.mercatorLimit), Self.mercatorLimit)
      return (
        Self.semiMajorAxis * position.longitude * radian,
        Self.semiMajorAxis * log(tan(Double.pi / 4 + latitude * radian / 2))
      )
    }
  }

  /// The position of two coordinates in the order of the axes.
  ///
  /// - Parameters:
  ///   - first: Degrees or metres.
  ///   - second: Degrees or metres.
  /// - Returns: `nil` outside the world.
  public func position(first: Double, second: Double) -> Position? {
    let position: Position
    switch self {
    case .crs84: position = Position(longitude: first, latitude: second)
    case .epsg4326: position = Position(longitude: second, latitude: first)
    case .webMercator:
      let degree = 180 / Double.pi
      position = Position(
        longitude: Self.roundingOff(first / Self.semiMajorAxis * degree),
        latitude: (2 * atan(exp(second / Self.semiMajorAxis)) - Double.pi / 2) * degree)
    }
    return position.isValid ? position : nil
  }

  /// A longitude that rounding has pushed past the antimeridian lies on it.
  private static func roundingOff(_ longitude: Double) -> Double {
    abs(longitude) > 180 && abs(longitude) < 180 + 1e-9 ? (longitude < 0 ? -180 : 180) : longitude
  }

  /// Digits after the point that keep about a centimetre.
  public var decimals: Int { self == .webMercator ? 2 : 7 }
}
