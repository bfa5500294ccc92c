import Records
import SimpleFeatures

/// How a grade looks on a page: a shape, a letter and a colour, so that none of them stands alone.
struct GradeMark: Hashable, Sendable {
  enum Shape: Hashable, Sendable {
    case disc, square, ring, diamond, cross, triangle
  }

  let shape: Shape
  let letter: String
  /// The class of the stylesheet, which gives the colour.
  let className: String
  let grade: Grade?

  /// Every mark, in the order of the legend.
  static let all = [.confirmed, .fair, .weak, .contested, .discounted, nil].map(GradeMark.init)

  init(_ grade: Grade?) {
    self.grade = grade
    className = grade?.code ?? "ungraded"
    switch grade {
    case .confirmed: (shape, letter) = (.disc, "C")
    case .fair: (shape, letter) = (.square, "F")
    case .weak: (shape, letter) = (.ring, "W")
    case .contested: (shape, letter) = (.diamond, "T")
    case .discounted: (shape, letter) = (.cross, "D")
    case nil: (shape, letter) = (.triangle, "?")
    }
  }

  /// The outline of the shape around a point of the drawing, 9 units to each side.
  func path(x: Double, y: Double) -> String {
    let size = 9.0
    switch shape {
    case .disc, .ring:
      return "M\(svg: x - size) \(svg: y)a\(svg: size) \(svg: size) 0 1 0 \(svg: 2 * size) 0"
        + "a\(svg: size) \(svg: size) 0 1 0 \(svg: -2 * size) 0z"
    case .square: return outline([(-8, -8), (8, -8), (8, 8), (-8, 8)], x, y)
    case .diamond: return outline([(0, -11), (11, 0), (0, 11), (-11, 0)], x, y)
    case .triangle: return outline([(0, -11), (11, 9), (-11, 9)], x, y)
    case .cross:
      return outline(
        [
          (-5, -10), (5, -10), (5, -5), (10, -5), (10, 5), (5, 5), (5, 10), (-5, 10), (-5, 5),
          (-10, 5), (-10, -5), (-5, -5),
        ], x, y)
    }
  }

  private func outline(_ corners: [(Double, Double)], _ x: Double, _ y: Double) -> String {
    corners.enumerated().map { index, corner in
      "\(index == 0 ? "M" : "L")\(svg: x + corner.0) \(svg: y + corner.1)"
    }.joined() + "z"
  }
}

extension DefaultStringInterpolation {
  /// A length of a drawing to a tenth of a unit; what is not finite or far off becomes an edge.
  mutating func appendInterpolation(svg length: Double) {
    let held = length.isFinite ? max(-100_000, min(100_000, length)) : 0
    let tenths = Int((held * 10).rounded())
    let sign = tenths < 0 ? "-" : ""
    let (whole, rest) = abs(tenths).quotientAndRemainder(dividingBy: 10)
    appendLiteral(rest == 0 ? "\(sign)\(whole)" : "\(sign)\(whole).\(rest)")
  }
}
