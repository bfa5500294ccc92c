import MapViewer
import Records
import TestSupport
import Testing

@Suite("The time slider")
struct TimeSliderTests {
  private func day(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

  private func slider() throws -> TimeSlider {
    var slider = TimeSlider()
    slider.eventRange = try day("2017-01-30")...day("2017-03-02")
    slider.knowledgeRange = try day("2017-02-01")...day("2017-06-01")
    return slider
  }

  @Test("The first step from all of time goes to an end, further ones by the unit, and stop there")
  func steps() throws {
    var slider = try slider()
    slider.unit = .month
    var spans: [String] = []
    while slider.step(1) { spans.append(slider.eventDays?.description ?? "") }
    #expect(spans == ["2017-01-01/2017-01-31", "2017-02-01/2017-02-28", "2017-03-01/2017-03-31"])
    let back = [slider.step(-1), slider.step(-1), slider.step(-1)]
    #expect(back == [true, true, false])
    #expect(slider.eventDays?.description == "2017-01-01/2017-01-31")
    var fresh = try self.slider()
    let isMoved = fresh.step(-1)
    #expect(isMoved)
    #expect(fresh.event == fresh.eventRange?.upperBound)
  }

  @Test("A week runs from Monday to Sunday, before 1970 too")
  func weeks() throws {
    var slider = try slider()
    slider.unit = .week
    slider.eventRange = try day("1969-12-01")...day("2017-03-31")
    for (date, week) in [
      ("2017-03-17", "2017-03-13/2017-03-19"), ("2017-03-13", "2017-03-13/2017-03-19"),
      ("2017-03-19", "2017-03-13/2017-03-19"), ("1969-12-31", "1969-12-29/1970-01-04"),
    ] {
      slider.move(to: try day(date))
      #expect(slider.eventDays?.description == week)
    }
  }

  @Test("A span until the step is open at its beginning, and knowledge ends with its unit")
  func spans() throws {
    var slider = try slider()
    slider.move(to: try day("2017-02-14"))
    slider.span = .until
    #expect(slider.eventDays?.description == "../2017-02-14")
    slider.clock = .knowledge
    slider.unit = .month
    slider.move(to: try day("2017-02-14"))
    #expect(slider.asOf == (try day("2017-02-28")))
    #expect(slider.event == (try day("2017-02-14")))
  }

  @Test("Day by day forwards and back again ends where it began")
  func thereAndBack() throws {
    var random = SeededGenerator(seed: 11)
    for unit in TimeSlider.Unit.allCases {
      var slider = try slider()
      slider.unit = unit
      _ = slider.step(1)
      let start = slider.eventDays
      var taken = 0
      for _ in 0..<random.integer(in: 1...40) where slider.step(1) { taken += 1 }
      for _ in 0..<taken where !slider.step(-1) { Issue.record("seed \(random.seed)") }
      #expect(slider.eventDays == start, "seed \(random.seed), \(unit)")
    }
  }

  @Test("Without a range there is nowhere to step")
  func empty() {
    var slider = TimeSlider()
    let moves = [slider.step(1), slider.step(-1), slider.jump(toLast: true)]
    #expect(moves == [false, false, false])
    #expect(slider.isEverything)
  }
}
