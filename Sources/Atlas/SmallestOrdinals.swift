/// Keeps the first ordinals of an answer from where a page begins, however many are offered and in
/// whatever order.
struct SmallestOrdinals {
  /// Where the page begins.
  let begin: Int
  /// How many it holds at most.
  let limit: Int
  private var kept: [Int32] = []
  private var bound = Int32.max
  /// How many were offered.
  private(set) var count = 0
  /// How many of them belong to this page or a later one.
  private(set) var remaining = 0

  /// - Parameters:
  ///   - begin: Where the page begins.
  ///   - limit: How many it holds at most.
  init(from begin: Int, limit: Int) {
    self.begin = begin
    self.limit = max(0, limit)
  }

  @inline(__always)
  mutating func offer(_ ordinal: Int32) {
    count += 1
    guard Int(ordinal) >= begin else { return }
    remaining += 1
    guard limit > 0, ordinal <= bound else { return }
    kept.append(ordinal)
    // Twice as many as wanted: each sort then throws half of them away.
    if kept.count / 2 >= max(limit, 128) { prune() }
  }

  /// Takes all of a rising run in one step.
  mutating func offer(rising run: [Int32]) {
    count += run.count
    let rest = run[run.partitioningIndex { Int($0) >= begin }...]
    remaining += rest.count
    kept.append(contentsOf: rest.prefix(limit))
  }

  /// Takes every ordinal below a count in one step.
  mutating func offer(allBelow total: Int) {
    count += total
    remaining += max(0, total - begin)
    let end = begin + min(limit, max(0, total - begin))
    if begin < end { kept.append(contentsOf: Int32(clamping: begin)..<Int32(clamping: end)) }
  }

  /// Whether no ordinal is wanted.
  var isCountOnly: Bool { limit == 0 }

  /// Takes an answer that was worked out otherwise.
  ///
  /// - Parameters:
  ///   - first: The ordinals of the page, ascending, and the one after if there is any.
  ///   - total: How many there are in all.
  mutating func settle(_ first: [Int32], of total: Int) {
    count = total
    remaining = first.count
    kept = first
  }

  /// The ordinals of the page, ascending, and whether more follow.
  mutating func page() -> (ordinals: [Int32], isLast: Bool) {
    prune()
    return (kept, remaining <= limit)
  }

  private mutating func prune() {
    kept.sort()
    if kept.count > limit { kept.removeLast(kept.count - limit) }
    if kept.count == limit, let last = kept.last { bound = last }
  }
}

extension RandomAccessCollection {
  /// The first index whose element satisfies a condition that, once true, stays true.
  func partitioningIndex(where belongsInSecondPart: (Element) -> Bool) -> Index {
    var low = startIndex
    var count = count
    while count > 0 {
      let half = count / 2
      let middle = index(low, offsetBy: half)
      if belongsInSecondPart(self[middle]) {
        count = half
      } else {
        low = index(after: middle)
        count -= half + 1
      }
    }
    return low
  }
}
