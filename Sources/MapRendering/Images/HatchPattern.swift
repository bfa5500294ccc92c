/// Rising lines that hatch an area, the same in SVG and on pixels.
enum HatchPattern {
  /// Units after which the pattern repeats both ways.
  static let period = 6 * DisplayUnit.pixel
  /// Units of a line.
  static let width = DisplayUnit.pixel

  /// The lines of one period and the corners that its neighbours cut off.
  static var path: String {
    let (p, half) = (period, period / 2)
    let length = SVGWriter.length
    return "M0 \(length(p))L\(length(p)) 0M\(length(-half)) \(length(half))L\(length(half))"
      + " \(length(-half))M\(length(half)) \(length(p + half))L\(length(p + half)) \(length(half))"
  }

  /// The share of a pixel that is on a line, 0…16.
  ///
  /// - Parameters:
  ///   - sum: x + y of the pixel's middle, in 1/256 pixels.
  ///   - period: ``period`` in 1/256 pixels.
  ///   - width: ``width`` in 1/256 pixels.
  /// - Returns: 16 for all of it.
  static func share(sum: Int, period: Int, width: Int) -> UInt32 {
    // The distance along x is √2 times that across the line; 181/128 is near enough.
    let along = sum % period
    let distance = min(along, period - along) * 128 / 181
    return UInt32(min(max((width / 2 + 128 - distance) / 16, 0), 16))
  }
}
