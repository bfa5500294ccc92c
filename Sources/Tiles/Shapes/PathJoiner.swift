/// Joins paths where one ends at an edge of its tile and another begins there in the next.
struct PathJoiner {
  private var paths: [[GridPoint]] = []
  private var crossings: [Crossing] = []
  private var tolerance: Int64 = 0

  /// An end of a path on an edge of its tile.
  private struct Crossing {
    let seam: TileMosaic.Seam
    let along: Int64
    let path: Int
    let isEnd: Bool
  }

  var isEmpty: Bool { paths.isEmpty }

  /// Adds a path that lies in a tile's square.
  mutating func add(_ path: [GridPoint], in square: TileMosaic.WorldSquare) {
    guard path.count > 1, let start = path.first, let end = path.last else { return }
    for (point, isEnd) in [(start, false), (end, true)] {
      guard let seam = square.seam(at: point) else { continue }
      crossings.append(
        Crossing(seam: seam, along: seam.along(point), path: paths.count, isEnd: isEnd))
    }
    tolerance = max(tolerance, square.tolerance)
    paths.append(path)
  }

  /// The paths, each followed over edges for as long as there is no choice.
  func joined() -> [[GridPoint]] {
    let followers = followers()
    var isFollower = Array(repeating: false, count: paths.count)
    for follower in followers.values { isFollower[follower] = true }
    var used = Array(repeating: false, count: paths.count)
    var joined: [[GridPoint]] = []
    // Those that nothing leads into come first; what is left runs in circles.
    for start in paths.indices.filter({ !isFollower[$0] }) + paths.indices where !used[start] {
      var (path, last) = (paths[start], start)
      used[start] = true
      while let next = followers[last], !used[next] {
        used[next] = true
        path += paths[next].dropFirst()
        last = next
      }
      joined.append(path)
    }
    return joined
  }

  /// Which path goes on after which: where one alone ends and one alone begins.
  private func followers() -> [Int: Int] {
    let sorted = crossings.sorted { ($0.seam, $0.along, $0.path) < ($1.seam, $1.along, $1.path) }
    var followers: [Int: Int] = [:]
    var first = 0
    while first < sorted.count {
      var end = first + 1
      while end < sorted.count, sorted[end].seam == sorted[first].seam,
        sorted[end].along - sorted[end - 1].along <= tolerance
      { end += 1 }
      let (one, other) = (sorted[first], sorted[end - 1])
      if end - first == 2, one.isEnd != other.isEnd, one.path != other.path {
        followers[one.isEnd ? one.path : other.path] = one.isEnd ? other.path : one.path
      }
      first = end
    }
    return followers
  }
}
