import Assessment
import Inquiry
import Records

/// `as-recorded`: only what this store held then.
enum AsRecordedParameter: RequestParameter {
  static let declaration = ParameterDeclaration(
    name: "as-recorded", summary: "Only what this register held at this instant.",
    form: .text(maximumBytes: 40),
    wanted: "an instant or a day, such as 2017-03-17T08:24:00Z or 2017-03-17")

  static func parse(_ text: String) -> Instant? {
    if let instant = Instant(text) { return instant }
    // A day means all of it.
    return CivilDate(text).flatMap {
      Instant(secondsSinceEpoch: Instant(startOf: $0).secondsSinceEpoch + 86_399)
    }
  }
}

/// `method`: the ranges of one method alone.
enum MethodParameter: RequestParameter {
  static let declaration = ParameterDeclaration(
    name: "method", summary: "Only the ranges of this method; all methods without it.",
    form: .code(Method.codes, byDefault: nil), wanted: Method.codes.joined(separator: ", "))

  static func parse(_ text: String) -> Method? { Method(code: text) }
}

/// `claims`: a what-if, as if only some claims existed.
enum ClaimsParameter: RequestParameter {
  static let declaration = ParameterDeclaration(
    name: "claims", summary: "As if only these claims existed: identifiers, * and ? allowed.",
    form: .text(maximumBytes: ClaimPattern.maximumBytes), wanted: ClaimPattern.wanted)

  static func parse(_ text: String) -> ClaimPattern? { ClaimPattern(text) }
}
