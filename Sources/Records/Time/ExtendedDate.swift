/// How finely a date is known.
///
/// - Note: Source – UCDP GED codebook `date_prec` and ACLED `time_precision`; the foreign codes are
///   kept beside ours in docs/data-model.md.
public enum DatePrecision: String, Vocabulary {
  /// The exact day (UCDP 1, ACLED 1).
  case day
  /// Two to six days (UCDP 2, ACLED 2).
  case days
  /// A week (UCDP 3, ACLED 2).
  case week
  /// A month (UCDP 4, ACLED 3).
  case month
  /// A year or worse (UCDP 5).
  case year

  /// The list's name in messages.
  public static let name = "date precision"
  /// The list\'s codes as bytes.
  public static let table = CodeTable<Self>()

  /// The `date_prec` code of UCDP GED, 1…5.
  public var ucdpCode: Int {
    switch self {
    case .day: 1
    case .days: 2
    case .week: 3
    case .month: 4
    case .year: 5
    }
  }

  /// The precision of a UCDP `date_prec` code.
  ///
  /// - Parameter code: 1…5.
  public init?(ucdpCode code: Int) {
    guard let match = Self.allCases.first(where: { $0.ucdpCode == code }) else { return nil }
    self = match
  }
}

/// A date of EDTF level 1: a year, a month or a day, with its doubt.
///
/// - Note: Source – ISO 8601-2:2019 (EDTF), level 1: `2017-03-22?`, `2017-02~`, `2017%`.
public struct ExtendedDate: Hashable, Sendable {
  /// The year, 1…9999.
  public let year: Int
  /// The month, where it is known.
  public let month: Int?
  /// The day of the month, where it is known.
  public let day: Int?
  /// Whether the date carries `?` or `%`.
  public let isUncertain: Bool
  /// Whether the date carries `~` or `%`.
  public let isApproximate: Bool

  /// A day without doubt.
  ///
  /// - Parameter date: The day.
  public init(_ date: CivilDate) {
    let (year, month, day) = date.components
    self.year = year
    self.month = month
    self.day = day
    isUncertain = false
    isApproximate = false
  }

  /// Parses one date of EDTF level 1.
  ///
  /// - Parameter text: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, then none or one of `?`, `~`, `%`.
  public init?(_ text: some StringProtocol) {
    var reader = DigitReader(text.utf8)
    guard let year = reader.number(ofDigits: 4), (1...9999).contains(year) else { return nil }
    var month: Int?
    var day: Int?
    if reader.skip("-") {
      guard let read = reader.number(ofDigits: 2), (1...12).contains(read) else { return nil }
      month = read
      if reader.skip("-") {
        guard let last = reader.number(ofDigits: 2),
          CivilDate(year: year, month: read, day: last) != nil
        else { return nil }
        day = last
      }
    }
    let both = reader.skip("%")
    let uncertain = !both && reader.skip("?")
    let approximate = !both && !uncertain && reader.skip("~")
    guard reader.isAtEnd else { return nil }
    self.year = year
    self.month = month
    self.day = day
    isUncertain = both || uncertain
    isApproximate = both || approximate
  }

  /// The days the date may mean: a month is all its days, a year all of its.
  public var interval: DayInterval {
    let first = CivilDate(year: year, month: month ?? 1, day: day ?? 1)
    let lastMonth = month ?? 12
    let last = CivilDate(
      year: year, month: lastMonth,
      day: day ?? CivilDate.lastDay(ofMonth: lastMonth, year: year))
    return DayInterval(start: first, end: last) ?? DayInterval(.latest)
  }

  /// How finely the date is written.
  public var precision: DatePrecision {
    day != nil ? .day : month != nil ? .month : .year
  }
}

extension ExtendedDate: CustomStringConvertible {
  /// The date as EDTF.
  public var description: String {
    if let month, let day, !isUncertain, !isApproximate {
      // The common case, without touching the heap.
      return dayText(year: year, month: month, day: day)
    }
    var text = digits(year, width: 4)
    if let month { text += "-" + digits(month, width: 2) }
    if let day { text += "-" + digits(day, width: 2) }
    if isUncertain && isApproximate { return text + "%" }
    return text + (isUncertain ? "?" : isApproximate ? "~" : "")
  }
}
