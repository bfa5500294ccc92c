import Assessment
import Inquiry
import JSONText
import Records

// The members of an incident, written straight from the feature: exports do it by the million. The
// values are those of `IncidentFeature.value(of:asOf:)`, which every other format reads.
extension JSONCursor {
  /// Writes one property of an incident as a member.
  mutating func member(_ property: IncidentProperty, of feature: IncidentFeature, asOf: CivilDate?)
  {
    key(ofUnknown: property)
    switch property {
    case .id: plain(feature.id.text)
    case .number: integer(feature.id.number)
    case .title: string(feature.title)
    case .kind: plain(feature.kind.code)
    case .eventStart: day(feature.time?.start)
    case .eventEnd: day(feature.time?.end)
    case .timePrecision: code(feature.time == nil ? nil : feature.timePrecision.code)
    case .grade: code(feature.assessment.shownGrade?.code)
    case .gradeBy: code(feature.assessment.gradeBy)
    case .gradeClaims: identifiers(feature.assessment.grade?.claims)
    case .computedGrade: code(feature.assessment.computed.grade?.code)
    case .computedGradeRule: code(feature.assessment.computed.reasonCode)
    case .gradesDiffer:
      truth(feature.assessment.grade == nil ? nil : feature.assessment.gradesDiffer)
    case .claimCount: integer(feature.assessment.claimCount)
    case .independentOriginCount: count(feature.independentOriginCount)
    case .undatedClaimCount: integer(feature.undatedClaimCount)
    case .attributedTo: list(feature.attributedTo) { $0.string($1) }
    case .districts: list(feature.districts) { $0.district($1) }
    case .distanceMeters: decimal(feature.distanceMeters, decimals: 1)
    case .asOf: day(asOf)
    case .assessment: assessmentPath(of: feature.id, asOf: asOf)
    case .locationScale, .radiusMeters, .isApproximate, .locationAssertedBy, .candidateCount:
      location(property, of: feature)
    case .placement, .placementShare, .placementDecidedBy, .placementReason:
      placement(property, of: feature)
    case .killedMinimum, .killedMaximum, .killedMinimumClaims, .killedMaximumClaims,
      .killedMaximumIsOpen, .killedMinimumRule, .killedMaximumRule:
      killed(property, feature)
    case .injuredMinimum, .injuredMaximum, .injuredMinimumClaims, .injuredMaximumClaims,
      .injuredMaximumIsOpen, .injuredMinimumRule, .injuredMaximumRule:
      injured(property, feature)
    }
  }

  @inline(__always)
  private mutating func key(ofUnknown property: IncidentProperty) {
    let member = property.unknownMember
    let first = needsComma ? 0 : 1
    raw(
      UnsafeBufferPointer(
        start: member.utf8Start + first, count: member.utf8CodeUnitCount - first - 4))
    needsComma = true
  }

  private mutating func killed(_ property: IncidentProperty, _ feature: IncidentFeature) {
    switch property {
    case .killedMinimum: count(feature.assessment.killed.minimum?.value)
    case .killedMaximum: count(feature.assessment.killed.maximum?.value)
    case .killedMinimumClaims: identifiers(feature.assessment.killed.minimum?.claims)
    case .killedMaximumClaims: identifiers(feature.assessment.killed.maximum?.claims)
    case .killedMaximumIsOpen: truth(feature.assessment.killed.maximum?.isOpen)
    case .killedMinimumRule: code(feature.assessment.killed.minimum?.rule.rawValue)
    default: code(feature.assessment.killed.maximum?.rule.rawValue)
    }
  }

