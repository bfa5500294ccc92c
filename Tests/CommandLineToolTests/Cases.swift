import Assessment
import Inquiry
import Records
import Testing

/// Small cases for texts: one incident with some claims, as of a day, as if only some existed.
enum Cases {
  static func id<Record>(_ text: String) throws -> Identifier<Record> {
    try #require(Identifier<Record>(text))
  }

  static func claim(
    _ text: String, _ kinds: [ClaimKind] = [.reportsDeaths], by claimant: String = "chief",
    on day: String? = "2017-03-25", _ quantities: [Quantity?] = [], polarity: Polarity = .affirmed,
    blames: [String] = [], edges: [ClaimEdge] = [], grade: Grade? = nil,
    statement: String = "Says so."
  ) throws -> Claim {
    Claim(
      id: try id(text), claimant: try id(claimant), kinds: kinds, polarity: polarity,
      hand: .institution, statement: statement, quantities: try quantities.map { try #require($0) },
      published: try day.map { try #require(StatedTime($0)) }, edges: edges, attributedTo: blames,
      grade: grade)
  }

  static func killed(
    _ minimum: Int?, _ maximum: Int?, _ bound: Bound = .between, scope: QuantityScope = .event,
    phrase: String? = nil
  ) -> Quantity? {
    Quantity(
      minimum: minimum, maximum: maximum, unit: .civilians, status: .killed, bound: bound,
      scope: scope, phrase: phrase)
  }

  static func incidentCase(
    _ claims: [Claim], sources: [Source] = [], links: [IncidentLink] = [],
    neighbours: [IncidentCase.Neighbour] = [], asOf: CivilDate? = nil,
    keeping pattern: ClaimPattern? = nil
  ) throws -> IncidentCase {
    let incident = Incident(
      id: try id("I1"), title: "House", time: StatedTime("2017-03-17"), links: links)
    let testimony = Testimony(
      claims.map { Testimony.Entry(claim: $0, certainty: .certain) },
      sources: Dictionary(uniqueKeysWithValues: sources.map { ($0.id, $0) }))
    let inPlay = testimony.published(by: asOf)
    let feature = IncidentFeature(
      id: incident.id, title: incident.title, time: incident.time?.interval, timePrecision: .day,
      kind: .airstrike, point: nil, support: nil, candidateCount: 0,
      assessment: IncidentAssessment(of: inPlay.gradedEvidence()), attributedTo: [],
      undatedClaimCount: 0, placement: nil, districts: [], distanceMeters: nil)
    let dossier = IncidentDossier(
      incident: incident, feature: feature,
      claims: inPlay.entries.map { DossierClaim(claim: $0.claim, certainty: $0.certainty) },
      locations: [], sources: testimony.sources,
      reported: IncidentAssessment(of: inPlay.gradedEvidence(), heedsAssessors: false),
      asOf: asOf, dataVersion: DataVersion(sequence: 1, hash: "", recordedAt: nil))
    return try IncidentCase(
      dossier: dossier, testimony: testimony, neighbours: neighbours, keeping: pattern)
  }
}
