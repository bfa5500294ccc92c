#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension Position {
  /// The great-circle distance in metres, on the sphere of radius 6 371 008.8 m.
  ///
  /// The shorter way round, so the antimeridian is no obstacle; exact to rounding for near and
  /// for antipodal positions alike.
  ///
  /// - Parameter other: Degrees.
  /// - Returns: 0 … 20 015 115 m.
  /// - Note: Source – R. W. Sinnott, Virtues of the haversine, Sky and Telescope 68, 1984.
  public func distanceMeters(to other: Position) -> Double {
    let radian = Double.pi / 180
    let halfHeight = sin((other.latitude - latitude) * radian / 2)
    let halfWidth = sin((other.longitude - longitude) * radian / 2)
    let haversine =
      halfHeight * halfHeight
      + cos(latitude * radian) * cos(other.latitude * radian) * halfWidth * halfWidth
    return 2 * EarthSphere.radiusMeters * asin(min(1, haversine.squareRoot()))
  }

  /// The direction in which the great circle to another position sets out.
  ///
  /// - Parameter other: Degrees.
  /// - Returns: Degrees clockwise from north, 0 ..< 360; 0 towards the position itself.
  public func initialBearingDegrees(to other: Position) -> Double {
    let radian = Double.pi / 180
    let turn = (other.longitude - longitude) * radian
    let from = latitude * radian
    let to = other.latitude * radian
    let bearing = atan2(
      sin(turn) * cos(to), cos(from) * sin(to) - sin(from) * cos(to) * cos(turn))
    let degrees = bearing * 180 / .pi
    return degrees < 0 ? degrees + 360 : degrees
  }

  /// The position reached along a great circle.
  ///
  /// - Parameters:
  ///   - bearing: Degrees clockwise from north.
  ///   - distance: Metres, on the sphere of radius 6 371 008.8 m.
  /// - Returns: A longitude within ±180.
  public func destination(bearingDegrees bearing: Double, distanceMeters distance: Double)
    -> Position
  {
    let step = stepFrom(bearingDegrees: bearing, distanceMeters: distance)
    var longitude = longitude + step.longitudeChange
    if longitude > 180 { longitude -= 360 } else if longitude < -180 { longitude += 360 }
    return Position(longitude: longitude, latitude: step.latitude)
  }

  /// The latitude reached along a great circle and the change of longitude, −180…180 degrees.
  func stepFrom(
    bearingDegrees bearing: Double, distanceMeters distance: Double
  ) -> (longitudeChange: Double, latitude: Double) {
    GreatCircleSteps(from: self, distanceMeters: distance).step(bearingDegrees: bearing)
  }
}

/// Steps of one length from one position: what does not depend on the direction is worked out once.
struct GreatCircleSteps {
  private let start: (sine: Double, cosine: Double)
  private let length: (sine: Double, cosine: Double)

  init(from position: Position, distanceMeters distance: Double) {
    let angle = distance / EarthSphere.radiusMeters
    let latitude = position.latitude * (Double.pi / 180)
    start = (sin(latitude), cos(latitude))
    length = (sin(angle), cos(angle))
  }

  /// The latitude reached and the change of longitude, −180…180 degrees.
  func step(bearingDegrees bearing: Double) -> (longitudeChange: Double, latitude: Double) {
    let direction = bearing * (Double.pi / 180)
    let sine = start.sine * length.cosine + start.cosine * length.sine * cos(direction)
    let to = asin(max(-1, min(1, sine)))
    let turn = atan2(
      sin(direction) * length.sine * start.cosine, length.cosine - start.sine * sin(to))
    return (turn * 180 / .pi, to * 180 / .pi)
  }
}
