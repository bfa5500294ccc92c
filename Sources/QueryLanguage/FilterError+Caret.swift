extension FilterError {
  /// The line and column of the place, both counted from 1, columns in characters.
  ///
  /// - Parameter filter: What was read.
  /// - Returns: `nil` for a place that is not a byte of the text.
  /// - Complexity: O(*n*), *n* bytes.
  public func lineAndColumn(in filter: [UInt8]) -> (line: Int, column: Int)? {
    guard case .text(let offset) = location else { return nil }
    let before = filter[..<min(max(offset, 0), filter.count)]
    let line = before.reduce(1) { $1 == 0x0A ? $0 + 1 : $0 }
    let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    return (line, String(decoding: before[start...], as: UTF8.self).count + 1)
  }

  /// Two lines: the line of the filter where the error is, and a caret below the place.
  ///
  /// ```
  /// grade > = 2
  ///         ^
  /// ```
  ///
  /// At most 72 characters of a long line are shown, and control characters as `·`.
  ///
  /// - Parameter filter: What was read.
  /// - Returns: `nil` for a place that is not a byte of the text.
  /// - Complexity: O(*n*), *n* bytes.
  public func caret(in filter: [UInt8]) -> String? {
    guard case .text(let offset) = location, let (_, column) = lineAndColumn(in: filter) else {
      return nil
    }
    let place = min(max(offset, 0), filter.count)
    let start = filter[..<place].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let end = filter[place...].firstIndex(of: 0x0A) ?? filter.count
    let characters = String(decoding: filter[start..<end], as: UTF8.self).map(\.shown)
    let index = min(column - 1, characters.count)
    var first = max(0, index - 48)
    var last = min(characters.count, first + 72)
    if last == characters.count { first = max(0, last - 72) }
    last = max(last, index)
    let head = first > 0 ? "…" : ""
    let tail = last < characters.count ? "…" : ""
    let excerpt = head + String(characters[first..<last]) + tail
    return excerpt + "\n" + String(repeating: " ", count: head.count + index - first) + "^"
  }
}

extension Character {
  /// The character, or `·` for one that moves the cursor or turns the line.
  fileprivate var shown: Character {
    guard let scalar = unicodeScalars.first else { return self }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: return "·"
    default: return self
    }
  }
}

extension String {
  /// The text fit for one line of an error: cut, and without controls.
  func onOneLine(limit: Int = 60) -> String {
    let start = prefix(limit)
    return String(start.map(\.shown)) + (start.endIndex < endIndex ? "…" : "")
  }
}
