import Assessment
import Inquiry
import QueryLanguage
import Records
import SimpleFeatures

/// One incident as filters and sort orders read it: each part is made when it is first asked for.
final class IncidentRow {
  private let atlas: Atlas
  private let incident: Int
  private let query: IncidentQuery
  private let findings: FindingColumns?

  init(
    _ incident: Int, of atlas: Atlas, for query: IncidentQuery, _ findings: FindingColumns?
  ) {
    self.atlas = atlas
    self.incident = incident
    self.query = query
    self.findings = findings
  }

  private var asOf: CivilDate? { query.asOf }
  private lazy var assessment = atlas.assessment(of: incident, asOf: asOf)
  private lazy var candidates = atlas.placedCandidates(of: incident, asOf: asOf)
  // What cannot be computed is unknown to a filter; the answer itself fails where it is shown.
  private lazy var point = try? atlas.representativePoint(of: candidates)

  /// A property, or the geometry for `nil`.
  func value(_ property: IncidentProperty?) -> FilterValue {
    let columns = atlas.incidents
    switch property {
    case nil: return geometry
    case .id: return FilterValue(columns.ids[incident].text)
    case .number: return FilterValue(columns.ids[incident].number)
    case .title: return FilterValue(columns.titles[incident])
    case .kind: return FilterValue(columns.kinds[incident].code)
    case .eventStart: return FilterValue(columns.time(of: incident)?.start)
    case .eventEnd: return FilterValue(columns.time(of: incident)?.end)
    case .timePrecision:
      return columns.hasTime[incident] ? FilterValue(columns.precisions[incident].code) : .null
    case .attributedTo: return FilterValue(atlas.parties(of: incident, asOf: asOf))
    case .claimCount: return FilterValue(assessment.claimCount)
    case .independentOriginCount:
      return FilterValue(atlas.independentOrigins(of: incident, asOf: asOf))
    case .undatedClaimCount:
      return FilterValue(asOf == nil ? 0 : atlas.undatedClaims(of: incident))
    case .grade:
      if let findings { return FilterValue(findings.grade(of: incident)?.code) }
      return FilterValue(assessment.shownGrade?.code)
    case .gradeBy: return FilterValue(assessment.gradeBy)
    case .gradeClaims: return claims(assessment.grade?.claims)
    case .computedGrade: return FilterValue(assessment.computed.grade?.code)
    case .computedGradeRule: return FilterValue(assessment.computed.reasonCode)
    case .gradesDiffer: return assessment.grade == nil ? .null : .boolean(assessment.gradesDiffer)
    case .locationScale, .radiusMeters, .isApproximate, .locationAssertedBy, .candidateCount,
      .districts:
      return location(property)
    default: return harm(property)
    }
  }

  private var geometry: FilterValue {
    switch query.geometry {
    case .point: FilterValue(point.map { .point($0.position) })
    case .support: FilterValue(try? atlas.support(of: candidates)?.geometry)
    }
  }

  private func location(_ property: IncidentProperty?) -> FilterValue {
    switch property {
    case .locationScale: FilterValue(point?.scale.code)
    case .radiusMeters: FilterValue(point?.radiusMeters)
    case .isApproximate: FilterValue(point?.isApproximate)
    case .locationAssertedBy: FilterValue(point?.assertedBy.text)
    case .candidateCount: FilterValue(candidates.count)
    default:
      (try? atlas.districts(of: incident, asOf: asOf)).map { districts in
        FilterValue(districts.map(\.place.text))
      } ?? .null
    }
  }

  private func harm(_ property: IncidentProperty?) -> FilterValue {
    if let number = FindingNumber.allCases.first(where: { $0.property == property }),
      let known = findings?.number(number, of: incident)
    {
      return FilterValue(known)
    }
    let killed = assessment.killed
    let injured = assessment.injured
    return switch property {
    case .killedMinimum: FilterValue(killed.minimum?.value)
    case .killedMaximum: FilterValue(killed.maximum?.value)
    case .killedMinimumClaims: claims(killed.minimum?.claims)
    case .killedMaximumClaims: claims(killed.maximum?.claims)
    case .killedMaximumIsOpen: FilterValue(killed.maximum?.isOpen)
    case .killedMinimumRule: FilterValue(killed.minimum?.rule.rawValue)
    case .killedMaximumRule: FilterValue(killed.maximum?.rule.rawValue)
    case .injuredMinimum: FilterValue(injured.minimum?.value)
    case .injuredMaximum: FilterValue(injured.maximum?.value)
    case .injuredMinimumClaims: claims(injured.minimum?.claims)
    case .injuredMaximumClaims: claims(injured.maximum?.claims)
    case .injuredMaximumIsOpen: FilterValue(injured.maximum?.isOpen)
    case .injuredMinimumRule: FilterValue(injured.minimum?.rule.rawValue)
    case .injuredMaximumRule: FilterValue(injured.maximum?.rule.rawValue)
    default: .null
    }
  }

  private func claims(_ ordinals: [Int32]?) -> FilterValue {
    ordinals.map { FilterValue($0.map { atlas.claims.ids[Int($0)].text }) } ?? .null
  }
}
