/// Keeps a spreadsheet from running a cell: a leading apostrophe before what it would take for a
/// formula, put there so that it can be taken off again without loss.
///
/// Guarded are texts that begin with `= + - @`, their full-width forms, a tab or a line end, unless
/// the whole text is a plain number such as `-5` or `+1.5e3`. A text that begins with apostrophes
/// before one of these gets one more, so that every guarded text stands for one text only.
///
/// - Note: Source – OWASP, CSV Injection; ASVS 4.0 §5.3.10.
public enum FormulaGuard {
  private static let apostrophe = UInt8(ascii: "'")

  /// Whether a text needs a leading apostrophe.
  ///
  /// - Parameter text: Any text.
  /// - Returns: `true` also where taking the guard off later would change the text.
  /// - Complexity: O(1) for nearly every text, O(*n*) for one that begins as a number does.
  public static func isNeeded(for text: String) -> Bool {
    let utf8 = text.utf8
    guard let first = utf8.first, mayStartFormula(first) else { return false }
    let body = utf8.drop { $0 == apostrophe }
    guard startsFormula(body) else { return false }
    return first == apostrophe || !isPlainNumber(utf8)
  }

  /// The text that a guarded cell stands for.
  ///
  /// - Parameter cell: As read from a table that was written with guards.
  /// - Returns: The same text where it carries no guard.
  public static func removed(from cell: String) -> String {
    let utf8 = cell.utf8
    guard utf8.first == apostrophe, startsFormula(utf8.drop { $0 == apostrophe }) else {
      return cell
    }
    return String(cell.unicodeScalars.dropFirst())
  }

  private static func mayStartFormula(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), apostrophe,
      0x09, 0x0A, 0x0D, 0xEF:
      true
    default: false
    }
  }

  private static func startsFormula(_ utf8: Substring.UTF8View) -> Bool {
    guard let first = utf8.first, first != apostrophe, mayStartFormula(first) else { return false }
    guard first == 0xEF else { return true }
    // U+FF0B, U+FF0D, U+FF1D and U+FF20.
    var rest = utf8.dropFirst().makeIterator()
    let (second, third) = (rest.next(), rest.next())
    return second == 0xBC && [0x8B, 0x8D, 0x9D, 0xA0].contains(third)
  }

  /// Whether the whole text is a decimal number with a sign.
  private static func isPlainNumber(_ utf8: String.UTF8View) -> Bool {
    var rest = utf8[...]
    guard takeSign(&rest), takeDigits(&rest) else { return false }
    if rest.first == UInt8(ascii: ".") {
      rest = rest.dropFirst()
      guard takeDigits(&rest) else { return false }
    }
    if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
      rest = rest.dropFirst()
      _ = takeSign(&rest)
      guard takeDigits(&rest) else { return false }
    }
    return rest.isEmpty
  }

  private static func takeSign(_ utf8: inout Substring.UTF8View) -> Bool {
    guard utf8.first == UInt8(ascii: "+") || utf8.first == UInt8(ascii: "-") else { return false }
    utf8 = utf8.dropFirst()
    return true
  }

  private static func takeDigits(_ utf8: inout Substring.UTF8View) -> Bool {
    let rest = utf8.drop { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    defer { utf8 = rest }
    return rest.startIndex != utf8.startIndex
  }
}
