import TestSupport
import Testing

@testable import MapRendering

@Suite struct WorldClipTests {
  static let box = WorldBox(minX: -1000, minY: -500, maxX: 3000, maxY: 2500)
  let clip = WorldClip(box: box)

  static func isInside(_ vertex: WorldClip.Vertex, slack: Int64 = 0) -> Bool {
    vertex.x >= box.minX - slack && vertex.x <= box.maxX + slack
      && vertex.y >= box.minY - slack && vertex.y <= box.maxY + slack
  }

  /// By the even–odd rule; `nil` too near an edge for rounding to leave it sure.
  static func contains(_ ring: [WorldClip.Vertex], _ x: Double, _ y: Double) -> Bool? {
    var isIn = false
    var before = ring[ring.count - 1]
    for vertex in ring {
      let (x0, y0, x1, y1) = (
        Double(before.x), Double(before.y), Double(vertex.x), Double(vertex.y)
      )
      let length = max(((x1 - x0) * (x1 - x0) + (y1 - y0) * (y1 - y0)).squareRoot(), 1)
      let beside = abs((x1 - x0) * (y - y0) - (y1 - y0) * (x - x0)) / length
      if beside < 3, min(x0, x1) - 3 < x, x < max(x0, x1) + 3, min(y0, y1) - 3 < y,
        y < max(y0, y1) + 3
      {
        return nil
      }
      if (y0 > y) != (y1 > y), x < x0 + (y - y0) * (x1 - x0) / (y1 - y0) { isIn.toggle() }
      before = vertex
    }
    return isIn
  }

  @Test func `A clipped ring has the same inside within the box`() {
    var generator = SeededGenerator(seed: 504)
    var sure = 0
    for _ in 0..<200 {
      let ring: [WorldClip.Vertex] = (0..<Int.random(in: 3...9, using: &generator)).map { _ in
        (
          Int64.random(in: -6000...8000, using: &generator),
          Int64.random(in: -6000...8000, using: &generator)
        )
      }
      let clipped = clip.ring(ring)
      #expect(clipped.allSatisfy { Self.isInside($0) }, "seed \(generator.seed)")
      for _ in 0..<20 {
        let x = Double(Int.random(in: -990...2990, using: &generator)) + 0.5
        let y = Double(Int.random(in: -490...2490, using: &generator)) + 0.5
        guard let wanted = Self.contains(ring, x, y) else { continue }
        let found = clipped.isEmpty ? false : Self.contains(clipped, x, y)
        guard let found else { continue }
        sure += 1
        #expect(found == wanted, "\(ring) at \(x), \(y), seed \(generator.seed)")
      }
    }
    #expect(sure > 2000)
  }

  @Test func `A clipped path keeps what is inside, in order`() {
    let parts = clip.path([(-5000, 0), (0, 0), (100, 100), (9000, 100), (9000, 200), (0, 200)])
    #expect(parts.count == 2)
    #expect(parts[0].map(\.x) == [-1000, 0, 100, 3000])
    #expect(parts[1].map(\.x) == [3000, 0])
    #expect(clip.path([(-5000, -5000), (9000, -5000)]).isEmpty)
    #expect(clip.path([(0, 0)]).isEmpty)
  }

  @Test func `Coordinates of the whole world do not overflow`() {
    let far: Int64 = 3 << 32
    let ring = clip.ring([(-far, -far), (far, -far), (far, far), (-far, far)])
    #expect(Set(ring.map { "\($0)" }).count == 4)
    #expect(ring.allSatisfy { Self.isInside($0) })
  }
}
