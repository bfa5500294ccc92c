/// Text that is safe to send to a terminal or as `text/plain`, with its width in columns.
///
/// The one filter between data and a terminal: control characters (C0, DEL, C1), bidi controls,
/// tags, joiners outside Arabic words and every other invisible or width-changing character become
/// U+FFFD, any Unicode space becomes a plain one, and a character keeps at most eight combining
/// marks. A value of this type cannot hold anything else, and the width is that of the filtered
/// text.
///
/// - Note: Source – OWASP ASVS 5.0 §1.2 (output for the right interpreter).
public struct TerminalText: Hashable, Sendable, CustomStringConvertible {
  /// The most combining marks that one character may carry; the rest become one U+FFFD.
  public static let combiningMarkLimit = 8

  /// The filtered text.
  public let string: String
  /// Columns of the widest line.
  public let columns: Int
  /// Whether every byte is printable ASCII (line feeds apart).
  public let isASCII: Bool

  /// Whether line feeds pass the filter.
  public enum LineFeeds: Sendable {
    /// A line feed is refused like any control character.
    case refused
    /// A line feed ends a line.
    case allowed
  }

  /// Filters a text.
  ///
  /// - Parameters:
  ///   - untrusted: Any text, of any length.
  ///   - lineFeeds: Whether U+000A passes.
  ///   - ambiguousWidth: How wide the terminal draws ambiguous characters.
  /// - Complexity: O(*n*) in the scalars of the text.
  public init(
    _ untrusted: String, lineFeeds: LineFeeds = .refused, ambiguousWidth: AmbiguousWidth = .narrow
  ) {
    let isPlain = untrusted.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
    if isPlain {
      self.init(safe: untrusted, columns: untrusted.utf8.count, isASCII: true)
      return
    }
    var filter = TextFilter(lineFeeds: lineFeeds, ambiguousWidth: ambiguousWidth)
    filter.take(untrusted)
    self.init(safe: filter.output, columns: filter.widest, isASCII: filter.isASCII)
  }

  /// Wraps text that the filter has already passed.
  init(safe string: String, columns: Int, isASCII: Bool) {
    self.string = string
    self.columns = columns
    self.isASCII = isASCII
  }

  /// Wraps our own signs, each one column wide.
  init(signs: some Collection<Unicode.Scalar>) {
    // Encoded in place: a string that grows sign by sign is slow.
    let string = String(unsafeUninitializedCapacity: signs.count * 4) { bytes in
      var length = 0
      for sign in signs {
        for byte in UTF8.encode(sign) ?? UTF8.encodedReplacementCharacter {
          bytes[length] = byte
          length += 1
        }
      }
      return length
    }
    self.init(safe: string, columns: signs.count, isASCII: string.utf8.count == signs.count)
  }

  /// The empty text.
  public static let empty = TerminalText(safe: "", columns: 0, isASCII: true)

  /// The filtered text.
  public var description: String { string }

  /// Whether nothing is left to show.
  public var isEmpty: Bool { string.isEmpty }
}

/// The running state of the filter over one text.
private struct TextFilter {
  let lineFeeds: TerminalText.LineFeeds
  let wideAmbiguous: Bool
  var output = ""
  var widest = 0
  var isASCII = true
  private var line = 0
  private var marks = 0
  private var canCombine = false

  init(lineFeeds: TerminalText.LineFeeds, ambiguousWidth: AmbiguousWidth) {
    self.lineFeeds = lineFeeds
    wideAmbiguous = ambiguousWidth == .wide
  }

  mutating func take(_ text: String) {
    let scalars = text.unicodeScalars
    var previous: Unicode.Scalar?
    for index in scalars.indices {
      let scalar = scalars[index]
      if isJoiner(scalar), let before = previous, ScalarFilter.isArabicLetter(before),
        let after = follower(of: index, in: scalars), ScalarFilter.isArabicLetter(after)
      {
        emit(scalar, columns: 0)
      } else if scalar == "\n", lineFeeds == .allowed {
        output.unicodeScalars.append(scalar)
        line = 0
        canCombine = false
      } else {
        takeOne(scalar)
      }
      previous = scalar
    }
  }

  private func isJoiner(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value == 0x200C || scalar.value == 0x200D
  }

  private func follower(
    of index: String.UnicodeScalarView.Index, in scalars: String.UnicodeScalarView
  ) -> Unicode.Scalar? {
    let next = scalars.index(after: index)
    return next < scalars.endIndex ? scalars[next] : nil
  }

  private mutating func takeOne(_ scalar: Unicode.Scalar) {
    switch ScalarFilter.verdict(scalar, wideAmbiguous: wideAmbiguous) {
    case .pass(let columns): begin(scalar, columns: columns)
    case .space: begin(" ", columns: 1)
    case .refuse: begin(ScalarFilter.replacement, columns: wideAmbiguous ? 2 : 1)
    case .combining:
      // A mark with nothing under it would land on the frame or on the cell before.
      guard canCombine else { return begin(ScalarFilter.replacement, columns: 1) }
      marks += 1
      if marks <= TerminalText.combiningMarkLimit {
        emit(scalar, columns: 0)
      } else if marks == TerminalText.combiningMarkLimit + 1 {
        emit(ScalarFilter.replacement, columns: wideAmbiguous ? 2 : 1)
      }
    }
  }

  private mutating func begin(_ scalar: Unicode.Scalar, columns: Int) {
    marks = 0
    canCombine = scalar != ScalarFilter.replacement
    emit(scalar, columns: columns)
  }

  private mutating func emit(_ scalar: Unicode.Scalar, columns: Int) {
    output.unicodeScalars.append(scalar)
    isASCII = isASCII && scalar.isASCII
    line += columns
    widest = max(widest, line)
  }
}
