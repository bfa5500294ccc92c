import Records

/// The languages that pages have words in.
enum PageLanguage: String, Vocabulary {
  case english = "en"
  case arabic = "ar"

  static let name = "language"

  /// The language's own name for itself.
  var ownName: String {
    switch self {
    case .english: "English"
    case .arabic: "العربية"
    }
  }

  var direction: String { self == .arabic ? "rtl" : "ltr" }

  var other: PageLanguage { self == .arabic ? .english : .arabic }

  /// The language that a client likes best, English where it likes both as much or neither.
  ///
  /// - Parameter accepted: The `Accept-Language` field.
  /// - Note: Source – RFC 9110 §12.5.4; a range covers its regions, RFC 4647 §3.3.1.
  init(accepted: String?) {
    var best = (language: Self.english, quality: 0.0)
    for language in Self.allCases {
      let quality = Self.quality(of: language, in: accepted ?? "")
      if quality > best.quality { best = (language, quality) }
    }
    self = best.language
  }

  private static func quality(of language: Self, in field: String) -> Double {
    var (named, wild) = (-1.0, 0.0)
    for item in field.lowercased().split(separator: ",") {
      let parts = item.split(separator: ";").map(\.trimmingSpaces)
      guard let range = parts.first else { continue }
      let weight = parts.dropFirst().first { $0.hasPrefix("q=") }
      let quality = weight.flatMap { Double($0.dropFirst(2)) } ?? 1
      if range == "*" { wild = quality }
      if range == language.code || range.hasPrefix(language.code + "-") {
        named = max(named, quality)
      }
    }
    return named < 0 ? wild : named
  }
}

/// `lang`: the language of a page's own words; documents for programs have none.
enum LanguageParameter: RequestParameter {
  static let declaration = ParameterDeclaration(
    name: "lang", summary: "The language of a page's own words, in place of Accept-Language.",
    form: .code(PageLanguage.codes, byDefault: nil),
    wanted: PageLanguage.codes.joined(separator: " or "))

  static func parse(_ text: String) -> PageLanguage? { PageLanguage(code: text) }
}
