import Assessment
import Inquiry
import JSONText
import Records
import SimpleFeatures

// All members of an incident in the order of `IncidentProperty.all`, one after another without
// asking which comes next: exports write all of them by the million.
extension JSONCursor {
  /// Writes a whole GeoJSON feature with the incident's point, in CRS84.
  ///
  /// - Parameters:
  ///   - feature: The incident.
  ///   - asOf: The day asked about.
  mutating func pointFeature(_ feature: IncidentFeature, asOf: CivilDate?) {
    if needsComma { raw(UInt8(ascii: ",")) }
    raw(#"{"type":"Feature","id":""#)
    inner(plain: feature.id.text)
    if let position = feature.point?.position {
      raw(#"","geometry":{"type":"Point","coordinates":["#)
      number(position.longitude, decimals: 7)
      raw(UInt8(ascii: ","))
      number(position.latitude, decimals: 7)
      raw(#"]},"properties":{"#)
    } else {
      raw(#"","geometry":null,"properties":{"#)
    }
    needsComma = false
    allMembers(of: feature, asOf: asOf)
    raw("}}")
    needsComma = true
  }

  /// Writes every property.
  mutating func allMembers(of feature: IncidentFeature, asOf: CivilDate?) {
    headMembers(of: feature)
    placementMembers(of: feature)
    districtsMember(of: feature)
    lastMembers(of: feature, asOf: asOf)
  }

  /// Writes what stands before the first property that depends on the question.
  mutating func headMembers(of feature: IncidentFeature) {
    eventMembers(of: feature)
    rangeMembers(
      feature.assessment.killed, #","killed_min":"#, #","killed_max":"#,
      #","killed_min_claims":"#, #","killed_max_claims":"#, #","killed_max_open":"#,
      #","killed_min_rule":"#, #","killed_max_rule":"#,
      unknown: """
        ,"killed_min":null,"killed_max":null,"killed_min_claims":null\
        ,"killed_max_claims":null,"killed_max_open":null\
        ,"killed_min_rule":null,"killed_max_rule":null
        """)
    rangeMembers(
      feature.assessment.injured, #","injured_min":"#, #","injured_max":"#,
      #","injured_min_claims":"#, #","injured_max_claims":"#, #","injured_max_open":"#,
      #","injured_min_rule":"#, #","injured_max_rule":"#,
      unknown: """
        ,"injured_min":null,"injured_max":null,"injured_min_claims":null\
        ,"injured_max_claims":null,"injured_max_open":null\
        ,"injured_min_rule":null,"injured_max_rule":null
        """)
    gradeMembers(of: feature)
    locationMembers(of: feature)
  }

  /// Writes how the incident lies to the area asked about.
  mutating func placementMembers(of feature: IncidentFeature) {
    guard let placement = feature.placement else {
      return raw(
        #","placement":null,"share":null,"decided_by":null,"placement_reason":null"#)
    }
    raw(#","placement":"#)
    plain(placement.certainty.code)
    raw(#","share":"#)
    decimal(placement.share, decimals: 4)
    raw(#","decided_by":"#)
    deciders(of: placement)
    raw(#","placement_reason":"#)
    string(placement.reason)
  }

  /// Writes the districts, which do not depend on the question.
  mutating func districtsMember(of feature: IncidentFeature) {
    raw(#","districts":"#)
    list(feature.districts) { $0.district($1) }
  }

  /// Writes what depends on the question again, or on what is asked of the service.
  mutating func lastMembers(of feature: IncidentFeature, asOf: CivilDate?) {
    raw(#","distance_m":"#)
    decimal(feature.distanceMeters, decimals: 1)
    raw(#","as_of":"#)
    day(asOf)
    raw(#","assessment":"#)
    assessmentPath(of: feature.id, asOf: asOf)
  }

  private mutating func eventMembers(of feature: IncidentFeature) {
    key(#","id":"#)
    plain(feature.id.text)
    raw(#","number":"#)
    integer(feature.id.number)
    raw(#","title":"#)
    string(feature.title)
    raw(#","kind":"#)
    plain(feature.kind.code)
    guard let time = feature.time else {
      return raw(#","event_start":null,"event_end":null,"time_precision":null"#)
    }
    raw(#","event_start":"#)
    day(time.start)
    raw(#","event_end":"#)
    day(time.end)
    raw(#","time_precision":"#)
    plain(feature.timePrecision.code)
  }

  @inline(__always)
  private mutating func rangeMembers(
    _ range: HarmRange<ClaimID>, _ minimum: StaticString, _ maximum: StaticString,
    _ minimumClaims: StaticString, _ maximumClaims: StaticString, _ maximumIsOpen: StaticString,
    _ minimumRule: StaticString, _ maximumRule: StaticString, unknown: StaticString
  ) {
    guard !range.isUnknown else { return raw(unknown) }
    raw(minimum)
    count(range.minimum?.value)
    raw(maximum)
    count(range.maximum?.value)
    raw(minimumClaims)
    identifiers(range.minimum?.claims)
    raw(maximumClaims)
    identifiers(range.maximum?.claims)
    raw(maximumIsOpen)
    truth(range.maximum?.isOpen)
    raw(minimumRule)
    code(range.minimum?.rule.rawValue)
    raw(maximumRule)
    code(range.maximum?.rule.rawValue)
  }

  private mutating func gradeMembers(of feature: IncidentFeature) {
    let recorded = feature.assessment.grade
    let computed = feature.assessment.computed
    raw(#","grade":"#)
    code((recorded?.grade ?? computed.grade)?.code)
    raw(#","grade_by":"#)
    code(feature.assessment.gradeBy)
    raw(#","grade_claims":"#)
    identifiers(recorded?.claims)
    raw(#","grade_computed":"#)
    code(computed.grade?.code)
    raw(#","grade_rule":"#)
    plain(computed.reasonCode)
    raw(#","grades_differ":"#)
    truth(recorded.map { $0.grade != computed.grade })
    raw(#","claim_count":"#)
    integer(feature.assessment.claimCount)
    raw(#","independent_origins":"#)
    count(feature.independentOriginCount)
    raw(#","undated_claim_count":"#)
    integer(feature.undatedClaimCount)
    raw(#","attributed_to":"#)
    list(feature.attributedTo) { $0.string($1) }
  }

  private mutating func locationMembers(of feature: IncidentFeature) {
    if let point = feature.point {
      raw(#","location_scale":"#)
      plain(point.scale.code)
      raw(#","radius_m":"#)
      number(point.radiusMeters, decimals: 1)
      raw(#","approximate":"#)
      boolean(point.isApproximate)
      raw(#","location_asserted_by":"#)
      plain(point.assertedBy.text)
    } else {
      raw(
        #","location_scale":null,"radius_m":null,"approximate":null,"location_asserted_by":null"#)
    }
    raw(#","candidate_count":"#)
    integer(feature.candidateCount)
  }
}
