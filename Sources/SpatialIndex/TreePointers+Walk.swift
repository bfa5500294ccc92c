import SimpleFeatures

/// Items in neighbouring slots among which answers lie, in eight bytes.
struct SlotRun {
  private let first: Int32
  private let countAndMatches: UInt32

  @inline(__always)
  init(_ slots: Range<Int>, matches: Bool) {
    first = Int32(truncatingIfNeeded: slots.lowerBound)
    countAndMatches = UInt32(truncatingIfNeeded: slots.count) << 1 | (matches ? 1 : 0)
  }

  @inline(__always)
  var count: Int { Int(countAndMatches >> 1) }

  @inline(__always)
  var slots: Range<Int> { Int(first)..<Int(first) &+ count }

  /// Whether all of them are answers; otherwise each must be tested.
  @inline(__always)
  var matches: Bool { countAndMatches & 1 == 1 }
}

extension TreePointers {
  /// Hands over the one or two windows that answer a query together.
  @inline(__always)
  func forEachWindow<Failure: Error>(
    of query: Envelope, _ body: (SearchWindow) throws(Failure) -> SearchControl
  ) throws(Failure) {
    let control = try body(SearchWindow(first: query))
    guard control == .proceed, query.crossesAntimeridian || crossesAntimeridian else { return }
    _ = try body(SearchWindow(second: query))
  }

  /// 1 when the item in a slot is an answer within a window, else 0.
  @inline(__always)
  func countIfMatches(_ window: SearchWindow, _ slot: Int) -> Int {
    if !crossesAntimeridian { return window.countIfAdmits(boxes, slot) }
    let box = box(inSlot: slot)
    return window.partCovers(west: box.west) && box.intersects(window.query) ? 1 : 0
  }

  /// Hands over the runs that hold all items of a window, in the order of slots.
  @inline(__always)
  func forEachRun<Failure: Error>(
    in window: SearchWindow, _ body: (SlotRun) throws(Failure) -> SearchControl
  ) throws(Failure) -> SearchControl {
    guard window.countIfMeets(box(of: root)) == 1 else { return .proceed }
    return try withUnsafeTemporaryAllocation(of: NodeReference.self, capacity: deepestStack) {
      stack throws(Failure) in
      var depth = 1
      stack[0] = root
      while depth > 0 {
        depth &-= 1
        let node = stack[depth]
        let matches = window.holds(box(of: node))
        if matches || node.height == 0 {
          if try body(SlotRun(slots(below: node), matches: matches)) == .stop { return .stop }
        } else {
          depth = push(entriesOf: node, meeting: window, on: stack, above: depth)
        }
      }
      return .proceed
    }
  }

  /// Puts the entries of a node that meet a window on the stack, the first on top.
  ///
  /// - Returns: The new depth.
  @inline(__always)
  private func push(
    entriesOf node: NodeReference, meeting window: SearchWindow,
    on stack: UnsafeMutableBufferPointer<NodeReference>, above depth: Int
  ) -> Int {
    let below = levels[node.height &- 1]
    let entries = entries(of: node, among: below.count)
    var top = depth
    var place = entries.upperBound
    while place > entries.lowerBound {
      place &-= 1
      // Written always, kept only when it meets: no branch to mispredict.
      stack[top] = NodeReference(place: place, height: node.height &- 1)
      top &+= window.countIfMeets(nodes[below.start &+ place])
    }
    return top
  }
}
