import Records
import TestSupport
import Testing

/// EDTF dates: what is written is read, and what is read means its days.
struct ExtendedDateTests {
  @Test func `reads every form it writes`() {
    for year in [1, 476, 1900, 2000, 2017, 9_999] {
      let years = String(repeating: "0", count: 4 - String(year).count) + String(year)
      for tail in ["", "-01", "-02", "-12", "-01-01", "-02-28", "-03-31", "-12-31"] {
        for doubt in ["", "?", "~", "%"] {
          let text = years + tail + doubt
          #expect(ExtendedDate(text)?.description == text)
        }
      }
    }
  }

  @Test(arguments: [
    ("2017", "2017-01-01/2017-12-31", DatePrecision.year),
    ("2017-02~", "2017-02-01/2017-02-28", .month), ("2016-02", "2016-02-01/2016-02-29", .month),
    ("2017-03-22?", "2017-03-22", .day), ("9999%", "9999-01-01/9999-12-31", .year),
    ("0001-01", "0001-01-01/0001-01-31", .month),
  ])
  func `means its days`(text: String, days: String, precision: DatePrecision) throws {
    let date = try #require(ExtendedDate(text))
    #expect(date.interval.description == days)
    #expect(date.precision == precision)
  }

  @Test func `keeps uncertain and approximate apart`() throws {
    let cases = [("", false, false), ("?", true, false), ("~", false, true), ("%", true, true)]
    for (doubt, isUncertain, isApproximate) in cases {
      let date = try #require(ExtendedDate("2017-03" + doubt))
      #expect(date.isUncertain == isUncertain)
      #expect(date.isApproximate == isApproximate)
    }
  }

  @Test(arguments: [
    "", "17", "0000", "2017-", "2017-3", "2017-13", "2017-00", "2017-02-29", "2017-03-", "2017??",
    "2017?~", "2017~?", "?2017", "2017-03-17T", "2017 ", "201X", "2017-21", "Y17000", "-0001",
    "2017-03-?17", "2017/2018",
  ])
  func `refuses what is not its level`(text: String) { #expect(ExtendedDate(text) == nil) }

  @Test func `a civil day and its text are one date`() throws {
    var random = SeededGenerator(seed: 8_602)
    for _ in 0..<5_000 {
      let count = Int.random(in: -719_162...2_932_896, using: &random)
      let day = try #require(CivilDate(daysSinceEpoch: count))
      guard ExtendedDate(day) == ExtendedDate(day.description),
        ExtendedDate(day).interval == DayInterval(day)
      else {
        Issue.record("SIJIL_SEED=\(random.seed): \(day)")
        return
      }
    }
  }

  @Test func `UCDP codes are 1 to 5 and turn back`() {
    #expect(DatePrecision.allCases.map(\.ucdpCode) == [1, 2, 3, 4, 5])
    for code in 1...5 { #expect(DatePrecision(ucdpCode: code)?.ucdpCode == code) }
    for code in [0, 6, -1, .max] { #expect(DatePrecision(ucdpCode: code) == nil) }
  }
}
