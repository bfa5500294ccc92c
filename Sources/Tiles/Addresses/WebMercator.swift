public import SimpleFeatures

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A position on the square of Web Mercator: 0 to 1 eastwards from 180° W, 0 to 1 southwards.
///
/// - Note: Source – EPSG:3857; OGC Two Dimensional Tile Matrix Set 2.0, WebMercatorQuad.
public struct MercatorPosition: Hashable, Sendable {
  /// From the west edge, 0…1.
  public var x: Double
  /// From the north edge, 0…1.
  public var y: Double

  /// Makes a position on the square.
  ///
  /// - Parameters:
  ///   - x: From the west edge, 0…1.
  ///   - y: From the north edge, 0…1.
  public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }

  /// Projects a position.
  ///
  /// Only additions, multiplications and divisions are used, which every machine rounds alike, so
  /// that an archive is the same wherever it is built; a library's logarithm may differ in its last
  /// bit from machine to machine. The result is off by less than 10⁻¹⁴ of the world, 0.4 µm.
  ///
  /// - Parameter position: Degrees; latitudes beyond ±85.0511° are put on the square's edge.
  public init(_ position: Position) {
    x = min(max(position.longitude / 360 + 0.5, 0), 1)
    let limit = MercatorPosition.limitDegrees
    let sine = MercatorPosition.sine(min(max(position.latitude, -limit), limit) * .pi / 180)
    let stretched = MercatorPosition.logarithm((1 + sine) / (1 - sine)) / (4 * .pi)
    y = min(max(0.5 - stretched, 0), 1)
  }

  /// The position in degrees.
  ///
  /// - Complexity: O(1).
  public var position: Position {
    Position(
      longitude: (x - 0.5) * 360, latitude: atan(sinh((1 - 2 * y) * .pi)) * 180 / .pi)
  }

  /// The latitude at which the map is square: atan(sinh π), degrees.
  public static let limitDegrees = 85.051_128_779_806_59

  /// sin *x* by its series, |*x*| ≤ π/2.
  static func sine(_ angle: Double) -> Double {
    let square = angle * angle
    var sum = 1.0
    // The 15th term is below 2⁻⁷⁰ here.
    for term in stride(from: 28.0, to: 0, by: -2) {
      sum = 1 - square / (term * (term + 1)) * sum
    }
    return angle * sum
  }

  /// ln *x* by the series of the area tangent, *x* > 0 and finite.
  static func logarithm(_ number: Double) -> Double {
    var exponent = Double(number.exponent)
    var fraction = number.significand
    if fraction > 1.414 {
      fraction /= 2
      exponent += 1
    }
    let ratio = (fraction - 1) / (fraction + 1)
    let square = ratio * ratio
    var sum = 0.0
    for term in stride(from: 25.0, through: 1, by: -2) { sum = sum * square + 1 / term }
    return exponent * 0.693_147_180_559_945_3 + 2 * ratio * sum
  }
}
