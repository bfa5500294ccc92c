import Inquiry

/// `claims`: a what-if, as if only some claims existed.
enum ClaimsParameter: RequestParameter {
  static let declaration = ParameterDeclaration(
    name: "claims", summary: "As if only these claims existed: identifiers, * and ? allowed.",
    form: .text(maximumBytes: ClaimPattern.maximumBytes), wanted: ClaimPattern.wanted)

  static func parse(_ text: String) -> ClaimPattern? { ClaimPattern(text) }
}
