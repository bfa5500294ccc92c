public import Records

/// Why a claim, or one figure of it, has no part in a number.
public enum Exclusion: String, Hashable, Sendable, CaseIterable {
  /// It has no date, so it cannot be placed before the day asked about.
  case undated
  /// It was not public by the day asked about.
  case notYetPublished = "not-yet-published"
  /// It denies, or says that it does not know: a denial lowers nothing by itself.
  case denial
  /// It may speak of another event.
  case possiblyAnotherEvent = "possibly-another-event"
  /// A later claim replaces it.
  case superseded
  /// It gives no number: unknown is not zero.
  case noNumber = "no-number"
  /// It counts an area over a period.
  case areaPeriod = "area-period"
  /// It counts one building, or a part of the event.
  case part
  /// It counts something other than the people of this measure: families, houses, children.
  case unit
  /// It counts all sides together, and its claim gives the civilians apart.
  case allSides = "all-sides"
  /// It counts people in another state.
  case status
  /// It goes back to a claim that is counted already.
  case echo
  /// It is a word, not a number.
  case word
  /// It is not an exact total.
  case inexact
  /// The method does not rely on such a source.
  case unreliable
  /// A recorder's finding takes its place.
  case outranked
  /// Its own figures contradict each other.
  case selfContradiction = "self-contradiction"
}

/// A reason and the claims behind it.
public struct LeftOut: Hashable, Sendable {
  /// Why.
  public let reason: Exclusion
  /// The claims that cause it, such as the successors of a running total; often none.
  public let because: [ClaimID]

  /// Makes a reason.
  ///
  /// - Parameters:
  ///   - reason: Why.
  ///   - because: The claims that cause it.
  public init(_ reason: Exclusion, because: [ClaimID] = []) {
    self.reason = reason
    self.because = because
  }
}
