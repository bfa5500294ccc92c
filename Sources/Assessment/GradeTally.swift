public import Records

/// Counts signals of the claims about one incident and names the first rule that holds.
///
/// Holds a few words of state and allocates nothing, whatever the number of claims; the order in
/// which claims are counted does not matter.
public struct GradeTally: Sendable {
  @usableFromInline var inPlay = 0
  @usableFromInline var denials = 0
  @usableFromInline var areaTotals = 0
  @usableFromInline var isHarmReported = false
  @usableFromInline var isCrediblyReported = false
  @usableFromInline var firstOrigin: UInt32 = 0
  @usableFromInline var hasSecondOrigin = false
  @usableFromInline var firstParty = 0
  @usableFromInline var hasRival = false
  @usableFromInline var isActionKnown = false
  @usableFromInline var isActionLikely = false
  @usableFromInline var areOnlyFighters = false
  @usableFromInline var admissions: ClaimSignals = []
  @usableFromInline var admittedOn: CivilDate?
  @usableFromInline var discountedOn: CivilDate?

  /// Makes a tally of nothing.
  @inlinable public init() {}

  /// Counts a claim that stands.
  ///
  /// - Parameters:
  ///   - signals: What it says.
  ///   - origin: Where it comes from; 0 is not proven independent of any other.
  ///   - publicDay: When it became public; an undated claim counts as the latest.
  ///   - isCertain: Whether it surely speaks of the incident. A claim that only may speak of it is
  ///     heard as a source and as blame; it never confirms or discounts.
  @inlinable
  public mutating func count(
    _ signals: ClaimSignals, origin: UInt32, publicDay: CivilDate?, isCertain: Bool
  ) {
    countAsSource(signals, origin: origin)
    countBlame(signals)
    guard isCertain else { return }
    let day = publicDay ?? .latest
    if !signals.isDisjoint(with: .accepts) {
      admissions.formUnion(signals.intersection(.accepts))
      admittedOn = max(admittedOn ?? day, day)
    }
    if signals.contains(.discounts) { discountedOn = max(discountedOn ?? day, day) }
    if signals.contains(.findsOnlyFighters) { areOnlyFighters = true }
  }

  /// Counts a claim that a later one replaces: its figures have gone, but the source did speak.
  ///
  /// - Parameters:
  ///   - signals: What it said.
  ///   - origin: Where it comes from.
  @inlinable
  public mutating func countAsSource(_ signals: ClaimSignals, origin: UInt32) {
    inPlay += 1
    if signals.contains(.denies) { denials += 1 }
    if signals.contains(.countsArea) { areaTotals += 1 }
    guard signals.contains(.reportsHarm) else { return }
    isHarmReported = true
    // A finding gathers what others report, so it is no further source.
    guard signals.contains(.isCredible), !signals.contains(.isFinding) else { return }
    isCrediblyReported = true
    guard origin != 0 else { return }
    if firstOrigin == 0 { firstOrigin = origin }
    if firstOrigin != origin { hasSecondOrigin = true }
  }

  /// Counts a claim that its claimant took back.
  @inlinable public mutating func countAsWithdrawn() { inPlay += 1 }

  @inlinable
  mutating func countBlame(_ signals: ClaimSignals) {
    if !signals.isDisjoint(with: ClaimSignals.accepts.union(.acknowledgesStrike)) {
      isActionKnown = true
    }
    let party = signals.party
    guard party != 0 else { return }
    if signals.contains(.isCredible) { isActionLikely = true }
    if firstParty == 0 { firstParty = party }
    if firstParty != party || signals.contains(.blamesSeveral) { hasRival = true }
  }

  /// What the rules say, tried in their order.
  @inlinable public var decision: GradeDecision {
    guard inPlay > 0 else { return .notYetReported }
    if areOnlyFighters && !isCrediblyReported { return .graded(.onlyFightersFound) }
    if let discountedOn, admittedOn.map({ $0 <= discountedOn }) ?? true {
      return .graded(.discountedByAssessor)
    }
    if admissions.contains(.acceptsHarm) { return .graded(.harmAccepted) }
    if admissions.contains(.concedesFigure) { return .graded(.figureConceded) }
    if admissions.contains(.findsCredible) { return .graded(.foundCredible) }
    guard isHarmReported else { return .ungraded(reasonForNone) }
    if hasRival { return .graded(.rivalAttributions) }
    guard hasSecondOrigin else { return .graded(.singleSource) }
    if isActionKnown { return .graded(.sourcesAndKnownAction) }
    return .graded(isActionLikely ? .sourcesAndLikelyAction : .noActionKnown)
  }

  @inlinable var reasonForNone: UngradedReason {
    if denials == inPlay { return .onlyDenials }
    return areaTotals == inPlay ? .onlyAreaTotals : .noHarmReported
  }
}

extension GradeTally {
  /// The decision over the claims in play.
  ///
  /// - Parameters:
  ///   - inPlay: Every claim in play.
  ///   - standing: Those of them that no other in play replaces.
  /// - Returns: The first rule that holds, or why none does.
  /// - Complexity: O(*n*), without allocation where nothing is replaced.
  @inlinable
  static func decision<Key>(
    inPlay: [Evidence<Key>], standing: [Evidence<Key>]
  ) -> GradeDecision {
    var tally = GradeTally()
    guard standing.count != inPlay.count else {
      for item in inPlay { tally.count(item) }
      return tally.decision
    }
    let signals = Dictionary(
      standing.map { ($0.claim, $0.signals) }, uniquingKeysWith: { $0.union($1) })
    for item in inPlay {
      if signals[item.claim] != nil {
        tally.count(item)
      } else if item.supersededBy.contains(where: { signals[$0]?.contains(.retracts) == true }) {
        tally.countAsWithdrawn()
      } else {
        tally.countAsSource(item.signals, origin: item.origin)
      }
    }
    return tally.decision
  }

  @inlinable
  mutating func count<Key>(_ item: Evidence<Key>) {
    count(
      item.signals, origin: item.origin, publicDay: item.publicDay, isCertain: item.isCertain)
  }
}
