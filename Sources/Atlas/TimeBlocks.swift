/// When incidents began and ended, ready to say which of them a span of days may concern.
///
/// They stand by their first day, so that those that began in a span are one run. Ends follow no
/// order: blocks of incidents know their earliest and latest.
struct TimeBlocks: Sendable {
  private let starts: [Int32]
  private var earliestEnds: [Int32] = []
  private var latestEnds: [Int32] = []
  /// Where the incidents without a time begin.
  private let undated: Int

  private static let size = 64

  init(_ incidents: IncidentColumns) {
    starts = incidents.starts
    undated = incidents.hasTime.partitioningIndex { !$0 }
    for first in stride(from: 0, to: undated, by: Self.size) {
      let ends = incidents.ends[first..<min(first + Self.size, undated)]
      earliestEnds.append(ends.min() ?? ClaimColumns.noDay)
      latestEnds.append(ends.max() ?? ClaimColumns.noDay)
    }
  }

  /// The incidents that may have happened in a span, and those without a time.
  ///
  /// - Parameter days: Days since 1970-01-01.
  /// - Returns: Runs that hold all of them, and some others.
  /// - Complexity: O(*n* / 64).
  func runs(meeting days: ClosedRange<Int32>) -> OrdinalRuns {
    let end = starts[..<undated].partitioningIndex { $0 > days.upperBound }
    var runs = blocks(before: end) { $0 >= days.lowerBound }
    runs.append(undated..<starts.count)
    return runs
  }

  /// The incidents whose first day lies in a span.
  func runs(startingIn days: ClosedRange<Int32>) -> OrdinalRuns {
    let dated = starts[..<undated]
    let first = dated.partitioningIndex { $0 >= days.lowerBound }
    var runs = OrdinalRuns()
    runs.append(first..<max(first, dated.partitioningIndex { $0 > days.upperBound }))
    return runs
  }

  /// The incidents whose last day may lie in a span.
  func runs(endingIn days: ClosedRange<Int32>) -> OrdinalRuns {
    var runs = OrdinalRuns()
    for block in latestEnds.indices
    where latestEnds[block] >= days.lowerBound && earliestEnds[block] <= days.upperBound {
      runs.append(block * Self.size..<min((block + 1) * Self.size, undated))
    }
    return runs
  }

  private func blocks(before end: Int, where isWanted: (Int32) -> Bool) -> OrdinalRuns {
    var runs = OrdinalRuns()
    for first in stride(from: 0, to: end, by: Self.size)
    where isWanted(latestEnds[first / Self.size]) {
      runs.append(first..<min(first + Self.size, end))
    }
    return runs
  }
}

/// Ordinals as runs, ascending and apart.
struct OrdinalRuns: Sendable {
  private(set) var runs: [Range<Int>] = []

  /// Adds a run behind the others; an empty one is none.
  mutating func append(_ run: Range<Int>) {
    guard !run.isEmpty else { return }
    if let last = runs.last, last.upperBound == run.lowerBound {
      runs[runs.count - 1] = last.lowerBound..<run.upperBound
    } else {
      runs.append(run)
    }
  }

  /// What lies in both.
  func intersection(_ other: OrdinalRuns) -> OrdinalRuns {
    var common = OrdinalRuns()
    var (own, theirs) = (0, 0)
    while own < runs.count, theirs < other.runs.count {
      let (left, right) = (runs[own], other.runs[theirs])
      let low = max(left.lowerBound, right.lowerBound)
      common.append(low..<max(low, min(left.upperBound, right.upperBound)))
      if left.upperBound < right.upperBound { own += 1 } else { theirs += 1 }
    }
    return common
  }
}
