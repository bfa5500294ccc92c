import SimpleFeatures
import TestSupport
import Testing

@testable import SpatialIndex

struct HilbertCurveTests {
  @Test func `the first 65 536 steps fill a square, each step to a side neighbour`() throws {
    var cells = [(x: Int, y: Int)?](repeating: nil, count: 65_536)
    for x in 0..<256 {
      for y in 0..<256 {
        let index = Int(HilbertCurve.index(x: UInt16(x), y: UInt16(y)))
        try #require(index < cells.count && cells[index] == nil)
        cells[index] = (x, y)
      }
    }
    for (from, to) in zip(cells, cells.dropFirst()) {
      let (from, to) = try (#require(from), #require(to))
      try #require(abs(from.x - to.x) + abs(from.y - to.y) == 1)
    }
  }

  /// The textbook form, one bit of each axis at a time.
  private func slowIndex(x: Int, y: Int) -> UInt32 {
    var (x, y, index) = (x, y, 0)
    var side = 1 << 15
    while side > 0 {
      let (right, upper) = (x & side != 0 ? 1 : 0, y & side != 0 ? 1 : 0)
      index += side * side * ((3 * right) ^ upper)
      if upper == 0 {
        if right == 1 { (x, y) = (0xFFFF - x, 0xFFFF - y) }
        swap(&x, &y)
      }
      side >>= 1
    }
    return UInt32(index)
  }

  @Test func `the whole grid agrees with the textbook form`() {
    var random = SeededGenerator(seed: 1_891)
    for _ in 0..<20_000 {
      let (x, y) = (
        UInt16.random(in: 0...(.max), using: &random), UInt16.random(in: 0...(.max), using: &random)
      )
      #expect(
        HilbertCurve.index(x: x, y: y) == slowIndex(x: Int(x), y: Int(y)),
        "seed \(random.seed), cell \(x) \(y)")
    }
  }

  @Test func `order gives every ordinal once, along the curve, ties as they came`() throws {
    var random = SeededGenerator(seed: 16)
    let boxes = random.envelopes(2_000, .gridBoxes)
    let order = try HilbertCurve.order(of: boxes)
    #expect(order.sorted() == Array(0..<2_000))
    let middle = { (box: Envelope) in
      (box.west + (box.east < box.west ? box.east + 360 : box.east), box.south + box.north)
    }
    for (a, b) in zip(order, order.dropFirst()) where middle(boxes[a]) == middle(boxes[b]) {
      #expect(a < b)
    }
    #expect(try HilbertCurve.order(of: []) == [])
  }

  @Test func `the corners of the world lie in the corners of the grid`() throws {
    let corners = [(-180.0, -90.0), (180, -90), (180, 90), (-180, 90)].map {
      Envelope(Position(longitude: $0.0, latitude: $0.1))
    }
    let expected = [(0, 0), (65_535, 0), (65_535, 65_535), (0, 65_535)]
      .map { HilbertCurve.index(x: UInt16($0.0), y: UInt16($0.1)) }
    let order = try HilbertCurve.order(of: corners)
    #expect(order == corners.indices.sorted { expected[$0] < expected[$1] })
  }

  @Test func `radix sort agrees with a stable sort`() {
    var random = SeededGenerator(seed: 1_954)
    for count in [0, 1, 2, 3, 100, 5_000] {
      for mask: UInt32 in [.max, 0xFF, 0xFF00_0000, 0x00F0_0F00, 0] {
        let keys = (0..<count).map { _ in UInt32.random(in: 0...(.max), using: &random) & mask }
        let expected = keys.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }.map(Int32.init)
        #expect(
          RadixSort.ordinals(count: count) { keys[$0] } == expected,
          "seed \(random.seed), count \(count), mask \(mask)")
      }
    }
  }
}
