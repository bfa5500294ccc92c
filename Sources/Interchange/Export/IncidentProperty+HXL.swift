public import Inquiry

extension IncidentProperty {
  /// The tag of the Humanitarian Exchange Language for the column.
  ///
  /// - Note: Source – HXL hashtag dictionary 1.1 final; attributes are ours where it has none.
  public var hxlTag: String {
    switch self {
    case .id: "#event+id"
    case .number: "#event+id+num"
    case .title: "#event+name"
    case .kind: "#event+type"
    case .eventStart: "#date+occurred+start"
    case .eventEnd: "#date+occurred+end"
    case .timePrecision: "#meta+date+precision"
    case .killedMinimum: "#affected+killed+min"
    case .killedMaximum: "#affected+killed+max"
    case .killedMinimumClaims: "#meta+source+killed+min"
    case .killedMaximumClaims: "#meta+source+killed+max"
    case .killedMaximumIsOpen: "#affected+killed+max+open"
    case .killedMinimumRule: "#meta+rule+killed+min"
    case .killedMaximumRule: "#meta+rule+killed+max"
    case .injuredMinimum: "#affected+injured+min"
    case .injuredMaximum: "#affected+injured+max"
    case .injuredMinimumClaims: "#meta+source+injured+min"
    case .injuredMaximumClaims: "#meta+source+injured+max"
    case .injuredMaximumIsOpen: "#affected+injured+max+open"
    case .injuredMinimumRule: "#meta+rule+injured+min"
    case .injuredMaximumRule: "#meta+rule+injured+max"
    case .grade: "#status+grade"
    case .gradeBy: "#meta+grade"
    case .gradeClaims: "#meta+source+grade"
    case .computedGrade: "#status+grade+computed"
    case .computedGradeRule: "#meta+rule+grade"
    case .gradesDiffer: "#status+grade+differs"
    case .claimCount: "#meta+claims+num"
    case .independentOriginCount: "#meta+origins+num"
    case .undatedClaimCount: "#meta+claims+undated+num"
    case .attributedTo: "#org+attributed"
    case .locationScale: "#loc+type"
    case .radiusMeters: "#geo+precision+m"
    case .isApproximate: "#geo+approximate"
    case .locationAssertedBy: "#meta+source+loc"
    case .candidateCount: "#loc+num"
    case .placement: "#meta+placement"
    case .placementShare: "#meta+placement+pct"
    case .placementDecidedBy: "#meta+source+placement"
    case .placementReason: "#description+placement"
    case .districts: "#loc+districts"
    case .distanceMeters: "#geo+distance+m"
    case .asOf: "#date+reported+until"
    case .assessment: "#meta+url+assessment"
    }
  }
}
