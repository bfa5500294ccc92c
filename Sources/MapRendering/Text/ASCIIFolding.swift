extension TerminalText {
  /// The text in printable ASCII: letters lose their marks, typographic signs become plain ones,
  /// anything else becomes `?`.
  ///
  /// `Şūrāt · 3–4` becomes `Surat - 3-4`. Arabic and other scripts have no honest ASCII form: use
  /// the place's Latin name where there is one.
  ///
  /// - Complexity: O(*n*); no work for text that is ASCII already.
  public var asciiFolded: TerminalText {
    if isASCII { return self }
    return .measured(string.unicodeScalars.reduce(into: "") { $0 += Self.folded($1) })
  }

  /// The text without characters that terminals draw one or two columns wide: those become ASCII as
  /// in ``asciiFolded``, the rest stays.
  ///
  /// - Complexity: O(*n*); no work for text that is ASCII already.
  public var widthSafe: TerminalText {
    if isASCII { return self }
    return .measured(
      string.unicodeScalars.reduce(into: "") { safe, scalar in
        let isAmbiguous =
          Self.columns(of: scalar, ambiguousWidth: .narrow)
          != Self.columns(of: scalar, ambiguousWidth: .wide)
        if isAmbiguous {
          safe += Self.folded(scalar)
        } else {
          safe.unicodeScalars.append(scalar)
        }
      })
  }

  private static func folded(_ scalar: Unicode.Scalar) -> String {
    if scalar.isASCII { return String(Character(scalar)) }
    if let plain = plainForms[scalar] { return plain }
    if case .combining = ScalarFilter.verdict(scalar, wideAmbiguous: false) { return "" }
    return baseLetter(scalar) ?? "?"
  }

  /// Signs whose ASCII form is customary.
  private static let plainForms: [Unicode.Scalar: String] = [
    "‘": "'", "’": "'", "ʿ": "'", "ʾ": "'", "ʻ": "'", "ʼ": "'", "“": "\"", "”": "\"", "«": "\"",
    "»": "\"", "–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-", "·": "-", "•": "*", "…": "...",
    "→": "->", "←": "<-", "≤": "<=", "≥": ">=", "×": "x", "°": "d", "±": "+-", "ß": "ss", "ı": "i",
    "œ": "oe", "Œ": "OE", "©": "(c)",
  ]

  /// The letter before WITH in the character's Unicode name: `LATIN SMALL LETTER S WITH CEDILLA`
  /// gives `s`, `LATIN CAPITAL LETTER AE` gives `AE`.
  private static func baseLetter(_ scalar: Unicode.Scalar) -> String? {
    guard let name = scalar.properties.name else { return nil }
    let words = name.split(separator: " ")
    guard words.count >= 4, words[0] == "LATIN", words[2] == "LETTER", words[3].count <= 2,
      words.count == 4 || words[4] == "WITH"
    else { return nil }
    return words[1] == "CAPITAL" ? String(words[3]) : words[3].lowercased()
  }
}
