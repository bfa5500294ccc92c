import Assessment
import Records
import Testing

/// Running totals: what replaces what, and which falls.
struct SeriesTests {
  private func count(
    _ id: String, _ number: Int, _ day: String, by claimant: String = "rescue",
    maybe: [(ClaimEdgeKind, String)] = []
  ) throws -> Testimony.Entry {
    try claim(
      id, [try figure(number, number, .bodies, .recovered, asAt: day)], by: claimant, on: day,
      maybe: maybe)
  }

  @Test func `a claimant's next running total replaces the last, as of the day it is out`() throws {
    let testimony = Testimony([
      try count("A", 40, "2017-03-23"), try count("B", 160, "2017-03-26"),
    ])
    #expect(MethodTable(of: testimony)[.airwars][.killed].values == [160, 160])
    let before = MethodTable(of: testimony, asOf: CivilDate("2017-03-25"))
    #expect(before[.airwars][.killed].values == [40, 40])
    #expect(
      MethodTable(of: testimony).readings.first?.leftOut
        == LeftOut(.superseded, because: [try claimID("B")]))
  }

  @Test func `a total that fell replaces nothing and raises scope-suspect with the pair`() throws {
    let table = MethodTable(
      of: Testimony([
        try count("A", 160, "2017-03-26"), try count("B", 141, "2017-03-30"),
        try count("C", 278, "2017-04-05"),
      ]))
    let fall = try #require(table.series.first?.falls.first)
    #expect(fall.before.claims.map(\.text) == ["A"] && fall.after.claims.map(\.text) == ["B"])
    #expect(fall.alarm == .scopeSuspect && table.series.first?.falls.count == 1)
    #expect(table[.airwars][.killed].values == [278, 278])
    let early = MethodTable(
      of: Testimony([try count("A", 160, "2017-03-26"), try count("B", 141, "2017-03-30")]))
    #expect(early[.airwars][.killed].values == [141, 160])
  }

  @Test func `totals of one body and totals that a possible edge ties are one family`() throws {
    let entries = [
      try count("A", 40, "2017-03-23", by: "chief"),
      try count("B", 30, "2017-03-24", by: "colonel"),
      try count("C", 20, "2017-03-25", by: "stranger", maybe: [(.supersedes, "B")]),
      try count("D", 10, "2017-03-26", by: "unrelated"),
    ]
    let known = try sources(
      ["chief": .official, "colonel": .official], bodies: ["chief": "body", "colonel": "body"])
    let series = MethodTable(of: Testimony(entries, sources: known)).series
    #expect(series.map { $0.steps.map(\.minimum) } == [[40, 30, 20]])
    #expect(series[0].falls.map(\.after.minimum) == [30, 20])
  }

  @Test func `the series of the strike of 17 March is flagged`() throws {
    let table = MethodTable(
      of: try MosulClaims().testimony(of: "CI550"), asOf: CivilDate("2017-05-25"))
    let series = try #require(table.series.first { !$0.falls.isEmpty })
    #expect(series.steps.map(\.minimum) == [40, 160, 141, 278])
    #expect(series.falls.map { [$0.before.minimum, $0.after.minimum] } == [[160, 141]])
  }
}
