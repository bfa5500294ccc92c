/// Which claims still stand when running totals have been followed by later ones.
@usableFromInline
enum Supersession {
  /// The claims that none in play replaces.
  ///
  /// Only a claim that surely speaks of the same incident replaces another. Claims that replace
  /// each other in a circle all stand: nothing says which came last.
  ///
  /// - Complexity: O(*n*), *n* claims and edges.
  @inlinable
  static func standing<Key>(among inPlay: [Evidence<Key>]) -> [Evidence<Key>] {
    guard inPlay.contains(where: { !$0.supersededBy.isEmpty }) else { return inPlay }
    var places: [Key: Int] = [:]
    for (index, item) in inPlay.enumerated() where item.isCertain { places[item.claim] = index }
    let successors = inPlay.map { item in item.supersededBy.compactMap { places[$0] } }
    let circles = Circles(of: successors).numbers
    return inPlay.indices.filter { index in
      successors[index].allSatisfy { circles[$0] == circles[index] }
    }.map { inPlay[$0] }
  }
}

/// The circles of a directed graph: nodes that lead to each other carry one number.
///
/// - Note: Source – Tarjan, Depth-first search and linear graph algorithms, 1972,
///   doi:10.1137/0201010; without recursion, so that a long chain needs no stack.
@usableFromInline
struct Circles {
  /// The number of each node's circle; a node in no circle has one of its own.
  @usableFromInline var numbers: [Int]
  @usableFromInline var order: [Int]
  @usableFromInline var lowest: [Int]
  @usableFromInline var open: [Int] = []
  @usableFromInline var visited = 0
  @usableFromInline var closed = 0

  @inlinable
  init(of targets: [[Int]]) {
    numbers = Array(repeating: -1, count: targets.count)
    order = numbers
    lowest = numbers
    for start in targets.indices where order[start] < 0 { walk(from: start, targets) }
  }

  @inlinable
  mutating func walk(from start: Int, _ targets: [[Int]]) {
    var path = [(node: start, next: 0)]
    enter(start)
    while let (node, next) = path.last {
      guard next < targets[node].count else {
        path.removeLast()
        close(node)
        if let parent = path.last?.node { lowest[parent] = min(lowest[parent], lowest[node]) }
        continue
      }
      path[path.count - 1].next += 1
      let target = targets[node][next]
      if order[target] < 0 {
        enter(target)
        path.append((target, 0))
      } else if numbers[target] < 0 {
        lowest[node] = min(lowest[node], order[target])
      }
    }
  }

  @inlinable
  mutating func enter(_ node: Int) {
    order[node] = visited
    lowest[node] = visited
    visited += 1
    open.append(node)
  }

  @inlinable
  mutating func close(_ node: Int) {
    guard lowest[node] == order[node] else { return }
    while let member = open.popLast() {
      numbers[member] = closed
      if member == node { break }
    }
    closed += 1
  }
}
