/// Which claims still stand when running totals have been followed by later ones.
@usableFromInline
enum Supersession {
  /// The claims that none in play replaces.
  ///
  /// Only a claim that surely speaks of the same incident replaces another. Claims that replace
  /// each other in a circle all stand: nothing says which came last.
  @inlinable
  static func standing<Key>(among inPlay: [Evidence<Key>]) -> [Evidence<Key>] {
    guard inPlay.contains(where: { !$0.supersededBy.isEmpty }) else { return inPlay }
    var successors: [Key: [Key]] = [:]
    for item in inPlay where item.isCertain { successors[item.claim] = Array(item.supersededBy) }
    return inPlay.filter { item in
      !item.supersededBy.contains { successor in
        successors[successor] != nil && !leads(from: successor, to: item.claim, by: successors)
      }
    }
  }

  @inlinable
  static func leads<Key: Hashable>(
    from start: Key, to target: Key, by successors: [Key: [Key]]
  ) -> Bool {
    var open = [start]
    var seen: Set<Key> = [start]
    while let next = open.popLast() {
      if next == target { return true }
      for successor in successors[next] ?? [] where seen.insert(successor).inserted {
        open.append(successor)
      }
    }
    return false
  }
}
