public import Records

/// Where the viewer stands in time: on the clock of events, on that of publication, or both.
///
/// A clock that stands nowhere shows all of time: every event, or all that is known now.
public struct TimeSlider: Hashable, Sendable {
  /// The two clocks.
  public enum Clock: Hashable, Sendable {
    /// When it happened.
    case event
    /// What had been published by the end of a day.
    case knowledge
  }

  /// How far one step goes.
  public enum Unit: String, Hashable, Sendable, CaseIterable {
    case day
    /// Monday to Sunday (ISO 8601).
    case week
    case month

    /// The unit that holds a day.
    func interval(around day: CivilDate) -> ClosedRange<CivilDate> {
      switch self {
      case .day: return day...day
      case .week:
        // 1970-01-01 was a Thursday.
        let sinceMonday = (Int(day.daysSinceEpoch) + 3) %% 7
        let monday = day.adding(days: -sinceMonday)
        return monday...monday.adding(days: 6)
      case .month:
        let (year, month, number) = day.components
        let first = day.adding(days: 1 - number)
        return first...first.adding(days: CivilDate.lastDay(ofMonth: month, year: year) - 1)
      }
    }
  }

  /// Which events are shown at a step.
  public enum Span: Hashable, Sendable {
    /// Those of the step's own days.
    case only
    /// Those from the beginning until its end.
    case until
  }

  /// The clock that keys move.
  public var clock = Clock.event
  /// How far one step goes.
  public var unit = Unit.day
  /// Which events are shown at a step.
  public var span = Span.only
  /// Whether it moves by itself.
  public var isPlaying = false
  /// A day of the step on the clock of events; `nil` for all of time.
  public private(set) var event: CivilDate?
  /// The day by whose end something had to be published; `nil` for now.
  public private(set) var knowledge: CivilDate?
  /// The first and last day on which something may have happened; `nil` before it is known.
  public var eventRange: ClosedRange<CivilDate>?
  /// The first and last day on which a claim became public; `nil` before it is known.
  public var knowledgeRange: ClosedRange<CivilDate>?

  /// Stands in all of time.
  public init() {}

  /// Whether both clocks show all of time.
  public var isEverything: Bool { event == nil && knowledge == nil }

  /// The day on the clock that keys move.
  public var day: CivilDate? { clock == .event ? event : knowledge }

  /// The range of the clock that keys move.
  public var range: ClosedRange<CivilDate>? { clock == .event ? eventRange : knowledgeRange }

  /// The days whose events are shown; `nil` for all.
  public var eventDays: DayInterval? {
    guard let event else { return nil }
    let step = unit.interval(around: event)
    return DayInterval(start: span == .only ? step.lowerBound : nil, end: step.upperBound)
  }

  /// The day by whose end something had to be published; `nil` for now.
  public var asOf: CivilDate? { knowledge.map { unit.interval(around: $0).upperBound } }

  /// Puts the moving clock on a day, or on all of time.
  public mutating func move(to day: CivilDate?) {
    if clock == .event { event = day } else { knowledge = day }
  }

  /// Puts both clocks where a question has them.
  mutating func set(event: CivilDate?, knowledge: CivilDate?) {
    (self.event, self.knowledge) = (event, knowledge)
  }

  /// One step on or back.
  ///
  /// From all of time the first step goes to the beginning, and backwards to the end.
  ///
  /// - Parameter steps: How many; negative ones go back.
  /// - Returns: `false` at the end of the range, where it stays, and where there is no range.
  public mutating func step(_ steps: Int) -> Bool {
    guard let range, steps != 0 else { return false }
    guard let day else {
      move(to: steps > 0 ? range.lowerBound : range.upperBound)
      return true
    }
    var target = day
    for _ in 0..<abs(steps) {
      let interval = unit.interval(around: target)
      target =
        steps > 0
        ? interval.upperBound.adding(days: 1) : interval.lowerBound.adding(days: -1)
    }
    // A unit that begins outside the range still counts where a part of it lies inside.
    let reached = unit.interval(around: target)
    guard reached.upperBound >= range.lowerBound, reached.lowerBound <= range.upperBound else {
      return false
    }
    move(to: min(max(target, range.lowerBound), range.upperBound))
    return true
  }

  /// To the first or the last day.
  ///
  /// - Parameter last: Whether to the last.
  /// - Returns: Whether there is one.
  public mutating func jump(toLast last: Bool) -> Bool {
    guard let range else { return false }
    move(to: last ? range.upperBound : range.lowerBound)
    return true
  }
}

infix operator %% : MultiplicationPrecedence

/// The remainder that is never negative.
private func %% (left: Int, right: Int) -> Int { ((left % right) + right) % right }
