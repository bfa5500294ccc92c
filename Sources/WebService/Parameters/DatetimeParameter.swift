import Records

/// `datetime`: when it happened, as an instant, a day or an interval.
///
/// Lenient where real clients need it: a day may stand for an instant and may end in a stray `T`
/// (GDAL), the year 0000 as a start and 9999 as an end mean open (QGIS). Times of day are read and
/// widened to their days in UTC, for no incident is known more finely.
///
/// - Note: Source – OGC API Features Part 1 §7.15.4; RFC 3339 §5.6.
enum DatetimeParameter: RequestParameter {
  static let declaration = ParameterDeclaration(
    name: "datetime",
    summary: "Only what happened or may have happened then; what has no time belongs to it too.",
    form: .text(maximumBytes: 80),
    wanted: "a day, an instant or an interval, such as 2017-03-17, 2017-03-01/2017-03-31 or "
      + "../2017-03-31")

  static func parse(_ text: String) -> DayInterval? {
    guard text.utf8.count <= 80 else { return nil }
    let ends = text.split(separator: "/", omittingEmptySubsequences: false)
    switch ends.count {
    case 1: return day(ends[0]).map { DayInterval($0) }
    case 2:
      guard let start = end(ends[0], openYear: "0000-"), let end = end(ends[1], openYear: "9999-")
      else { return nil }
      return DayInterval(start: start.day, end: end.day)
    default: return nil
    }
  }

  /// One end of an interval: a day, or none where it is open.
  private static func end(_ text: Substring, openYear: String) -> (day: CivilDate?, Void)? {
    if text.isEmpty || text == ".." { return (nil, ()) }
    if text.hasPrefix(openYear) {
      // The day has to be one all the same, in a year that can be held.
      let known = openYear == "0000-" ? "0004-" + text.dropFirst(5) : String(text)
      return day(known[...]) == nil ? nil : (nil, ())
    }
    return day(text).map { ($0, ()) }
  }

  private static func day(_ text: Substring) -> CivilDate? {
    if let day = CivilDate(text) { return day }
    if text.hasSuffix("T"), let day = CivilDate(text.dropLast()) { return day }
    return Instant(text)?.date
  }
}
