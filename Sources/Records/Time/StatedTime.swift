/// A time as a claim states it: one EDTF date, an interval of two, or a moment.
///
/// - Note: Source – ISO 8601-2:2019 (EDTF) level 1 intervals: `2017-02-19/2017-03-25`,
///   `2017-02~/..`; `..` is open, an empty end is unknown and treated as open.
public enum StatedTime: Hashable, Sendable {
  /// One date.
  case date(ExtendedDate)
  /// A span; an absent end is open.
  case interval(start: ExtendedDate?, end: ExtendedDate?)
  /// A moment, kept as the text gave it.
  case instant(Instant)

  /// Parses a stated time.
  ///
  /// - Parameter text: EDTF level 1, or RFC 3339 with an offset.
  public init?(_ text: some StringProtocol) {
    if let slash = text.firstIndex(of: "/") {
      let first = StatedTime.parseEnd(text[..<slash])
      let second = StatedTime.parseEnd(text[text.index(after: slash)...])
      guard let first, let second, first.date != nil || second.date != nil else { return nil }
      self = .interval(start: first.date, end: second.date)
      if let start = first.date?.interval.start, let end = second.date?.interval.end, end < start {
        return nil
      }
    } else if let date = ExtendedDate(text) {
      self = .date(date)
    } else if let instant = Instant(text) {
      self = .instant(instant)
    } else {
      return nil
    }
  }

  /// A day without doubt.
  ///
  /// - Parameter date: The day.
  public init(_ date: CivilDate) { self = .date(ExtendedDate(date)) }

  private static func parseEnd(_ text: some StringProtocol) -> (date: ExtendedDate?, Void)? {
    if text.isEmpty || text == ".." { return (nil, ()) }
    return ExtendedDate(text).map { ($0, ()) }
  }

  /// The days the time may mean.
  public var interval: DayInterval {
    switch self {
    case .date(let date): date.interval
    case .interval(let start, let end):
      DayInterval(start: start?.interval.start, end: end?.interval.end)
        ?? DayInterval(.latest)
    case .instant(let instant): DayInterval(instant.date)
    }
  }

  /// Whether the words put the time in doubt.
  public var isUncertain: Bool {
    switch self {
    case .date(let date): date.isUncertain || date.isApproximate
    case .interval(let start, let end):
      [start, end].contains { $0?.isUncertain == true || $0?.isApproximate == true }
    case .instant: false
    }
  }
}

extension StatedTime: CustomStringConvertible {
  /// The time as EDTF or RFC 3339.
  public var description: String {
    switch self {
    case .date(let date): date.description
    case .interval(let start, let end):
      "\(start?.description ?? "..")/\(end?.description ?? "..")"
    case .instant(let instant): instant.description
    }
  }
}
