import Records
import TestSupport
import Testing

/// Times as claims state them.
struct StatedTimeTests {
  @Test(arguments: [
    "2017", "2017-03", "2017-03-17", "2017-03-22?", "2017-02~", "2017%",
    "2017-02-19/2017-03-25", "2017-02~/..", "../2017-03-25", "2017/2018?", "2017-03/2017-03-05",
    "2017-03-31/2017-03", "2017-03-17T05:24:00Z",
  ])
  func `reads what it writes`(text: String) {
    #expect(StatedTime(text)?.description == text)
  }

  @Test(arguments: [
    ("2017-02-19/", "2017-02-19/.."), ("/2017-03-25", "../2017-03-25"),
    ("2017-03-17T08:24:00+03:00", "2017-03-17T05:24:00Z"),
  ])
  func `writes another spelling of one time in one way`(text: String, written: String) {
    #expect(StatedTime(text)?.description == written)
    #expect(StatedTime(written)?.description == written)
  }

  @Test(arguments: [
    ("2017-02-19/2017-03-25", "2017-02-19/2017-03-25"), ("2017-02~/..", "2017-02-01/.."),
    ("../2017-03", "../2017-03-31"), ("2017", "2017-01-01/2017-12-31"),
    ("2017-03-17T23:30:00-03:00", "2017-03-18"), ("2017-03/2017-03", "2017-03-01/2017-03-31"),
  ])
  func `means its days`(text: String, days: String) {
    #expect(StatedTime(text)?.interval.description == days)
  }

  @Test(arguments: [
    "", "/", "..", "../..", "/..", "../", "2017-03-25/2017-03-24", "2018/2017", "2017-04/2017-03",
    "2017/2018/2019", "2017-03-17T05:24:00Z/2017-03-18", "yesterday", "2017 /2018", "24/03/2017",
  ])
  func `refuses what is no time`(text: String) { #expect(StatedTime(text) == nil) }

  @Test(arguments: [
    ("2017-03-17", false), ("2017-03-17?", true), ("2017-03~", true), ("2017-02~/..", true),
    ("2017-02/2017-03%", true), ("2017-02/2017-03", false), ("2017-03-17T05:24:00Z", false),
  ])
  func `says whether it is in doubt`(text: String, isUncertain: Bool) {
    #expect(StatedTime(text)?.isUncertain == isUncertain)
  }

  @Test func `any two days in order are a span, and reversed none`() throws {
    var random = SeededGenerator(seed: 25_032_017)
    for _ in 0..<3_000 {
      let count = Int.random(in: -719_162...2_932_895, using: &random)
      let first = try #require(CivilDate(daysSinceEpoch: count))
      let last = first.adding(days: Int.random(in: 1...800, using: &random))
      let span = StatedTime("\(first)/\(last)")
      guard span?.interval == DayInterval(start: first, end: last),
        StatedTime("\(last)/\(first)") == nil
      else {
        Issue.record("SIJIL_SEED=\(random.seed): \(first) \(last)")
        return
      }
    }
  }
}
