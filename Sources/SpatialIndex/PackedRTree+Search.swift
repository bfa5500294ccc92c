public import SimpleFeatures

/// Whether a search goes on after an item.
public enum SearchControl: Hashable, Sendable {
  /// Go on to the next item.
  case proceed
  /// End the search.
  case stop
}

extension PackedRTree {
  /// Calls back with every item whose box meets another box, until told to stop.
  ///
  /// Boxes that touch meet. Items come in the order of the curve (of their slots), which depends on
  /// the indexed boxes alone, except that a box across the antimeridian is answered in two rounds.
  ///
  /// - Parameters:
  ///   - envelope: Degrees; may cross the antimeridian. A box with NaN meets nothing.
  ///   - visit: Takes an ordinal and says whether to go on.
  /// - Throws: What `visit` throws.
  /// - Complexity: O(log *n* + *k*) for compact items, *k* results; no allocation.
  public func search<Failure: Error>(
    _ envelope: Envelope, visit: (Int) throws(Failure) -> SearchControl
  ) throws(Failure) {
    try forEachRun(meeting: envelope) { run, boxes throws(Failure) in
      for slot in run.slots
      where run.matches || matches(envelope, run.window, boxes, slot) {
        if try visit(Int(ordinals[slot])) == .stop { return .stop }
      }
      return .proceed
    }
  }

  /// The ordinals of all items whose boxes meet another box.
  ///
  /// - Parameter envelope: Degrees; may cross the antimeridian.
  /// - Returns: Each ordinal once, in the order of ``search(_:visit:)``.
  /// - Complexity: O(log *n* + *k*) for compact items, *k* results.
  public func search(_ envelope: Envelope) -> [Int] {
    var found: [Int] = []
    found.reserveCapacity(4 * nodeSize)
    ordinals.withUnsafeBufferPointer { ordinals in
      forEachRun(meeting: envelope) { run, boxes in
        found.append(addingCapacity: run.slots.count) { output in
          output.withUnsafeMutableBufferPointer { buffer, count in
            for slot in run.slots {
              // Written always, kept only when it matches: no branch to mispredict.
              buffer[count] = Int(ordinals[slot])
              let isHit = run.matches || matches(envelope, run.window, boxes, slot)
              count &+= isHit ? 1 : 0
            }
          }
        }
        return .proceed
      }
    }
    return found
  }

  /// How many items' boxes meet another box, without listing them.
  ///
  /// - Parameter envelope: Degrees; may cross the antimeridian.
  /// - Returns: The count of ``search(_:)``.
  /// - Complexity: O(log *n* + *p*), *p* items in nodes that the box's edge cuts.
  public func count(meeting envelope: Envelope) -> Int {
    var total = 0
    forEachRun(meeting: envelope) { run, boxes in
      if run.matches {
        total &+= run.slots.count
      } else {
        for slot in run.slots where matches(envelope, run.window, boxes, slot) { total &+= 1 }
      }
      return .proceed
    }
    return total
  }

  /// Items in neighbouring slots that one node holds.
  struct Run {
    var slots: Range<Int>
    /// Whether all of them are answers; otherwise each must be tested.
    var matches: Bool
    var window: SearchWindow
  }

  /// Whether the item in a slot is an answer of a window.
  @inline(__always)
  private func matches(
    _ query: Envelope, _ window: SearchWindow, _ boxes: BoxColumns.Pointers, _ slot: Int
  ) -> Bool {
    if !crossesAntimeridian {
      return window.meets(boxes, slot) && boxes.west[slot] > window.westAbove
    }
    let box = Envelope(
      west: boxes.west[slot], south: boxes.south[slot], east: boxes.east[slot],
      north: boxes.north[slot])
    return box.west > window.westAbove && (box.west <= window.east) && box.intersects(query)
  }

  /// Walks the tree and hands over the runs that hold all answers.
  @inline(__always)
  private func forEachRun<Failure: Error>(
    meeting query: Envelope,
    _ body: (Run, BoxColumns.Pointers) throws(Failure) -> SearchControl
  ) throws(Failure) {
    guard !levels.isEmpty else { return }
    try items.withPointers { boxes throws(Failure) in
      try nodes.withPointers { nodes throws(Failure) in
        let first = SearchWindow(first: query)
        let control = try walk(first, nodes) { run throws(Failure) in try body(run, boxes) }
        guard control == .proceed, query.crossesAntimeridian || crossesAntimeridian else { return }
        _ = try walk(SearchWindow(second: query), nodes) { run throws(Failure) in
          try body(run, boxes)
        }
      }
    }
  }

  /// Walks the nodes that meet a window, depth first and in the order of slots.
  ///
  /// The stack never holds more than one node's entries for each level. An entry is a node's place
  /// in its level, shifted, over the level.
  @inline(__always)
  private func walk<Failure: Error>(
    _ window: SearchWindow, _ nodes: BoxColumns.Pointers,
    _ body: (Run) throws(Failure) -> SearchControl
  ) throws(Failure) -> SearchControl {
    let root = levels.count - 1
    guard window.meets(nodes, levels[root].start) else { return .proceed }
    return try withStack(levels.count * nodeSize) { stack throws(Failure) in
      var depth = 1
      stack[0] = root
      while depth > 0 {
        depth &-= 1
        let (place, height) = (stack[depth] >> 6, stack[depth] & 63)
        let level = levels[height]
        let matches = window.holds(nodes, level.start &+ place)
        if matches || height == 0 {
          let slots = place &* level.span..<min((place &+ 1) &* level.span, ordinals.count)
          let run = Run(slots: slots, matches: matches, window: window)
          if try body(run) == .stop { return .stop }
        } else {
          let below = levels[height &- 1]
          var entry = min((place &+ 1) &* nodeSize, below.count)
          while entry > place &* nodeSize {
            entry &-= 1
            stack[depth] = entry << 6 | (height &- 1)
            depth &+= window.meets(nodes, below.start &+ entry) ? 1 : 0
          }
        }
      }
      return .proceed
    }
  }

  /// Lends a stack of integers, on the machine's stack where it fits.
  @inline(__always)
  private func withStack<Failure: Error, Result>(
    _ capacity: Int,
    _ body: (UnsafeMutableBufferPointer<Int>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try withUnsafeTemporaryAllocation(of: Int.self, capacity: capacity + 1) {
      stack throws(Failure) in
      try body(stack)
    }
  }
}