  private mutating func injured(_ property: IncidentProperty, _ feature: IncidentFeature) {
    switch property {
    case .injuredMinimum: count(feature.assessment.injured.minimum?.value)
    case .injuredMaximum: count(feature.assessment.injured.maximum?.value)
    case .injuredMinimumClaims: identifiers(feature.assessment.injured.minimum?.claims)
    case .injuredMaximumClaims: identifiers(feature.assessment.injured.maximum?.claims)
    case .injuredMaximumIsOpen: truth(feature.assessment.injured.maximum?.isOpen)
    case .injuredMinimumRule: code(feature.assessment.injured.minimum?.rule.rawValue)
    default: code(feature.assessment.injured.maximum?.rule.rawValue)
    }
  }

  private mutating func location(_ property: IncidentProperty, of feature: IncidentFeature) {
    switch property {
    case .locationScale: code(feature.point?.scale.code)
    case .radiusMeters: decimal(feature.point?.radiusMeters, decimals: 1)
    case .isApproximate: truth(feature.point?.isApproximate)
    case .locationAssertedBy: code(feature.point?.assertedBy.text)
    default: integer(feature.candidateCount)
    }
  }

  private mutating func placement(_ property: IncidentProperty, of feature: IncidentFeature) {
    guard let placement = feature.placement else { return raw("null") }
    switch property {
    case .placement: plain(placement.certainty.code)
    case .placementShare: decimal(placement.share, decimals: 4)
    case .placementDecidedBy: deciders(of: placement)
    default: string(placement.reason)
    }
  }

  mutating func assessmentPath(of incident: IncidentID, asOf: CivilDate?) {
    raw(#""/incidents/"#)
    inner(plain: incident.text)
    raw("/assessment")
    if let asOf {
      raw("?as-of=")
      inner(day: asOf)
    }
    raw(UInt8(ascii: "\""))
  }
}

// Values that may be unknown.
extension JSONCursor {
  @inline(__always)
  mutating func code(_ code: String?) {
    if let code { plain(code) } else { raw("null") }
  }

  @inline(__always)
  mutating func count(_ count: Int?) {
    if let count { integer(count) } else { raw("null") }
  }

  @inline(__always)
  mutating func truth(_ truth: Bool?) {
    if let truth { boolean(truth) } else { raw("null") }
  }

  @inline(__always)
  mutating func decimal(_ number: Double?, decimals: Int) {
    if let number { self.number(number, decimals: decimals) } else { raw("null") }
  }

  mutating func day(_ day: CivilDate?) {
    guard let day else { return raw("null") }
    raw(UInt8(ascii: "\""))
    inner(day: day)
    raw(UInt8(ascii: "\""))
  }

  private mutating func inner(day: CivilDate) {
    let (year, month, dayOfMonth) = day.components
    padded(year, digits: 4)
    raw(UInt8(ascii: "-"))
    padded(month, digits: 2)
    raw(UInt8(ascii: "-"))
    padded(dayOfMonth, digits: 2)
  }

  /// Writes the claims that decide a placement, as a list.
  mutating func deciders(of placement: Placement) {
    guard let only = placement.onlyDecider else { return identifiers(placement.decidedBy) }
    raw(UInt8(ascii: "["))
    plain(only.text)
    raw(UInt8(ascii: "]"))
  }

  mutating func identifiers(_ ids: [ClaimID]?) {
    guard let ids else { return raw("null") }
    list(ids) { $0.plain($1.text) }
  }

  @inline(__always)
  mutating func list<Item>(_ items: [Item], _ write: (inout JSONCursor, Item) -> Void) {
    raw(UInt8(ascii: "["))
    var isFirst = true
    for item in items {
      if !isFirst { raw(UInt8(ascii: ",")) }
      isFirst = false
      write(&self, item)
    }
    raw(UInt8(ascii: "]"))
  }

  mutating func district(_ district: DistrictMembership) {
    raw(#"{"id":"#)
    plain(district.place.text)
    raw(#","name":"#)
    string(district.name)
    raw(#","certainty":"#)
    plain(district.certainty.code)
    raw(#","share":"#)
    number(district.share, decimals: 4)
    raw(#","approximate":"#)
    boolean(district.isApproximate)
    raw(UInt8(ascii: "}"))
  }
}
