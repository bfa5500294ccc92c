import Assessment
import Inquiry
import Records
import SimpleFeatures
import Testing

/// Records whose every free text tries to break out of a page.
enum HostileRegister {
  private static let text = "</bdi></title>\"'><script>alert(1)</script><!--\u{202E}\u{0}"

  static func source() throws -> MemorySource {
    let incident: IncidentID = try SampleRegister.id("I-1")
    let position = Position(longitude: 43.1, latitude: 36.3)
    let claim = try claim(about: incident)
    let point = RepresentativePoint(
      position: position, radiusMeters: 300, scale: .neighbourhood, assertedBy: claim.id,
      isApproximate: true)
    let evidence = Evidence(claim, certainty: .certain)
    let place = try place(at: position)
    let feature = IncidentFeature(
      id: incident, title: text, time: DayInterval(try SampleRegister.day("2017-03-01")),
      timePrecision: .day, kind: .airstrike, point: point, support: nil, candidateCount: 1,
      assessment: IncidentAssessment(of: [evidence]), attributedTo: [text], undatedClaimCount: 0,
      placement: nil,
      districts: [
        DistrictMembership(
          place: place.id, name: text, certainty: .possible, share: 0.5, isApproximate: true)
      ], distanceMeters: nil)
    let candidate = LocationCandidate(
      assertedBy: claim.id, scale: .neighbourhood, extent: .place(place.id),
      statedPrecision: text, placeAsStated: text)
    let dossier = IncidentDossier(
      incident: Incident(
        id: incident, title: text, time: StatedTime("2017-03-01"), locations: [candidate],
        links: [IncidentLink(kind: .partOf, target: incident, reason: text)],
        foreignFields: [ForeignField(name: text, value: text)], note: text),
      feature: feature, claims: [DossierClaim(claim: claim, certainty: .possible)],
      locations: [
        DossierLocation(
          candidate: candidate, placeName: text, point: point,
          nearby: [
            NearbyPlace(id: place.id, name: text, distanceMeters: 1, bearingDegrees: 2)
          ], basis: text)
      ],
      sources: [claim.claimant: Source(id: claim.claimant, name: text, kind: .witness)],
      reported: IncidentAssessment(of: [evidence]), asOf: nil,
      dataVersion: try SampleRegister.version())
    return MemorySource(
      version: try SampleRegister.version(), incidents: [feature], dossiers: [incident: dossier],
      places: [
        PlaceFeature(
          place: place,
          area: PlaceArea(
            geometry: .disc(center: position, radiusMeters: 500), basis: .cell,
            isApproximate: true))
      ],
      claims: [
        ClaimFeature(
          claim: claim, claimant: Source(id: claim.claimant, name: text, kind: .witness),
          point: point)
      ])
  }

  private static func claim(about incident: IncidentID) throws -> Claim {
    let figure = try #require(
      Quantity(
        minimum: 3, maximum: 4, unit: .civilians, status: .killed, bound: .between, phrase: text))
    let id: ClaimID = try SampleRegister.id("c-1")
    return Claim(
      id: id, claimant: try SampleRegister.id("s-1"),
      relays: [
        RelayHop(
          outlet: try SampleRegister.id("s-2"), url: "javascript:alert(1)",
          archiveURL: "https://example.org/\"><script>", contentHash: text, note: text)
      ], kinds: [.reportsDeaths], statement: text, quantities: [figure], placeAsStated: text,
      published: StatedTime("2017-03-02"),
      incidents: [IncidentMembership(incident: incident, certainty: .certain)],
      edges: [ClaimEdge(kind: .denies, target: id, note: text)], attributedTo: [text],
      foreignID: ForeignID(source: try SampleRegister.id("s-1"), id: text),
      foreignFields: [ForeignField(name: text, value: text)], note: text)
  }

  private static func place(at position: Position) throws -> Place {
    Place(
      id: try SampleRegister.id("p-1"), kind: .district,
      names: [PlaceName(text), PlaceName("ا" + text, language: text, script: .arabic)],
      location: PlaceLocation(
        geometry: .point(position), origin: .approximate, precisionMeters: 10,
        isApproximate: true, source: text), note: text)
  }
}
