/// A figure as a claim gives it: how many of what, in which state, bounded how, covering what.
///
/// Unknown is `nil`, never zero. The words come first: a figure made from `dozens` keeps the word.
public struct Quantity: Hashable, Sendable {
  /// The least number the words allow, or `nil` for none stated.
  public var minimum: Int?
  /// The greatest number the words allow, or `nil` for none stated.
  public var maximum: Int?
  /// What is counted.
  public var unit: CountingUnit
  /// What happened to those counted.
  public var status: CasualtyStatus
  /// The bound that the words put on it.
  public var bound: Bound
  /// What it covers.
  public var scope: QuantityScope
  /// The words as reported, three at most.
  public var phrase: String?
  /// Whether it is a running total.
  public var isCumulative: Bool
  /// The day a running total stood so.
  public var asAt: StatedTime?

  /// A figure, or `nil` when its ends are reversed or negative.
  ///
  /// - Parameters:
  ///   - minimum: Least number or `nil`.
  ///   - maximum: Greatest number or `nil`.
  ///   - unit: What is counted.
  ///   - status: What happened to those counted.
  ///   - bound: The bound that the words put on it.
  ///   - scope: What it covers.
  ///   - phrase: The words as reported.
  ///   - isCumulative: Whether it is a running total.
  ///   - asAt: The day a running total stood so.
  public init?(
    minimum: Int?, maximum: Int?, unit: CountingUnit, status: CasualtyStatus, bound: Bound,
    scope: QuantityScope = .event, phrase: String? = nil, isCumulative: Bool = false,
    asAt: StatedTime? = nil
  ) {
    if let minimum, minimum < 0 { return nil }
    if let maximum, maximum < minimum ?? 0 { return nil }
    self.minimum = minimum
    self.maximum = maximum
    self.unit = unit
    self.status = status
    self.bound = bound
    self.scope = scope
    self.phrase = phrase
    self.isCumulative = isCumulative
    self.asAt = asAt
  }
}
