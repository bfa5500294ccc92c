import MapRendering

/// One line of text under a cursor, as prompts have it.
public struct LineEditor: Hashable, Sendable {
  /// The longest text, in characters.
  public static let limit = 1000

  private var characters: [Character]
  /// How many characters stand before the cursor.
  public private(set) var cursor: Int

  /// Begins with a text, the cursor behind it.
  ///
  /// - Parameter text: What stands there.
  public init(_ text: String = "") {
    characters = Array(text.prefix(Self.limit))
    cursor = characters.count
  }

  /// The text.
  public var text: String { String(characters) }

  /// The text before the cursor.
  public var textBeforeCursor: String { String(characters[..<cursor]) }

  /// Puts text in at the cursor; controls and what is too much are left out.
  ///
  /// - Parameter text: Typed or pasted.
  public mutating func insert(_ text: String) {
    // Joined first, so that a combining mark typed after its letter becomes one with it.
    let head = String(characters[..<cursor]) + text.filter { !$0.isControl }
    let tail = characters[cursor...]
    let room = max(0, Self.limit - tail.count)
    let kept = Array(head.prefix(room))
    characters = kept + tail
    cursor = kept.count
  }

  /// Does what an editing key does.
  ///
  /// - Parameter press: The key.
  /// - Returns: Whether it is an editing key.
  public mutating func take(_ press: KeyPress) -> Bool {
    switch (press.key, press.modifiers) {
    case (.character(let scalar), []): insert(String(scalar))
    case (.backspace, []):
      if cursor > 0 {
        cursor -= 1
        characters.remove(at: cursor)
      }
    case (.backspace, .alt), (.character("w"), .control): deleteWord()
    case (.delete, []), (.character("d"), .control):
      if cursor < characters.count { characters.remove(at: cursor) }
    case (.left, []), (.character("b"), .control): cursor = max(0, cursor - 1)
    case (.right, []), (.character("f"), .control): cursor = min(characters.count, cursor + 1)
    case (.home, []), (.character("a"), .control): cursor = 0
    case (.end, []), (.character("e"), .control): cursor = characters.count
    case (.left, .control), (.left, .alt), (.character("b"), .alt): cursor = wordStart
    case (.right, .control), (.right, .alt), (.character("f"), .alt): cursor = wordEnd
    case (.character("u"), .control):
      characters.removeSubrange(..<cursor)
      cursor = 0
    case (.character("k"), .control): characters.removeSubrange(cursor...)
    default: return false
    }
    return true
  }

  private mutating func deleteWord() {
    let start = wordStart
    characters.removeSubrange(start..<cursor)
    cursor = start
  }

  private var wordStart: Int {
    var place = cursor
    while place > 0, characters[place - 1] == " " { place -= 1 }
    while place > 0, characters[place - 1] != " " { place -= 1 }
    return place
  }

  private var wordEnd: Int {
    var place = cursor
    while place < characters.count, characters[place] == " " { place += 1 }
    while place < characters.count, characters[place] != " " { place += 1 }
    return place
  }
}

extension Character {
  fileprivate var isControl: Bool {
    unicodeScalars.contains { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) }
  }
}
