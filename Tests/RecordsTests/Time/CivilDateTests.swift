import Foundation
import Records
import TestSupport
import Testing

/// Days against Foundation's calendar and against themselves.
struct CivilDateTests {
  /// Foundation's calendar turns Julian before this day, so it is an oracle from here on; the
  /// gapless count is the proof for the days before.
  private static let firstGregorianDay = -141_427
  private static let calendar: Calendar = {
    var calendar = Calendar(identifier: .iso8601)
    calendar.timeZone = .gmt
    return calendar
  }()

  @Test func `counts every day from 0001 to 9999 without a gap`() {
    var expected = Int32(-719_162)
    var isGapless = true
    for year in 1...9_999 {
      for month in 1...12 {
        for day in 1...CivilDate.lastDay(ofMonth: month, year: year) {
          let date = CivilDate(year: year, month: month, day: day)
          isGapless = isGapless && date?.daysSinceEpoch == expected
          expected += 1
        }
      }
    }
    #expect(isGapless)
    #expect(expected - 1 == CivilDate.latest.daysSinceEpoch)
  }

  @Test func `turns every count back into its calendar day`() {
    var previous = (year: 0, month: 12, day: 31)
    for count in Int(CivilDate.earliest.daysSinceEpoch)...Int(CivilDate.latest.daysSinceEpoch) {
      let parts = CivilDate(daysSinceEpoch: count)?.components ?? (0, 0, 0)
      let isNext =
        parts == (previous.year, previous.month, previous.day + 1)
        || (parts == (previous.year, previous.month + 1, 1) && previous.day >= 28)
        || (parts == (previous.year + 1, 1, 1) && previous.month == 12 && previous.day == 31)
      guard isNext else {
        Issue.record("day \(count) is \(parts) after \(previous)")
        return
      }
      previous = parts
    }
    #expect(previous == (9_999, 12, 31))
  }

  @Test func `agrees with Foundation since the calendar's reform`() throws {
    var random = SeededGenerator(seed: 1_582)
    for _ in 0..<4_000 {
      let count = Int.random(
        in: CivilDateTests.firstGregorianDay...Int(CivilDate.latest.daysSinceEpoch), using: &random)
      let date = try #require(CivilDate(daysSinceEpoch: count))
      let moment = Date(timeIntervalSince1970: Double(count) * 86_400)
      let parts = CivilDateTests.calendar.dateComponents([.year, .month, .day], from: moment)
      #expect(
        date.components == (parts.year ?? 0, parts.month ?? 0, parts.day ?? 0),
        "SIJIL_SEED=\(random.seed): day \(count)")
    }
  }

  @Test func `reads what it writes`() {
    var random = SeededGenerator(seed: 8_601)
    for _ in 0..<20_000 {
      let count = Int.random(in: -719_162...2_932_896, using: &random)
      guard let date = CivilDate(daysSinceEpoch: count), CivilDate(date.description) == date,
        date.description.utf8.count == 10
      else {
        Issue.record("SIJIL_SEED=\(random.seed): day \(count)")
        return
      }
    }
  }

  @Test(arguments: [
    "", "2017", "2017-03", "2017-3-17", "2017-03-17 ", " 2017-03-17", "17-03-2017", "2017/03/17",
    "0000-01-01", "2017-00-10", "2017-13-01", "2017-02-29", "1900-02-29", "2100-02-29",
    "2017-04-31", "2017-03-32", "+2017-03-17", "-2017-03-17", "２０１７-03-17", "2017-03-1a",
    "20170317", "2017-03-17T00:00:00Z",
  ])
  func `refuses what is no day`(text: String) { #expect(CivilDate(text) == nil) }

  @Test func `takes the leap days there are`() {
    for year in [4, 1600, 1904, 2000, 2016, 9_996] {
      #expect(CivilDate(year: year, month: 2, day: 29) != nil, "\(year)")
    }
  }

  @Test func `is held inside its years`() {
    #expect(CivilDate(daysSinceEpoch: .max) == nil)
    #expect(CivilDate(daysSinceEpoch: .min) == nil)
    #expect(CivilDate(daysSinceEpoch: 2_932_897) == nil)
    #expect(CivilDate(daysSinceEpoch: -719_163) == nil)
    #expect(CivilDate(year: .max, month: 1, day: 1) == nil)
    #expect(CivilDate(year: 10_000, month: 1, day: 1) == nil)
    #expect(CivilDate.latest.adding(days: 1) == .latest)
    #expect(CivilDate.latest.adding(days: .max) == .latest)
    #expect(CivilDate.earliest.adding(days: .min) == .earliest)
    #expect(CivilDate.earliest.adding(days: 3_652_058) == .latest)
    #expect(CivilDate.earliest.description == "0001-01-01")
    #expect(CivilDate.latest.description == "9999-12-31")
  }
}
