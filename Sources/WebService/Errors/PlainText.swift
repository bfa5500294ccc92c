/// Text from outside made safe to show.
enum PlainText {
  /// Replaces control, bidirectional and tag characters, so that text can neither move a cursor
  /// nor reorder a line.
  ///
  /// - Parameter text: Anything a client or a record holds.
  /// - Returns: The same length in scalars, each dangerous one as U+FFFD.
  static func safe(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { isUnsafe($0) ? "\u{FFFD}" : $0 }))
  }

  /// A client's text shortened for a message.
  static func excerpt(_ text: String) -> String {
    let limit = 80
    let scalars = text.unicodeScalars
    guard scalars.count > limit else { return safe(text) }
    return safe(String(String.UnicodeScalarView(scalars.prefix(limit)))) + "…"
  }

  /// Whether a scalar may not reach a terminal.
  static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069,
      0xFFF9...0xFFFB, 0xE0000...0xE007F:
      true
    default: false
    }
  }
}
