extension IncidentProperty {
  /// The type of its values.
  public var type: PropertyType {
    switch self {
    case .id, .title, .kind, .timePrecision, .killedMinimumRule,
      .killedMaximumRule, .injuredMinimumRule, .injuredMaximumRule, .grade, .gradeBy,
      .computedGrade, .computedGradeRule, .locationScale, .locationAssertedBy, .placement,
      .placementReason, .assessment:
      .text
    case .eventStart, .eventEnd, .asOf: .day
    case .number, .killedMinimum, .killedMaximum, .injuredMinimum, .injuredMaximum, .claimCount,
      .independentOriginCount, .undatedClaimCount, .candidateCount:
      .integer
    case .radiusMeters, .placementShare, .distanceMeters: .number
    case .killedMaximumIsOpen, .injuredMaximumIsOpen, .gradesDiffer, .isApproximate: .truth
    case .killedMinimumClaims, .killedMaximumClaims, .injuredMinimumClaims, .injuredMaximumClaims,
      .gradeClaims, .attributedTo, .placementDecidedBy, .districts:
      .list
    }
  }

  /// Whether a filter may ask for it.
  public var isQueryable: Bool {
    switch self {
    case .placement, .placementShare, .placementDecidedBy, .placementReason, .distanceMeters,
      .asOf, .assessment:
      false
    default: true
    }
  }
}
