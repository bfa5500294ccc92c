import Assessment
public import Records

/// The value of one property of an incident, before any format.
public enum IncidentValue: Sendable {
  /// Text that came from data.
  case text(String?)
  /// A code or an identifier: safe in every format.
  case code(String?)
  case day(CivilDate?)
  /// Where a service explains an incident as of the day asked about, relative to its root.
  case assessment(IncidentID)
  case integer(Int?)
  /// A number with so many digits after the point at most.
  case number(Double?, decimals: Int)
  case truth(Bool?)
  /// Texts that came from data.
  case texts([String])
  /// Identifiers of claims; `nil` where the number that they would stand behind is unknown.
  case claims([ClaimID]?)
  case districts([DistrictMembership])
}

extension IncidentFeature {
  /// The value of a property.
  ///
  /// - Parameters:
  ///   - property: Any of the list.
  ///   - asOf: The day asked about.
  /// - Returns: The value; unknown is an absent one, never zero.
  public func value(of property: IncidentProperty, asOf: CivilDate?) -> IncidentValue {
    switch property {
    case .id: .code(id.text)
    case .number: .integer(id.number)
    case .title: .text(title)
    case .kind: .code(kind.code)
    case .eventStart: .day(time?.start)
    case .eventEnd: .day(time?.end)
    case .timePrecision: .code(time == nil ? nil : timePrecision.code)
    case .grade: .code(assessment.shownGrade?.code)
    case .gradeBy: .code(assessment.gradeBy)
    case .gradeClaims: .claims(assessment.grade?.claims)
    case .computedGrade: .code(assessment.computed.grade?.code)
    case .computedGradeRule: .code(assessment.computed.reasonCode)
    case .gradesDiffer: .truth(assessment.grade == nil ? nil : assessment.gradesDiffer)
    case .claimCount: .integer(assessment.claimCount)
    case .independentOriginCount: .integer(independentOriginCount)
    case .undatedClaimCount: .integer(undatedClaimCount)
    case .attributedTo: .texts(attributedTo)
    case .districts: .districts(districts)
    case .distanceMeters: .number(distanceMeters, decimals: 1)
    case .asOf: .day(asOf)
    case .assessment: .assessment(id)
    case .locationScale, .radiusMeters, .isApproximate, .locationAssertedBy, .candidateCount:
      locationValue(of: property)
    case .placement, .placementShare, .placementDecidedBy, .placementReason:
      placementValue(of: property)
    default: rangeValue(of: property)
    }
  }

  private func rangeValue(of property: IncidentProperty) -> IncidentValue {
    let killed = assessment.killed
    let injured = assessment.injured
    return switch property {
    case .killedMinimum: .integer(killed.minimum?.value)
    case .killedMaximum: .integer(killed.maximum?.value)
    case .killedMinimumClaims: .claims(killed.minimum?.claims)
    case .killedMaximumClaims: .claims(killed.maximum?.claims)
    case .killedMaximumIsOpen: .truth(killed.maximum?.isOpen)
    case .killedMinimumRule: .code(killed.minimum?.rule.rawValue)
    case .killedMaximumRule: .code(killed.maximum?.rule.rawValue)
    case .injuredMinimum: .integer(injured.minimum?.value)
    case .injuredMaximum: .integer(injured.maximum?.value)
    case .injuredMinimumClaims: .claims(injured.minimum?.claims)
    case .injuredMaximumClaims: .claims(injured.maximum?.claims)
    case .injuredMaximumIsOpen: .truth(injured.maximum?.isOpen)
    case .injuredMinimumRule: .code(injured.minimum?.rule.rawValue)
    case .injuredMaximumRule: .code(injured.maximum?.rule.rawValue)
    default: .code(nil)
    }
  }

  private func locationValue(of property: IncidentProperty) -> IncidentValue {
    switch property {
    case .locationScale: .code(point?.scale.code)
    case .radiusMeters: .number(point?.radiusMeters, decimals: 1)
    case .isApproximate: .truth(point?.isApproximate)
    case .locationAssertedBy: .code(point?.assertedBy.text)
    case .candidateCount: .integer(candidateCount)
    default: .code(nil)
    }
  }

  private func placementValue(of property: IncidentProperty) -> IncidentValue {
    switch property {
    case .placement: .code(placement?.certainty.code)
    case .placementShare: .number(placement?.share, decimals: 4)
    case .placementDecidedBy: .claims(placement?.decidedBy)
    case .placementReason: .text(placement?.reason)
    default: .code(nil)
    }
  }
}

extension Identifier where Record == Incident {
  /// Where a service explains the incident; an identifier needs no escaping in a path.
  public func assessmentPath(asOf: CivilDate?) -> String {
    let path = "/incidents/" + text + "/assessment"
    return asOf.map { path + "?as-of=" + $0.description } ?? path
  }
}
