import Assessment
import Atlas
import Inquiry
import Records
import SimpleFeatures
import Testing

/// When it happened, and what had been published by a day.
struct TimeAndReportTests {
  @Test func `a span meets open ends and leaves undated incidents to the question`() throws {
    let atlas = try makeAtlas([
      Strike(id: "a-day", time: "2017-03-17"), Strike(id: "b-after", time: "2017-04-02"),
      Strike(id: "c-since", time: "2017-03-01/.."), Strike(id: "d-until", time: "../2017-03-20"),
      Strike(id: "e-undated", time: nil), Strike(id: "f-month", time: "2017-03"),
    ])
    let march = try atlas.all { $0.time = try span("2017-03-15", "2017-03-31") }
    #expect(march.ids == ["d-until", "c-since", "f-month", "a-day", "e-undated"])
    #expect(march.counts.undated == 1)
    let strict = try atlas.all {
      $0.time = try span("2017-03-15", "2017-03-31")
      $0.includesUndated = false
    }
    #expect(strict.ids == ["d-until", "c-since", "f-month", "a-day"])
    #expect(strict.counts.undated == 1)
    #expect(try atlas.all { $0.time = try span("2017-04-01", nil) }.ids.contains("c-since"))
    let early = try atlas.all { $0.time = try span(nil, "2016-01-01") }
    #expect(early.ids == ["d-until", "e-undated"])
    // Incidents without a time stand last.
    #expect(try atlas.all().ids.last == "e-undated")
  }

  @Test func `before any claim nothing is known`() throws {
    let atlas = try Mosul.atlas()
    let page = try atlas.all { $0.asOf = try day("2010-01-01") }
    #expect(page.features.isEmpty)
    #expect(page.counts.notYetReported == atlas.incidentCount)
  }

  @Test func `CI550 as known on 25 March 2017`() throws {
    let feature = try #require(
      try Mosul.atlas().feature(id("CI550"), asOf: day("2017-03-25")))
    let killed = feature.assessment.killed
    // The dozens of S03 are a bound, not a reported number.
    #expect(killed.minimum?.value == 100)
    #expect(killed.minimum?.claims.map(\.text) == ["L07"])
    #expect(killed.minimum?.rule == .lowestReported)
    #expect(killed.maximum?.value == 240)
    #expect(killed.maximum?.claims.map(\.text) == ["L09"])
    #expect(feature.assessment.grade == nil)
    #expect(feature.undatedClaimCount == 3)
    // L25 and L27 place it too, without a day of their own.
    let asserters = feature.placement?.decidedBy ?? []
    #expect(asserters.isEmpty)
    #expect(feature.point?.assertedBy.text == "L01")
  }

  @Test func `CI550 as known today`() throws {
    let atlas = try Mosul.atlas()
    let feature = try #require(try atlas.feature(id("CI550"), asOf: nil))
    let killed = feature.assessment.killed
    #expect(killed.minimum?.value == 105 && killed.maximum?.value == 141)
    #expect(killed.maximum?.claims.map(\.text) == ["L25"])
    #expect(killed.maximum?.rule == .assessorRange)
    #expect(feature.assessment.grade?.grade == .confirmed)
    #expect(feature.undatedClaimCount == 0)
    #expect(feature.assessment.injured.isUnknown)
    let reported = try #require(atlas.reportedRange(of: id("CI550"), asOf: nil))
    #expect(reported.killed.minimum?.value == 61)
    #expect(reported.killed.maximum?.value == 300)
  }

  @Test func `a place that only a later claim gives does not count yet`() throws {
    let atlas = try makeAtlas([
      Strike(id: "late", published: "2017-05-01", extents: [disc(43.1, 36.3, 100)]),
      Strike(id: "undated", published: nil, extents: [disc(43.1, 36.3, 100)]),
    ])
    let area = QueryArea.envelope(box(43, 36, 44, 37))
    let before = try atlas.all {
      $0.area = area
      $0.asOf = try day("2017-04-30")
    }
    #expect(before.features.isEmpty && before.counts.notYetReported == 2)
    let after = try atlas.all {
      $0.area = area
      $0.asOf = try day("2017-05-01")
    }
    #expect(after.ids == ["late"] && after.counts.notYetReported == 1)
    #expect(try atlas.all { $0.area = area }.ids == ["late", "undated"])
  }

  @Test func `what an incident is counted as does not depend on the day's filter order`() throws {
    let atlas = try Mosul.atlas()
    for text in ["2016-12-31", "2017-03-25", "2017-07-10", "2020-01-01"] {
      let page = try atlas.all { $0.asOf = try day(text) }
      let counts = page.counts
      #expect(
        counts.certain + counts.unplaced + counts.notYetReported == atlas.incidentCount)
      for feature in page.features {
        #expect(feature.assessment.claimCount > 0)
        let known = try atlas.feature(feature.id, asOf: day(text))
        #expect(known?.assessment.killed == feature.assessment.killed)
      }
    }
  }
}
