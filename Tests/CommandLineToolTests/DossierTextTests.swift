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

  /// The lines for some claims about one incident.
  private func lines(
    _ claims: [Claim], sources: [Source] = [], asOf: CivilDate? = nil, width: Int = 100
  ) throws -> [String] {
    DossierText(
      IncidentExplanation(try Cases.incidentCase(claims, sources: sources, asOf: asOf)),
      width: width
    ).lines
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
    let text = try lines(
      [try claim("S13", hops: ["tv", "reuters", "rt"])],
      sources: [
        try source("chief", "Civil Defence chief"), try source("tv", "al-Mosuliya TV"),
        try source("reuters", "Reuters"), try source("rt", "RT"),
      ]
    ).joined(separator: "\n")
    #expect(text.contains("via Civil Defence chief → al-Mosuliya TV → Reuters → RT"))
  }

  @Test func `a denial is indented under what it denies`() throws {
    let lines = try lines(
      [try claim("S19"), try claim("S20"), try claim("S21", denies: "S19")])
    let start = try #require(lines.firstIndex { $0.hasPrefix("CLAIMS") })
    let order = lines[start...].filter { line in
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

  @Test func `an incident without any claim is not yet reported`() throws {
    let lines = try lines([])
    #expect(lines.contains("blamed  nobody named"))
    #expect(lines.contains("NOT YET REPORTED  no claim is known"))
    #expect(!lines.contains { $0.hasPrefix("RANGE") || $0.hasPrefix("CLAIMS") })
  }

  @Test(arguments: [20, 40, 60, 120])
  func `lines keep to their width, however long the words`(width: Int) throws {
    var long = try claim("S13", hops: ["tv", "reuters", "rt"])
    long.statement = String(repeating: "كلمة word ", count: 60)
    // Below 40 columns a dossier is not set narrower.
    let lines = try lines([long], width: width).dropFirst()
    let paragraphs = lines.drop { !$0.hasPrefix("CLAIMS") }.dropFirst()
    #expect(paragraphs.allSatisfy { TerminalText($0).columns <= max(40, width) })
  }
}
