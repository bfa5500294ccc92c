import SimpleFeatures

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Longitude and latitude on a drawing: equirectangular, true to scale at the middle latitude.
///
/// Over a city the error of distances stays under a thousandth; longitudes are taken relative to the
/// middle, so a box across the antimeridian is drawn in one piece.
///
/// - Note: Source – Snyder, Map Projections: A Working Manual, 1987, p. 90.
struct MapProjection: Hashable, Sendable {
  /// The box that is drawn, grown to the shape of the drawing.
  let envelope: Envelope
  let width: Double
  let height: Double
  /// Units of the drawing for one metre.
  let unitsPerMeter: Double
  private let center: Position
  private let cosine: Double

  /// The widest to the highest that a drawing may be.
  private static let shapes = 0.45...0.7

  /// Fits a box into a width.
  ///
  /// - Parameters:
  ///   - box: What has to be seen; smaller than 500 m it is grown to that.
  ///   - width: Units of the drawing.
  init(_ box: Envelope, width: Double) {
    center = box.center
    cosine = max(0.02, cos(center.latitude * .pi / 180))
    let metersX = max(500, box.width * EarthSphere.metersPerDegree * cosine)
    let metersY = max(500, box.height * EarthSphere.metersPerDegree)
    let shape = min(max(metersY / metersX, Self.shapes.lowerBound), Self.shapes.upperBound)
    let meters = max(metersX, metersY / shape)
    self.width = width
    height = (width * shape).rounded()
    unitsPerMeter = width / meters
    let halfX = meters / 2 / EarthSphere.metersPerDegree / cosine
    let halfY = meters * shape / 2 / EarthSphere.metersPerDegree
    envelope = Envelope(
      west: Self.wrapped(center.longitude - min(180, halfX)),
      south: max(-90, center.latitude - halfY),
      east: Self.wrapped(center.longitude + min(180, halfX)),
      north: min(90, center.latitude + halfY))
  }

  /// Where a position is drawn.
  func point(_ position: Position) -> (x: Double, y: Double) {
    let east = Self.wrapped(position.longitude - center.longitude)
    let north = position.latitude - center.latitude
    return (
      width / 2 + east * EarthSphere.metersPerDegree * cosine * unitsPerMeter,
      height / 2 - north * EarthSphere.metersPerDegree * unitsPerMeter
    )
  }

  /// The angle brought between -180 and 180 degrees.
  private static func wrapped(_ degrees: Double) -> Double {
    degrees > 180 ? degrees - 360 : degrees < -180 ? degrees + 360 : degrees
  }
}
