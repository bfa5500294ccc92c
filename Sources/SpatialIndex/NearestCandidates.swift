/// The best *k* items measured so far, worst on top of a binary heap.
struct NearestCandidates {
  /// Invariant: the first `count` places are initialised and form a heap.
  private let heap: UnsafeMutableBufferPointer<Neighbor>
  private var count = 0
  private let maximumMeters: Double
  /// The haversine beyond which no item would be kept.
  private(set) var reach: Double

  /// Starts with none.
  ///
  /// - Parameters:
  ///   - heap: Room for as many as are wanted, at least one.
  ///   - maximumMeters: Farther items do not count.
  init(in heap: UnsafeMutableBufferPointer<Neighbor>, maximumMeters: Double) {
    self.heap = heap
    self.maximumMeters = maximumMeters
    reach = SphericalVantage.reach(meters: maximumMeters)
  }

  /// All that were kept, best first.
  var sorted: [Neighbor] { heap[..<count].sorted { Self.isWorse($1, than: $0) } }

  /// Whether the first is farther, or as far with a higher ordinal.
  @inline(__always)
  private static func isWorse(_ first: Neighbor, than second: Neighbor) -> Bool {
    first.distanceMeters > second.distanceMeters
      || (first.distanceMeters == second.distanceMeters && first.ordinal > second.ordinal)
  }

  /// Keeps an item if it is among the best so far.
  mutating func offer(_ item: Neighbor) {
    if count < heap.count {
      guard item.distanceMeters <= maximumMeters else { return }
      heap.initializeElement(at: count, to: item)
      count &+= 1
      siftUp(from: count &- 1)
    } else {
      guard Self.isWorse(heap[0], than: item) else { return }
      heap[0] = item
      siftDown()
    }
    if count == heap.count { reach = SphericalVantage.reach(meters: heap[0].distanceMeters) }
  }

  private func siftUp(from start: Int) {
    var child = start
    while child > 0, Self.isWorse(heap[child], than: heap[(child - 1) / 2]) {
      heap.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  private func siftDown() {
    var parent = 0
    while 2 * parent + 1 < count {
      var child = 2 * parent + 1
      if child + 1 < count, Self.isWorse(heap[child + 1], than: heap[child]) { child += 1 }
      guard Self.isWorse(heap[child], than: heap[parent]) else { return }
      heap.swapAt(child, parent)
      parent = child
    }
  }
}
