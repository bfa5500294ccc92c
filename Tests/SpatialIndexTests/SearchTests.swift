import SimpleFeatures
import SpatialIndex
import TestSupport
import Testing

struct SearchTests {
  @Test(arguments: [2, 3, 4, 5, 16])
  func `every small tree answers as a linear scan does`(nodeSize: Int) throws {
    var random = SeededGenerator(seed: 20_170_317)
    for count in 0...40 {
      for kind in BoxKind.allCases {
        let boxes = random.envelopes(count, kind)
        let tree = try PackedRTree(envelopes: boxes, nodeSize: nodeSize)
        for _ in 0..<25 {
          let query = random.envelope(Bool.random(using: &random) ? .gridBoxes : .mixed)
          let expected = linearScan(boxes, query)
          #expect(
            tree.search(query).sorted() == expected,
            "seed \(random.seed), \(count) \(kind), query \(query)")
          #expect(tree.count(meeting: query) == expected.count)
        }
      }
    }
  }

  @Test(arguments: BoxKind.allCases)
  func `a tree of several levels answers as a linear scan does`(kind: BoxKind) throws {
    var random = SeededGenerator(seed: 36_340_43_130)
    let boxes = random.envelopes(3_000, kind)
    let tree = try PackedRTree(envelopes: boxes)
    for _ in 0..<300 {
      let query = random.envelope(.mixed)
      let found = tree.search(query)
      #expect(found.sorted() == linearScan(boxes, query), "seed \(random.seed), query \(query)")
      var visited: [Int] = []
      tree.search(query) { ordinal in
        visited.append(ordinal)
        return .proceed
      }
      #expect(visited == found)
      #expect(tree.count(meeting: query) == found.count)
    }
  }

  @Test(arguments: BoxKind.allCases)
  func `every item is found at its own corners, whatever nodes round`(kind: BoxKind) throws {
    var random = SeededGenerator(seed: 24)
    let boxes = random.envelopes(1_000, kind)
    let tree = try PackedRTree(envelopes: boxes, nodeSize: 5)
    for (ordinal, box) in boxes.enumerated() {
      for longitude in [box.west, box.east] {
        for latitude in [box.south, box.north] {
          let corner = Envelope(Position(longitude: longitude, latitude: latitude))
          #expect(tree.search(corner).contains(ordinal), "seed \(random.seed), \(box)")
        }
      }
    }
  }

  @Test func `the three ways to give items build the same index`() throws {
    var random = SeededGenerator(seed: 7)
    let positions = (0..<500).map { _ in random.position(onGrid: false) }
    let fromPositions = try PackedRTree(positions: positions)
    #expect(try PackedRTree(envelopes: positions.map(Envelope.init(_:))) == fromPositions)
    #expect(try PackedRTree(positions: positions.lazy.map { $0 }) == fromPositions)
    let boxes = random.envelopes(500, .mixed)
    let columns = try PackedRTree(
      wests: boxes.map(\.west), souths: boxes.map(\.south), easts: boxes.map(\.east),
      norths: boxes.map(\.north))
    #expect(try PackedRTree(envelopes: boxes) == columns)
  }

  @Test func `a visitor ends the search when it says stop`() throws {
    let tree = try PackedRTree(
      envelopes: (0..<100).map { Envelope(Position(longitude: Double($0), latitude: 0)) },
      nodeSize: 4)
    let everything = Envelope(west: -180, south: -90, east: 180, north: 90)
    for limit in 1...100 {
      var visited = 0
      tree.search(everything) { _ in
        visited += 1
        return visited == limit ? .stop : .proceed
      }
      #expect(visited == limit)
    }
  }

  @Test func `a stop in the first round of a crossing box ends the second too`() throws {
    let tree = try PackedRTree(
      positions: [-179.0, 179].map { Position(longitude: $0, latitude: 0) })
    var visited: [Int] = []
    tree.search(Envelope(west: 170, south: -1, east: -170, north: 1)) { ordinal in
      visited.append(ordinal)
      return .stop
    }
    #expect(visited == [0])
  }

  @Test func `an error of the visitor reaches the caller`() throws {
    struct Refusal: Error {}
    let tree = try PackedRTree(positions: [Position(longitude: 0, latitude: 0)])
    #expect(throws: Refusal.self) {
      try tree.search(Envelope(west: -1, south: -1, east: 1, north: 1)) { _ in throw Refusal() }
    }
  }

  @Test func `edges that touch count, also at the antimeridian's own ends`() throws {
    let tree = try PackedRTree(envelopes: [
      Envelope(west: 10, south: 10, east: 20, north: 20),
      Envelope(west: 170, south: 0, east: 180, north: 5),
      Envelope(west: 175, south: 0, east: -175, north: 5),
    ])
    #expect(tree.search(Envelope(west: 20, south: 20, east: 30, north: 30)) == [0])
    #expect(tree.search(Envelope(west: 180, south: 5, east: 180, north: 6)).sorted() == [1, 2])
    #expect(tree.search(Envelope(west: -175, south: 2, east: -170, north: 3)) == [2])
    #expect(tree.search(Envelope(west: -180, south: 0, east: -180, north: 0)) == [2])
    #expect(tree.search(Envelope(west: 179, south: 1, east: -179, north: 1)).sorted() == [1, 2])
  }

  @Test func `a query with NaN or upside down meets nothing`() throws {
    let tree = try PackedRTree(positions: [Position(longitude: 0, latitude: 0)])
    #expect(tree.search(Envelope(west: .nan, south: -1, east: 1, north: 1)) == [])
    #expect(tree.search(Envelope(west: -1, south: -1, east: 1, north: .nan)) == [])
    #expect(tree.search(Envelope(west: -1, south: 1, east: 1, north: -1)) == [])
  }
}
