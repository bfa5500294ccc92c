/// The one model of the Earth behind every distance and area here: a sphere.
///
/// Against the WGS 84 ellipsoid a distance is off by up to 0.56 %, an area by up to 1.1 %; at the
/// precision of reports from a war neither is seen.
public enum EarthSphere {
  /// The mean radius R₁ = (2a + b) / 3 of WGS 84, metres.
  ///
  /// - Note: Source – H. Moritz, Geodetic Reference System 1980, Journal of Geodesy 74, 2000.
  public static let radiusMeters = 6_371_008.8

  /// Metres along one degree of a great circle.
  public static let metersPerDegree = radiusMeters * .pi / 180
}
