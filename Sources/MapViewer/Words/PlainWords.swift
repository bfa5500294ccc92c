import Assessment
import Records

/// Days, figures and counts as a person says them, so that a screen reader says them too.
enum PlainWords {
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// `17 March 2017`.
  static func day(_ day: CivilDate) -> String {
    let (year, month, number) = day.components
    return "\(number) \(months[month - 1]) \(year)"
  }

  /// `17 March 2017`, `20 April 2015 to 3 May 2015`, `until 3 May 2015`, `at an unknown time`.
  static func days(_ days: DayInterval?) -> String {
    switch (days?.start, days?.end) {
    case (nil, nil): "at an unknown time"
    case (let start?, nil): "from \(day(start))"
    case (nil, let end?): "until \(day(end))"
    case (let start?, let end?):
      start == end ? day(start) : "\(day(start)) to \(day(end))"
    }
  }

  /// `105 to 141 killed`, `40 or more killed`, `up to 16 killed`, `number killed unknown`.
  static func range<Key>(_ range: HarmRange<Key>, _ what: String) -> String {
    switch (range.minimum, range.maximum) {
    case (nil, nil): return "number \(what) unknown"
    case (let low?, nil): return "\(low.value) or more \(what)"
    case (nil, let high?):
      return high.isOpen ? "at least \(high.value) \(what)" : "up to \(high.value) \(what)"
    case (let low?, let high?):
      let open = high.isOpen ? " or more" : ""
      return low.value == high.value
        ? "\(low.value)\(open) \(what)" : "\(low.value) to \(high.value)\(open) \(what)"
    }
  }

  /// `confirmed`, `weak by Sijil's rules`, `not graded`.
  static func grade<Key>(_ assessment: IncidentAssessment<Key>) -> String {
    guard let grade = assessment.shownGrade else { return "not graded" }
    return assessment.grade == nil ? "\(grade.code) by Sijil's rules" : grade.code
  }

  /// `no incidents`, `1 incident`, `12 incidents`.
  static func count(_ count: Int, _ noun: String) -> String {
    switch count {
    case 0: "no \(noun)s"
    case 1: "1 \(noun)"
    default: "\(count) \(noun)s"
    }
  }

  /// `50 m`, `1.4 km`, `13 km`.
  static func distance(_ meters: Double) -> String {
    if meters < 1_000 { return "\(Int(meters.rounded())) m" }
    // A store may hold any number, from before lengths had a bound.
    let tenths = Int((min(meters, 1e12) / 100).rounded())
    return tenths < 100 && tenths % 10 != 0
      ? "\(tenths / 10).\(tenths % 10) km" : "\((tenths + 5) / 10) km"
  }

  /// `36.3456 N 43.1234 E`.
  static func position(latitude: Double, longitude: Double) -> String {
    "\(degrees(latitude)) \(latitude < 0 ? "S" : "N") "
      + "\(degrees(longitude)) \(longitude < 0 ? "W" : "E")"
  }

  private static func degrees(_ value: Double) -> String {
    decimal(value.magnitude, places: 4)
  }

  /// A number with a fixed count of decimals, at most 9.
  static func decimal(_ value: Double, places: Int) -> String {
    var scale = 1
    for _ in 0..<places { scale *= 10 }
    let scaled = Int((value.magnitude * Double(scale)).rounded())
    let fraction = String(scaled % scale)
    let sign = value < 0 && scaled > 0 ? "-" : ""
    return "\(sign)\(scaled / scale)."
      + String(repeating: "0", count: places - fraction.count) + fraction
  }
}
