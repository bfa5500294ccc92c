/// Splits a set in which some members exclude others into its maximal parts without a quarrel.
///
/// These are the maximal independent sets of a graph, of which there can be exponentially many, so
/// the search has a budget; the first part costs no more than the edges. Members are tried in
/// order, in before out, and a part that could take another member in is dropped.
///
/// - Note: Source – Bron and Kerbosch, Algorithm 457, 1973, doi:10.1145/362342.362367, read on the
///   complement.
struct ExclusionSplit {
  /// The members that have a quarrel, ascending; the others are in every part.
  private let quarrelling: [Int]
  /// Whom each of them excludes, by place in the list above.
  private let excluded: [[Int]]
  private var isChosen: [Bool]
  /// How many chosen members exclude each.
  private var barred: [Int]

  /// - Parameter pairs: Members that exclude each other.
  init(_ pairs: [(Int, Int)]) {
    let quarrelling = Set(pairs.flatMap { [$0.0, $0.1] }).sorted()
    let places = Dictionary(
      zip(quarrelling, quarrelling.indices), uniquingKeysWith: { first, _ in first })
    var excluded = Array(repeating: [Int](), count: quarrelling.count)
    for (one, other) in pairs {
      guard let one = places[one], let other = places[other] else { continue }
      excluded[one].append(other)
      excluded[other].append(one)
    }
    self.quarrelling = quarrelling
    self.excluded = excluded
    isChosen = Array(repeating: false, count: quarrelling.count)
    barred = Array(repeating: 0, count: quarrelling.count)
  }

  /// The members left out of each part, and whether that is every part.
  ///
  /// - Parameters:
  ///   - work: Grows by the members and edges looked at.
  ///   - budget: Where it stops, once a part was found.
  ///   - limit: The most parts that are wanted.
  /// - Returns: The parts by what they lack, each maximal.
  mutating func parts(
    work: inout Int, budget: Int, limit: Int
  ) -> (left: [Set<Int>], isComplete: Bool) {
    var found: [Set<Int>] = []
    var depth = 0
    while true {
      work += 1
      if depth < quarrelling.count {
        if barred[depth] == 0 {
          choose(depth, true)
          work += excluded[depth].count
        }
        depth += 1
        continue
      }
      work += quarrelling.count
      if isMaximal { found.append(leftOut) }
      guard let next = backtrack() else { return (found, true) }
      depth = next
      if !found.isEmpty, work > budget || found.count == limit { return (found, false) }
    }
  }

  /// Takes the last chosen member out and gives the place after it; `nil` when none is left.
  private mutating func backtrack() -> Int? {
    guard let last = isChosen.lastIndex(of: true) else { return nil }
    choose(last, false)
    return last + 1
  }

  private mutating func choose(_ place: Int, _ choice: Bool) {
    isChosen[place] = choice
    for other in excluded[place] { barred[other] += choice ? 1 : -1 }
  }

  private var isMaximal: Bool {
    isChosen.indices.allSatisfy { isChosen[$0] || barred[$0] > 0 }
  }

  private var leftOut: Set<Int> {
    Set(isChosen.indices.filter { !isChosen[$0] }.map { quarrelling[$0] })
  }
}
