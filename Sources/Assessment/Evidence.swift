public import Records

/// What assessment needs of one claim, without its words.
///
/// Small and flat, so that a million incidents can be assessed from columns; a claim is named by
/// whatever key the caller uses.
public struct Evidence<Key: Hashable & Sendable>: Sendable {
  /// The claim.
  public let claim: Key
  /// The day the claim became public, where known.
  public let publicDay: CivilDate?
  /// Whether the claim is a recorder's own finding about the incident.
  public let isAssessment: Bool
  /// The grade it gives.
  public let grade: Grade?
  /// Its figures, none when it denies or doubts.
  public let figures: ArraySlice<Figure>
  /// Whether it surely speaks of the incident.
  public let isCertain: Bool
  /// The claims that replace it: a running total by its successor.
  public let supersededBy: ArraySlice<Key>
  /// What a computed grade needs of it.
  public let signals: ClaimSignals
  /// Where it comes from: equal numbers have one origin; 0 is not proven independent of any other.
  public let origin: UInt32

  /// Makes evidence.
  ///
  /// - Parameters:
  ///   - claim: The claim.
  ///   - publicDay: The day it became public.
  ///   - isAssessment: Whether it is a recorder's own finding.
  ///   - grade: The grade it gives.
  ///   - figures: Its figures.
  ///   - isCertain: Whether it surely speaks of the incident.
  ///   - supersededBy: The claims that replace it.
  ///   - signals: What a computed grade needs of it.
  ///   - origin: Where it comes from, 0 when that is not known.
  @inlinable
  public init(
    claim: Key, publicDay: CivilDate?, isAssessment: Bool, grade: Grade?,
    figures: ArraySlice<Figure>, isCertain: Bool, supersededBy: ArraySlice<Key> = [],
    signals: ClaimSignals = [], origin: UInt32 = 0
  ) {
    self.claim = claim
    self.publicDay = publicDay
    self.isAssessment = isAssessment
    self.grade = grade
    self.figures = figures
    self.isCertain = isCertain
    self.supersededBy = supersededBy
    self.signals = signals
    self.origin = origin
  }

  /// The same evidence with what a computed grade needs.
  ///
  /// - Parameters:
  ///   - signals: What the claim says.
  ///   - origin: Where it comes from, 0 when that is not known.
  /// - Returns: The fuller evidence.
  @inlinable
  public func with(_ signals: ClaimSignals, origin: UInt32) -> Evidence {
    Evidence(
      claim: claim, publicDay: publicDay, isAssessment: isAssessment, grade: grade,
      figures: figures, isCertain: isCertain, supersededBy: supersededBy, signals: signals,
      origin: origin)
  }
}

extension Evidence where Key == ClaimID {
  /// What assessment needs of a claim about one incident.
  ///
  /// - Parameters:
  ///   - claim: The claim.
  ///   - certainty: How surely it speaks of the incident.
  ///   - superseders: The claims that replace it.
  ///   - signals: What a computed grade needs of it.
  ///   - origin: Where it comes from, 0 when that is not known.
  public init(
    _ claim: Claim, certainty: Certainty, supersededBy superseders: [ClaimID] = [],
    signals: ClaimSignals = [], origin: UInt32 = 0
  ) {
    self.init(
      claim: claim.id, publicDay: claim.publicDay, isAssessment: claim.isAssessment,
      grade: claim.grade, figures: claim.figures[...], isCertain: certainty == .certain,
      supersededBy: superseders[...], signals: signals, origin: origin)
  }
}

extension Claim {
  /// Whether the claim is a recorder's own finding: it assesses and is not a belligerent's verdict
  /// on itself.
  public var isAssessment: Bool { kinds.contains(.assesses) && verdict == nil }

  /// The figures that the claim affirms; a denial gives none.
  public var figures: [Figure] {
    var figures: [Figure] = []
    Figure.append(of: self, to: &figures)
    return figures
  }
}
