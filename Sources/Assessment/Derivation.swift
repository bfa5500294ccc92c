public import Records

/// One step of how a number came about, as a value that a surface can put into words.
public enum DerivationFact: Hashable, Sendable {
  /// The number asked about; `nil` for unknown.
  case number(Int?, isOpen: Bool, of: Measure, at: RangePoint, by: Method, asOf: CivilDate?)
  /// The rule that chose it.
  case rule(RangeRule)
  /// A figure that was counted.
  case counted(Quantity)
  /// A figure or claim that was left out.
  case leftOut(Exclusion, Quantity?)
  /// The claims that cause a figure to be left out.
  case because(Exclusion)
  /// How many figures were counted.
  case countedFigures(Int)
  /// How many claims were left out for one reason.
  case leftOutClaims(Exclusion, count: Int)
  /// Claims that repeat a deciding one.
  case echoes
  /// The number without a claim; `nil` for unknown.
  case without(value: Int?, isOpen: Bool)
  /// How many deciding claims were not taken away by way of trial.
  case untried(Int)
  /// The number under the other reading of counting words.
  case otherReading(Int, isOpen: Bool)
  /// A set of claims that can all be true together.
  case consistentSet(minimum: Int?, maximum: Int?, independentCount: Int)
  /// A set search that ended at its budget.
  case searchStopped(work: Int)
}

/// How a number came about: a tree whose every node names its claims.
public struct Derivation: Hashable, Sendable {
  /// What the node says.
  public let fact: DerivationFact
  /// The claims it rests on, in the order of the testimony where that has a meaning.
  public let claims: [ClaimID]
  /// What stands under it.
  public let children: [Derivation]

  /// Makes a node.
  ///
  /// - Parameters:
  ///   - fact: What the node says.
  ///   - claims: The claims it rests on.
  ///   - children: What stands under it.
  public init(_ fact: DerivationFact, claims: [ClaimID] = [], children: [Derivation] = []) {
    self.fact = fact
    self.claims = claims
    self.children = children
  }
}
