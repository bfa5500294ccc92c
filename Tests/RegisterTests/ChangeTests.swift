import Assessment
import Inquiry
import Ledger
import Records
import Register
import Testing

/// What changed between two dates or two states of the ledger.
struct ChangeTests {
  private func report(
    _ register: Register, _ from: String, _ to: String,
    _ narrow: (inout IncidentQuery) -> Void = { _ in }
  ) async throws -> ChangeReport {
    var query = IncidentQuery()
    narrow(&query)
    return try await register.changes(
      ChangeQuery(query, over: .published(from: try day(from), to: try day(to))))
  }

  @Test func `the days around the first article changed figures and grade of one strike`()
    async throws
  {
    let register = try Mosul.register(in: Scratch())
    let report = try await report(register, "2017-03-24", "2017-03-27")
    #expect(report.changes.map(\.id.text) == ["CI550"])
    let change = try #require(report.changes.first).change
    #expect(!change.isFirstReport)
    let facts = change.shifts.map(\.fact)
    #expect(facts.contains(.killedMinimum(from: 138, to: 61)))
    #expect(facts.contains(.killedMaximum(from: 138, to: 240)))
    #expect(
      facts.contains(
        .grade(from: .graded(.noActionKnown), to: .graded(.rivalAttributions))))
    for shift in change.shifts { #expect(!shift.because.isEmpty) }
    let killed = change.shifts.first { $0.fact == .killedMinimum(from: 138, to: 61) }
    #expect(killed?.because.map(\.text) == ["L11"])
    #expect(report.unmoved.map(\.id.text) == ["CI551"])
  }

  @Test func `a strike first reported in between says so`() async throws {
    let register = try Mosul.register(in: Scratch())
    let report = try await report(register, "2017-03-22", "2017-03-23")
    let strike = try #require(report.changes.first { $0.id.text == "CI550" })
    #expect(strike.change.isFirstReport)
    #expect(strike.change.before.claimCount == 0)
  }

  @Test func `an area, a day before all and a day after all leave nothing`() async throws {
    let register = try Mosul.register(in: Scratch())
    let place: PlaceID = try id("zuhur")
    let elsewhere = try await report(register, "2017-03-24", "2017-03-27") {
      $0.area = .place(place)
      $0.match = .certain
    }
    #expect(elsewhere.changes.isEmpty && elsewhere.unmoved.isEmpty)
    #expect(try await report(register, "1990-01-01", "1990-01-02").changes.isEmpty)
    #expect(try await report(register, "2017-03-27", "2017-03-27").changes.isEmpty)
    #expect(try await report(register, "2017-03-27", "2017-03-24").changes.isEmpty)
  }

  @Test func `a change equals the one worked out from all claims of the incident`() async throws {
    let register = try Mosul.register(in: Scratch())
    let snapshot = try register.ledger.snapshot()
    let (from, to) = (try day("2017-03-01"), try day("2017-07-31"))
    let report = try await report(register, "2017-03-01", "2017-07-31")
    var sources: [SourceID: Source] = [:]
    try snapshot.forEachSource { source, _ in sources[source.id] = source }
    var expected: [IncidentID: AssessmentChange] = [:]
    try snapshot.forEachIncident { incident, _ in
      let entries = try snapshot.claims(of: incident.id).compactMap { claim in
        claim.incidents.first { $0.incident == incident.id }.map {
          Testimony.Entry(claim: claim, certainty: $0.certainty)
        }
      }
      let change = AssessmentChange(Testimony(entries, sources: sources), from: from, to: to)
      if let change, change.isFirstReport || !change.shifts.isEmpty {
        expected[incident.id] = change
      }
    }
    #expect(!expected.isEmpty)
    let found = Dictionary(uniqueKeysWithValues: report.changes.map { ($0.id, $0.change) })
    #expect(found == expected)
  }

  @Test func `two states of the ledger differ by what was written in between`() async throws {
    let register = try Mosul.register(in: Scratch(), access: .readWrite)
    let figure = try #require(
      Quantity(minimum: 300, maximum: 300, unit: .bodies, status: .killed, bound: .exactly))
    try register.ledger.append(
      author: "tests", reason: "one more", recordedAt: moment("2026-02-01T00:00:00Z")
    ) { appender in
      try appender.insert(
        Claim(
          id: id("N1"), claimant: id("rt"), kinds: [.reportsDeaths], quantities: [figure],
          published: StatedTime(day("2017-03-25")),
          incidents: [IncidentMembership(incident: id("CI550"), certainty: .certain)]))
    }
    let (from, to) = (try moment("2026-01-15T00:00:00Z"), try moment("2026-02-15T00:00:00Z"))
    let april = try day("2017-04-30")
    let report = try await register.changes(
      ChangeQuery(over: .recorded(from: from, to: to, asOf: april)))
    #expect(report.changes.map(\.id.text) == ["CI550"])
    let shift = try #require(report.changes.first?.change.shifts.first)
    #expect(shift.fact == .killedMaximum(from: 278, to: 300))
    #expect(shift.because.map(\.text) == ["N1"])
    #expect(report.dataVersion.sequence == 2)
    let before = try await register.changes(
      ChangeQuery(over: .recorded(from: from, to: from, asOf: nil)))
    #expect(before.changes.isEmpty && before.unmoved.isEmpty)
  }
}
