/// A day of the proleptic Gregorian calendar, without a time or a zone.
///
/// Held as a count of days, so comparing and subtracting cost one instruction. Years 1…9999.
///
/// - Note: Source – the day-count algorithm is Howard Hinnant's `days_from_civil` (chrono-compatible
///   Low-Level Date Algorithms, 2013); the text form is ISO 8601-1 §5.2.2.
public struct CivilDate: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01.
  public let daysSinceEpoch: Int32

  /// The first day that can be held, 0001-01-01.
  public static let earliest = CivilDate(uncheckedDays: -719_162)
  /// The last day that can be held, 9999-12-31.
  public static let latest = CivilDate(uncheckedDays: 2_932_896)

  init(uncheckedDays days: Int32) { daysSinceEpoch = days }

  /// A day by its count, or `nil` outside the years 1…9999.
  ///
  /// - Parameter days: Days since 1970-01-01.
  public init?(daysSinceEpoch days: Int) {
    guard let days = Int32(exactly: days) else { return nil }
    let date = CivilDate(uncheckedDays: days)
    guard date >= .earliest, date <= .latest else { return nil }
    self = date
  }

  /// A day by its calendar, or `nil` when there is no such day.
  ///
  /// - Parameters:
  ///   - year: 1…9999.
  ///   - month: 1…12.
  ///   - day: 1… the month's last.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      (1...CivilDate.lastDay(ofMonth: month, year: year)).contains(day)
    else { return nil }
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    daysSinceEpoch = Int32(era * 146_097 + dayOfEra - 719_468)
  }

  /// Year, month and day of the calendar.
  public var components: (year: Int, month: Int, day: Int) {
    let shifted = Int(daysSinceEpoch) + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthPart = (5 * dayOfYear + 2) / 153
    let month = monthPart < 10 ? monthPart + 3 : monthPart - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * monthPart + 2) / 5 + 1)
  }

  /// The day a number of days later, held inside the years 1…9999.
  ///
  /// - Parameter days: Negative goes back.
  /// - Returns: The day, or the first or last one that can be held.
  public func adding(days: Int) -> CivilDate {
    let (sum, overflow) = Int(daysSinceEpoch).addingReportingOverflow(days)
    guard !overflow, let date = CivilDate(daysSinceEpoch: sum) else {
      return days < 0 ? .earliest : .latest
    }
    return date
  }

  /// The number of days in a month.
  ///
  /// - Parameters:
  ///   - month: 1…12.
  ///   - year: For February.
  /// - Returns: 28…31.
  public static func lastDay(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Orders days by the calendar.
  ///
  /// - Parameters:
  ///   - left: One day.
  ///   - right: Another.
  /// - Returns: Whether the first comes before.
  public static func < (left: CivilDate, right: CivilDate) -> Bool {
    left.daysSinceEpoch < right.daysSinceEpoch
  }
}

extension CivilDate: CustomStringConvertible {
  /// The day as `YYYY-MM-DD`.
  public var description: String {
    let (year, month, day) = components
    return dayText(year: year, month: month, day: day)
  }
}

extension CivilDate {
  /// Parses exactly `YYYY-MM-DD`.
  ///
  /// - Parameter text: Ten ASCII bytes.
  public init?(_ text: some StringProtocol) {
    var reader = DigitReader(text.utf8)
    guard let year = reader.number(ofDigits: 4), reader.skip("-"),
      let month = reader.number(ofDigits: 2), reader.skip("-"),
      let day = reader.number(ofDigits: 2), reader.isAtEnd
    else { return nil }
    self.init(year: year, month: month, day: day)
  }
}
