import Assessment
import Inquiry
import Records
import SimpleFeatures
import Testing

extension SampleRegister {
  /// A report through three outlets and its denial.
  static func claims() throws -> [ClaimFeature] {
    let incident: IncidentID = try id("I-10")
    let sources = try sourceRecords()
    let report = try reportClaim(about: incident)
    let denial = Claim(
      id: try id("c-denial"), claimant: try id("command"), kinds: [.denies], polarity: .denied,
      hand: .institution, statement: "says that no strike took place",
      published: StatedTime("2017-03-22"),
      incidents: [IncidentMembership(incident: incident, certainty: .possible)],
      edges: [ClaimEdge(kind: .denies, target: report.id, note: "the figure")])
    let point = RepresentativePoint(
      position: Position(longitude: 43, latitude: 36.35), radiusMeters: 250,
      scale: .neighbourhood, assertedBy: report.id, isApproximate: false)
    return [
      ClaimFeature(claim: report, claimant: sources[report.claimant], point: point),
      ClaimFeature(claim: denial, claimant: sources[denial.claimant], point: nil),
    ]
  }

  private static func reportClaim(about incident: IncidentID) throws -> Claim {
    let figure = try #require(
      Quantity(
        minimum: 40, maximum: nil, unit: .bodies, status: .recovered, bound: .atLeast,
        phrase: "forty bodies"))
    return Claim(
      id: try id("c-report"), claimant: try id("civil-defence"),
      relays: [
        RelayHop(outlet: try id("tv")),
        RelayHop(
          outlet: try id("agency"), published: StatedTime("2017-03-20"),
          url: "https://example.org/a"),
        RelayHop(outlet: try id("site"), published: StatedTime("2017-03-21")),
      ], kinds: [.reportsBodiesRecovered], hand: .onSiteOfficial,
      statement: "bodies were recovered", quantities: [figure], placeAsStated: "New Mosul",
      placeCandidates: [PlaceCandidate(place: try id("old-city"), certainty: .possible)],
      eventTime: StatedTime("2017-03-01"), uttered: StatedTime("2017-03-19"),
      published: StatedTime("2017-03-20"),
      incidents: [IncidentMembership(incident: incident, certainty: .certain)],
      attributedTo: ["Coalition"])
  }

  static func sourceRecords() throws -> [SourceID: Source] {
    let sources = [
      Source(id: try id("civil-defence"), name: "Civil Defence", kind: .rescueService),
      Source(id: try id("command"), name: "Joint Command", kind: .military),
      Source(id: try id("tv"), name: "Local TV", kind: .broadcaster),
      Source(id: try id("agency"), name: "The Agency", kind: .newsAgency),
      Source(id: try id("site"), name: "News Site", kind: .newsSite),
    ]
    return Dictionary(uniqueKeysWithValues: sources.map { ($0.id, $0) })
  }

  static func dossier() throws -> IncidentDossier {
    let feature = try incident("I-10", day: "2017-03-01", longitude: 43)
    let claims = try claims().map { feature in
      DossierClaim(
        claim: feature.claim, certainty: feature.claim.incidents.first?.certainty ?? .possible)
    }
    let candidate = LocationCandidate(
      assertedBy: try id("c-report"), scale: .neighbourhood, extent: .place(try id("old-city")),
      statedPrecision: "neighbourhood", placeAsStated: "New Mosul")
    let location = DossierLocation(
      candidate: candidate, placeName: "Old City", point: feature.point,
      nearby: [
        NearbyPlace(
          id: try id("old-city"), name: "Old City", distanceMeters: 1234.56, bearingDegrees: 87.04)
      ], basis: "disc of the point's precision")
    let record = Incident(
      id: feature.id, title: feature.title, time: StatedTime("2017-03-01"), kind: .airstrike,
      locations: [candidate],
      links: [IncidentLink(kind: .partOf, target: try id("I-11"), reason: "same street")])
    return IncidentDossier(
      incident: record, feature: feature, claims: claims, locations: [location],
      sources: try sourceRecords(),
      reported: IncidentAssessment(of: claims.map { Evidence($0.claim, certainty: $0.certainty) }),
      asOf: nil, dataVersion: try version())
  }
}
