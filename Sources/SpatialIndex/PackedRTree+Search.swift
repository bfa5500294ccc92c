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
    try withPointers { tree throws(Failure) in
      try tree.forEachWindow(of: envelope) { window throws(Failure) in
        try tree.forEachRun(in: window) { run throws(Failure) in
          for slot in run.slots where run.matches || tree.countIfMatches(window, slot) == 1 {
            if try visit(Int(tree.ordinals[slot])) == .stop { return .stop }
          }
          return .proceed
        }
      }
    }
  }

  /// The ordinals of all items whose boxes meet another box.
  ///
  /// - Parameter envelope: Degrees; may cross the antimeridian.
  /// - Returns: Each ordinal once, in the order of ``search(_:visit:)``.
  /// - Complexity: O(log *n* + *k*) for compact items, *k* results.
  public func search(_ envelope: Envelope) -> [Int] {
    var found: [Int] = []
    withPointers { tree in
      tree.forEachWindow(of: envelope) { window in
        tree.gather(window, into: &found)
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
    withPointers { tree in
      tree.forEachWindow(of: envelope) { window in
        tree.forEachRun(in: window) { run in
          if run.matches {
            total &+= run.count
          } else {
            for slot in run.slots { total &+= tree.countIfMatches(window, slot) }
          }
          return .proceed
        }
      }
    }
    return total
  }
}
