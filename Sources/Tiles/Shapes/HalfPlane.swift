/// One side of a vertical or horizontal line on the grid; the line belongs to it.
struct HalfPlane {
  enum Side {
    case rightOf
    case leftOf
    case below
    case above
  }

  let side: Side
  let bound: Int64

  private var isVertical: Bool { side == .rightOf || side == .leftOf }

  func holds(_ point: GridPoint) -> Bool {
    switch side {
    case .rightOf: point.x >= bound
    case .leftOf: point.x <= bound
    case .below: point.y >= bound
    case .above: point.y <= bound
    }
  }

  /// Whether a point is on this side and not on the line.
  func holdsInside(_ point: GridPoint) -> Bool {
    holds(point) && (isVertical ? point.x : point.y) != bound
  }

  /// Where an edge crosses the line, on the grid, and exactly along the line.
  ///
  /// Both directions of an edge give one point, so that neighbours still meet after clipping.
  func crossing(_ a: GridPoint, _ b: GridPoint) -> (point: GridPoint, along: Double) {
    let swaps = isVertical ? a.x > b.x : a.y > b.y
    let (low, high) = swaps ? (b, a) : (a, b)
    let (start, end) = isVertical ? (low.x, high.x) : (low.y, high.y)
    let (from, to) = isVertical ? (low.y, high.y) : (low.x, high.x)
    let run = Int128(end - start)
    let climb = Int128(to - from) * Int128(bound - start)
    let along = from + Int64(clamping: Self.rounded(climb, over: run))
    let exact = Double(from) + Double(climb) / Double(run)
    return (isVertical ? GridPoint(x: bound, y: along) : GridPoint(x: along, y: bound), exact)
  }

  /// A quotient rounded to the nearest integer, halves upwards; the divisor is above 0.
  private static func rounded(_ dividend: Int128, over divisor: Int128) -> Int128 {
    guard divisor > 0 else { return 0 }
    let doubled = 2 * dividend + divisor
    let quotient = doubled / (2 * divisor)
    return doubled % (2 * divisor) < 0 ? quotient - 1 : quotient
  }

  /// The pieces of a path on this side.
  func clip(path: [GridPoint]) -> [[GridPoint]] {
    var pieces: [[GridPoint]] = []
    var piece: [GridPoint] = []
    for (index, point) in path.enumerated() {
      let isInside = holds(point)
      if index > 0, isInside != holds(path[index - 1]) {
        piece.append(crossing(path[index - 1], point).point)
        if !isInside {
          pieces.append(piece)
          piece = []
        }
      }
      if isInside { piece.append(point) }
    }
    if !piece.isEmpty { pieces.append(piece) }
    return pieces.map { TileRing.withoutRepeats($0, isRing: false) }.filter { $0.count > 1 }
  }
}
