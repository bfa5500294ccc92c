/// Decides which characters a map is drawn with, when the user has not said so.
public enum GlyphPolicy {
  /// The glyph set for an output, a pure function of what is known about it.
  ///
  /// Precedence: the option, `SIJIL_GLYPHS`, then the locale: UTF-8 gives braille, anything else
  /// ASCII, and so do Chinese, Japanese and Korean locales (ambiguous widths), `TERM=dumb` and the
  /// Linux console (no braille in its fonts). No query is ever sent to the terminal.
  ///
  /// - Parameters:
  ///   - choice: The `--glyphs` option; `nil` for auto.
  ///   - environment: The process environment.
  /// - Returns: The glyph set to render with.
  public static func glyphs(choice: GlyphSet?, environment: [String: String]) -> GlyphSet {
    if let choice { return choice }
    if let named = environment["SIJIL_GLYPHS"], let set = GlyphSet(rawValue: named) { return set }
    if let term = environment["TERM"], term == "linux" || term == "dumb" { return .ascii }
    let locale = locale(environment).lowercased()
    guard locale.contains("utf-8") || locale.contains("utf8") else { return .ascii }
    return ["zh", "ja", "ko"].contains { locale.hasPrefix($0) } ? .ascii : .braille
  }

  /// The first of `LC_ALL`, `LC_CTYPE` and `LANG` that is set, as POSIX ranks them.
  private static func locale(_ environment: [String: String]) -> String {
    for name in ["LC_ALL", "LC_CTYPE", "LANG"] {
      if let value = environment[name], !value.isEmpty { return value }
    }
    return ""
  }
}
