extension TerminalText {
  /// Whether the text has a letter of a right-to-left script.
  ///
  /// A terminal with implicit bidi reorders the whole row that holds such a letter, so these texts
  /// belong at the end of a line of their own, never on the canvas of a map.
  ///
  /// - Complexity: O(*n*); none for ASCII.
  public var isRightToLeft: Bool {
    if isASCII { return false }
    return string.unicodeScalars.contains { scalar in
      switch scalar.value {
      case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC, 0x10800...0x10FFF,
        0x1E800...0x1EFFF:
        true
      default: false
      }
    }
  }
}
