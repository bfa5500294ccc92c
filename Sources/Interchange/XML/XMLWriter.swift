/// Writes XML into a byte buffer, with every escape in one place.
///
/// Names are the program's own; whatever comes from data passes the filter of ``text(_:)``. No
/// white space is added but the line feeds asked for.
///
/// - Note: Source – Extensible Markup Language (XML) 1.0, fifth edition.
struct XMLWriter {
  private(set) var bytes: [UInt8] = []

  init(reserving capacity: Int = 256) { bytes.reserveCapacity(capacity) }

  /// Empties the buffer and keeps its storage.
  mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  /// Writes markup that the program itself is the author of.
  mutating func markup(_ text: StaticString) {
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Writes ASCII that needs no escape: digits, codes, identifiers.
  mutating func plain(_ text: some Sequence<UInt8>) { bytes.append(contentsOf: text) }

  /// Writes an element of character data; an absent value leaves the element out.
  mutating func element(_ name: StaticString, _ value: String?) {
    guard let value else { return }
    bytes.append(UInt8(ascii: "<"))
    markup(name)
    bytes.append(UInt8(ascii: ">"))
    text(value)
    markup("</")
    markup(name)
    bytes.append(UInt8(ascii: ">"))
  }

  /// Writes character data: escaped, and without what XML 1.0 forbids.
  ///
  /// Forbidden are the control characters but tab, line feed and carriage return, and U+FFFE and
  /// U+FFFF; no escape brings them in, so they are left out. A carriage return is written as a
  /// reference, for a parser would make a line feed of it.
  ///
  /// - Parameter text: Any text.
  /// - Complexity: O(*n*).
  /// - Note: Source – XML 1.0 §2.2 (production 2), §2.4, §2.11.
  mutating func text(_ text: String) {
    let done: Void? = text.utf8.withContiguousStorageIfAvailable { append($0) }
    if done == nil { Array(text.utf8).withUnsafeBufferPointer { append($0) } }
  }

  private mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    var runStart = 0
    var index = 0
    while index < text.count {
      guard let (replacement, width) = Self.replacement(in: text, at: index) else {
        index += 1
        continue
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[runStart..<index]))
      markup(replacement)
      index += width
      runStart = index
    }
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[runStart...]))
  }

  /// What stands for the character at a byte, and how many bytes that has; `nil` for itself.
  private static func replacement(
    in text: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> (StaticString, width: Int)? {
    switch text[index] {
    case UInt8(ascii: "&"): ("&amp;", 1)
    case UInt8(ascii: "<"): ("&lt;", 1)
    case UInt8(ascii: ">"): ("&gt;", 1)
    case UInt8(ascii: "\""): ("&quot;", 1)
    case 0x0D: ("&#13;", 1)
    case 0x09, 0x0A: nil
    case 0..<0x20: ("", 1)
    case 0xEF
    where index + 2 < text.count && text[index + 1] == 0xBF
      && (text[index + 2] == 0xBE || text[index + 2] == 0xBF):
      ("", 3)
    default: nil
    }
  }
}
