extension TreePointers {
  /// Appends the ordinals of a window's items.
  ///
  /// Runs are noted first and answered together, so that the array grows once for many of them.
  ///
  /// - Parameters:
  ///   - window: What is asked.
  ///   - found: Takes the ordinals, in the order of slots.
  func gather(_ window: SearchWindow, into found: inout [Int]) {
    // As much as fits the machine's stack without asking: 1 KiB.
    withUnsafeTemporaryAllocation(of: SlotRun.self, capacity: 128) { noted in
      var count = 0
      _ = forEachRun(in: window) { run in
        if count == noted.count {
          answer(noted[..<count], of: window, into: &found)
          count = 0
        }
        noted[count] = run
        count &+= 1
        return .proceed
      }
      answer(noted[..<count], of: window, into: &found)
    }
  }

  private func answer(
    _ runs: Slice<UnsafeMutableBufferPointer<SlotRun>>, of window: SearchWindow,
    into found: inout [Int]
  ) {
    let room = runs.reduce(0) { $0 &+ $1.count }
    guard room > 0 else { return }
    found.append(addingCapacity: room) { output in
      output.withUnsafeMutableBufferPointer { buffer, kept in
        for run in runs { write(run, of: window, into: buffer, &kept) }
      }
    }
  }

  /// Writes the ordinals of a run's answers.
  @inline(__always)
  private func write(
    _ run: SlotRun, of window: SearchWindow, into buffer: UnsafeMutableBufferPointer<Int>,
    _ kept: inout Int
  ) {
    var next = kept
    if run.matches {
      for slot in run.slots {
        buffer[next] = Int(ordinals[slot])
        next &+= 1
      }
    } else {
      for slot in run.slots {
        // Written always, kept only when it matches: no branch to mispredict.
        buffer[next] = Int(ordinals[slot])
        next &+= countIfMatches(window, slot)
      }
    }
    kept = next
  }
}
