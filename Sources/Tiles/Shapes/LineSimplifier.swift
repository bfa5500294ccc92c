/// Leaves out points that a shape hardly shows.
///
/// - Note: Source – D. Douglas and T. Peucker, 1973, doi:10.3138/FM57-6770-U75U-7727.
struct LineSimplifier {
  /// How far a left-out point may lie from the line that remains, grid units.
  let tolerance: Double

  /// A path; its ends stay.
  ///
  /// - Complexity: O(*n*²) at worst.
  func path(_ points: [GridPoint]) -> [GridPoint] {
    guard tolerance > 0, points.count > 2 else { return points }
    var keeps = Array(repeating: false, count: points.count)
    keeps[0] = true
    keeps[points.count - 1] = true
    var open = [0..<points.count - 1]
    while let piece = open.popLast() {
      var farthest = (index: 0, distance: tolerance * tolerance)
      for index in piece.dropFirst() {
        let distance = Self.squaredDistance(
          of: points[index], from: points[piece.lowerBound], to: points[piece.upperBound])
        if distance > farthest.distance { farthest = (index, distance) }
      }
      guard farthest.index > 0 else { continue }
      keeps[farthest.index] = true
      open.append(piece.lowerBound..<farthest.index)
      open.append(farthest.index..<piece.upperBound)
    }
    return points.indices.filter { keeps[$0] }.map { points[$0] }
  }

  /// An open ring that stays free of crossings; empty where no area is left.
  ///
  /// Where the tolerance makes the ring cross itself, finer ones are tried and then coarser ones,
  /// for a triangle never does.
  func ring(_ points: [GridPoint]) -> [GridPoint] {
    let whole = TileRing.withoutRepeats(points, isRing: true)
    let coarsest = max(tolerance, 1)
    let tolerances =
      [tolerance, tolerance / 2, tolerance / 4, 0]
      + (1...12).map { coarsest * Double(1 << $0) }
    for tolerance in tolerances {
      let ring = LineSimplifier(tolerance: tolerance).closed(whole)
      guard ring.count > 2, TileRing.doubledArea(ring) != 0 else { break }
      if !TileRing.meetsItself(ring) { return ring }
    }
    return []
  }

  /// Simplifies between the westernmost point and the point farthest from it, so that the result
  /// does not depend on where the ring begins.
  private func closed(_ ring: [GridPoint]) -> [GridPoint] {
    guard tolerance > 0, ring.count > 3,
      let start = ring.indices.min(by: { (ring[$0].x, ring[$0].y) < (ring[$1].x, ring[$1].y) })
    else { return ring }
    let turned = Array(ring[start...] + ring[..<start])
    let origin = turned[0]
    let middle = turned.indices.max {
      Self.squaredDistance(of: turned[$0], from: origin, to: origin)
        < Self.squaredDistance(of: turned[$1], from: origin, to: origin)
    }
    guard let middle, middle > 0 else { return turned }
    return path(Array(turned[...middle])).dropLast()
      + path(Array(turned[middle...]) + [origin]).dropLast()
  }

  /// The squared distance of a point from a piece of line, in doubles that every machine rounds
  /// alike.
  private static func squaredDistance(
    of point: GridPoint, from start: GridPoint, to end: GridPoint
  ) -> Double {
    let (dx, dy) = (Double(end.x - start.x), Double(end.y - start.y))
    let (px, py) = (Double(point.x - start.x), Double(point.y - start.y))
    let length = dx * dx + dy * dy
    guard length > 0 else { return px * px + py * py }
    let along = min(max((px * dx + py * dy) / length, 0), 1)
    let (offX, offY) = (px - along * dx, py - along * dy)
    return offX * offX + offY * offY
  }
}
