public import Records

/// The grade that our rules give on the claims in play, with the claims that triggered it.
///
/// The rules run on the same signals as the compact grade of a million incidents. A recorder's own
/// grade stays beside, and a difference is shown.
///
/// - Note: Source – Airwars, civilian harm status; docs/methodology.md, Grades.
public struct ExplainedGrade: Hashable, Sendable {
  /// What the rules say.
  public let decision: GradeDecision
  /// Who triggered it.
  ///
  /// Never empty where a claim is in play that was not taken back.
  public let reasons: [GradeReason]
  /// The day on which the last claim that the rule needs became public; `nil` where only an undated
  /// claim completes it, or nothing was reported.
  public let decisiveDay: CivilDate?
  /// The claims of that day that made it so.
  public let decisiveClaims: [ClaimID]
  /// What the rules would say of the claims alone that surely speak of this incident.
  public let decisionIfCertainOnly: GradeDecision
  /// The grade that a recorder gave last, with its claims.
  public let recorder: GradeFinding<ClaimID>?

  /// Grades an incident.
  ///
  /// - Parameter testimony: The claims in play: narrow it by date or by choice first.
  /// - Complexity: O(*n* log *n*), *n* claims and edges.
  public init(_ testimony: Testimony) { self.init(HeardClaims(testimony)) }

  init(_ claims: HeardClaims) {
    decision = claims.decision()
    decisionIfCertainOnly = claims.decision(certainOnly: true)
    recorder = GradeFinding(latestIn: claims.standing)
    let legs = GradeLegs(decision, claims)
    reasons = legs.reasons
    (decisiveDay, decisiveClaims) = legs.decisive
  }

  /// The grade, where there is one.
  public var grade: Grade? { decision.grade }

  /// The recorder's grade beside ours where the two are not the same; an incident that our rules
  /// leave ungraded differs from any grade.
  public var difference: GradeDifference? {
    guard let recorder, recorder.grade != grade else { return nil }
    return GradeDifference(computed: decision, recorder: recorder)
  }
}
