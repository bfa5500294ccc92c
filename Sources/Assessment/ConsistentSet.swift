public import Records

/// Claims that can all be true together, and the numbers that they then leave.
public struct ConsistentSet: Hashable, Sendable {
  /// The least number that every claim of the set allows; `nil` when none gives a floor.
  public let minimum: Int?
  /// The greatest number that every claim of the set allows; `nil` for no ceiling.
  public let maximum: Int?
  /// The claims, in the order of the testimony; echoes are not repeated.
  public let claims: [ClaimID]
  /// Those of them that give the least number.
  public let floor: [ClaimID]
  /// Those of them that give the greatest number.
  public let ceiling: [ClaimID]
  /// How many independent origins stand behind the set.
  public let independentCount: Int
  /// Claims that cannot be true if the set is.
  public let contradicts: [ClaimID]
  /// Claims only possibly about this event that some number of the set would allow.
  public let possible: [ClaimID]
  /// The least number if the combatants that the set counts lie among the bodies it counts; `nil`
  /// where that changes nothing.
  public let minimumWithCombatants: Int?
}

/// How far a search went.
public struct SearchReport: Hashable, Sendable {
  /// The work done: claims looked at while splitting sets that hold claims excluding each other.
  public let work: Int
  /// Whether the search ended by itself rather than at its budget.
  public let isComplete: Bool
  /// How many sets beyond the largest were found but not listed.
  public let omittedSetCount: Int
}

/// The largest sets of claims on one measure that can all be true together.
public struct ConsistentSets: Hashable, Sendable {
  /// What is counted.
  public let measure: Measure
  /// The sets, most independent origins first, then most claims, then the least numbers.
  public let sets: [ConsistentSet]
  /// The bound of every claim that has one, in the order of the testimony.
  public let bounds: [ClaimBound]
  /// Claims left out, with the reason.
  public let leftOut: [ClaimID: LeftOut]
  /// How far the search went.
  public let search: SearchReport

  /// How many sets are listed at most; the largest ones are.
  public static let setLimit = 64
  /// The work that splitting sets may take, in claims looked at; a fraction of a second.
  public static let searchBudget = 1_000_000
}
