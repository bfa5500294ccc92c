extension HalfPlane {
  /// The rings of one area on this side; outer rings and holes keep their ways round.
  ///
  /// What lies inside falls into chains between crossings of the line. Along the line the area lies
  /// between the first crossing and the second, the third and the fourth, and so on: so a chain
  /// that leaves goes on with the chain that enters at its partner. An area that the line cuts into
  /// several comes out as several rings, without edges that run back on themselves, and a hole that
  /// the line cuts becomes part of the outer ring. A point on the line counts as beyond it, so that
  /// an area which only touches the line from within, at a bay's end, is parted there.
  ///
  /// - Note: Source – K. Weiler and P. Atherton, 1977, doi:10.1145/563858.563896, for a clip of one
  ///   line.
  func clip(rings: [[GridPoint]]) -> [[GridPoint]] {
    var whole: [[GridPoint]] = []
    var chains: [Chain] = []
    for ring in rings {
      if ring.allSatisfy(holdsInside) {
        whole.append(ring)
      } else {
        appendChains(of: ring, to: &chains)
      }
    }
    let cut = joined(chains).flatMap(TileRing.simpleLoops)
    return whole + cut.filter { $0.count > 2 && TileRing.doubledArea($0) != 0 }
  }

  /// What lies inside between two crossings.
  private struct Chain {
    var points: [GridPoint]
    var entry: Double
    var exit: Double
    /// The chain that follows: until the crossings are paired, the next of the same ring.
    var next: Int
  }

  private func appendChains(of ring: [GridPoint], to chains: inout [Chain]) {
    let first = chains.count
    guard
      let start = ring.indices.first(where: { index in
        holdsInside(ring[index]) && !holdsInside(ring[(index + ring.count - 1) % ring.count])
      })
    else { return }
    var last = ring[(start + ring.count - 1) % ring.count]
    for point in ring[start...] + ring[..<start] {
      switch (holdsInside(last), holdsInside(point)) {
      case (false, true):
        let (entry, along) = crossing(last, point)
        chains.append(
          Chain(points: [entry, point], entry: along, exit: along, next: chains.count + 1))
      case (true, true): chains[chains.count - 1].points.append(point)
      case (true, false):
        let (exit, along) = crossing(last, point)
        chains[chains.count - 1].points.append(exit)
        chains[chains.count - 1].exit = along
      case (false, false): break
      }
      last = point
    }
    if chains.count > first { chains[chains.count - 1].next = first }
  }

  private func joined(_ chains: [Chain]) -> [[GridPoint]] {
    var chains = chains
    pairCrossings(of: &chains)
    var rings: [[GridPoint]] = []
    var used = Array(repeating: false, count: chains.count)
    for start in chains.indices where !used[start] {
      var ring: [GridPoint] = []
      var index = start
      while !used[index] {
        used[index] = true
        ring += chains[index].points
        index = chains[index].next
      }
      rings.append(ring)
    }
    return rings
  }

  /// Pairs the crossings along the line; where that does not join an exit to an entry, as in rings
  /// that cross themselves, chains stay with their own ring.
  private func pairCrossings(of chains: inout [Chain]) {
    var crossings: [(along: Double, chain: Int, isExit: Bool)] = []
    for (index, chain) in chains.enumerated() {
      crossings.append((chain.entry, index, false))
      crossings.append((chain.exit, index, true))
    }
    crossings.sort { ($0.along, $0.chain) < ($1.along, $1.chain) }
    // Where several cross at one place, an exit goes with an entry.
    for index in stride(from: 1, to: crossings.count, by: 2) {
      let other = crossings[index...].prefix { $0.along == crossings[index].along }
        .firstIndex { $0.isExit != crossings[index - 1].isExit }
      if let other { crossings.swapAt(index, other) }
    }
    let pairs = stride(from: 0, to: crossings.count, by: 2).map {
      (crossings[$0], crossings[$0 + 1])
    }
    guard pairs.allSatisfy({ $0.isExit != $1.isExit }) else { return }
    for (one, other) in pairs {
      let (exit, entry) = one.isExit ? (one, other) : (other, one)
      chains[exit.chain].next = entry.chain
    }
  }
}
