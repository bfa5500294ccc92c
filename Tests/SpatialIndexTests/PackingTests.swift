import SimpleFeatures
import SpatialIndex
import TestSupport
import Testing

struct PackingTests {
  @Test func `an empty index has no bounds and no answers`() throws {
    let tree = try PackedRTree(envelopes: [])
    #expect(tree.count == 0)
    #expect(tree.bounds == nil)
    #expect(tree.search(Envelope(west: -180, south: -90, east: 180, north: 90)) == [])
    #expect(tree.neighbors(of: Position(longitude: 0, latitude: 0), count: 3) == [])
  }

  @Test func `bounds wrap as the items do`() throws {
    let crossing = Envelope(west: 170, south: 1, east: -170, north: 2)
    #expect(try PackedRTree(envelopes: [crossing]).bounds == crossing)
    let near = Envelope(west: -150, south: 0, east: -140, north: 1)
    #expect(
      try PackedRTree(envelopes: [crossing, near]).bounds
        == Envelope(west: -150, south: 0, east: -170, north: 2))
    let inside = Envelope(west: -175, south: 0, east: -160, north: 1)
    #expect(
      try PackedRTree(envelopes: [crossing, inside]).bounds
        == Envelope(west: -180, south: 0, east: 180, north: 2))
    #expect(try PackedRTree(envelopes: [near]).bounds == near)
  }

  @Test(arguments: [
    Envelope(west: .nan, south: 0, east: 0, north: 0),
    Envelope(west: 0, south: .nan, east: 0, north: 0),
    Envelope(west: 0, south: 0, east: .nan, north: 0),
    Envelope(west: 0, south: 0, east: 0, north: .nan),
    Envelope(west: 0, south: 0, east: .infinity, north: 0),
    Envelope(west: -180.5, south: 0, east: 0, north: 0),
    Envelope(west: 0, south: 1, east: 0, north: 0),
    Envelope(west: 0, south: 0, east: 0, north: 90.5),
  ])
  func `a box that is none is refused by its ordinal`(box: Envelope) {
    let good = Envelope(west: 0, south: 0, east: 1, north: 1)
    #expect(throws: SpatialIndexError.invalidEnvelope(ordinal: 2)) {
      try PackedRTree(envelopes: [good, good, box, good])
    }
    #expect(throws: SpatialIndexError.invalidEnvelope(ordinal: 1)) {
      try HilbertCurve.order(of: [good, box])
    }
  }

  @Test(arguments: [-1, 0, 1, 257])
  func `a node size out of range is refused`(size: Int) {
    #expect(throws: SpatialIndexError.invalidNodeSize(size)) {
      try PackedRTree(envelopes: [], nodeSize: size)
    }
  }

  @Test func `columns of unequal length are refused`() {
    #expect(throws: SpatialIndexError.unequalColumns(counts: [1, 1, 2, 1])) {
      try PackedRTree(wests: [0], souths: [0], easts: [0, 1], norths: [0])
    }
  }

  @Test func `the largest node size holds 300 items in two leaves`() throws {
    var random = SeededGenerator(seed: 300)
    let boxes = random.envelopes(300, .mixed)
    let tree = try PackedRTree(envelopes: boxes, nodeSize: PackedRTree.largestNodeSize)
    let query = Envelope(west: -90, south: -45, east: 90, north: 45)
    #expect(tree.search(query).sorted() == linearScan(boxes, query))
  }

  @Test func `equal and nearly equal points build and answer`() throws {
    let tiny = Double.leastNonzeroMagnitude
    let positions =
      Array(repeating: Position(longitude: 0, latitude: 0), count: 50)
      + Array(repeating: Position(longitude: tiny, latitude: -tiny), count: 50)
    let tree = try PackedRTree(positions: positions, nodeSize: 3)
    #expect(
      tree.search(Envelope(Position(longitude: 0, latitude: 0))).sorted() == Array(0..<50))
    #expect(
      tree.search(Envelope(west: tiny, south: -1, east: 1, north: 1)).sorted()
        == Array(50..<100))
  }

  @Test func `errors say in one line what to do`() {
    let errors: [SpatialIndexError] = [
      .invalidEnvelope(ordinal: 3), .unequalColumns(counts: [1, 2, 3, 4]),
      .tooManyItems(count: 1), .invalidNodeSize(1), .notAnIndex, .unsupportedVersion(9),
      .unknownFlags(2), .wrongLength(expected: 24, actual: 23), .invalidOrdinal(slot: 5),
    ]
    for error in errors {
      #expect(error.description.contains(": ") && !error.description.contains("\n"))
    }
    #expect(SpatialIndexError.invalidEnvelope(ordinal: 3).description.contains("box 3"))
  }
}
