import Records

/// The days of a time that may be given to the year, the month, the day, the hour or better.
///
/// Times of day are widened to their days in UTC, for no incident is known more finely.
///
/// - Note: Source – OGC API Maps Part 1, `/req/core/map-response` H, which lists the forms.
struct TimePeriod: Hashable, Sendable {
  let first: CivilDate
  let last: CivilDate

  /// Reads `2017`, `2017-03`, `2017-03-17`, `2017-03-17T08Z`, `2017-03-17T08:30Z` and instants of
  /// RFC 3339; `nil` for anything else.
  init?(_ text: String) {
    let digits = text.split(separator: "-", omittingEmptySubsequences: false)
    switch (digits.count, text.utf8.count) {
    case (1, 4):
      guard let year = Self.number(digits[0]), let first = CivilDate(year: year, month: 1, day: 1),
        let last = CivilDate(year: year, month: 12, day: 31)
      else { return nil }
      (self.first, self.last) = (first, last)
    case (2, 7):
      guard digits[0].utf8.count == 4, let year = Self.number(digits[0]),
        let month = Self.number(digits[1]),
        let first = CivilDate(year: year, month: month, day: 1),
        let last = CivilDate(
          year: year, month: month, day: CivilDate.lastDay(ofMonth: month, year: year))
      else { return nil }
      (self.first, self.last) = (first, last)
    default:
      guard let day = CivilDate(text) ?? Instant(text)?.date ?? Self.padded(text)?.date else {
        return nil
      }
      (first, last) = (day, day)
    }
  }

  /// A year as a number; `nil` for a number that is no year.
  init?(year: Double) {
    guard let year = Int(exactly: year), let first = CivilDate(year: year, month: 1, day: 1),
      let last = CivilDate(year: year, month: 12, day: 31)
    else { return nil }
    (self.first, self.last) = (first, last)
  }

  private static func number(_ digits: Substring) -> Int? {
    digits.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(digits) : nil
  }

  /// An instant to the hour or minute, with the missing parts put in.
  private static func padded(_ text: String) -> Instant? {
    guard let begin = text.firstIndex(of: "T") else { return nil }
    let clock = text[text.index(after: begin)...]
    let end = clock.firstIndex { $0 == "Z" || $0 == "+" || $0 == "-" } ?? clock.endIndex
    let missing: String
    switch clock[..<end].utf8.count {
    case 2: missing = ":00:00"
    case 5: missing = ":00"
    default: return nil
    }
    return Instant(String(text[..<end]) + missing + String(text[end...]))
  }
}
