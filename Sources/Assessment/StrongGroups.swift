/// Groups the points of a directed graph that can reach each other: its strong components.
///
/// Walks without recursion, so that a chain of ten thousand edges needs no deep stack.
///
/// - Note: Source – R. E. Tarjan, Depth-first search and linear graph algorithms, 1972,
///   doi:10.1137/0201010.
@usableFromInline
struct StrongGroups {
  /// The number of each point's group.
  @usableFromInline private(set) var groups: [Int]
  /// How many groups there are.
  private(set) var count = 0

  private let targets: [[Int]]
  private var order: [Int]
  private var lowest: [Int]
  private var isOpen: [Bool]
  private var open: [Int] = []
  private var next = 0

  /// Groups points.
  ///
  /// - Parameter targets: Where the edges of each point lead.
  /// - Complexity: O(*n* + *e*), points and edges.
  @usableFromInline
  init(_ targets: [[Int]]) {
    self.targets = targets
    groups = Array(repeating: -1, count: targets.count)
    order = groups
    lowest = groups
    isOpen = Array(repeating: false, count: targets.count)
    for start in targets.indices where order[start] < 0 { walk(from: start) }
  }

  /// The points of each group, ascending, the groups by their first points.
  var members: [[Int]] {
    var members: [[Int]] = Array(repeating: [], count: count)
    for (point, group) in groups.enumerated() { members[group].append(point) }
    return members.sorted { ($0.first ?? 0) < ($1.first ?? 0) }
  }

  private mutating func enter(_ point: Int) {
    order[point] = next
    lowest[point] = next
    next += 1
    open.append(point)
    isOpen[point] = true
  }

  private mutating func walk(from start: Int) {
    var path: [(point: Int, edge: Int)] = [(start, 0)]
    enter(start)
    while let (point, edge) = path.last {
      if edge < targets[point].count {
        path[path.count - 1].edge += 1
        let target = targets[point][edge]
        if order[target] < 0 {
          enter(target)
          path.append((target, 0))
        } else if isOpen[target] {
          lowest[point] = min(lowest[point], order[target])
        }
        continue
      }
      path.removeLast()
      if let parent = path.last?.point { lowest[parent] = min(lowest[parent], lowest[point]) }
      if lowest[point] == order[point] { close(point) }
    }
  }

  private mutating func close(_ point: Int) {
    while let last = open.popLast() {
      isOpen[last] = false
      groups[last] = count
      if last == point { break }
    }
    count += 1
  }
}
