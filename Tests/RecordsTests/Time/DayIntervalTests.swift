import Records
import TestSupport
import Testing

/// Spans of days against sets of days.
struct DayIntervalTests {
  private let origin = 17_000

  private func day(_ offset: Int) -> CivilDate? { CivilDate(daysSinceEpoch: origin + offset) }

  /// Every span of a week, its ends open or not.
  private var spans: [(span: DayInterval, days: Set<Int>)] {
    var spans: [(DayInterval, Set<Int>)] = []
    for start in [Int?.none] + (0..<6).map(Optional.some) {
      for end in [Int?.none] + (0..<6).map(Optional.some) {
        let first = start.flatMap(day)
        let last = end.flatMap(day)
        guard let span = DayInterval(start: first, end: last) else { continue }
        spans.append((span, Set((start ?? -3)...(end ?? 9))))
      }
    }
    return spans
  }

  @Test func `meets and covers as sets of days do`() {
    let spans = spans
    #expect(spans.count == 6 * 7 / 2 + 6 + 6 + 1)
    for (one, daysOfOne) in spans {
      for (two, daysOfTwo) in spans {
        #expect(one.intersects(two) == !daysOfOne.isDisjoint(with: daysOfTwo), "\(one) \(two)")
        #expect(one.covers(two) == daysOfOne.isSuperset(of: daysOfTwo), "\(one) \(two)")
      }
    }
  }

  @Test func `refuses an end before its start`() {
    #expect(DayInterval(start: day(1), end: day(0)) == nil)
    #expect(DayInterval(start: day(1), end: day(1)) != nil)
  }

  @Test func `writes one day alone and open ends as two dots`() throws {
    let first = try #require(CivilDate("2017-03-17"))
    let last = try #require(CivilDate("2017-03-25"))
    #expect(DayInterval(first).description == "2017-03-17")
    #expect(DayInterval(start: first, end: last)?.description == "2017-03-17/2017-03-25")
    #expect(DayInterval(start: first, end: nil)?.description == "2017-03-17/..")
    #expect(DayInterval(start: nil, end: last)?.description == "../2017-03-25")
    #expect(DayInterval(start: nil, end: nil)?.description == "../..")
  }
}
