import Assessment
public import Inquiry
import JSONText
import Records
import SimpleFeatures

extension JSONWriter {
  /// Writes everything known about one incident.
  ///
  /// Denials and disputes stand both in the list of claims and under what they speak against.
  ///
  /// - Parameters:
  ///   - dossier: The incident with its claims.
  ///   - links: Links of the document.
  mutating func dossier(_ dossier: IncidentDossier, links: [Link]) {
    let feature = dossier.feature
    beginObject()
    key("id")
    string(dossier.incident.id.text)
    key("title")
    string(dossier.incident.title)
    self.links(links)
    incidentMembers(dossier)
    key("grade")
    string(feature.assessment.grade?.grade.code)
    key("grade_claims")
    identifiers(feature.assessment.grade?.claims)
    key("killed")
    range(feature.assessment.killed)
    key("injured")
    range(feature.assessment.injured)
    key("reported")
    reported(dossier.reported)
    key("claim_count")
    integer(feature.assessment.claimCount)
    key("undated_claim_count")
    integer(feature.undatedClaimCount)
    key("locations")
    locations(dossier.locations)
    key("districts")
    districts(feature.districts)
    key("claims")
    claims(of: dossier)
    key("data_version")
    version(dossier.dataVersion)
    endObject()
  }

  private mutating func incidentMembers(_ dossier: IncidentDossier) {
    let incident = dossier.incident
    key("as_of")
    string(dossier.asOf?.description)
    key("kind")
    string(incident.kind.code)
    key("time")
    string(incident.time?.description)
    key("event_start")
    string(dossier.feature.time?.start?.description)
    key("event_end")
    string(dossier.feature.time?.end?.description)
    key("time_precision")
    string(incident.timePrecision.code)
    key("attributed_to")
    strings(dossier.feature.attributedTo)
    key("incident_links")
    beginArray()
    for link in incident.links {
      beginObject()
      key("kind")
      string(link.kind.code)
      key("target")
      string(link.target.text)
      key("reason")
      string(link.reason)
      endObject()
    }
    endArray()
    key("note")
    string(incident.note)
  }

  private mutating func range(_ range: HarmRange<ClaimID>) {
    beginObject()
    key("min")
    integer(range.minimum?.value)
    key("max")
    integer(range.maximum?.value)
    key("max_open")
    boolean(range.maximum?.isOpen)
    key("min_claims")
    identifiers(range.minimum?.claims)
    key("max_claims")
    identifiers(range.maximum?.claims)
    key("min_rule")
    string(range.minimum?.rule.rawValue)
    key("max_rule")
    string(range.maximum?.rule.rawValue)
    endObject()
  }

  /// The range over every reported figure, whatever a recorder found.
  private mutating func reported(_ assessment: IncidentAssessment<ClaimID>) {
    beginObject()
    key("killed")
    range(assessment.killed)
    key("injured")
    range(assessment.injured)
    endObject()
  }

  private mutating func locations(_ locations: [DossierLocation]) {
    beginArray()
    for location in locations {
      let candidate = location.candidate
      beginObject()
      key("asserted_by")
      string(candidate.assertedBy.text)
      key("scale")
      string(candidate.scale.code)
      key("place")
      if case .place(let id) = candidate.extent { string(id.text) } else { null() }
      key("place_name")
      string(location.placeName)
      key("place_as_stated")
      string(candidate.placeAsStated)
      key("stated_precision")
      string(candidate.statedPrecision)
      key("point")
      geometry(location.point.map { .point($0.position) })
      key("radius_m")
      number(location.point?.radiusMeters, decimals: 1)
      key("approximate")
      boolean(location.point?.isApproximate)
      key("basis")
      string(location.basis)
      key("nearby")
      nearby(location.nearby)
      endObject()
    }
    endArray()
  }

  private mutating func nearby(_ places: [NearbyPlace]) {
    beginArray()
    for place in places {
      beginObject()
      key("id")
      string(place.id.text)
      key("name")
      string(place.name)
      key("distance_m")
      number(place.distanceMeters, decimals: 1)
      key("bearing_degrees")
      number(place.bearingDegrees, decimals: 1)
      endObject()
    }
    endArray()
  }

  private mutating func claims(of dossier: IncidentDossier) {
    beginArray()
    for item in dossier.claims {
      beginObject()
      claimMembers(item.claim) { dossier.sources[$0] }
      key("certainty")
      string(item.certainty.code)
      key("denied_by")
      opponents(of: item.claim.id, in: dossier)
      endObject()
    }
    endArray()
  }

  /// The claims of the dossier that deny or dispute a claim.
  private mutating func opponents(of target: ClaimID, in dossier: IncidentDossier) {
    beginArray()
    for item in dossier.claims {
      for edge in item.claim.edges where edge.target == target && edge.kind.isOpposition {
        beginObject()
        key("id")
        string(item.claim.id.text)
        key("kind")
        string(edge.kind.code)
        key("certainty")
        string(edge.certainty.code)
        key("claimant_name")
        string(dossier.sources[item.claim.claimant]?.name)
        key("statement")
        string(item.claim.statement)
        endObject()
      }
    }
    endArray()
  }

  private mutating func version(_ version: DataVersion) {
    beginObject()
    key("sequence")
    integer(version.sequence)
    key("hash")
    string(version.hash)
    key("recorded_at")
    string(version.recordedAt?.description)
    endObject()
  }
}

extension ClaimEdgeKind {
  /// Whether the edge speaks against its target.
  var isOpposition: Bool { self == .denies || self == .disputes }
}

/// A dossier as one JSON document outside any request, as the command line prints it.
public enum DossierDocument {
  /// Writes everything known about one incident.
  ///
  /// - Parameter dossier: The incident with its claims.
  /// - Returns: One JSON object, the same as the service answers but without links.
  public static func bytes(of dossier: IncidentDossier) -> [UInt8] {
    var writer = JSONWriter(reserving: 16_384)
    writer.dossier(dossier, links: [])
    return writer.takeBytes()
  }
}
