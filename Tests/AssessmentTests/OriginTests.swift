import Assessment
import Records
import TestSupport
import Testing

/// Which claims repeat one statement, and what changed on the way.
struct OriginTests {
  @Test func `claims joined by a sure edge of origin are one group, with the reason`() throws {
    let origins = Origins(
      Testimony([
        try claim("A"), try claim("B", edges: [(.copies, "A")]),
        try claim("C", edges: [(.translates, "B")]), try claim("D", maybe: [(.copies, "A")]),
        try claim("E", edges: [(.supersedes, "A")]),
      ]))
    #expect(origins.groups.map { $0.members.map(\.text) } == [["A", "B", "C"], ["D"], ["E"]])
    #expect(origins.groups[0].links.map(\.reason) == [.copies, .translates])
    #expect(origins.mentionCount == 5 && origins.independentCount == 3)
    #expect(origins.leastIndependentCount == 2)
  }

  @Test func `claims that repeat each other in a circle have one origin, the first`() throws {
    let origins = Origins(
      Testimony([
        try claim("A", edges: [(.copies, "B")]), try claim("B", edges: [(.copies, "A")]),
      ]))
    #expect(origins.groups.map(\.representative.text) == ["A"] && origins.independentCount == 1)
  }

  @Test func `one claimant is one origin, but who repeats another speaks for the other`() throws {
    let origins = Origins(
      Testimony([
        try claim("A", by: "amnesty"), try claim("B", by: "inquiry"),
        try claim("C", by: "amnesty", edges: [(.sameOriginAs, "B")]),
        try claim("D", by: "amnesty"),
      ]))
    #expect(origins.groups.map(\.dependence) == [nil, nil, .sameClaimant])
    #expect(origins.independentCount == 2)
  }

  @Test func `nobody named, and the unnamed through the unnamed, are no independent origin`()
    throws
  {
    let known = try sources([
      "nobody": .unattributed, "witnesses": .witnesses, "reports": .unattributed,
      "reuters": .newsAgency, "official": .unnamedOfficial,
    ])
    let origins = Origins(
      Testimony(
        [
          try claim("A", by: "nobody", through: ["reuters"]),
          try claim("B", by: "witnesses", through: ["reports", "reuters"]),
          try claim("C", by: "official", through: ["reuters"]),
        ], sources: known))
    #expect(
      origins.groups.map(\.dependence) == [.unattributed, .anonymousThroughAnonymous, nil])
    #expect(origins.independentCount == 1)
  }

  @Test func `the register's own echoes come out`() throws {
    let claims = try MosulClaims()
    let origins = Origins(claims.testimony(of: "CI550"))
    let inquiry = try #require(origins.group(of: try claimID("L22")))
    #expect(inquiry.members.map(\.text) == ["L22", "L23", "L24"])
    let rescue = try #require(origins.group(of: try claimID("S13")))
    #expect(rescue.members.map(\.text) == ["L01", "S13", "S14"])
    #expect(
      origins.group(of: try claimID("S12"))?.dependence == .anonymousThroughAnonymous)
    #expect(origins.group(of: try claimID("S03"))?.dependence == .unattributed)
  }

  @Test func `a changed number, name and place and a dropped hop are listed`() throws {
    let entries = [
      try claim(
        "A", [try figure(273, 273)], by: "observatory", through: ["tv", "reuters"],
        place: "Mosul Jadida"),
      try claim(
        "B", [try figure(237, 237)], by: "other-observatory", edges: [(.sameOriginAs, "A")],
        through: ["reuters", "rt"]),
    ]
    let mutations = MethodTable(of: Testimony(entries)).mutations
    let changes = mutations.map(\.change)
    #expect(changes.count == 4 && mutations.allSatisfy { $0.source?.text == "A" })
    #expect(
      changes.contains(.number(before: try figure(273, 273), after: try figure(237, 237))))
    #expect(changes.contains(.place(before: "Mosul Jadida", after: nil)))
    #expect(changes.contains(.droppedHop(try #require(SourceID("tv")))))
    // A dropped hop is a fact of the relay chain; the place in the words of each claim.
    let article = MethodTable(of: try MosulClaims().testimony(of: "CI550")).mutations
    let dropped = article.filter { $0.claim.text == "S13" && $0.source?.text == "L01" }
    #expect(
      dropped.map(\.change) == [.place(before: "Mosul Jadida", after: "collapsed buildings")])
  }
}
