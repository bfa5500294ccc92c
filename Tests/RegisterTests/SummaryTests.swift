import Assessment
import Inquiry
import Interchange
import Ledger
import Records
import Register
import Testing

/// Tables of totals over the bundled facts, under each method, as of days and as recorded.
struct SummaryTests {
  @Test(arguments: Method.allCases)
  func `each method's table holds every match once and its own ranges`(
    method: Assessment.Method
  ) async throws {
    let register = try Mosul.register(in: Scratch())
    var question = IncidentQuery()
    question.text = "CI550"
    let table = try await register.summary(SummaryQuery(question, by: .month, method: method))
    #expect(table.total.all.incidents.map(\.text) == ["CI550"])
    let result = try #require(
      try await register.results(
        of: [id("CI550")], by: method, asOf: nil, asRecorded: nil)[id("CI550")])
    #expect(table.total.all.killed.split.minimum?.value == result[.killed].minimum?.value)
    #expect(table.total.all.killed.split.maximum?.value == result[.killed].maximum?.value)
  }

  @Test func `the compact table equals the explained one of the same method`() async throws {
    let register = try Mosul.register(in: Scratch())
    let table = try await register.summary(SummaryQuery(by: .district))
    let ids = table.total.all.incidents
    let results = try await register.results(of: ids, by: .airwars, asOf: nil, asRecorded: nil)
    let links = try Dictionary(
      uniqueKeysWithValues: ids.map { id in
        (id, try register.ledger.snapshot().incident(id)?.links ?? [])
      })
    let terms = ids.map { id in
      IncidentTerm(
        incident: id, range: results[id]?[.killed].compact ?? HarmRange(minimum: nil, maximum: nil),
        links: links[id] ?? [])
    }
    let totals = IncidentTotals(terms)
    let killed = table.total.all.killed
    #expect(killed.split.minimum?.value == totals.split.minimum?.value)
    #expect(killed.split.maximum?.value == totals.split.maximum?.value)
    #expect(killed.merged.minimum?.value == totals.merged.minimum?.value)
    #expect(killed.merged.maximum?.value == totals.merged.maximum?.value)
    #expect(killed.overlaps == totals.overlaps)
    #expect(killed.unknown == totals.unknown)
  }

  @Test func `as-of and as-recorded compose in a table`() async throws {
    let scratch = try Scratch()
    let register = try Mosul.register(in: scratch, access: .readWrite)
    let file = try scratch.file(
      "one.csv",
      [
        "id,date,lat,lon,radius_m,title,kind,killed_min,killed_max",
        "IN-1,2017-03-17,36.34,43.13,100,First,airstrike,2,5",
      ])
    _ = try register.importFile(
      at: file, schema: .incidentsCSV, author: "tests", reason: "one more",
      recordedAt: moment("2026-02-01T00:00:00Z"))
    func table(_ asOf: String?, _ asRecorded: String?) async throws -> IncidentSummary {
      var query = IncidentQuery()
      query.asOf = try asOf.map(day)
      query.asRecorded = try asRecorded.map(moment)
      return try await register.summary(SummaryQuery(query, by: .month))
    }
    #expect(try await table(nil, nil).numberMatched == 77)
    #expect(try await table(nil, "2026-01-15T00:00:00Z").numberMatched == 76)
    let then = try await table("2017-03-24", "2026-01-15T00:00:00Z")
    #expect(then.numberMatched < 76)
    #expect(then.numberMatched + then.counts.notYetReported == 76)
    let march = try #require(then.rows.first { $0.group?.code == "2017-03" })
    #expect(march.all.incidents.contains { $0.text == "CI550" })
    await #expect(throws: InquiryError.self) { try await table(nil, "2020-01-01T00:00:00Z") }
  }
}
