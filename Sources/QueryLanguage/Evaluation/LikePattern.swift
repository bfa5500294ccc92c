/// A pattern of `LIKE`, cut into its parts once.
///
/// A character is what a reader sees as one (an extended grapheme cluster), so that `_` takes a
/// letter with its accent however the two are encoded.
///
/// - Note: Source – OGC 21-065r2 §7.2, requirement like-predicate.
struct LikePattern: Hashable, Sendable {
  enum Part: Hashable, Sendable {
    /// Any run of characters, also none.
    case run
    /// Any one character.
    case one
    /// This character.
    case plain(Character)
  }

  let parts: [Part]
  /// The parts as bytes where all are ASCII: most values are too, and need no look at characters.
  private let bytes: [BytePart]?

  private enum BytePart: Hashable, Sendable {
    case run
    case one
    case plain(UInt8)
  }

  /// Cuts a pattern; a backslash makes the character after it plain, and is plain at the end.
  init(_ pattern: String) {
    var parts: [Part] = []
    var isEscaped = false
    for character in pattern {
      if isEscaped {
        parts.append(.plain(character))
        isEscaped = false
      } else {
        switch character {
        case "\\": isEscaped = true
        case "%": if parts.last != .run { parts.append(.run) }
        case "_": parts.append(.one)
        default: parts.append(.plain(character))
        }
      }
    }
    if isEscaped { parts.append(.plain("\\")) }
    self.parts = parts
    bytes = LikePattern.bytes(of: parts)
  }

  private static func bytes(of parts: [Part]) -> [BytePart]? {
    var bytes: [BytePart] = []
    for part in parts {
      switch part {
      case .run: bytes.append(.run)
      case .one: bytes.append(.one)
      case .plain(let character):
        guard character.utf8.count == 1, let byte = character.utf8.first else { return nil }
        bytes.append(.plain(byte))
      }
    }
    return bytes
  }

  /// Whether the whole of a string follows the pattern.
  ///
  /// - Complexity: O(*n* · *m*), characters of the string and parts of the pattern.
  func matches(_ text: String) -> Bool {
    if let bytes {
      var text = text
      let answer = text.withUTF8 { utf8 -> Bool? in
        // CR LF is one character of two bytes, and takes the long way.
        guard utf8.allSatisfy({ $0 < 0x80 && $0 != 0x0D }) else { return nil }
        return Self.match(utf8, bytes, isRun: { $0 == .run }) { byte, part in
          part == .one || part == .plain(byte)
        }
      }
      if let answer { return answer }
    }
    return Self.match(Array(text), parts, isRun: { $0 == .run }) { character, part in
      part == .one || part == .plain(character)
    }
  }

  /// Goes back only to the last run, for an earlier one can take nothing that the last cannot.
  private static func match<Text: RandomAccessCollection, Part>(
    _ text: Text, _ parts: [Part], isRun: (Part) -> Bool, fits: (Text.Element, Part) -> Bool
  ) -> Bool where Text.Index == Int {
    var index = text.startIndex
    var part = 0
    var lastRun: (part: Int, index: Int)?
    while index < text.endIndex {
      if part < parts.count, isRun(parts[part]) {
        lastRun = (part, index)
        part += 1
      } else if part < parts.count, fits(text[index], parts[part]) {
        index += 1
        part += 1
      } else if let run = lastRun {
        lastRun = (run.part, run.index + 1)
        index = run.index + 1
        part = run.part + 1
      } else {
        return false
      }
    }
    while part < parts.count, isRun(parts[part]) { part += 1 }
    return part == parts.count
  }
}
