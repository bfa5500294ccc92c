/// The modes that a full-screen program sets, and how each is left again.
///
/// - Note: Source – xterm's "XTerm Control Sequences" for the private modes; ECMA TR/53 and the
///   freedesktop "BiDi in Terminal Emulators" for mode 8; "Synchronized Output" for mode 2026.
struct TerminalModes: Equatable, Sendable {
  /// Whether the mouse is used.
  var usesMouse = true
  /// Whether the terminal orders bidirectional text by itself and was told not to.
  var isBidiExplicit = false
  /// What takes images off the screen that the terminal would keep; empty where none is shown.
  var imageRemoval: [UInt8] = []

  /// Everything that is set on the way in.
  var entering: [UInt8] {
    // Alternate screen, no wrapping at the edge, no cursor, pasted text in brackets, focus.
    var text = "\u{1B}[?1049h\u{1B}[?7l\u{1B}[?25l\u{1B}[?2004h\u{1B}[?1004h"
    if usesMouse { text += "\u{1B}[?1002h\u{1B}[?1006h" }
    if isBidiExplicit { text += Self.explicitBidi }
    return Array(text.utf8)
  }

  /// Everything that is put back on the way out, in the opposite order; harmless when sent twice.
  var leaving: [UInt8] {
    // Attributes off and no update under way first: a crash may come in the middle of a frame. The
    // byte that cancels a sequence comes before all.
    let calming = Array("\u{18}\u{1B}[?2026l\u{1B}[0m".utf8)
    var text = isBidiExplicit ? "\u{1B}[8h" : ""
    if usesMouse { text += "\u{1B}[?1006l\u{1B}[?1002l" }
    text += "\u{1B}[?1004l\u{1B}[?2004l\u{1B}[?25h\u{1B}[?7h\u{1B}[?1049l"
    return calming + imageRemoval + Array(text.utf8)
  }

  /// No order of the terminal's own in rows whose cells we place.
  static let explicitBidi = "\u{1B}[8l"

  /// Asks for the background colour, whether updates can be synchronised, and whether the terminal
  /// orders bidirectional text.
  static let questions = Array("\u{1B}]11;?\u{1B}\\\u{1B}[?2026$p\u{1B}[8$p".utf8)

  static let beginUpdate = Array("\u{1B}[?2026h".utf8)
  static let endUpdate = Array("\u{1B}[?2026l".utf8)
  static let clear = Array("\u{1B}[0m\u{1B}[2J".utf8)
}
