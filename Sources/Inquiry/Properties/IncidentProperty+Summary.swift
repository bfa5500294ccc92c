extension IncidentProperty {
  /// What the property says, in one line for people, for formats whose columns carry it.
  public var summary: String {
    switch self {
    case .id: "identifier of the incident"
    case .number: "the same as a number, for programs that take no text"
    case .title: "short name"
    case .kind: "sort of event"
    case .eventStart: "first day on which it may have happened"
    case .eventEnd: "last day on which it may have happened"
    case .timePrecision: "how finely the time is known"
    case .killedMinimum: "least number killed"
    case .killedMaximum: "greatest number killed"
    case .killedMinimumClaims: "claims behind the least number killed"
    case .killedMaximumClaims: "claims behind the greatest number killed"
    case .killedMaximumIsOpen: "whether a claim leaves the greatest number killed open"
    case .killedMinimumRule: "rule that gives the least number killed"
    case .killedMaximumRule: "rule that gives the greatest number killed"
    case .injuredMinimum: "least number injured"
    case .injuredMaximum: "greatest number injured"
    case .injuredMinimumClaims: "claims behind the least number injured"
    case .injuredMaximumClaims: "claims behind the greatest number injured"
    case .injuredMaximumIsOpen: "whether a claim leaves the greatest number injured open"
    case .injuredMinimumRule: "rule that gives the least number injured"
    case .injuredMaximumRule: "rule that gives the greatest number injured"
    case .grade: "grade, a recorder's or where there is none that of the rules"
    case .gradeBy: "who gives the grade: recorder or rules"
    case .gradeClaims: "claims that carry the recorder's grade"
    case .computedGrade: "grade by the rules"
    case .computedGradeRule: "rule that gives that grade or keeps it from being given"
    case .gradesDiffer: "whether recorder and rules give different grades"
    case .claimCount: "claims in play"
    case .independentOriginCount: "independent origins of these claims"
    case .undatedClaimCount: "claims without a date, which do not count as of a day"
    case .attributedTo: "parties that claims hold responsible"
    case .locationScale: "how large the named place is"
    case .radiusMeters: "how far off the point it may have been, metres"
    case .isApproximate: "whether the place's shape is only approximate"
    case .locationAssertedBy: "claim that asserts the point"
    case .candidateCount: "places in question"
    case .placement: "how it lies to the area asked about"
    case .placementShare: "share of its support inside that area"
    case .placementDecidedBy: "claims that decide this"
    case .placementReason: "why, for people"
    case .districts: "districts in which it surely or possibly lies"
    case .distanceMeters: "metres from the position asked about"
    case .asOf: "day as known on which all this stands; empty: all that is recorded"
    case .assessment: "where a service explains the figures, relative to its root"
    }
  }

  /// Whether an incident may be without the property.
  public var isNullable: Bool {
    switch self {
    case .id, .number, .title, .kind, .claimCount, .undatedClaimCount, .candidateCount,
      .attributedTo,
      .districts, .assessment:
      false
    default: true
    }
  }
}
