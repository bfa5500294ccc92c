import Inquiry
import Records
import SimpleFeatures
import Testing

@testable import CommandLineTool

struct QueryTableTests {
  private func summary(
    matched: Int, counts: MatchCounts, next: PageCursor? = nil,
    _ change: (inout IncidentQuery) -> Void = { _ in }
  ) -> [String] {
    var query = IncidentQuery()
    change(&query)
    return QueryTable(
      IncidentPage(
        features: [], numberMatched: matched, counts: counts, next: next, query: query,
        dataVersion: DataVersion(sequence: 1, hash: "", recordedAt: nil))
    ).summary
  }

  @Test func `without an area the number is all there is to say`() {
    #expect(summary(matched: 76, counts: MatchCounts()) == ["76 incidents"])
  }

  @Test func `in an area what is inside, perhaps inside and outside is told apart`() {
    var counts = MatchCounts()
    counts.certain = 5
    counts.possible = 18
    counts.excluded = 52
    counts.unplaced = 1
    let lines = summary(matched: 5, counts: counts) {
      $0.area = .envelope(.world)
      $0.match = .certain
    }
    #expect(
      lines == [
        "5 incidents (match certain): 5 certainly inside, 18 possibly, 52 outside",
        "1 without a usable place: left out",
      ])
  }

  @Test func `without an area incidents of no place are in the answer and named`() {
    var counts = MatchCounts()
    counts.unplaced = 2
    #expect(
      summary(matched: 76, counts: counts) == ["76 incidents", "2 without a usable place"])
  }

  @Test func `undated and not yet reported incidents are counted`() throws {
    var counts = MatchCounts()
    counts.undated = 3
    counts.notYetReported = 40
    let asOf = try #require(CivilDate("2017-03-24"))
    #expect(
      summary(matched: 33, counts: counts) { $0.asOf = asOf } == [
        "33 incidents", "3 without a date: left out",
        "40 not reported by 2017-03-24, or with no dated claim",
      ])
  }

  @Test func `a page that is not the last says how to go on`() throws {
    let cursor = PageCursor(day: 17_000, id: try #require(IncidentID("CI550")))
    let lines = summary(matched: 76, counts: MatchCounts(), next: cursor)
    #expect(lines.last == "0 shown; go on with --cursor \(cursor.text)")
    #expect(PageCursor(text: cursor.text) == cursor)
  }
}
