public import Records

/// Everything that the claims in play come to: ranges, grade, strike status, verdicts.
///
/// The state that a timeline steps through and that a difference between two dates compares.
public struct AssessmentSnapshot: Hashable, Sendable {
  /// A claim that others in play replace.
  public struct Replacement: Hashable, Sendable {
    /// The claim that no longer stands.
    public let claim: ClaimID
    /// The claims that surely replace it, never none.
    public let by: [ClaimID]
  }

  /// Civilians, persons or bodies killed.
  public private(set) var killed: HarmRange<ClaimID>
  /// Civilians or persons injured.
  public private(set) var injured: HarmRange<ClaimID>
  /// The grade with its reasons.
  public let grade: ExplainedGrade
  /// Whether the strike is admitted; `nil` when nobody speaks of one.
  public let strikeStatus: StrikeStatusFinding?
  /// What belligerents say of themselves, by name.
  public let positions: [BelligerentPosition]
  /// How many claims are in play.
  public let claimCount: Int
  /// The claims in play that others replace, in the order of the testimony.
  public let replaced: [Replacement]

  /// Takes stock of some claims.
  ///
  /// - Parameters:
  ///   - testimony: The claims in play: narrow it by date or by choice first.
  ///   - heedsAssessors: Whether a recorder's finding takes the place of the reports' range.
  /// - Complexity: O(*n* log *n*), *n* claims and edges.
  public init(_ testimony: Testimony, heedsAssessors: Bool = true) {
    self.init(HeardClaims(testimony), heedsAssessors: heedsAssessors)
  }

  /// The same with the ranges of a method.
  func withRanges(of result: MethodResult) -> AssessmentSnapshot {
    var snapshot = self
    snapshot.killed = result[.killed].compact
    snapshot.injured = result[.injured].compact
    return snapshot
  }

  init(_ claims: HeardClaims, heedsAssessors: Bool) {
    let ranges = IncidentAssessment(of: claims.evidence, heedsAssessors: heedsAssessors)
    killed = ranges.killed
    injured = ranges.injured
    grade = ExplainedGrade(claims)
    strikeStatus = StrikeStatusFinding(claims)
    positions = BelligerentPosition.positions(claims)
    claimCount = claims.evidence.count
    let standing = Set(claims.standing.map(\.claim))
    let heard = Set(claims.evidence.lazy.filter(\.isCertain).map(\.claim))
    replaced = claims.evidence.filter { !standing.contains($0.claim) }.map {
      Replacement(claim: $0.claim, by: $0.supersededBy.filter(heard.contains))
    }
  }
}
