import SimpleFeatures

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A position from which boxes are measured on the sphere.
struct SphericalVantage {
  private static let radians = Double.pi / 180
  /// Outweighs the rounding of everything computed here.
  private static let slack = 0x1p-40

  private let position: Position
  private let cosine: Double

  /// Stands at a position.
  ///
  /// - Parameter position: Valid degrees.
  init(_ position: Position) {
    self.position = position
    cosine = cos(position.latitude * Self.radians)
  }

  /// Metres to the nearest position of a box, 0 inside.
  ///
  /// - Parameter box: Degrees; may cross the antimeridian.
  /// - Returns: For a single position the very value of `Position.distanceMeters(to:)`.
  @inline(__always)
  func meters(to box: Envelope) -> Double {
    position.distanceMeters(to: nearest(in: box))
  }

  /// The nearest position of a box.
  ///
  /// On each parallel the nearest position is the one of least longitude difference, so the nearest
  /// of all lies on one meridian. Along it the distance has one minimum, at the foot of the great
  /// circle through here that meets the meridian at a right angle; from a quarter turn away on,
  /// it has one maximum instead, and the nearest position is an end.
  @inline(__always)
  private func nearest(in box: Envelope) -> Position {
    if box.west == box.east, box.south == box.north {
      return Position(longitude: box.west, latitude: box.south)
    }
    return nearest(inExtended: box)
  }

  private func nearest(inExtended box: Envelope) -> Position {
    let gap = longitudeGap(box.west, box.east)
    if gap == 0 {
      return Position(
        longitude: position.longitude,
        latitude: min(max(position.latitude, box.south), box.north))
    }
    let isWest = Self.turn(position.longitude, box.west) <= Self.turn(position.longitude, box.east)
    let longitude = isWest ? box.west : box.east
    let up = sin(position.latitude * Self.radians)
    let along = cosine * cos(gap * Self.radians)
    if along > 0 {
      let foot = atan2(up, along) / Self.radians
      return Position(longitude: longitude, latitude: min(max(foot, box.south), box.north))
    }
    let south = Position(longitude: longitude, latitude: box.south)
    let north = Position(longitude: longitude, latitude: box.north)
    return position.distanceMeters(to: south) <= position.distanceMeters(to: north) ? south : north
  }

  /// The angle between two meridians, 0…180 degrees.
  private static func turn(_ a: Double, _ b: Double) -> Double {
    let difference = abs(a - b)
    return min(difference, 360 - difference)
  }

  /// A haversine, sin²(d / 2R), that the distance d to a box is never below.
  ///
  /// Truncated alternating series bound sine and cosine from below, and the two terms of the
  /// haversine are bounded each on its own: a few products, no call, no branch.
  ///
  /// - Parameters:
  ///   - west: Degrees, as the other three.
  ///   - south: Degrees.
  ///   - east: Less than the west across the antimeridian, or unwrapped.
  ///   - north: Degrees.
  /// - Returns: Close below the exact value for small boxes near by.
  /// - Note: Source – R. W. Sinnott, Virtues of the haversine, Sky and Telescope 68, 1984.
  @inline(__always)
  func low(west: Double, south: Double, east: Double, north: Double) -> Double {
    let gap = longitudeGap(west, east)
    let rise = Self.larger(Self.larger(south - position.latitude, position.latitude - north), 0)
    let narrowing = cosine * Self.lowCosine(Self.larger(-south, north))
    return (Self.lowSquaredHalfSine(rise) + narrowing * Self.lowSquaredHalfSine(gap))
      * (1 - Self.slack)
  }

  /// A haversine that no position within a distance is above.
  ///
  /// - Parameter meters: 0 or more.
  /// - Returns: sin x ≤ x, squared.
  static func reach(meters: Double) -> Double {
    let half = meters / (2 * EarthSphere.radiusMeters)
    return half * half * (1 + slack) + .leastNormalMagnitude
  }

  /// The least longitude difference to an interval, the shorter way round: 0…180 degrees.
  @inline(__always)
  private func longitudeGap(_ west: Double, _ east: Double) -> Double {
    let longitude = position.longitude
    let unwrapped = east < west ? east + 360 : east
    let here = Self.larger(Self.larger(west - longitude, longitude - unwrapped), 0)
    let westward = Self.larger(longitude + 360 - unwrapped, 0)
    return Self.smaller(Self.smaller(here, westward), west + 360 - longitude)
  }
}

/// Series cut off where their sign tells on which side of the function they lie. Degrees in.
extension SphericalVantage {
  /// sin x ≥ x − x³/6, at x = half the angle, squared; up to 180 degrees.
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
