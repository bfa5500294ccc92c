import Assessment
import Records
import Testing

/// Which claims stand: recorders' findings, successors, and what was public by a day.
struct StandingTests {
  @Test func `a recorder's finding gives the range, and the reports stay beside it`() throws {
    let said = [
      Said(id: "A", minimum: 40), Said(id: "B", minimum: 278, maximum: 278),
      Said(id: "R", minimum: 105, maximum: 141, kinds: [.assesses, .reportsDeaths]),
    ]
    let killed = try assess(said).killed
    #expect(killed.values == [105, 141] && killed.minimum?.names == ["R"])
    #expect(killed.minimum?.rule == .assessorRange && killed.maximum?.rule == .assessorRange)
    #expect(try assess(said, heedsAssessors: false).killed.values == [40, 278])
  }

  @Test func `a finding of up to leaves the minimum unknown`() throws {
    let killed = try assess([
      Said(id: "A", minimum: 2, maximum: 2),
      Said(id: "R", maximum: 29, kinds: [.assesses]),
    ]).killed
    #expect(killed.values == [nil, 29])
  }

  @Test func `a belligerent's verdict on itself is a report like others`() throws {
    let killed = try assess([
      Said(id: "A", minimum: 61, maximum: 61),
      Said(
        id: "B", minimum: 105, maximum: 141, kinds: [.assesses],
        verdict: .credible),
    ]).killed
    #expect(killed.values == [61, 141] && killed.maximum?.rule == .highestReported)
  }

  @Test func `a running total leaves when its successor is in, not before`() throws {
    let said = [
      Said(id: "A", day: "2017-03-23", minimum: 40, supersededBy: ["B"]),
      Said(id: "B", day: "2017-03-26", minimum: 160, maximum: 160, supersededBy: ["C"]),
      Said(id: "C", day: "2017-04-05", minimum: 278, maximum: 278),
    ]
    #expect(try assess(said).killed.values == [278, 278])
    #expect(try assess(said, asOf: "2017-03-26").killed.values == [160, 160])
    #expect(try assess(said, asOf: "2017-03-25").killed.values == [40, 40])
    #expect(try assess(said, asOf: "2017-03-25").killed.maximum?.isOpen == true)
    #expect(try assess(said).claimCount == 3)
    // A successor that this incident's claims do not hold takes nothing away.
    #expect(try assess([said[0]]).killed.values == [40, 40])
  }

  @Test func `two claims that each replace the other both stand`() throws {
    let killed = try assess([
      Said(id: "A", minimum: 40, maximum: 40, supersededBy: ["B"]),
      Said(id: "B", minimum: 50, maximum: 50, supersededBy: ["A"]),
    ]).killed
    #expect(killed.values == [40, 50])
  }

  @Test func `a successor that may mean another event replaces nothing`() throws {
    let killed = try assess([
      Said(id: "A", minimum: 40, maximum: 40, supersededBy: ["B"]),
      Said(id: "B", minimum: 160, maximum: 160, certainty: .possible),
    ]).killed
    #expect(killed.values == [40, 40])
  }

  @Test func `what was not yet public, or has no day, does not count as of a day`() throws {
    let said = [
      Said(id: "A", day: "2017-03-23", minimum: 40, maximum: 40),
      Said(id: "B", day: "2017-03-26", minimum: 61, maximum: 61),
      Said(id: "C", day: nil, minimum: 300, maximum: 300),
    ]
    let early = try assess(said, asOf: "2017-03-22")
    #expect(early.killed.isUnknown && early.claimCount == 0)
    let first = try assess(said, asOf: "2017-03-23")
    #expect(first.killed.values == [40, 40] && first.claimCount == 1)
    #expect(try assess(said, asOf: "2030-01-01").killed.values == [40, 61])
    #expect(try assess(said).killed.values == [40, 300])
    // An interval is surely out only on its last day.
    let month = [Said(id: "M", day: "2017-03", minimum: 1, maximum: 1)]
    #expect(try assess(month, asOf: "2017-03-30").claimCount == 0)
    #expect(try assess(month, asOf: "2017-03-31").claimCount == 1)
  }

  @Test func `the latest grade stands, an undated one as the latest`() throws {
    let said = [
      Said(id: "A", day: "2017-03-25", grade: .fair),
      Said(id: "B", day: "2017-05-25", grade: .confirmed),
    ]
    #expect(try assess(said).grade == GradeFinding(grade: .confirmed, claims: [claimID("B")]))
    #expect(try assess(said, asOf: "2017-04-01").grade?.grade == .fair)
    #expect(try assess(said, asOf: "2017-03-01").grade == nil)
    let undated = said + [Said(id: "C", day: nil, grade: .weak)]
    #expect(try assess(undated).grade?.grade == .weak)
    #expect(try assess(undated, asOf: "2017-06-01").grade?.grade == .confirmed)
  }

  @Test func `of grades of one day the first in the order of decision stands`() throws {
    for (index, grade) in [Grade.discounted, .confirmed, .contested, .fair, .weak].enumerated() {
      #expect(grade.decisionOrder == index)
    }
    let grade = try assess([
      Said(id: "A", grade: .weak), Said(id: "B", grade: .contested),
      Said(id: "C", grade: .contested), Said(id: "D", certainty: .possible, grade: .confirmed),
    ]).grade
    #expect(grade?.grade == .contested && grade?.claims.map(\.text) == ["B", "C"])
  }

  @Test func `claims can be named in another way`() throws {
    let plain = try assess([Said(id: "A", minimum: 1, maximum: 2, grade: .fair)])
    let renamed = plain.mapClaims(\.text)
    #expect(renamed.killed.minimum?.claims == ["A"] && renamed.grade?.claims == ["A"])
    #expect(renamed.claimCount == 1 && renamed.killed.maximum?.value == 2)
  }

  @Test func `ten thousand claims of one incident are all named`() throws {
    let said = try (0..<10_000).map { try Said(id: "C\($0)", minimum: 5, maximum: 9).evidence() }
    let assessment = IncidentAssessment(of: said)
    #expect(assessment.killed.minimum?.claims.count == 10_000)
    #expect(assessment.killed.maximum?.claims == assessment.killed.minimum?.claims)
  }
}
