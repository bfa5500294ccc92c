/// Joins the rings of pieces that meet along the edges of tiles.
///
/// What two pieces share of an edge is the boundary of neither: a stretch of an edge that an even
/// number of pieces runs along goes, one of an odd number stays. What is left, with the parts of
/// the rings that lie inside tiles, still comes to every point as often as it leaves it, so it
/// closes into rings whatever the pieces were; where neighbours disagree by a unit, a step of one
/// unit along the edge stays.
///
/// - Note: Source – boundaries as sums modulo 2: A. Hatcher, Algebraic Topology, 2002, §2.1.
struct RingJoiner {
  private var whole: [[GridPoint]] = []
  private var chains: [[GridPoint]] = []
  private var runs: [TileMosaic.Seam: [(from: Int64, to: Int64)]] = [:]

  var isEmpty: Bool { whole.isEmpty && chains.isEmpty && runs.isEmpty }

  /// Adds an open ring that lies in a tile's square.
  mutating func add(_ ring: [GridPoint], in square: TileMosaic.WorldSquare) {
    func seam(after index: Int) -> TileMosaic.Seam? {
      square.seam(ring[index], ring[(index + 1) % ring.count])
    }
    guard let first = ring.indices.first(where: { seam(after: $0) != nil }) else {
      whole.append(ring)
      return
    }
    var chain: [GridPoint] = []
    for index in (first + 1...first + ring.count).map({ $0 % ring.count }) {
      let point = ring[index]
      chain.append(point)
      guard let seam = seam(after: index) else { continue }
      if chain.count > 1 { chains.append(chain) }
      chain.removeAll()
      let end = ring[(index + 1) % ring.count]
      runs[seam, default: []].append((seam.along(point), seam.along(end)))
    }
  }

  /// The rings, open.
  func joined() -> [[GridPoint]] {
    guard !runs.isEmpty else { return whole }
    var parts = chains
    for (seam, runs) in runs.sorted(by: { $0.key < $1.key }) {
      parts += Self.unshared(runs).map { [seam.point($0.lowerBound), seam.point($0.upperBound)] }
    }
    return whole + Self.closed(parts)
  }

  /// The stretches that an odd number of runs covers.
  private static func unshared(_ runs: [(from: Int64, to: Int64)]) -> [Range<Int64>] {
    // Every end of a run changes odd to even or back; two at one place change nothing.
    let ends = runs.flatMap { [$0.from, $0.to] }.sorted()
    var changes: [Int64] = []
    for end in ends {
      if changes.last == end { changes.removeLast() } else { changes.append(end) }
    }
    return stride(from: 0, to: changes.count - 1, by: 2).map { changes[$0]..<changes[$0 + 1] }
  }

  /// Walks parts from end to end until each is used; every point has an even number of them.
  private static func closed(_ parts: [[GridPoint]]) -> [[GridPoint]] {
    var meeting: [GridPoint: [Int]] = [:]
    for (index, part) in parts.enumerated() {
      guard let start = part.first, let end = part.last else { continue }
      meeting[start, default: []].append(index)
      meeting[end, default: []].append(index)
    }
    var used = Array(repeating: false, count: parts.count)
    var rings: [[GridPoint]] = []
    for start in parts.indices where !used[start] {
      var ring: [GridPoint] = []
      var next: Int? = start
      while let index = next, !used[index] {
        used[index] = true
        let isForward = ring.isEmpty || parts[index].first == ring.last
        ring += (isForward ? parts[index] : parts[index].reversed()).dropFirst(ring.isEmpty ? 0 : 1)
        next = ring.last.flatMap { end in
          while let candidate = meeting[end]?.last, used[candidate] { meeting[end]?.removeLast() }
          return end == ring.first ? nil : meeting[end]?.last
        }
      }
      ring.removeLast()
      if ring.count > 2 { rings.append(ring) }
    }
    return rings
  }
}
