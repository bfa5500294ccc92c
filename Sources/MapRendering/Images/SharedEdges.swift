/// Draws the edges that neighbours share once, also where one side has a corner that the other has
/// not: drawn twice, the dashes of one would fill the gaps of the other.
struct SharedEdges {
  /// How far a corner may lie beside an edge and still be taken to lie on it: half a pixel.
  private static let tolerance = DisplayUnit.pixel / 2

  /// Every corner once, in order of x; of corners that lie together, the first.
  private var corners: [DisplayPoint] = []
  /// The corner that each one is taken for.
  private var joined: [DisplayPoint: DisplayPoint] = [:]
  private var seen: Set<Edge> = []

  /// An edge by its ends, the same in either direction.
  private struct Edge: Hashable {
    let low: DisplayPoint
    let high: DisplayPoint

    init(_ a: DisplayPoint, _ b: DisplayPoint) {
      let isOrdered = (a.x, a.y) <= (b.x, b.y)
      (low, high) = isOrdered ? (a, b) : (b, a)
    }
  }

  /// Prepares for the paths of all neighbours.
  init(_ paths: [[DisplayPoint]]) {
    for point in Set(paths.joined()).sorted(by: { ($0.x, $0.y) < ($1.x, $1.y) }) {
      let near = corners.reversed().prefix { $0.x >= point.x - Self.tolerance }
        .first { abs($0.y - point.y) <= Self.tolerance }
      joined[point] = near ?? point
      if near == nil { corners.append(point) }
    }
  }

  /// The parts of a path that no path before it had.
  ///
  /// - Complexity: O(log *n* + *k*) an edge, *k* corners between its ends in x.
  mutating func fresh(_ path: [DisplayPoint]) -> [[DisplayPoint]] {
    let path = path.map { joined[$0] ?? $0 }
    var parts: [[DisplayPoint]] = []
    var part: [DisplayPoint] = []
    for index in path.indices.dropFirst() where path[index] != path[index - 1] {
      var from = path[index - 1]
      for to in on(from, path[index]) + [path[index]] {
        if seen.insert(Edge(from, to)).inserted {
          if part.last != from {
            if part.count > 1 { parts.append(part) }
            part = [from]
          }
          part.append(to)
        }
        from = to
      }
    }
    if part.count > 1 { parts.append(part) }
    return parts
  }

  /// The corners that lie on an edge between its ends, in order.
  private func on(_ from: DisplayPoint, _ to: DisplayPoint) -> [DisplayPoint] {
    let (dx, dy) = (to.x - from.x, to.y - from.y)
    let length = StrokeOutline.length(dx, dy)
    guard length > 4 * Self.tolerance else { return [] }
    let (low, high) = (min(from.x, to.x) - Self.tolerance, max(from.x, to.x) + Self.tolerance)
    var found: [(along: Int, point: DisplayPoint)] = []
    var index = firstCorner(from: low)
    while index < corners.count, corners[index].x <= high {
      let corner = corners[index]
      index += 1
      let (x, y) = (corner.x - from.x, corner.y - from.y)
      let along = (x * dx + y * dy) / length
      let beside = abs(x * dy - y * dx) / length
      if beside <= Self.tolerance, along > Self.tolerance, along < length - Self.tolerance {
        found.append((along, corner))
      }
    }
    found.sort { ($0.along, $0.point.x, $0.point.y) < ($1.along, $1.point.x, $1.point.y) }
    return found.map(\.point)
  }

  /// The index of the first corner at or right of a place.
  private func firstCorner(from x: Int) -> Int {
    var (low, high) = (0, corners.count)
    while low < high {
      let middle = (low + high) / 2
      if corners[middle].x < x { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
