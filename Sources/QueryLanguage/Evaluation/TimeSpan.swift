public import Records

/// A date, a moment or an interval as filters compare them: both ends included, either end open.
///
/// Dates are counted in whole days and moments in whole seconds. Two spans of days are compared day
/// by day; where days meet seconds, a span of days reaches from its first second to its last.
///
/// - Note: Source – OGC 21-065r2 §7.7.1: intervals are closed at both ends, and casts between
///   dates and timestamps are the server's to define (§7.7.4).
public struct TimeSpan: Hashable, Sendable {
  /// How finely the ends are known.
  public enum Unit: Hashable, Sendable {
    /// Whole days in UTC.
    case day
    /// Whole seconds.
    case second
  }

  /// The first day, by its first second, or the first second; `Int64.min` when open.
  let start: Int64
  /// The last day, by its first second, or the last second; `Int64.max` when open.
  let end: Int64
  /// How finely the ends are known.
  public let unit: Unit

  private init(start: Int64, end: Int64, unit: Unit) {
    self.start = start
    self.end = end
    self.unit = unit
  }

  /// A day.
  ///
  /// - Parameter date: The day.
  public init(_ date: CivilDate) {
    let second = Instant(startOf: date).secondsSinceEpoch
    self.init(start: second, end: second, unit: .day)
  }

  /// A moment.
  ///
  /// - Parameter instant: The moment, to the second.
  public init(_ instant: Instant) {
    let second = instant.secondsSinceEpoch
    self.init(start: second, end: second, unit: .second)
  }

  /// A span of days.
  ///
  /// - Parameter interval: Open ends stay open.
  public init(_ interval: DayInterval) {
    self.init(
      start: interval.start.map { Instant(startOf: $0).secondsSinceEpoch } ?? .min,
      end: interval.end.map { Instant(startOf: $0).secondsSinceEpoch } ?? .max, unit: .day)
  }

  /// A span between two others, or `nil` when it would end before it starts.
  ///
  /// - Parameters:
  ///   - first: The span begins with it; `nil` for open.
  ///   - last: The span ends with it; `nil` for open.
  public init?(from first: TimeSpan?, to last: TimeSpan?) {
    let isOpen = first == nil && last == nil
    let hasMoment = first?.unit == .second || last?.unit == .second
    let unit = isOpen || hasMoment ? Unit.second : .day
    let start = first?.start ?? .min
    let end = (unit == .day ? last?.end : last?.lastSecond) ?? .max
    guard start <= end else { return nil }
    self.init(start: start, end: end, unit: unit)
  }

  /// A date or a moment as text writes it, or `nil`.
  ///
  /// - Parameter text: `YYYY-MM-DD`, the same with a stray `T` as GDAL sends it, or RFC 3339.
  public init?(_ text: String) {
    if let date = CivilDate(
      text.utf8.count == 11 && text.hasSuffix("T") ? text.dropLast() : text[...])
    {
      self.init(date)
    } else if let instant = Instant(text) {
      self.init(instant)
    } else {
      return nil
    }
  }

  /// The first second, or `Int64.min` when open.
  public var firstSecond: Int64 { start }

  /// The last second, or `Int64.max` when open.
  public var lastSecond: Int64 { unit == .day && end != .max ? end + 86_399 : end }

  /// The day in UTC that holds the last second; `nil` when the end is open.
  public var lastDay: CivilDate? {
    end == .max ? nil : Instant(secondsSinceEpoch: lastSecond)?.date
  }

  /// Orders two instants: negative when this one is earlier, 0 when they share a second.
  ///
  /// A date is the whole day: a moment of that day is equal to it.
  func order(relativeTo other: TimeSpan) -> Int {
    if lastSecond < other.firstSecond { return -1 }
    return firstSecond > other.lastSecond ? 1 : 0
  }
}

extension TimeSpan {
  /// Whether a relation holds between this span and another.
  ///
  /// - Parameters:
  ///   - relation: One of the fifteen.
  ///   - other: The second operand.
  /// - Returns: What the definitions over the four ends give. An open end lies beyond every moment,
  ///   and two open ends coincide.
  /// - Note: Source – OGC 21-065r2 §7.7, tables of temporal comparison functions; J. F. Allen,
  ///   Maintaining knowledge about temporal intervals, 1983, doi:10.1145/182.358434.
  public func satisfies(_ relation: TemporalOperator, _ other: TimeSpan) -> Bool {
    let isAlike = unit == other.unit
    let end = isAlike ? self.end : lastSecond
    let otherEnd = isAlike ? other.end : other.lastSecond
    let otherStart = other.start
    switch relation {
    case .after: return start > otherEnd
    case .before: return end < otherStart
    case .disjoint: return start > otherEnd || end < otherStart
    case .intersects: return start <= otherEnd && end >= otherStart
    case .equals: return start == otherStart && end == otherEnd
    case .contains: return start < otherStart && end > otherEnd
    case .during: return start > otherStart && end < otherEnd
    case .finishedBy: return start < otherStart && end == otherEnd
    case .finishes: return start > otherStart && end == otherEnd
    case .meets: return end == otherStart
    case .metBy: return start == otherEnd
    case .overlaps: return start < otherStart && end > otherStart && end < otherEnd
    case .overlappedBy: return start > otherStart && start < otherEnd && end > otherEnd
    case .startedBy: return start == otherStart && end > otherEnd
    case .starts: return start == otherStart && end < otherEnd
    }
  }
}
