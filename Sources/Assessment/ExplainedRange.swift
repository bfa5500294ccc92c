public import Records

/// What one number becomes when a claim behind it is taken away.
public struct Removal: Hashable, Sendable {
  /// The claim taken away.
  public let claim: ClaimID
  /// The number without it; `nil` when none is left.
  public let value: Int?
  /// Whether the number without it is open above.
  public let isOpen: Bool
  /// The claims that then give it.
  public let claims: [ClaimID]
}

/// One number of a result with everything that put it there.
public struct ExplainedEnd: Hashable, Sendable {
  /// The number, persons.
  public let value: Int
  /// Whether it sets no ceiling: "at least 40" is a report of 40 and perhaps more.
  public let isOpen: Bool
  /// Whether every claim that gives it calls it approximate.
  public let isApproximate: Bool
  /// The rule that chose it.
  public let rule: RangeRule
  /// The claims that give it, never none, in the order of the testimony.
  public let claims: [ClaimID]
  /// Claims that repeat one of those and so add nothing.
  public let echoes: [ClaimID]
  /// What the number becomes without each of the claims.
  public internal(set) var ifRemoved: [Removal] = []
  /// How many of the claims were not taken away by way of trial, for there are too many.
  public internal(set) var untriedCount = 0
}

/// A result of one method for one measure; an absent number is unknown, never zero.
public struct ExplainedRange: Hashable, Sendable {
  /// The lower end.
  public internal(set) var minimum: ExplainedEnd?
  /// The most likely number, where the method gives one.
  public internal(set) var best: ExplainedEnd?
  /// The upper end.
  public internal(set) var maximum: ExplainedEnd?

  /// Nothing known.
  public static let unknown = ExplainedRange()

  /// Whether no number is known.
  public var isUnknown: Bool { minimum == nil && best == nil && maximum == nil }

  /// One of its numbers.
  ///
  /// - Parameter point: Which.
  public internal(set) subscript(point: RangePoint) -> ExplainedEnd? {
    get {
      switch point {
      case .minimum: minimum
      case .best: best
      case .maximum: maximum
      }
    }
    set {
      switch point {
      case .minimum: minimum = newValue
      case .best: best = newValue
      case .maximum: maximum = newValue
      }
    }
  }
}

/// What one method makes of the claims about one incident.
public struct MethodResult: Hashable, Sendable {
  /// The method.
  public let method: Method
  /// The result for each measure that has one.
  public internal(set) var ranges: [Measure: ExplainedRange]
  /// The same under the other reading of counting words: with them, literally, where the method
  /// takes numbers alone; without them where it takes words (ACLED).
  public internal(set) var otherReading: [Measure: ExplainedRange]
  /// What belligerents concede, kept apart as Airwars does; for the others too.
  public internal(set) var conceded: [Measure: ExplainedRange]
  /// How many independent origins report harm.
  public let independentCount: Int
  /// Whether the method would hold the result back for want of a second origin (IBC).
  public let isProvisional: Bool

  /// The result for a measure.
  ///
  /// - Parameter measure: What is counted.
  public subscript(measure: Measure) -> ExplainedRange { ranges[measure] ?? .unknown }
}
