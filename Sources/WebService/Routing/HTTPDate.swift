import Records

/// A moment as HTTP writes it: `Thu, 01 Jan 2026 00:00:00 GMT`.
///
/// - Note: Source – RFC 9110 §5.6.7, the preferred form alone.
enum HTTPDate {
  private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// The text of a moment, whole seconds.
  static func text(_ moment: Instant) -> String {
    let date = moment.date
    let seconds = Int(moment.secondsSinceEpoch - Instant(startOf: date).secondsSinceEpoch)
    // 1970-01-01 was a Thursday.
    let weekday = ((Int(date.daysSinceEpoch) + 3) % 7 + 7) % 7
    let clock = [seconds / 3_600, seconds / 60 % 60, seconds % 60].map(padded)
    let (year, month, number) = date.components
    let day = "\(padded(number)) \(months[month - 1]) \(String("000\(year)".suffix(4)))"
    return "\(weekdays[weekday]), \(day) \(clock.joined(separator: ":")) GMT"
  }

  /// The moment of a text; `nil` for any other form, and where the weekday is not the date's.
  static func parse(_ text: String) -> Instant? {
    let words = text.split(separator: " ", omittingEmptySubsequences: false)
    guard text.utf8.count == 29, words.count == 6, words[5] == "GMT",
      let month = months.firstIndex(of: String(words[2])), words[1].utf8.count == 2,
      words[3].utf8.count == 4
    else { return nil }
    let moment = Instant("\(words[3])-\(padded(month + 1))-\(words[1])T\(words[4])Z")
    return moment.flatMap { self.text($0) == text ? $0 : nil }
  }

  private static func padded(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
}
