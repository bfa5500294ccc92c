import Records

/// Finds claims that oppose each other in a circle: the strongly connected groups of two or more.
///
/// Walks without recursion, so that a chain of ten thousand denials needs no deep stack.
///
/// - Note: Source – R. E. Tarjan, Depth-first search and linear graph algorithms, 1972,
///   doi:10.1137/0201010.
struct DenialCycles {
  /// The groups, each ascending by the order of claims, by their first members.
  private(set) var cycles: [[ClaimID]] = []

  private var targets: [[Int]]
  private var order: [Int?]
  private var lowest: [Int]
  private var isOpen: [Bool]
  private var open: [Int] = []
  private var next = 0

  init(_ claims: [ClaimID], _ edges: [ContradictionEdge]) {
    let places = Dictionary(zip(claims, claims.indices), uniquingKeysWith: { first, _ in first })
    targets = Array(repeating: [], count: claims.count)
    order = Array(repeating: nil, count: claims.count)
    lowest = Array(repeating: 0, count: claims.count)
    isOpen = Array(repeating: false, count: claims.count)
    for edge in edges {
      if let from = places[edge.from], let to = places[edge.to] { targets[from].append(to) }
    }
    var groups: [[Int]] = []
    for start in claims.indices where order[start] == nil && !targets[start].isEmpty {
      walk(from: start, into: &groups)
    }
    cycles = groups.map { $0.sorted() }.sorted { ($0.first ?? 0) < ($1.first ?? 0) }
      .map { $0.map { claims[$0] } }
  }

  private mutating func enter(_ claim: Int) {
    order[claim] = next
    lowest[claim] = next
    next += 1
    open.append(claim)
    isOpen[claim] = true
  }

  private mutating func walk(from start: Int, into groups: inout [[Int]]) {
    var path: [(claim: Int, edge: Int)] = [(start, 0)]
    enter(start)
    while let (claim, edge) = path.last {
      if edge < targets[claim].count {
        path[path.count - 1].edge += 1
        let target = targets[claim][edge]
        if let seen = order[target] {
          if isOpen[target] { lowest[claim] = min(lowest[claim], seen) }
        } else {
          enter(target)
          path.append((target, 0))
        }
        continue
      }
      path.removeLast()
      if let parent = path.last?.claim { lowest[parent] = min(lowest[parent], lowest[claim]) }
      if lowest[claim] == order[claim] { close(claim, into: &groups) }
    }
  }

  private mutating func close(_ claim: Int, into groups: inout [[Int]]) {
    var group: [Int] = []
    while let last = open.popLast() {
      isOpen[last] = false
      group.append(last)
      if last == claim { break }
    }
    if group.count > 1 { groups.append(group) }
  }
}
