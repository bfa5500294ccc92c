import MapRendering

/// Text from outside made safe to show, by the one filter of the house.
enum PlainText {
  /// Replaces whatever could move a cursor, reorder a line or hide.
  ///
  /// - Parameter text: Anything a client or a record holds.
  /// - Returns: One line of harmless characters.
  static func safe(_ text: String) -> String { TerminalText(text).string }

  /// A client's text shortened to 80 scalars for a message, and made safe.
  static func excerpt(_ text: String) -> String {
    let limit = 80
    let scalars = text.unicodeScalars
    guard scalars.count > limit else { return safe(text) }
    return safe(String(String.UnicodeScalarView(scalars.prefix(limit)))) + "…"
  }
}
