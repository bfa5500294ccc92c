import Inquiry
import Records

// Where in time.

extension ViewerState {
  mutating func changeTime(_ action: ViewerAction) {
    switch action {
    case .clock:
      slider.clock = slider.clock == .event ? .knowledge : .event
      say(
        slider.clock == .event
          ? "Time is now when it happened" : "Time is now what had been published by then")
    case .unit:
      let all = TimeSlider.Unit.allCases
      setUnit(all[((all.firstIndex(of: slider.unit) ?? 0) + 1) % all.count])
    case .span:
      slider.span = slider.span == .only ? .until : .only
      say(
        slider.span == .only
          ? "Shown: what happened in the \(slider.unit.rawValue) alone"
          : "Shown: all that happened until then")
    case .stepBack, .stepForward:
      step(action == .stepForward ? 1 : -1)
    case .firstDay, .lastDay:
      slider.jump(toLast: action == .lastDay) ? sayTime() : say("No time is known")
    case .play: play()
    case .allTime:
      slider.isPlaying = false
      slider.set(event: nil, knowledge: nil)
      say("All of time", withView: true)
    default: break
    }
  }

  mutating func setUnit(_ unit: TimeSlider.Unit) {
    slider.unit = unit
    say("One step is one \(unit.rawValue)", withView: !slider.isEverything)
  }

  mutating func setDay(_ day: CivilDate?, on clock: TimeSlider.Clock) {
    slider.isPlaying = false
    slider.clock = clock
    slider.move(to: day)
    sayTime()
  }

  private mutating func step(_ steps: Int) {
    if slider.step(steps) {
      sayTime()
    } else if slider.range == nil {
      say("No time is known")
    } else {
      say(steps > 0 ? "That is the last \(slider.unit.rawValue)" : "That is the first one")
    }
  }

  private mutating func play() {
    if slider.isPlaying {
      slider.isPlaying = false
      return say("Stopped")
    }
    guard let range = slider.range else { return say("No time is known") }
    // At the end, playing begins again.
    if let day = slider.day,
      slider.unit.interval(around: day).upperBound >= range.upperBound
    {
      slider.move(to: nil)
    }
    slider.isPlaying = true
    tickNow()
  }

  private mutating func tickNow() {
    _ = slider.step(1)
    sayTime()
  }

  mutating func sayTime() { say(timeText, withView: true) }

  /// `17 March 2017`, `until 17 March 2017`, with what had been published by a day.
  var timeText: String {
    var words: [String] = []
    if slider.event != nil { words.append(PlainWords.days(days)) }
    if let asOf = slider.asOf { words.append("as published by \(PlainWords.day(asOf))") }
    return words.isEmpty ? "All of time" : words.joined(separator: ", ")
  }

  /// Takes in how far the two clocks go.
  ///
  /// - Parameters:
  ///   - incidents: The answer without time.
  ///   - published: The first and last day on which a claim became public.
  mutating func setRanges(_ incidents: Incidents, published: ClosedRange<CivilDate>?) {
    (eventDays, slider.eventRange) = Self.days(of: incidents)
    slider.knowledgeRange = published
  }

  /// Takes in the answer without filter and time.
  ///
  /// - Parameter incidents: The answer.
  mutating func setWhole(_ incidents: Incidents) {
    (wholeDays, wholeRange) = Self.days(of: incidents)
  }

  /// How many incidents may have begun on each day, and from when to when there are any.
  private static func days(
    of incidents: Incidents
  ) -> (counts: [CivilDate: Int], range: ClosedRange<CivilDate>?) {
    var counts: [CivilDate: Int] = [:]
    var first: CivilDate?
    var last: CivilDate?
    for item in incidents.items {
      guard let time = item.feature.time, let start = time.start ?? time.end else { continue }
      counts[start, default: 0] += 1
      first = min(first ?? start, start)
      last = max(last ?? start, time.end ?? start)
    }
    return (counts, first.flatMap { first in last.map { first...max(first, $0) } })
  }
}
