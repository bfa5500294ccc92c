/// Clips paths and rings to a box in world units, before they are projected: far vertices would
/// not fit into the fixed-point arithmetic.
///
/// - Note: Source – Sutherland and Hodgman, CACM 17(1) 1974; Liang and Barsky, ACM TOG 3(1) 1984.
struct WorldClip {
  typealias Vertex = (x: Int64, y: Int64)

  /// Edges included.
  let box: WorldBox

  /// The part of a ring inside the box; edges along the box join what is cut apart, which the
  /// even–odd rule does not mind.
  ///
  /// - Complexity: O(*v*) in the vertices.
  func ring(_ vertices: [Vertex]) -> [Vertex] {
    var kept = vertices
    for side in Side.allCases {
      guard !kept.isEmpty else { break }
      kept = clipped(kept, side)
    }
    return kept
  }

  /// The parts of a path inside the box.
  ///
  /// - Complexity: O(*v*) in the vertices.
  func path(_ vertices: [Vertex]) -> [[Vertex]] {
    var parts: [[Vertex]] = []
    var part: [Vertex] = []
    for index in vertices.indices.dropFirst() {
      let (from, to) = (vertices[index - 1], vertices[index])
      guard let (start, end) = segment(from, to) else {
        if part.count > 1 { parts.append(part) }
        part = []
        continue
      }
      if part.isEmpty || start != from {
        if part.count > 1 { parts.append(part) }
        part = [start]
      }
      part.append(end)
      if end != to {
        parts.append(part)
        part = []
      }
    }
    if part.count > 1 { parts.append(part) }
    return parts
  }

  private enum Side: CaseIterable { case west, east, north, south }

  /// How far inside a side a vertex is, negative outside.
  private func depth(_ vertex: Vertex, _ side: Side) -> Int64 {
    switch side {
    case .west: vertex.x - box.minX
    case .east: box.maxX - vertex.x
    case .north: vertex.y - box.minY
    case .south: box.maxY - vertex.y
    }
  }

  private func clipped(_ vertices: [Vertex], _ side: Side) -> [Vertex] {
    var kept: [Vertex] = []
    kept.reserveCapacity(vertices.count + 4)
    var before = vertices[vertices.count - 1]
    var beforeDepth = depth(before, side)
    for vertex in vertices {
      let vertexDepth = depth(vertex, side)
      if (beforeDepth >= 0) != (vertexDepth >= 0) {
        kept.append(
          Self.between(before, vertex, part: beforeDepth, of: beforeDepth - vertexDepth))
      }
      if vertexDepth >= 0 { kept.append(vertex) }
      (before, beforeDepth) = (vertex, vertexDepth)
    }
    return kept
  }

  /// The part of a segment inside the box.
  private func segment(_ from: Vertex, _ to: Vertex) -> (Vertex, Vertex)? {
    var (start, end) = (from, to)
    for side in Side.allCases {
      let (startDepth, endDepth) = (depth(start, side), depth(end, side))
      if startDepth < 0, endDepth < 0 { return nil }
      if startDepth < 0 {
        start = Self.between(start, end, part: startDepth, of: startDepth - endDepth)
      } else if endDepth < 0 {
        end = Self.between(start, end, part: startDepth, of: startDepth - endDepth)
      }
    }
    return (start, end)
  }

  /// The vertex at a share of the way; 128 bits hold the products of world units.
  private static func between(
    _ from: Vertex, _ to: Vertex, part: Int64, of whole: Int64
  ) -> Vertex {
    guard whole != 0 else { return from }
    func share(_ a: Int64, _ b: Int64) -> Int64 {
      a + Int64(Int128(b - a) * Int128(part) / Int128(whole))
    }
    return (share(from.x, to.x), share(from.y, to.y))
  }
}
