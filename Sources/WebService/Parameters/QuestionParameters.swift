import Inquiry
import Records

/// `match`: what counts as lying in the area.
enum MatchParameter: RequestParameter {
  static let declaration = ParameterDeclaration(
    name: "match",
    summary: "Whether an incident may lie in the area, or must with all of its possible places; "
      + "certain also drops what has no place or no time.",
    form: .code(Match.codes, byDefault: Match.possible.code),
    wanted: Match.codes.joined(separator: " or "))

  static func parse(_ text: String) -> Match? { Match(code: text) }
}

/// `as-of`: only what had been published by the end of a day.
enum AsOfParameter: RequestParameter {
  static let declaration = ParameterDeclaration(
    name: "as-of", summary: "Only what had been published by the end of this day.",
    form: .text(maximumBytes: 11), wanted: "a day, such as 2017-03-25")

  static func parse(_ text: String) -> CivilDate? {
    CivilDate(text) ?? (text.hasSuffix("T") ? CivilDate(text.dropLast()) : nil)
  }
}

/// `as-recorded`: only what the ledger held at a moment; a day means all of it.
enum AsRecordedParameter: RequestParameter {
  static let declaration = ParameterDeclaration(
    name: "as-recorded", summary: "Only what this register held then; a day means its end.",
    form: .text(maximumBytes: 40), wanted: "a moment, such as 2026-01-31 or 2026-01-31T12:00:00Z")

  static func parse(_ text: String) -> Instant? {
    if let instant = Instant(text) { return instant }
    return CivilDate(text).flatMap {
      Instant(secondsSinceEpoch: Instant(startOf: $0).secondsSinceEpoch + 86_399)
    }
  }
}

/// `in`: the area of a place of the register.
enum PlaceParameter: RequestParameter {
  static let declaration = ParameterDeclaration(
    name: "in", summary: "Only what lies or may lie in the area of this place.",
    form: .text(maximumBytes: 128), wanted: "the identifier of a place, such as old-city")

  static func parse(_ text: String) -> PlaceID? { PlaceID(text) }
}

/// `incident`: the claims about one incident.
enum IncidentParameter: RequestParameter {
  static let declaration = ParameterDeclaration(
    name: "incident", summary: "Only claims about this incident.",
    form: .text(maximumBytes: 128), wanted: "the identifier of an incident")

  static func parse(_ text: String) -> IncidentID? { IncidentID(text) }
}
