import Assessment
import Inquiry
import Records

/// Figures and grades in words, the same in every table and dossier.
enum HarmText {
  /// A range: `105–141`, `14`, `40+` where the claims set no ceiling, `up to 16`, `?` when unknown.
  static func range<Key>(_ range: HarmRange<Key>) -> String {
    switch (range.minimum, range.maximum) {
    case (nil, nil): return "?"
    case (let low?, nil): return "\(low.value)+"
    case (nil, let high?): return "up to \(high.value)"
    case (let low?, let high?):
      let open = high.isOpen ? "+" : ""
      return low.value == high.value ? "\(low.value)\(open)" : "\(low.value)–\(high.value)\(open)"
    }
  }

  /// A number: `141`, `40+` where nothing sets a ceiling, `unknown`.
  static func number(_ value: Int?, isOpen: Bool = false) -> String {
    value.map { "\($0)\(isOpen ? "+" : "")" } ?? "unknown"
  }

  /// What a set of bounds leaves: `141`, `112–130`, `278 or more`, `up to 61`.
  static func bounds(_ minimum: Int?, _ maximum: Int?) -> String {
    switch (minimum, maximum) {
    case (nil, nil): "any number"
    case (let low?, nil): "\(low) or more"
    case (nil, let high?): "up to \(high)"
    case (let low?, let high?): low == high ? "\(low)" : "\(low)–\(high)"
    }
  }

  /// A grade, or that there is none.
  static func grade(_ grade: Grade?) -> String { grade?.code ?? "not graded" }

  /// The grade of an incident in one cell: a recorder's as it is, `weak*` where only our rules
  /// grade, `fair!` where ours say something else than the recorder.
  static func grade<Key>(of assessment: IncidentAssessment<Key>) -> String {
    guard let shown = assessment.shownGrade else { return grade(nil) }
    let mark = assessment.grade == nil ? "*" : assessment.gradesDiffer ? "!" : ""
    return shown.code + mark
  }

  /// What the marks in a column of grades mean, for those that stand in it.
  static func gradeNotes<Key>(of assessments: [IncidentAssessment<Key>]) -> [String] {
    let computed = assessments.contains { $0.grade == nil && $0.computed.grade != nil }
    let differing = assessments.contains(where: \.gradesDiffer)
    return (computed ? ["* graded by Sijil's rules, by no recorder: sijil why ID grade"] : [])
      + (differing ? ["! a recorder's grade; Sijil's rules give another: sijil why ID grade"] : [])
  }

  /// How much of an incident lies in the area asked about: `certain`, `43%`, or `possible` where
  /// nobody can say how much.
  static func inside(_ placement: Placement?) -> String {
    guard let placement else { return "" }
    guard placement.certainty == .possible, let share = placement.share else {
      return placement.certainty.code
    }
    let percent = share * 100
    let rounded = percent > 0 && percent < 1 ? "<1" : "\(min(99, Int(percent.rounded())))"
    return "\(rounded)%"
  }

  /// A distance for people: `50 m`, `1.4 km`.
  static func distance(_ meters: Double) -> String {
    if meters < 1_000 { return "\(Int(meters.rounded())) m" }
    // A store may hold any number, from before lengths had a bound.
    let tenths = Int((min(meters, 1e12) / 100).rounded())
    return meters < 20_000 ? "\(tenths / 10).\(tenths % 10) km" : "\(tenths / 10) km"
  }

  /// A quantity in its own unit and words.
  static func quantity(_ quantity: Quantity) -> String {
    let number: String
    switch (quantity.minimum, quantity.maximum) {
    case (nil, nil): number = "unquantified"
    case (let low?, nil): number = "at least \(low)"
    case (nil, let high?): number = "up to \(high)"
    case (let low?, let high?) where low == high:
      number = quantity.bound == .about ? "about \(low)" : "\(low)"
    case (let low?, let high?): number = "\(low)–\(high)"
    }
    let isOne = quantity.minimum == 1 && quantity.maximum == 1
    let unit = isOne ? Plural.singular(quantity.unit.code) : quantity.unit.code
    var text = "\(number) \(unit) \(quantity.status.code)"
    if let phrase = quantity.phrase { text += " (“\(phrase)”)" }
    if quantity.isCumulative { text += ", running total" }
    if let asAt = quantity.asAt { text += " as at \(asAt)" }
    if quantity.scope != .event { text += ", scope \(quantity.scope.code)" }
    return text
  }

  /// One of the eight winds.
  static func wind(_ bearingDegrees: Double) -> String {
    let names = ["N", "NE", "E", "SE", "S", "SW", "W", "NW"]
    return names[Int((bearingDegrees / 45).rounded()) % 8]
  }
}
