/// Points on a circle without trigonometry at run time.
package enum Circle {
  /// Cosines of 0°, 15° … 90°, times 4096.
  private static let cosines = [4096, 3956, 3547, 2896, 2048, 1060, 0]

  /// Twenty-four corners around a middle, clockwise on a page; twelve where it is very small.
  ///
  /// - Parameters:
  ///   - center: The middle.
  ///   - radius: 256 is a pixel where small circles are drawn.
  /// - Returns: The corners.
  package static func corners(_ center: DisplayPoint, radius: Int) -> [DisplayPoint] {
    let stride = radius < 256 ? 2 : 1
    return Swift.stride(from: 0, to: 24, by: stride).map { corner($0, center, radius) }
  }

  private static func corner(_ step: Int, _ center: DisplayPoint, _ radius: Int) -> DisplayPoint {
    let (quarter, rest) = step.quotientAndRemainder(dividingBy: 6)
    let x = (cosines[rest] * radius + 2048) >> 12
    let y = (cosines[6 - rest] * radius + 2048) >> 12
    return switch quarter {
    case 0: DisplayPoint(center.x + x, center.y + y)
    case 1: DisplayPoint(center.x - y, center.y + x)
    case 2: DisplayPoint(center.x - x, center.y - y)
    default: DisplayPoint(center.x + y, center.y - x)
    }
  }

  /// The quarter of a circle on the right or on the left, from corner to corner.
  package static func flank(
    _ center: DisplayPoint, radius: Int, isRight: Bool
  ) -> [DisplayPoint] {
    let steps = isRight ? Array(21...23) + Array(0...3) : Array(9...15)
    return steps.map { corner($0, center, radius) }
  }
}
