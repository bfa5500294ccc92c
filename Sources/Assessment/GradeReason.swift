public import Records

/// What claims contribute to a grade.
public enum GradeRole: String, Hashable, Sendable, CaseIterable {
  /// They count only fighters among the dead.
  case findsOnlyFighters = "finds-only-fighters"
  /// They discount the incident.
  case discounts
  /// They accept harm for the claimant's own side.
  case acceptsHarm = "accepts-harm"
  /// They blame one party.
  case blames
  /// They report harm, from one origin.
  case reportsHarm = "reports-harm"
  /// They say that the claimant's own side struck.
  case acknowledgesStrike = "acknowledges-strike"
  /// They name who acted, from outside the fighting.
  case namesActor = "names-actor"
  /// They are in play and report no harm of the event.
  case reportsNoHarm = "reports-no-harm"
}

/// Claims that do the same for a grade: a party's accusers, one origin's reports.
public struct GradeReason: Hashable, Sendable {
  /// What they contribute.
  public let role: GradeRole
  /// The party that they blame, where that is what they do.
  public let party: String?
  /// The claims, never none, in the order of the testimony.
  public let claims: [ClaimID]
}

/// That a recorder graded an incident otherwise than our rules do.
public struct GradeDifference: Hashable, Sendable {
  /// What our rules say.
  public let computed: GradeDecision
  /// What the recorder said last, and where.
  public let recorder: GradeFinding<ClaimID>
}
