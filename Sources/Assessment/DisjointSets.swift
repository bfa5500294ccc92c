/// Sets that merge: who belongs together when only pairs are known.
///
/// - Note: Source – union by least index with path halving; Tarjan and van Leeuwen, 1984,
///   doi:10.1145/62.2160. The least index names a set, so the order of joining never shows.
struct DisjointSets {
  private var parents: [Int]

  init(count: Int) { parents = Array(0..<count) }

  /// The least member of an element's set.
  mutating func root(of element: Int) -> Int {
    var element = element
    while parents[element] != element {
      parents[element] = parents[parents[element]]
      element = parents[element]
    }
    return element
  }

  /// Merges the sets of two elements.
  mutating func join(_ one: Int, _ other: Int) {
    let (first, second) = (root(of: one), root(of: other))
    parents[max(first, second)] = min(first, second)
  }

  /// The sets, each ascending, by their least members.
  mutating func sets() -> [[Int]] {
    var sets: [[Int]] = []
    var places: [Int: Int] = [:]
    for element in parents.indices {
      let root = root(of: element)
      if let place = places[root] {
        sets[place].append(element)
      } else {
        places[root] = sets.count
        sets.append([element])
      }
    }
    return sets
  }
}
