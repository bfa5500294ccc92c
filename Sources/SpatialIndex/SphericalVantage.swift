import SimpleFeatures

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A position from which boxes are measured on the sphere.
///
/// Distances are compared as haversines, sin²(d / 2R), which grow with the distance and need no
/// square root or arc sine.
///
/// - Note: Source – R. W. Sinnott, Virtues of the Haversine, Sky and Telescope 68 (1984).
struct SphericalVantage {
  /// IUGG mean radius, metres.
  static let earthRadiusMeters = 6_371_008.8
  private static let radians = Double.pi / 180

  private let longitude: Double
  private let latitude: Double
  private let cosine: Double

  /// Stands at a position.
  ///
  /// - Parameter position: Valid degrees.
  init(_ position: Position) {
    longitude = position.longitude
    latitude = position.latitude
    cosine = cos(position.latitude * Self.radians)
  }

  /// Metres along the sphere.
  ///
  /// - Parameter haversine: 0…1; rounding above 1 counts as 1.
  /// - Returns: 0 to half the circumference.
  static func meters(haversine: Double) -> Double {
    2 * earthRadiusMeters * asin(min(1, haversine.squareRoot()))
  }

  /// The haversine of a distance.
  ///
  /// - Parameter meters: 0 or more; more than half the circumference counts as that.
  /// - Returns: 0…1.
  static func haversine(meters: Double) -> Double {
    let half = sin(min(meters / (2 * earthRadiusMeters), .pi / 2))
    return half * half
  }

  /// The exact haversine to the nearest position of a box, 0 inside.
  ///
  /// On each parallel the nearest position is the one of least longitude difference, so the nearest
  /// of all lies on one meridian; along it the distance has one minimum, at the foot of the great
  /// circle through the vantage point perpendicular to the meridian.
  ///
  /// - Parameters:
  ///   - west: Degrees, as the other three.
  ///   - south: Degrees.
  ///   - east: Less than the west across the antimeridian, or unwrapped.
  ///   - north: Degrees.
  /// - Returns: 0…1, within rounding.
  func haversine(west: Double, south: Double, east: Double, north: Double) -> Double {
    let gap = longitudeGap(west: west, east: east < west ? east + 360 : east)
    guard gap > 0 else {
      return Self.squaredHalfSine(max(south - latitude, latitude - north, 0) * Self.radians)
    }
    guard south < north else { return haversine(longitudeGap: gap, latitude: south) }
    let (up, along) = (sin(latitude * Self.radians), cosine * cos(gap * Self.radians))
    if along > 0 {
      let foot = atan2(up, along) / Self.radians
      return haversine(longitudeGap: gap, latitude: min(max(foot, south), north))
    }
    return min(
      haversine(longitudeGap: gap, latitude: south), haversine(longitudeGap: gap, latitude: north))
  }

  /// A haversine that the distance to the box is never below, at the cost of a few products.
  ///
  /// Truncated alternating series bound sine and cosine from below, and the two terms of the
  /// haversine are bounded each on its own. The last factor outweighs rounding.
  ///
  /// - Parameters:
  ///   - west: Degrees, as the other three.
  ///   - south: Degrees.
  ///   - east: Unwrapped: not less than the west.
  ///   - north: Degrees.
  /// - Returns: Close below the exact value for small boxes near by.
  @inline(__always)
  func bound(west: Double, south: Double, east: Double, north: Double) -> Double {
    let rise = Self.larger(Self.larger(south - latitude, latitude - north), 0)
    let gap = longitudeGap(west: west, east: east)
    let extreme = Self.larger(-south, north)
    return
      (Self.lowSquaredHalfSine(rise)
      + cosine * Self.lowCosine(extreme) * Self.lowSquaredHalfSine(gap)) * (1 - 0x1p-40)
  }

  private func haversine(longitudeGap gap: Double, latitude other: Double) -> Double {
    Self.squaredHalfSine((other - latitude) * Self.radians)
      + cosine * cos(other * Self.radians) * Self.squaredHalfSine(gap * Self.radians)
  }

  /// The least longitude difference to an unwrapped interval, the shorter way round: 0…180 degrees.
  @inline(__always)
  private func longitudeGap(west: Double, east: Double) -> Double {
    let here = Self.larger(Self.larger(west - longitude, longitude - east), 0)
    let westward = Self.larger(longitude + 360 - east, 0)
    return Self.smaller(Self.smaller(here, westward), west + 360 - longitude)
  }

  private static func squaredHalfSine(_ radians: Double) -> Double {
    let sine = sin(radians / 2)
    return sine * sine
  }

  /// sin x ≥ x − x³/6, at x = half the angle.
  @inline(__always)
  private static func lowSquaredHalfSine(_ degrees: Double) -> Double {
    let square = degrees * degrees * (radians * radians)
    let factor = 1 - square * (1 / 24)
    return square * 0.25 * factor * factor
  }

  /// cos x ≥ 1 − x²/2 + x⁴/24 − x⁶/720, up to 90 degrees.
  @inline(__always)
  private static func lowCosine(_ degrees: Double) -> Double {
    let square = degrees * degrees * (radians * radians)
    return larger(1 - square * (0.5 - square * (1.0 / 24 - square * (1.0 / 720))), 0)
  }

  /// `max` without its care for NaN, which costs a branch.
  @inline(__always)
  private static func larger(_ a: Double, _ b: Double) -> Double { a > b ? a : b }

  @inline(__always)
  private static func smaller(_ a: Double, _ b: Double) -> Double { a < b ? a : b }
}
