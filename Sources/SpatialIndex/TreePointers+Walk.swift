import SimpleFeatures

extension TreePointers {
  /// Items in neighbouring slots among which answers lie.
  struct Run {
    var slots: Range<Int>
    /// Whether all of them are answers; otherwise each must be tested.
    var matches: Bool
    var window: SearchWindow
  }

  /// Hands over the runs that hold all items whose boxes meet a query, in the order of slots.
  @inline(__always)
  func forEachRun<Failure: Error>(
    meeting query: Envelope, _ body: (Run) throws(Failure) -> SearchControl
  ) throws(Failure) {
    let control = try walk(SearchWindow(first: query), body)
    guard control == .proceed, query.crossesAntimeridian || crossesAntimeridian else { return }
    _ = try walk(SearchWindow(second: query), body)
  }

  /// 1 when the item in a slot is an answer within a window of a query, else 0.
  @inline(__always)
  func countIfMatches(_ query: Envelope, _ window: SearchWindow, _ slot: Int) -> Int {
    if !crossesAntimeridian { return window.countIfAdmits(boxes, slot) }
    let box = box(inSlot: slot)
    let isOfWindow = box.west > window.westAbove && box.west <= window.east
    return isOfWindow && box.intersects(query) ? 1 : 0
  }

  /// Walks the nodes that meet a window, depth first.
  @inline(__always)
  private func walk<Failure: Error>(
    _ window: SearchWindow, _ body: (Run) throws(Failure) -> SearchControl
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
          let run = Run(slots: slots(below: node), matches: matches, window: window)
          if try body(run) == .stop { return .stop }
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
