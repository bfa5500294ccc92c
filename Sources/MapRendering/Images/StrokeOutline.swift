/// The outlines of a line with a width: a box for each segment and a disc for each joint, all
/// turned the same way, so that the non-zero rule unites them.
struct StrokeOutline {
  /// Half the width, in the units of the points.
  let halfWidth: Int
  /// Lengths on and off in turn; empty for an unbroken line.
  var dash: [Int] = []
  /// Whether the ends are round.
  var hasRoundCaps = true

  /// Visits the outlines of a path.
  ///
  /// - Complexity: O(*s* + *d*) in segments and dashes.
  func trace(_ path: [DisplayPoint], visit: ([DisplayPoint]) -> Void) {
    guard let first = path.first else { return }
    if path.count == 1 {
      visit(Circle.corners(first, radius: halfWidth))
      return
    }
    for part in dash.isEmpty ? [path] : dashed(path) {
      for index in part.indices.dropFirst() { segment(part[index - 1], part[index], visit) }
      let joints = hasRoundCaps ? part.indices : part.indices.dropFirst().dropLast()
      for joint in joints where isCorner(joint, of: part) {
        visit(Circle.corners(part[joint], radius: halfWidth))
      }
    }
  }

  /// Whether a joint is an end or turns so far that the boxes beside it leave a gap to be seen.
  private func isCorner(_ joint: Int, of path: [DisplayPoint]) -> Bool {
    guard joint > 0, joint < path.count - 1 else { return true }
    let (ax, ay) = (path[joint].x - path[joint - 1].x, path[joint].y - path[joint - 1].y)
    let (bx, by) = (path[joint + 1].x - path[joint].x, path[joint + 1].y - path[joint].y)
    // The sine and cosine of the turn, by the product of the lengths: 1 in 8 is some 7°.
    let (sine, cosine) = (abs(ax * by - ay * bx), ax * bx + ay * by)
    return cosine <= 0 || sine * 8 > cosine * (halfWidth > 256 ? 1 : 2)
  }

  private func segment(
    _ from: DisplayPoint, _ to: DisplayPoint, _ visit: ([DisplayPoint]) -> Void
  ) {
    let (dx, dy) = (to.x - from.x, to.y - from.y)
    let length = Self.length(dx, dy)
    guard length > 0 else { return }
    // Across the segment, rounded to nearest so that both sides are alike.
    let x = Self.rounded(-dy * halfWidth, length)
    let y = Self.rounded(dx * halfWidth, length)
    visit([
      DisplayPoint(from.x - x, from.y - y), DisplayPoint(to.x - x, to.y - y),
      DisplayPoint(to.x + x, to.y + y), DisplayPoint(from.x + x, from.y + y),
    ])
  }

  /// The drawn pieces of a path.
  private func dashed(_ path: [DisplayPoint]) -> [[DisplayPoint]] {
    guard dash.allSatisfy({ $0 > 0 }) else { return [path] }
    var parts: [[DisplayPoint]] = []
    var part = [path[0]]
    var phase = 0
    var left = dash[0]
    for index in path.indices.dropFirst() {
      let (from, to) = (path[index - 1], path[index])
      let length = Self.length(to.x - from.x, to.y - from.y)
      guard length > 0 else { continue }
      var done = 0
      while length - done > left {
        done += left
        let point = DisplayPoint(
          from.x + (to.x - from.x) * done / length, from.y + (to.y - from.y) * done / length)
        if phase % 2 == 0 {
          if part.last != point { part.append(point) }
          parts.append(part)
        }
        phase = (phase + 1) % dash.count
        part = [point]
        left = dash[phase]
      }
      left -= length - done
      if phase % 2 == 0 { part.append(to) }
    }
    if part.count > 1 { parts.append(part) }
    return parts
  }

  private static func rounded(_ dividend: Int, _ divisor: Int) -> Int {
    (2 * dividend + (dividend < 0 ? -divisor : divisor)) / (2 * divisor)
  }

  /// The length of a vector, rounded down.
  static func length(_ x: Int, _ y: Int) -> Int { squareRoot(x * x + y * y) }

  /// The largest number whose square is not above another.
  static func squareRoot(_ square: Int) -> Int {
    guard square > 0 else { return 0 }
    // Newton's steps from above come down to it.
    var root = 1 << ((Int.bitWidth - square.leadingZeroBitCount + 1) / 2)
    while true {
      let next = (root + square / root) / 2
      if next >= root { return root }
      root = next
    }
  }
}
