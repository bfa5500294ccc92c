/// The best *k* items met so far, worst on top of a binary heap.
struct NearestCandidates {
  /// An item with its distance.
  struct Candidate {
    var meters: Double
    var haversine: Double
    var ordinal: Int32

    /// Whether it is farther, or as far with a higher ordinal.
    @inline(__always)
    func isWorse(than other: Candidate) -> Bool {
      meters > other.meters || (meters == other.meters && ordinal > other.ordinal)
    }
  }

  /// Invariant: the first `count` places are initialised and form a heap.
  let heap: UnsafeMutableBufferPointer<Candidate>
  private(set) var count = 0
  private let maximumMeters: Double
  /// No item or node whose haversine's lower bound is above this can still be among the answers.
  private(set) var reach: Double

  /// Starts with none.
  ///
  /// - Parameters:
  ///   - heap: Room for as many as are wanted, at least one.
  ///   - maximumMeters: Farther items do not count.
  init(in heap: UnsafeMutableBufferPointer<Candidate>, maximumMeters: Double) {
    self.heap = heap
    self.maximumMeters = maximumMeters
    reach = Self.slack(SphericalVantage.haversine(meters: maximumMeters))
  }

  /// Whether an item would be kept.
  func admits(_ candidate: Candidate) -> Bool {
    candidate.meters <= maximumMeters
      && (count < heap.count || heap[0].isWorse(than: candidate))
  }

  /// Keeps an admitted item, in place of the worst when there is no room.
  mutating func insert(_ candidate: Candidate) {
    if count < heap.count {
      heap.initializeElement(at: count, to: candidate)
      count &+= 1
      siftUp(from: count &- 1)
    } else {
      heap[0] = candidate
      siftDown()
    }
    if count == heap.count { reach = min(reach, Self.slack(heap[0].haversine)) }
  }

  /// Rounding of equal distances must not part them.
  private static func slack(_ haversine: Double) -> Double {
    haversine * (1 + 0x1p-40) + 0x1p-1000
  }

  private mutating func siftUp(from start: Int) {
    var child = start
    while child > 0, heap[child].isWorse(than: heap[(child - 1) / 2]) {
      heap.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  private mutating func siftDown() {
    var parent = 0
    while 2 * parent + 1 < count {
      var child = 2 * parent + 1
      if child + 1 < count, heap[child + 1].isWorse(than: heap[child]) { child += 1 }
      guard heap[child].isWorse(than: heap[parent]) else { return }
      heap.swapAt(child, parent)
      parent = child
    }
  }
}
