import SimpleFeatures

/// An area, projected.
struct SceneArea: Sendable, Hashable {
  let id: String
  let role: MapAreaRole
  let tint: UInt8
  let isApproximate: Bool
  let rings: [WorldPath]
  let box: WorldBox

  /// Projects areas in drawing order; one without a drawable ring is left out.
  static func ordered(_ areas: [MapArea]) -> [SceneArea] {
    areas.sorted {
      ($0.role.rawValue, $0.order, $0.id) < ($1.role.rawValue, $1.order, $1.id)
    }.compactMap { area in
      let rings =
        area.polygons.flatMap { [$0.exteriorRing] + $0.interiorRings }
        .compactMap { WorldPath($0.positions) } + area.projectedRings.compactMap { WorldPath($0) }
      guard let first = rings.first else { return nil }
      return SceneArea(
        id: area.id, role: area.role, tint: UInt8(area.tint), isApproximate: area.isApproximate,
        rings: rings, box: rings.reduce(first.box) { $0.union($1.box) })
    }
  }

  /// Whether a position lies in the area, by the even–odd rule.
  ///
  /// - Complexity: O(*v*) in the vertices, O(1) outside the box.
  func contains(_ position: WorldPosition) -> Bool {
    let x = near(position)
    guard x >= box.minX, x <= box.maxX, Int64(position.y) >= box.minY,
      Int64(position.y) <= box.maxY
    else { return false }
    return crossings(atY: Int64(position.y)).count { $0 <= x } % 2 == 1
  }

  /// The middle of the area's broadest part, where a name stands best; `nil` for an area without
  /// a row inside it.
  ///
  /// Sampled on sixteen rows: breadth counts, and so does lying near the middle.
  ///
  /// - Complexity: O(*v*) in the vertices.
  func interiorAnchor() -> WorldPosition? {
    var best: (score: Int64, x: Int64, y: Int64)?
    for step in Int64(1)...15 {
      let y = box.minY + (box.maxY - box.minY) * step / 16
      let xs = crossings(atY: y)
      var index = 0
      while index + 1 < xs.count {
        let breadth = xs[index + 1] - xs[index]
        let score = breadth / 16 * (12 - abs(step - 8))
        if score > best?.score ?? 0 { best = (score, (xs[index] + xs[index + 1]) / 2, y) }
        index += 2
      }
    }
    guard let best, best.y >= 0, best.y <= Int64(UInt32.max) else { return nil }
    return WorldPosition(x: UInt32(truncatingIfNeeded: best.x), y: UInt32(best.y))
  }

  /// The position's x, unrolled to the world's copy that the area lies in.
  private func near(_ position: WorldPosition) -> Int64 {
    let middle = (box.minX + box.maxX) / 2
    return middle
      + Int64(Int32(truncatingIfNeeded: position.x &- UInt32(truncatingIfNeeded: middle)))
  }

  /// Where the rings cross a parallel, ascending.
  private func crossings(atY y: Int64) -> [Int64] {
    var found: [Int64] = []
    for ring in rings {
      var before = ring.xs.count - 1
      for index in ring.xs.indices {
        let (y0, y1) = (ring.ys[before], ring.ys[index])
        if (y0 <= y) != (y1 <= y) {
          let share = ((y - y0) << 20) / (y1 - y0)
          found.append(ring.xs[before] + ((ring.xs[index] - ring.xs[before]) * share) >> 20)
        }
        before = index
      }
    }
    return found.sorted()
  }
}
