import Assessment
public import Inquiry
public import JSONText
import Records
import SimpleFeatures

extension JSONWriter {
  /// Writes everything known about one incident.
  ///
  /// Denials and disputes stand both in the list of claims and under what they speak against. The
  /// grade is a recorder's where one is in play, else what our rules give; `grade_by` says which.
  ///
  /// - Parameters:
  ///   - dossier: The incident with its claims.
  ///   - explanation: What the claims come to, for the member `assessment`; `nil` leaves it out.
  ///   - links: Writes the value of `links`.
  public mutating func dossier(
    _ dossier: IncidentDossier, explanation: IncidentExplanation? = nil,
    links: (inout JSONWriter) -> Void = JSONWriter.noLinks
  ) {
    let feature = dossier.feature
    beginObject()
    member("id", dossier.incident.id.text)
    member("title", dossier.incident.title)
    key("links")
    links(&self)
    incidentMembers(dossier)
    grade(of: dossier)
    key("killed")
    range(feature.assessment.killed)
    key("injured")
    range(feature.assessment.injured)
    key("reported")
    reported(dossier.reported)
    member("claim_count", feature.assessment.claimCount)
    member("undated_claim_count", feature.undatedClaimCount)
    key("locations")
    locations(dossier.locations)
    key("districts")
    districts(feature.districts)
    key("claims")
    claims(of: dossier)
    if let explanation {
      member("assessment", object: { $0.assessmentMembers(explanation, only: nil) })
    }
    key("data_version")
    dataVersion(dossier.dataVersion)
    endObject()
  }

  private mutating func grade(of dossier: IncidentDossier) {
    let computed = ExplainedGrade(dossier.testimony)
    let recorder = dossier.feature.assessment.grade
    let claims = recorder?.claims ?? computed.grade.map { _ in computed.triggeringClaims }
    member("grade", dossier.feature.assessment.shownGrade?.code)
    member("grade_by", dossier.feature.assessment.gradeBy)
    member("grade_claims", ids: claims)
    member("grade_computed", computed.grade?.code)
    member("grade_rule", computed.decision.reasonCode)
    member("grades_differ", recorder.map { $0.grade != computed.grade })
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
    var opponents: [ClaimID: [(claim: Claim, edge: ClaimEdge)]] = [:]
    for claim in dossier.claims.map(\.claim) {
      for edge in claim.edges where edge.kind.isOpposition {
        opponents[edge.target, default: []].append((claim, edge))
      }
    }
    array(dossier.claims) { writer, item in
      writer.object { writer in
        writer.claimMembers(item.claim) { dossier.sources[$0] }
        writer.member("certainty", item.certainty.code)
        writer.member("denied_by", array: opponents[item.claim.id] ?? []) { writer, opponent in
          writer.object { writer in
            writer.member("id", opponent.claim.id.text)
            writer.member("kind", opponent.edge.kind.code)
            writer.member("certainty", opponent.edge.certainty.code)
            writer.member("claimant_name", dossier.sources[opponent.claim.claimant]?.name)
            writer.member("statement", opponent.claim.statement)
          }
        }
      }
    }
  }
}

extension ExplainedGrade {
  /// The claims that triggered it, each once.
  fileprivate var triggeringClaims: [ClaimID] {
    var seen: Set<ClaimID> = []
    return reasons.flatMap(\.claims).filter { seen.insert($0).inserted }
  }
}

extension ClaimEdgeKind {
  /// Whether the edge speaks against its target.
  fileprivate var isOpposition: Bool { self == .denies || self == .disputes }
}
