/// Which claims still stand when running totals have been followed by later ones.
@usableFromInline
enum Supersession {
  /// The claims that none in play replaces.
  ///
  /// Only a claim that surely speaks of the same incident replaces another. Claims that replace
  /// each other in a circle all stand: nothing says which came last.
  ///
  /// - Complexity: O(*n* + *e*), claims and replacements.
  @inlinable
  static func standing<Key>(among inPlay: [Evidence<Key>]) -> [Evidence<Key>] {
    guard inPlay.contains(where: { !$0.supersededBy.isEmpty }) else { return inPlay }
    var places: [Key: Int] = [:]
    for (place, item) in inPlay.enumerated() where item.isCertain { places[item.claim] = place }
    let successors = inPlay.map { item in item.supersededBy.compactMap { places[$0] } }
    let groups = StrongGroups(successors).groups
    return zip(inPlay.indices, inPlay).compactMap { place, item in
      successors[place].contains { groups[$0] != groups[place] } ? nil : item
    }
  }
}
