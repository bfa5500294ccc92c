/// A moment in UTC to the second.
///
/// - Note: Source – RFC 3339 §5.6 for the text form; seconds are enough for every clock that we
///   keep, and Memento compares at whole seconds too (RFC 7089).
public struct Instant: Hashable, Comparable, Sendable {
  /// Seconds since 1970-01-01T00:00:00Z.
  public let secondsSinceEpoch: Int64

  /// A moment by its count of seconds, or `nil` outside the years 1…9999.
  ///
  /// - Parameter seconds: Since 1970-01-01T00:00:00Z.
  public init?(secondsSinceEpoch seconds: Int64) {
    guard seconds >= Int64(CivilDate.earliest.daysSinceEpoch) * 86_400,
      seconds < (Int64(CivilDate.latest.daysSinceEpoch) + 1) * 86_400
    else { return nil }
    secondsSinceEpoch = seconds
  }

  /// The first moment of a day in UTC.
  ///
  /// - Parameter date: The day.
  public init(startOf date: CivilDate) {
    secondsSinceEpoch = Int64(date.daysSinceEpoch) * 86_400
  }

  /// The day in UTC that holds the moment.
  public var date: CivilDate {
    CivilDate(uncheckedDays: Int32(clamping: (secondsSinceEpoch - secondOfDay) / 86_400))
  }

  private var secondOfDay: Int64 {
    let rest = secondsSinceEpoch % 86_400
    return rest < 0 ? rest + 86_400 : rest
  }

  /// Orders moments in time.
  ///
  /// - Parameters:
  ///   - left: One moment.
  ///   - right: Another.
  /// - Returns: Whether the first comes before.
  public static func < (left: Instant, right: Instant) -> Bool {
    left.secondsSinceEpoch < right.secondsSinceEpoch
  }
}

extension Instant: CustomStringConvertible {
  /// The moment as `YYYY-MM-DDTHH:MM:SSZ`.
  public var description: String {
    let second = Int(secondOfDay)
    return "\(date)T\(digits(second / 3_600, width: 2)):\(digits(second / 60 % 60, width: 2)):"
      + "\(digits(second % 60, width: 2))Z"
  }
}

extension Instant {
  /// Parses an RFC 3339 date-time; fractions of a second are read and dropped.
  ///
  /// A leap second `:60` is taken as the second after `:59`. A missing offset is refused: a local
  /// time without a zone is not a moment.
  ///
  /// - Parameter text: Such as `2017-03-17T08:24:00+03:00`.
  public init?(_ text: some StringProtocol) {
    var reader = DigitReader(text.utf8)
    guard let year = reader.number(ofDigits: 4), reader.skip("-"),
      let month = reader.number(ofDigits: 2), reader.skip("-"),
      let day = reader.number(ofDigits: 2),
      let date = CivilDate(year: year, month: month, day: day),
      reader.skip("T") || reader.skip("t") || reader.skip(" "),
      let hour = reader.number(ofDigits: 2), hour < 24, reader.skip(":"),
      let minute = reader.number(ofDigits: 2), minute < 60, reader.skip(":"),
      let second = reader.number(ofDigits: 2), second <= 60
    else { return nil }
    if reader.skip(".") {
      guard reader.number(ofDigits: 1) != nil else { return nil }
      while reader.number(ofDigits: 1) != nil {}
    }
    guard let offset = Instant.readOffset(&reader), reader.isAtEnd else { return nil }
    let clock = Int64(hour * 3_600 + minute * 60 + second - offset * 60)
    self.init(secondsSinceEpoch: Int64(date.daysSinceEpoch) * 86_400 + clock)
  }

  private static func readOffset<Bytes>(_ reader: inout DigitReader<Bytes>) -> Int? {
    if reader.skip("Z") || reader.skip("z") { return 0 }
    let sign = reader.skip("+") ? 1 : reader.skip("-") ? -1 : 0
    guard sign != 0, let hours = reader.number(ofDigits: 2), hours < 24, reader.skip(":"),
      let minutes = reader.number(ofDigits: 2), minutes < 60
    else { return nil }
    return sign * (hours * 60 + minutes)
  }
}
