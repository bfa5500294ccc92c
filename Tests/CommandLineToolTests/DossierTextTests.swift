import Assessment
import Inquiry
import MapRendering
import Records
import Testing

@testable import CommandLineTool

struct DossierTextTests {
  private func source(_ id: String, _ name: String) throws -> Source {
    Source(id: try #require(SourceID(id)), name: name, kind: .broadcaster)
  }

  /// A dossier of some claims about one incident.
  private func dossier(_ claims: [Claim], sources: [Source]) throws -> IncidentDossier {
    let incident = Incident(
      id: try #require(IncidentID("I1")), title: "House", time: StatedTime("2017-03-17"))
    let none = IncidentAssessment<ClaimID>(of: [])
    let feature = IncidentFeature(
      id: incident.id, title: incident.title, time: incident.time?.interval, timePrecision: .day,
      kind: .airstrike, point: nil, support: nil, candidateCount: 0, assessment: none,
      attributedTo: [], undatedClaimCount: 0, placement: nil, districts: [], distanceMeters: nil)
    return IncidentDossier(
      incident: incident, feature: feature,
      claims: claims.map { DossierClaim(claim: $0, certainty: .certain) }, locations: [],
      sources: Dictionary(uniqueKeysWithValues: sources.map { ($0.id, $0) }), reported: none,
      asOf: nil, dataVersion: DataVersion(sequence: 1, hash: "", recordedAt: nil))
  }

  private func claim(_ id: String, hops: [String] = [], denies: String? = nil) throws -> Claim {
    Claim(
      id: try #require(ClaimID(id)), claimant: try #require(SourceID("chief")),
      relays: try hops.map { RelayHop(outlet: try #require(SourceID($0))) },
      kinds: [denies == nil ? .reportsDeaths : .denies],
      statement: "Says so.", published: StatedTime("2017-03-25"),
      edges: try denies.map {
        [ClaimEdge(kind: .denies, target: try #require(ClaimID($0)))]
      } ?? [])
  }

  @Test func `a relay chain is drawn from the claimant outwards`() throws {
    let text = DossierText(
      try dossier(
        [try claim("S13", hops: ["tv", "reuters", "rt"])],
        sources: [
          try source("chief", "Civil Defence chief"), try source("tv", "al-Mosuliya TV"),
          try source("reuters", "Reuters"), try source("rt", "RT"),
        ]), width: 100
    ).lines.joined(separator: "\n")
    #expect(text.contains("via Civil Defence chief → al-Mosuliya TV → Reuters → RT"))
  }

  @Test func `a denial is indented under what it denies`() throws {
    let lines = DossierText(
      try dossier(
        [try claim("S19"), try claim("S20"), try claim("S21", denies: "S19")], sources: []),
      width: 100
    ).lines
    let order = lines.filter { line in
      ["S19 2", "S20 2", "S21 2"].contains { line.contains($0) }
    }
    #expect(
      order == [
        "S19 2017-03-25 reports-deaths, asserted [unattributed]",
        "    └ S21 2017-03-25 denies, asserted [unattributed]",
        "S20 2017-03-25 reports-deaths, asserted [unattributed]",
      ])
    #expect(lines.contains("CLAIMS  3, by the day each became public"))
  }

  @Test func `what is unknown is said to be unknown`() throws {
    let lines = DossierText(try dossier([], sources: []), width: 100).lines
    #expect(lines.contains("WHERE  nobody names a place"))
    #expect(lines.contains("blamed  nobody named"))
    #expect(lines.contains("  killed   ?"))
    #expect(lines.contains("  grade    not graded by anyone in play"))
  }

  @Test(arguments: [20, 40, 60, 120])
  func `lines keep to their width, however long the words`(width: Int) throws {
    var long = try claim("S13", hops: ["tv", "reuters", "rt"])
    long.statement = String(repeating: "كلمة word ", count: 60)
    let lines = DossierText(try dossier([long], sources: []), width: width).lines
    // Below 40 columns a dossier is not set narrower.
    let paragraphs = lines.drop { !$0.hasPrefix("CLAIMS") }.dropFirst()
    #expect(paragraphs.allSatisfy { TerminalText($0).columns <= max(40, width) })
  }
}
