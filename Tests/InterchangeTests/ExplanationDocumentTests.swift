import Assessment
import Inquiry
import Interchange
import JSONText
import Records
import TestSupport
import Testing

/// The JSON of explained answers, the same for the command line and the server.
struct ExplanationDocumentTests {
  private func incidentCase(
    _ claims: [Claim], asOf: CivilDate? = nil, keeping pattern: ClaimPattern? = nil
  ) throws -> IncidentCase {
    let incident = Incident(id: try ExportFixture.id("I1"), title: "House", time: nil)
    let chief = Source(id: try ExportFixture.id("chief"), name: "Chief", kind: .official)
    let testimony = Testimony(
      claims.map { Testimony.Entry(claim: $0, certainty: .certain) }, sources: [chief.id: chief])
    let inPlay = testimony.published(by: asOf)
    let assessment = IncidentAssessment(of: inPlay.gradedEvidence())
    let feature = IncidentFeature(
      id: incident.id, title: incident.title, time: nil, timePrecision: .day, kind: .airstrike,
      point: nil, support: nil, candidateCount: 0, assessment: assessment, attributedTo: [],
      undatedClaimCount: 0, placement: nil, districts: [], distanceMeters: nil)
    let dossier = IncidentDossier(
      incident: incident, feature: feature,
      claims: inPlay.entries.map { DossierClaim(claim: $0.claim, certainty: $0.certainty) },
      locations: [], sources: testimony.sources, reported: assessment, asOf: asOf,
      dataVersion: DataVersion(sequence: 3, hash: "ab", recordedAt: nil))
    return try IncidentCase(dossier: dossier, testimony: testimony, keeping: pattern)
  }

  private func claims() throws -> [Claim] {
    let figure = try #require(
      Quantity(minimum: 40, maximum: nil, unit: .bodies, status: .recovered, bound: .atLeast))
    let total = try #require(
      Quantity(minimum: 20, maximum: 30, unit: .persons, status: .killed, bound: .between))
    let first = Claim(
      id: try ExportFixture.id("C1"), claimant: try ExportFixture.id("chief"),
      kinds: [.reportsBodiesRecovered], hand: .onSiteOfficial, statement: "At least forty bodies.",
      quantities: [figure], published: StatedTime("2017-03-23"), attributedTo: ["Coalition"])
    let second = Claim(
      id: try ExportFixture.id("C2"), claimant: try ExportFixture.id("spokesman"),
      kinds: [.disputesFigure], statement: "20 to 30 dead.", quantities: [total],
      published: StatedTime("2017-03-25"),
      edges: [ClaimEdge(kind: .disputes, target: first.id, certainty: .possible)])
    return [first, second]
  }

  private func golden(_ name: String, _ write: (inout JSONWriter) -> Void) throws {
    var writer = JSONWriter()
    write(&writer)
    let bytes = writer.takeBytes()
    #expect(try JSONValue(parsing: bytes).object != nil)
    expectGolden(bytes + [0x0A], name)
  }

  @Test func `an assessment, a timeline, a graph and derivations keep their bytes`() throws {
    let found = try incidentCase(try claims())
    try golden("assessment.json") { $0.assessment(IncidentExplanation(found)) }
    try golden("timeline.json") { $0.timeline(Timeline(found.testimony), of: found) }
    try golden("contradictions.json") {
      $0.contradictions(ContradictionGraph(found.inPlay), of: found)
    }
    try golden("why-killed-max.json") {
      $0.derivation(
        MethodTable(of: found.testimony).derivation(of: .maximum, .killed, by: .airwars),
        of: found)
    }
    try golden("why-grade.json") {
      $0.gradeDerivation(ExplainedGrade(found.inPlay), of: found)
    }
  }

  @Test func `what is not known is null in a dossier with its assessment`() throws {
    let found = try incidentCase([])
    var writer = JSONWriter()
    writer.dossier(found.dossier, explanation: IncidentExplanation(found))
    let document = try #require(try JSONValue(parsing: writer.takeBytes()).object)
    for key in ["grade", "grade_by", "grade_claims"] { #expect(document[key]?.isNull == true) }
    #expect(document["grade_computed"]?.isNull == true)
    #expect(document["grade_rule"]?.string == "not-yet-reported")
    #expect(document["killed"]?.object?["min"]?.isNull == true)
    #expect(document["killed"]?.object?["max"]?.isNull == true)
    #expect(document["claims"]?.array?.isEmpty == true)
    let assessment = try #require(document["assessment"]?.object)
    #expect(assessment["not_yet_reported"]?.boolean == true)
    #expect(assessment["totals"]?.object?["killed"]?.isNull == true)
    #expect(assessment["strike_status"]?.isNull == true)
  }

  @Test func `the grade is ours where no recorder gave one`() throws {
    let found = try incidentCase(try claims(), keeping: ClaimPattern("C1"))
    var writer = JSONWriter()
    writer.dossier(found.dossier)
    let document = try #require(try JSONValue(parsing: writer.takeBytes()).object)
    #expect(document["grade"]?.string == "weak")
    #expect(document["grade_by"]?.string == "rules")
    #expect(document["grade_claims"]?.array?.compactMap(\.string) == ["C1"])
    #expect(document["killed"]?.object?["max_open"]?.boolean == true)
    #expect(document["assessment"] == nil)
  }
}
