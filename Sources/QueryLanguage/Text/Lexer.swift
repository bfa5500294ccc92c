/// Cuts the bytes of a filter into tokens, one at a time.
///
/// - Note: Source – OGC 21-065r2 annex B, from `propertyName` down.
struct Lexer {
  let bytes: [UInt8]
  /// The next byte to be read.
  var offset = 0

  /// Takes bytes that are UTF-8.
  ///
  /// - Throws: ``FilterFault/notUTF8`` at the first byte that is not.
  init(_ bytes: [UInt8]) throws(FilterError) {
    self.bytes = bytes
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw FilterError(.notUTF8, at: .text(offset: Lexer.firstInvalid(bytes)))
    }
  }

  /// The first byte of the first sequence that is not UTF-8.
  private static func firstInvalid(_ bytes: [UInt8]) -> Int {
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var offset = 0
    while case .scalarValue(let scalar) = decoder.decode(&iterator) {
      offset += UTF8.width(scalar)
    }
    return min(offset, bytes.count)
  }

  /// Reads the next token; at the end the same one again and again.
  mutating func next() throws(FilterError) -> Token {
    skipWhiteSpace()
    let start = offset
    guard let byte = current else { return Token(kind: .end, start: start, end: start) }
    switch byte {
    case UInt8(ascii: "'"): return token(.string(try readString()), from: start)
    case UInt8(ascii: "\""): return token(.name(try readName()), from: start)
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."):
      return token(.number(try readNumber()), from: start)
    default: break
    }
    if let sign = readSign(byte) { return token(.sign(sign), from: start) }
    if let word = readWord() { return token(.word(word), from: start) }
    if byte < 0x20 || byte == 0x7F {
      throw FilterError(.controlCharacter(byte), at: .text(offset: start))
    }
    let found = String(decoding: bytes[start...].prefix(4), as: UTF8.self).first.map(String.init)
    throw FilterError(
      .unexpected("'\(found ?? "?")'", wanted: "a name, a value or an operator"),
      at: .text(offset: start))
  }

  private func token(_ kind: Token.Kind, from start: Int) -> Token {
    Token(kind: kind, start: start, end: offset)
  }

  private var current: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  mutating func skipWhiteSpace() {
    while let byte = current, byte == 0x20 || (0x09...0x0D).contains(byte) { offset += 1 }
  }

  private mutating func readSign(_ byte: UInt8) -> Token.Sign? {
    let pair = offset + 1 < bytes.count ? [byte, bytes[offset + 1]] : [byte]
    for candidate in [pair, [byte]] {
      if let sign = Token.Sign(rawValue: String(decoding: candidate, as: UTF8.self)) {
        offset += candidate.count
        return sign
      }
    }
    return nil
  }

  /// Takes what may be a number; the grammar of the digits is checked where the value is made.
  private mutating func readNumber() throws(FilterError) -> String {
    let start = offset
    while let byte = current {
      let follows = offset > start ? bytes[offset - 1] | 0x20 : 0
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "e"),
        UInt8(ascii: "E"):
        offset += 1
      case UInt8(ascii: "+"), UInt8(ascii: "-"):
        guard follows == UInt8(ascii: "e") else { return text(from: start) }
        offset += 1
      default:
        guard byte < 0x80, !isWordPart(Unicode.Scalar(byte)) else {
          throw FilterError(.badNumber, at: .text(offset: start))
        }
        return text(from: start)
      }
    }
    return text(from: start)
  }

  private func text(from start: Int) -> String {
    String(decoding: bytes[start..<offset], as: UTF8.self)
  }
}

// Strings and names.
extension Lexer {
  /// Reads a string: `''` and `\'` are a quote, `\\` is a backslash, and seven letters after a
  /// backslash are control characters.
  ///
  /// Before anything else a backslash is itself, so that `LIKE 'a\%'` needs no second one.
  ///
  /// - Note: Source – OGC 21-065r2 §8.2, requirement cql2-text/escaping.
  private mutating func readString() throws(FilterError) -> String {
    let start = offset
    var content: [UInt8] = []
    offset += 1
    while let byte = current {
      offset += 1
      if byte == UInt8(ascii: "'") {
        guard current == byte else { return String(decoding: content, as: UTF8.self) }
        offset += 1
        content.append(byte)
      } else if byte == UInt8(ascii: "\\"), let escaped = current.flatMap(Lexer.unescaped) {
        offset += 1
        content.append(escaped)
      } else {
        try checkCharacter(byte)
        content.append(byte)
      }
    }
    throw FilterError(.unterminatedString, at: .text(offset: start))
  }

  /// The letters that follow a backslash for the control characters from 7 on, in their order.
  static let controlLetters = Array("abtnvfr".utf8)

  /// The byte that a backslash and the byte after it stand for.
  private static func unescaped(_ byte: UInt8) -> UInt8? {
    if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\\") { return byte }
    return controlLetters.firstIndex(of: byte).map { UInt8($0 + 7) }
  }

  private func checkCharacter(_ byte: UInt8) throws(FilterError) {
    guard byte >= 0x20 || (0x07...0x0D).contains(byte), byte != 0x7F else {
      throw FilterError(.controlCharacter(byte), at: .text(offset: offset - 1))
    }
  }

  /// Reads a name in double quotes; `""` inside is one quote, for names that are no identifiers.
  private mutating func readName() throws(FilterError) -> String {
    let start = offset
    var content: [UInt8] = []
    offset += 1
    while let byte = current {
      offset += 1
      if byte == UInt8(ascii: "\"") {
        guard current == byte else { return String(decoding: content, as: UTF8.self) }
        offset += 1
      } else {
        try checkCharacter(byte)
      }
      content.append(byte)
    }
    throw FilterError(.unterminatedName, at: .text(offset: start))
  }

  private mutating func readWord() -> String? {
    let start = offset
    while let scalar = currentScalar {
      guard offset == start ? Lexer.startsWord(scalar) : isWordPart(scalar) else { break }
      offset += UTF8.width(scalar)
    }
    return offset > start ? text(from: start) : nil
  }

  private var currentScalar: Unicode.Scalar? {
    guard let byte = current else { return nil }
    if byte < 0x80 { return Unicode.Scalar(byte) }
    return String(decoding: bytes[offset..<min(offset + 4, bytes.count)], as: UTF8.self)
      .unicodeScalars.first
  }

  private func isWordPart(_ scalar: Unicode.Scalar) -> Bool { Lexer.continuesWord(scalar) }

  /// Whether a scalar may begin an unquoted name (annex B, `identifierStart`).
  static func startsWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3A, 0x5F, 0x41...0x5A, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF,
      0x370...0x37D, 0x37F...0x1FFE, 0x200C...0x200D, 0x2070...0x218F, 0x2C00...0x2FEF,
      0x3001...0xD7FF, 0xF900...0xFDCF, 0xFDF0...0xFFFD, 0x10000...0xEFFFF:
      true
    default: false
    }
  }

  /// Whether a scalar may follow inside an unquoted name (annex B, `identifierPart`).
  static func continuesWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2E, 0x30...0x39, 0x300...0x36F, 0x203F...0x2040: true
    default: startsWord(scalar)
    }
  }
}
