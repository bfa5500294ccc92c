/// Why a number stands at an end of a range.
public enum RangeRule: String, Hashable, Sendable, CaseIterable {
  /// A recorder's finding gives the figure, and no report does; of several findings, the lowest or
  /// the highest.
  case assessorRange = "assessor-range"
  /// The lowest figure reported for the event.
  case lowestReported = "lowest-reported"
  /// The highest figure reported for the event.
  case highestReported = "highest-reported"
  /// The lowest figure of a reliable source.
  case lowestReliable = "lowest-reliable"
  /// The highest figure of a reliable source.
  case highestReliable = "highest-reliable"
  /// The finding of a closed inquiry.
  case inquiryFinding = "inquiry-finding"
  /// The only figure there is.
  case soleFigure = "sole-figure"
  /// The most conservative number of all.
  case mostConservative = "most-conservative"
  /// What a belligerent concedes of its own strike.
  case conceded
  /// The floor or the ceiling of a set of claims that can all be true together.
  case consistentSet = "consistent-set"
}

/// One end of a range: the number, the claims that put it there and the rule that chose them.
public struct RangeEnd<Key: Hashable & Sendable>: Hashable, Sendable {
  /// The number.
  public let value: Int
  /// The claims that give it, never none.
  public let claims: [Key]
  /// The rule that chose them.
  public let rule: RangeRule
  /// Whether one of those claims leaves the number open: "at least 40" sets no ceiling at 40.
  public let isOpen: Bool

  /// Makes an end.
  ///
  /// - Parameters:
  ///   - value: The number.
  ///   - claims: The claims that give it.
  ///   - rule: The rule that chose them.
  ///   - isOpen: Whether one of those claims leaves the number open.
  @inlinable
  public init(value: Int, claims: [Key], rule: RangeRule, isOpen: Bool = false) {
    self.value = value
    self.claims = claims
    self.rule = rule
    self.isOpen = isOpen
  }

  /// The same end with its claims named in another way.
  ///
  /// - Parameter transform: From one key to another.
  /// - Returns: The end with the other keys.
  @inlinable
  public func mapClaims<Other: Hashable & Sendable>(
    _ transform: (Key) -> Other
  ) -> RangeEnd<Other> {
    RangeEnd<Other>(
      value: value, claims: claims.map(transform), rule: rule, isOpen: isOpen)
  }
}

/// What claims allow of a figure; an absent end is unknown, never zero.
public struct HarmRange<Key: Hashable & Sendable>: Hashable, Sendable {
  /// The lower end.
  public let minimum: RangeEnd<Key>?
  /// The upper end.
  public let maximum: RangeEnd<Key>?

  /// Makes a range.
  ///
  /// - Parameters:
  ///   - minimum: The lower end or `nil`.
  ///   - maximum: The upper end or `nil`.
  @inlinable
  public init(minimum: RangeEnd<Key>?, maximum: RangeEnd<Key>?) {
    self.minimum = minimum
    self.maximum = maximum
  }

  /// Whether neither end is known.
  public var isUnknown: Bool { minimum == nil && maximum == nil }

  /// The same range with its claims named in another way.
  ///
  /// - Parameter transform: From one key to another.
  /// - Returns: The range with the other keys.
  @inlinable
  public func mapClaims<Other: Hashable & Sendable>(
    _ transform: (Key) -> Other
  ) -> HarmRange<Other> {
    HarmRange<Other>(
      minimum: minimum?.mapClaims(transform), maximum: maximum?.mapClaims(transform))
  }
}
