import Records

/// Finds the maximal consistent sets of bounds on one number.
///
/// Intervals on a line that meet pairwise all meet in one number, so the maximal sets are read off
/// one sweep over the ends, with no search. Only claims that exclude each other by an edge need
/// one, and it has a budget.
///
/// - Note: Source – Helly's theorem in one dimension; Golumbic, Algorithmic Graph Theory and
///   Perfect Graphs, 1980, ch. 8 on interval graphs.
struct ConsistentSetFinder {
  let bounds: [ClaimBound]
  /// Places of bounds whose claims exclude each other.
  let exclusions: [(Int, Int)]
  private var work = 0
  private var isComplete = true

  init(_ bounds: [ClaimBound], exclusions: [(Int, Int)]) {
    self.bounds = bounds
    self.exclusions = exclusions
  }

  /// A number at which the set of bounds that allow it is maximal, and how many they are.
  private struct Stab {
    let number: Int
    let count: Int
  }

  /// The sets as places of bounds, ascending.
  ///
  /// - Complexity: O(*n* log *n* + *s n*), *n* bounds, *s* listed sets; the splitting beyond that
  ///   is held to the budget.
  mutating func sets() -> (sets: [[Int]], report: SearchReport) {
    let stabs = stabs().sorted { ($1.count, $0.number) < ($0.count, $1.number) }
    let listed = stabs.prefix(ConsistentSets.setLimit)
    var found: [[Int]] = []
    for stab in listed {
      let set = bounds.indices.filter {
        bounds[$0].minimum <= stab.number && stab.number <= bounds[$0].ceiling
      }
      found += split(set)
    }
    let omitted = stabs.count - listed.count + max(0, found.count - ConsistentSets.setLimit)
    if !exclusions.isEmpty { found = maximal(found) }
    let report = SearchReport(work: work, isComplete: isComplete, omittedSetCount: omitted)
    return (found, report)
  }

  private func stabs() -> [Stab] {
    let starts = bounds.map(\.minimum).sorted()
    let ends = bounds.map(\.ceiling).sorted()
    var stabs: [Stab] = []
    var opened = 0
    var hasOpened = false
    for (closed, end) in ends.enumerated() {
      while opened < starts.count, starts[opened] <= end {
        opened += 1
        hasOpened = true
      }
      if hasOpened { stabs.append(Stab(number: starts[opened - 1], count: opened - closed)) }
      hasOpened = false
    }
    return stabs
  }

  /// The maximal parts of a set in which no claim excludes another.
  private mutating func split(_ set: [Int]) -> [[Int]] {
    let members = Set(set)
    let pairs = exclusions.filter { members.contains($0.0) && members.contains($0.1) }
    guard !pairs.isEmpty else { return [set] }
    var search = ExclusionSplit(pairs)
    let (left, isWhole) = search.parts(
      work: &work, budget: ConsistentSets.searchBudget, limit: ConsistentSets.setLimit)
    isComplete = isComplete && isWhole
    return left.map { removed in set.filter { !removed.contains($0) } }
  }

  /// The sets that lie in no other.
  private func maximal(_ sets: [[Int]]) -> [[Int]] {
    let ordered = sets.sorted {
      $0.count != $1.count ? $0.count > $1.count : $0.lexicographicallyPrecedes($1)
    }
    var kept: [Set<Int>] = []
    return ordered.prefix(ConsistentSets.setLimit).filter { candidate in
      guard !kept.contains(where: { $0.isSuperset(of: candidate) }) else { return false }
      kept.append(Set(candidate))
      return true
    }
  }
}
