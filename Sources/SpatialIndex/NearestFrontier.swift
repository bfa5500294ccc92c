/// The open nodes of a best-first walk, ordered by their nearest entry not yet taken.
///
/// Entries stay in the node they belong to until they are the nearest of all: of the sixteen of a
/// node two or three are taken before the walk ends, so that ordering all of them would be waste.
/// Three flat buffers hold everything and grow by doubling.
struct NearestFrontier: ~Copyable {
  /// An open node in the heap.
  private struct Open {
    /// The bound of its nearest entry left.
    var least: Double
    var frame: Int32
    /// That entry, from the node's first.
    var entry: Int32
  }

  private let nodeSize: Int
  private var capacity: Int
  /// The bounds of each frame's entries, `nodeSize` apart; those taken are infinite.
  private var bounds: UnsafeMutablePointer<Double>
  /// The first entry of each frame.
  private var firsts: UnsafeMutablePointer<NodeReference>
  /// A binary heap, least on top.
  private var heap: UnsafeMutablePointer<Open>
  private var frames = 0
  private var count = 0

  init(nodeSize: Int) {
    self.nodeSize = nodeSize
    capacity = 32
    bounds = .allocate(capacity: capacity * nodeSize)
    firsts = .allocate(capacity: capacity)
    heap = .allocate(capacity: capacity)
  }

  deinit {
    bounds.deallocate()
    firsts.deallocate()
    heap.deallocate()
  }

  /// Opens a node: makes a frame of its entries.
  ///
  /// - Parameters:
  ///   - first: Its first entry.
  ///   - fill: Writes a bound for each entry and returns how many there are, at most the node size.
  @inline(__always)
  mutating func open(_ first: NodeReference, fill: (UnsafeMutablePointer<Double>) -> Int) {
    if frames == capacity { grow() }
    let frame = frames
    frames &+= 1
    firsts[frame] = first
    let own = bounds + frame &* nodeSize
    for entry in fill(own)..<nodeSize { own[entry] = .infinity }
    var hole = count
    count &+= 1
    let opened = nearest(of: frame)
    while hole > 0 {
      let parent = (hole &- 1) >> 1
      if heap[parent].least <= opened.least { break }
      heap[hole] = heap[parent]
      hole = parent
    }
    heap[hole] = opened
  }

  /// Takes the nearest entry of all, if it is within reach.
  ///
  /// - Parameter reach: The greatest bound that counts.
  /// - Returns: `nil` when nothing is left within reach.
  @inline(__always)
  mutating func take(within reach: Double) -> NodeReference? {
    guard count > 0, heap[0].least <= reach, heap[0].least < .infinity else { return nil }
    let (frame, entry) = (Int(heap[0].frame), Int(heap[0].entry))
    bounds[frame &* nodeSize &+ entry] = .infinity
    siftDown(nearest(of: frame))
    let first = firsts[frame]
    return NodeReference(place: first.place &+ entry, height: first.height)
  }

  @inline(__always)
  private func nearest(of frame: Int) -> Open {
    let own = bounds + frame &* nodeSize
    var (least, nearest) = (own[0], 0)
    for entry in 1..<nodeSize where own[entry] < least {
      (least, nearest) = (own[entry], entry)
    }
    return Open(
      least: least, frame: Int32(truncatingIfNeeded: frame),
      entry: Int32(truncatingIfNeeded: nearest))
  }

  /// Puts a node in the place of the top and mends the heap; a node with nothing left sinks for good.
  @inline(__always)
  private func siftDown(_ moved: Open) {
    var hole = 0
    while 2 &* hole &+ 1 < count {
      var child = 2 &* hole &+ 1
      if child &+ 1 < count, heap[child &+ 1].least < heap[child].least { child &+= 1 }
      if heap[child].least >= moved.least { break }
      heap[hole] = heap[child]
      hole = child
    }
    heap[hole] = moved
  }

  private mutating func grow() {
    bounds = Self.moved(bounds, frames * nodeSize, to: 2 * capacity * nodeSize)
    firsts = Self.moved(firsts, frames, to: 2 * capacity)
    heap = Self.moved(heap, count, to: 2 * capacity)
    capacity *= 2
  }

  private static func moved<Element>(
    _ old: UnsafeMutablePointer<Element>, _ count: Int, to capacity: Int
  ) -> UnsafeMutablePointer<Element> {
    let new = UnsafeMutablePointer<Element>.allocate(capacity: capacity)
    new.moveInitialize(from: old, count: count)
    old.deallocate()
    return new
  }
}
