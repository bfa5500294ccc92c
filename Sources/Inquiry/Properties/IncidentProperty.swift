/// What an exported incident says of itself, in the order of columns and members.
///
/// One list for every format: each property is always present, empty or `null` where unknown.
public enum IncidentProperty: String, FeatureProperty {
  /// The incident.
  case id
  /// The incident for programs that take no text as an identifier.
  case number
  /// A short name for people.
  case title
  /// What sort of event it is.
  case kind
  /// The first day on which it may have happened.
  case eventStart = "event_start"
  /// The last day on which it may have happened.
  case eventEnd = "event_end"
  /// How finely that is known.
  case timePrecision = "time_precision"
  /// The least number killed.
  case killedMinimum = "killed_min"
  /// The greatest number killed.
  case killedMaximum = "killed_max"
  /// The claims behind the least number killed.
  case killedMinimumClaims = "killed_min_claims"
  /// The claims behind the greatest number killed.
  case killedMaximumClaims = "killed_max_claims"
  /// Whether a claim behind the greatest number killed leaves it open, as "at least" does.
  case killedMaximumIsOpen = "killed_max_open"
  /// The rule that chose the least number killed.
  case killedMinimumRule = "killed_min_rule"
  /// The rule that chose the greatest number killed.
  case killedMaximumRule = "killed_max_rule"
  /// The least number injured.
  case injuredMinimum = "injured_min"
  /// The greatest number injured.
  case injuredMaximum = "injured_max"
  /// The claims behind the least number injured.
  case injuredMinimumClaims = "injured_min_claims"
  /// The claims behind the greatest number injured.
  case injuredMaximumClaims = "injured_max_claims"
  /// Whether a claim behind the greatest number injured leaves it open.
  case injuredMaximumIsOpen = "injured_max_open"
  /// The rule that chose the least number injured.
  case injuredMinimumRule = "injured_min_rule"
  /// The rule that chose the greatest number injured.
  case injuredMaximumRule = "injured_max_rule"
  /// How well harm is established: as a recorder found, else by our rules.
  case grade
  /// Who says so: `recorder` or `rules`.
  case gradeBy = "grade_by"
  /// The claims by which a recorder gave the grade; those behind our rules are in the assessment.
  case gradeClaims = "grade_claims"
  /// How well harm is established by our rules, without regard to a recorder's finding.
  case computedGrade = "grade_computed"
  /// The rule that gave it, or why there is none; the assessment names the claims behind it.
  case computedGradeRule = "grade_rule"
  /// Whether a recorder's grade and the computed one differ.
  case gradesDiffer = "grades_differ"
  /// How many claims were in play.
  case claimCount = "claim_count"
  /// How many independent origins they have.
  case independentOriginCount = "independent_origins"
  /// How many claims had no date and so did not count as of the day asked for.
  case undatedClaimCount = "undated_claim_count"
  /// Whom its claims hold responsible.
  case attributedTo = "attributed_to"
  /// How large the thing is that its location names.
  case locationScale = "location_scale"
  /// How far off the point the event may be, metres.
  case radiusMeters = "radius_m"
  /// Whether its location comes from a shape that is only approximate.
  case isApproximate = "approximate"
  /// The claim that asserts the location drawn.
  case locationAssertedBy = "location_asserted_by"
  /// How many places are in question.
  case candidateCount = "candidate_count"
  /// How it lies to the area asked about.
  case placement
  /// The share of its support inside that area.
  case placementShare = "share"
  /// The claims whose locations decide that.
  case placementDecidedBy = "decided_by"
  /// Why, for people.
  case placementReason = "placement_reason"
  /// The districts it lies in, certainly or possibly.
  case districts
  /// Metres from the position asked about.
  case distanceMeters = "distance_m"
  /// The day as known on which all this stands; unknown means all that is recorded.
  case asOf = "as_of"
  /// Where a service explains the figures and the grade: a reference relative to its root.
  case assessment

  /// Every property in order; `allCases` makes a new array each time.
  public static let all = allCases
}
