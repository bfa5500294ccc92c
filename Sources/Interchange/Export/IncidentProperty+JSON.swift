import Inquiry

extension IncidentProperty {
  /// The property as a member of a JSON object behind another, where its value is unknown.
  var unknownMember: StaticString {
    switch self {
    case .id: #","id":null"#
    case .number: #","number":null"#
    case .title: #","title":null"#
    case .kind: #","kind":null"#
    case .eventStart: #","event_start":null"#
    case .eventEnd: #","event_end":null"#
    case .timePrecision: #","time_precision":null"#
    case .killedMinimum: #","killed_min":null"#
    case .killedMaximum: #","killed_max":null"#
    case .killedMinimumClaims: #","killed_min_claims":null"#
    case .killedMaximumClaims: #","killed_max_claims":null"#
    case .killedMaximumIsOpen: #","killed_max_open":null"#
    case .killedMinimumRule: #","killed_min_rule":null"#
    case .killedMaximumRule: #","killed_max_rule":null"#
    case .injuredMinimum: #","injured_min":null"#
    case .injuredMaximum: #","injured_max":null"#
    case .injuredMinimumClaims: #","injured_min_claims":null"#
    case .injuredMaximumClaims: #","injured_max_claims":null"#
    case .injuredMaximumIsOpen: #","injured_max_open":null"#
    case .injuredMinimumRule: #","injured_min_rule":null"#
    case .injuredMaximumRule: #","injured_max_rule":null"#
    case .grade: #","grade":null"#
    case .gradeBy: #","grade_by":null"#
    case .gradeClaims: #","grade_claims":null"#
    case .computedGrade: #","grade_computed":null"#
    case .computedGradeRule: #","grade_rule":null"#
    case .gradesDiffer: #","grades_differ":null"#
    case .claimCount: #","claim_count":null"#
    case .independentOriginCount: #","independent_origins":null"#
    case .undatedClaimCount: #","undated_claim_count":null"#
    case .attributedTo: #","attributed_to":null"#
    case .locationScale: #","location_scale":null"#
    case .radiusMeters: #","radius_m":null"#
    case .isApproximate: #","approximate":null"#
    case .locationAssertedBy: #","location_asserted_by":null"#
    case .candidateCount: #","candidate_count":null"#
    case .placement: #","placement":null"#
    case .placementShare: #","share":null"#
    case .placementDecidedBy: #","decided_by":null"#
    case .placementReason: #","placement_reason":null"#
    case .districts: #","districts":null"#
    case .distanceMeters: #","distance_m":null"#
    case .asOf: #","as_of":null"#
    case .assessment: #","assessment":null"#
    }
  }
}
