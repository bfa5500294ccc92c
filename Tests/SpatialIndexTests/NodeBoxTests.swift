import TestSupport
import Testing

@testable import SpatialIndex

struct NodeBoxTests {
  @Test func `every edge is rounded outwards, by less than one part in eight million`() {
    var random = SeededGenerator(seed: 32)
    for _ in 0..<10_000 {
      let edges = (0..<4).map { _ in Double.random(in: -180...540, using: &random) }
      let box = NodeBox(west: edges[0], south: edges[1], east: edges[2], north: edges[3])
      let slack = 540 / 8_388_608.0
      #expect(box.west <= edges[0] && edges[0] - box.west < slack, "seed \(random.seed)")
      #expect(box.south <= edges[1] && edges[1] - box.south < slack, "seed \(random.seed)")
      #expect(box.east >= edges[2] && box.east - edges[2] < slack, "seed \(random.seed)")
      #expect(box.north >= edges[3] && box.north - edges[3] < slack, "seed \(random.seed)")
    }
  }

  @Test func `the ends of the world are kept as they are`() {
    let box = NodeBox(west: -180, south: -90, east: 540, north: 90)
    #expect(box.west == -180 && box.south == -90 && box.east == 540 && box.north == 90)
  }

  @Test func `a union holds both, and nothing adds nothing`() {
    var box = NodeBox.nothing
    box.formUnion(NodeBox(west: 1, south: 2, east: 3, north: 4))
    #expect(box == NodeBox(west: 1, south: 2, east: 3, north: 4))
    box.formUnion(NodeBox(west: 2, south: -1, east: 5, north: 3))
    #expect(box == NodeBox(west: 1, south: -1, east: 5, north: 4))
  }
}
