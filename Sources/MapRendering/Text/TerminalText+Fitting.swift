extension TerminalText {
  /// Where text stands in a wider field.
  public enum Alignment: Sendable {
    /// At the left edge.
    case leading
    /// At the right edge, as figures are.
    case trailing
    /// In the middle, the odd column on the right.
    case center
  }

  /// The text cut to a number of columns, with an ellipsis where something is missing.
  ///
  /// - Parameters:
  ///   - limit: Columns; nothing is left of the text at 0 or less.
  ///   - ellipsis: What stands for the missing part: `…`, or `...` in ASCII.
  ///   - ambiguousWidth: How wide the terminal draws ambiguous characters.
  /// - Returns: A single line of at most `limit` columns; a wide character is never halved.
  /// - Complexity: O(`limit`).
  public func truncated(
    to limit: Int, ellipsis: TerminalText = .ellipsis, ambiguousWidth: AmbiguousWidth = .narrow
  ) -> TerminalText {
    if columns <= limit { return self }
    let tail = ellipsis.columns <= limit ? ellipsis : .empty
    let room = max(0, limit - tail.columns)
    if isASCII {
      let kept = String(string.prefix(room))
      return TerminalText(
        safe: kept + tail.string, columns: room + tail.columns, isASCII: tail.isASCII)
    }
    var kept = ""
    var width = 0
    for scalar in string.unicodeScalars {
      let step = Self.columns(of: scalar, ambiguousWidth: ambiguousWidth)
      if width + step > room { break }
      kept.unicodeScalars.append(scalar)
      width += step
    }
    return TerminalText(
      safe: kept + tail.string, columns: width + tail.columns,
      isASCII: kept.utf8.allSatisfy { $0 < 0x80 } && tail.isASCII)
  }

  /// The text filled up with spaces to a number of columns.
  ///
  /// - Parameters:
  ///   - width: Columns; a longer text stays as it is.
  ///   - alignment: The side on which the text stands.
  /// - Returns: At least `width` columns.
  public func padded(to width: Int, alignment: Alignment = .leading) -> TerminalText {
    let missing = width - columns
    guard missing > 0 else { return self }
    let before: Int
    switch alignment {
    case .leading: before = 0
    case .trailing: before = missing
    case .center: before = missing / 2
    }
    return TerminalText(
      safe: String(repeating: " ", count: before) + string
        + String(repeating: " ", count: missing - before),
      columns: width, isASCII: isASCII)
  }

  /// The text made exactly a number of columns wide: cut or filled up.
  ///
  /// - Parameters:
  ///   - width: Columns.
  ///   - alignment: The side on which a shorter text stands.
  ///   - ellipsis: What stands for a missing part.
  /// - Returns: Exactly `width` columns.
  public func fitted(
    to width: Int, alignment: Alignment = .leading, ellipsis: TerminalText = .ellipsis
  ) -> TerminalText {
    truncated(to: width, ellipsis: ellipsis).padded(to: width, alignment: alignment)
  }

  /// The text broken into lines at spaces; a word wider than a line is cut where the line ends.
  ///
  /// - Parameter width: Columns a line, at least 1.
  /// - Returns: One line or more, none wider than `width` (a wide character in one column apart).
  /// - Complexity: O(*n*).
  public func wrapped(to width: Int) -> [TerminalText] {
    let width = max(1, width)
    var lines: [TerminalText] = []
    for paragraph in string.split(separator: "\n", omittingEmptySubsequences: false) {
      var line = LineUnderConstruction()
      for word in paragraph.split(separator: " ") {
        line.take(Self.measured(String(word)), width: width, into: &lines)
      }
      lines.append(line.text)
    }
    return lines
  }

  /// Joins two texts of one line each.
  static func + (left: TerminalText, right: TerminalText) -> TerminalText {
    TerminalText(
      safe: left.string + right.string, columns: left.columns + right.columns,
      isASCII: left.isASCII && right.isASCII)
  }

  /// A number with commas between thousands.
  init(grouped number: Int) {
    let digits = grouped(number)
    self.init(safe: digits, columns: digits.utf8.count, isASCII: true)
  }

  /// The columns of one scalar that has passed the filter.
  ///
  /// - Parameters:
  ///   - scalar: From ``string``.
  ///   - ambiguousWidth: How wide the terminal draws ambiguous characters.
  /// - Returns: 0 for a mark or a joiner, otherwise 1 or 2.
  static func columns(of scalar: Unicode.Scalar, ambiguousWidth: AmbiguousWidth) -> Int {
    switch ScalarFilter.verdict(scalar, wideAmbiguous: ambiguousWidth == .wide) {
    case .pass(let columns): columns
    case .space: 1
    case .combining, .refuse: 0
    }
  }

  /// Measures text that has passed the filter before.
  static func measured(_ safe: String) -> TerminalText {
    var columns = 0
    var isASCII = true
    for scalar in safe.unicodeScalars {
      columns += Self.columns(of: scalar, ambiguousWidth: .narrow)
      isASCII = isASCII && scalar.isASCII
    }
    return TerminalText(safe: safe, columns: columns, isASCII: isASCII)
  }

  /// The sign for a missing part on a Unicode terminal.
  public static let ellipsis = TerminalText(safe: "…", columns: 1, isASCII: false)
  /// The sign for a missing part in ASCII.
  public static let asciiEllipsis = TerminalText(safe: "...", columns: 3, isASCII: true)
}

/// One line while words are added to it.
private struct LineUnderConstruction {
  var text = TerminalText.empty

  mutating func take(_ word: TerminalText, width: Int, into lines: inout [TerminalText]) {
    let gap = text.isEmpty ? 0 : 1
    if text.columns + gap + word.columns <= width {
      text = TerminalText(
        safe: text.string + (gap == 1 ? " " : "") + word.string,
        columns: text.columns + gap + word.columns, isASCII: text.isASCII && word.isASCII)
      return
    }
    if !text.isEmpty { lines.append(text) }
    var rest = word
    while rest.columns > width {
      let head = rest.truncated(to: width, ellipsis: .empty)
      guard !head.isEmpty else { break }
      lines.append(head)
      rest = .measured(
        String(
          String.UnicodeScalarView(
            rest.string.unicodeScalars.dropFirst(head.string.unicodeScalars.count))))
    }
    text = rest
  }
}
