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

  /// Whether the item in a slot is an answer within a window of a query.
  @inline(__always)
  func matches(_ query: Envelope, _ window: SearchWindow, _ slot: Int) -> Bool {
    if !crossesAntimeridian { return window.admits(boxes, slot) }
    let box = box(inSlot: slot)
    return box.west > window.westAbove && box.west <= window.east && box.intersects(query)
  }

  /// Walks the nodes that meet a window, depth first.
  @inline(__always)
  private func walk<Failure: Error>(
    _ window: SearchWindow, _ body: (Run) throws(Failure) -> SearchControl
  ) throws(Failure) -> SearchControl {
    guard window.meets(nodes, box(of: root)) else { return .proceed }
    return try withUnsafeTemporaryAllocation(of: NodeReference.self, capacity: deepestStack) {
      stack throws(Failure) in
      var depth = 1
      stack[0] = root
      while depth > 0 {
        depth &-= 1
        let node = stack[depth]
        let matches = window.holds(nodes, box(of: node))
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
      top &+= window.meets(nodes, below.start &+ place) ? 1 : 0
    }
    return top
  }
}
