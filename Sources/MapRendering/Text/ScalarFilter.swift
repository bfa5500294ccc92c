/// What the terminal filter does with one Unicode scalar of a stranger's text.
enum ScalarVerdict: Equatable {
  /// Harmless: passes unchanged, with the columns that it takes.
  case pass(columns: Int)
  /// Any Unicode space: becomes U+0020, so that it has a known width.
  case space
  /// Joins the character before it, without a column of its own.
  case combining
  /// Could drive the terminal, reorder the row or hide: becomes U+FFFD.
  case refuse
}

/// The judgement behind ``TerminalText``: which scalars may reach a terminal.
///
/// - Note: Source – Unicode 15 general categories and UAX #9 (bidi controls); East Asian widths of
///   UAX #11 reduced to the ranges that occur in names.
enum ScalarFilter {
  /// The mark that stands where something was refused.
  static let replacement: Unicode.Scalar = "\u{FFFD}"

  /// Judges one scalar.
  ///
  /// - Parameters:
  ///   - scalar: From untrusted text.
  ///   - wideAmbiguous: Whether the terminal draws East Asian Ambiguous characters two wide.
  /// - Returns: What to do with it.
  static func verdict(_ scalar: Unicode.Scalar, wideAmbiguous: Bool) -> ScalarVerdict {
    let value = scalar.value
    if value < 0x7F { return value >= 0x20 ? .pass(columns: 1) : .refuse }
    if value < 0xA0 { return .refuse }
    // Latin letters and signs, all but the soft hyphen visible, of which names are made.
    if (0xA1..<0x250).contains(value), value != 0xAD {
      return .pass(
        columns: wideAmbiguous ? CharacterWidth.columns(of: value, wideAmbiguous: true) : 1)
    }
    // Braille patterns, of which maps are full, are assigned, visible and narrow, all of them.
    if (0x2800...0x28FF).contains(value) { return .pass(columns: 1) }
    if isTrap(value) { return .refuse }
    let properties = scalar.properties
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned:
      return .refuse
    case .spaceSeparator:
      return .space
    case .nonspacingMark, .enclosingMark:
      return properties.isDefaultIgnorableCodePoint ? .refuse : .combining
    default:
      if properties.isDefaultIgnorableCodePoint { return .refuse }
      if (0x1160...0x11FF).contains(value) { return .combining }
      return .pass(
        columns: CharacterWidth.columns(of: value, wideAmbiguous: wideAmbiguous))
    }
  }

  /// Whether the scalar changes the width of its neighbours: variation selectors, skin tones and
  /// regional indicators, on which terminals disagree.
  private static func isTrap(_ value: UInt32) -> Bool {
    (0xFE00...0xFE0F).contains(value) || (0x1F3FB...0x1F3FF).contains(value)
      || (0xE0000...0xE0FFF).contains(value) || (0x1F1E6...0x1F1FF).contains(value)
  }

  /// Whether the scalar is a letter of the Arabic script, between which a joiner is honest
  /// spelling (Persian, Sorani) and not a trick.
  ///
  /// - Parameter scalar: The neighbour of a joiner.
  /// - Returns: `false` for digits, marks and controls.
  static func isArabicLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0620...0x064A, 0x066E...0x06D3, 0x0750...0x077F, 0x08A0...0x08C9: return true
    default: return false
    }
  }
}
