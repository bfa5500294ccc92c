import Assessment
import Inquiry
import JSONText
import Records
import SimpleFeatures

extension JSONWriter {
  /// Writes an incident as a GeoJSON feature; every property is there, `null` where unknown.
  ///
  /// - Parameters:
  ///   - feature: The incident.
  ///   - dossier: Where its dossier is.
  ///   - links: For a document of its own.
  mutating func incidentFeature(_ feature: IncidentFeature, dossier: String, links: [Link] = []) {
    beginObject()
    key("type")
    string("Feature")
    key("id")
    string(feature.id.text)
    if !links.isEmpty { self.links(links) }
    key("geometry")
    geometry(feature.point.map { .point($0.position) })
    key("properties")
    beginObject()
    description(of: feature)
    assessment(feature)
    place(of: feature)
    key("url")
    string(dossier)
    endObject()
    endObject()
  }

  private mutating func description(of feature: IncidentFeature) {
    key("id")
    string(feature.id.text)
    key("title")
    string(feature.title)
    key("event_start")
    string(feature.time?.start?.description)
    key("event_end")
    string(feature.time?.end?.description)
    key("time_precision")
    string(feature.timePrecision.code)
    key("kind")
    string(feature.kind.code)
  }

  private mutating func assessment(_ feature: IncidentFeature) {
    let assessment = feature.assessment
    key("grade")
    string(assessment.grade?.grade.code)
    key("grade_claims")
    identifiers(assessment.grade?.claims)
    range(assessment.killed, "killed")
    range(assessment.injured, "injured")
    key("range_rule")
    string((assessment.killed.minimum ?? assessment.killed.maximum)?.rule.rawValue)
    key("attributed_to")
    strings(feature.attributedTo)
    key("claim_count")
    integer(assessment.claimCount)
  }

  private mutating func range(_ range: HarmRange<ClaimID>, _ name: String) {
    key(name + "_min")
    integer(range.minimum?.value)
    key(name + "_max")
    integer(range.maximum?.value)
    key(name + "_min_claims")
    identifiers(range.minimum?.claims)
    key(name + "_max_claims")
    identifiers(range.maximum?.claims)
  }

  private mutating func place(of feature: IncidentFeature) {
    key("candidate_count")
    integer(feature.candidateCount)
    key("radius_m")
    number(feature.point?.radiusMeters, decimals: 1)
    key("location_scale")
    string(feature.point?.scale.code)
    key("location_asserted_by")
    string(feature.point?.assertedBy.text)
    key("approximate")
    boolean(feature.point?.isApproximate)
    key("placement")
    string(feature.placement?.certainty.code)
    key("share")
    number(feature.placement?.share, decimals: 4)
    key("districts")
    districts(feature.districts)
  }

  /// Writes the districts that an incident surely or possibly lies in.
  mutating func districts(_ districts: [DistrictMembership]) {
    beginArray()
    for district in districts {
      beginObject()
      key("id")
      string(district.place.text)
      key("name")
      string(district.name)
      key("certainty")
      string(district.certainty.code)
      key("share")
      number(district.share, decimals: 4)
      key("approximate")
      boolean(district.isApproximate)
      endObject()
    }
    endArray()
  }

  /// Writes identifiers as an array, or `null` where there is nothing to point at.
  mutating func identifiers<Record>(_ ids: [Identifier<Record>]?) {
    guard let ids else { return null() }
    strings(ids.map(\.text))
  }

  /// Writes an array of strings.
  mutating func strings(_ texts: [String]) {
    beginArray()
    for text in texts { string(text) }
    endArray()
  }
}
