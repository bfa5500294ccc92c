// How digits and text become bytes: whole runs at a time, for this is where exports spend their time.
extension JSONWriter {
  /// Appends an integer in decimal.
  mutating func appendInteger(_ value: Int64) {
    appendDigits(of: value.magnitude, isNegative: value < 0, pointBefore: 0)
  }

  /// Appends the digits of a number, the last `fraction` of them behind a point.
  mutating func appendDigits(of magnitude: UInt64, isNegative: Bool, pointBefore fraction: Int) {
    // At most 20 digits, or 15 behind the point and one before it; a sign and a point.
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 24) { buffer in
      let start = Self.fill(
        buffer, with: magnitude, isNegative: isNegative, pointBefore: fraction)
      bytes.append(contentsOf: UnsafeMutableBufferPointer(rebasing: buffer[start...]))
    }
  }

  /// Writes digits to the end of 24 bytes.
  ///
  /// - Returns: Where they begin.
  static func fill(
    _ buffer: UnsafeMutableBufferPointer<UInt8>, with magnitude: UInt64, isNegative: Bool,
    pointBefore fraction: Int
  ) -> Int {
    var start = 24
    var rest = magnitude
    var written = 0
    repeat {
      if fraction > 0, written == fraction {
        start -= 1
        buffer[start] = UInt8(ascii: ".")
      }
      start -= 1
      let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
      buffer[start] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: digit)
      rest = quotient
      written += 1
    } while rest > 0 || written <= fraction
    if isNegative {
      start -= 1
      buffer[start] = UInt8(ascii: "-")
    }
    return start
  }

  /// Appends a string in quotes, with the escapes that RFC 8259 §7 demands and no others.
  mutating func appendQuoted(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    let done: Void? = text.utf8.withContiguousStorageIfAvailable { appendEscaped($0) }
    if done == nil { Array(text.utf8).withUnsafeBufferPointer { appendEscaped($0) } }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func appendEscaped(_ text: UnsafeBufferPointer<UInt8>) {
    var runStart = 0
    while true {
      let end = Self.firstEscaped(in: text, from: runStart)
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[runStart..<end]))
      guard end < text.count else { return }
      appendEscape(of: text[end])
      runStart = end + 1
    }
  }

  /// The first byte that must be escaped, or the end: eight bytes at a time.
  ///
  /// - Note: Source – H. S. Warren, Hacker's Delight, 2nd ed., §6-1: a borrow out of a byte shows
  ///   that it was less; bytes above 0x7F are masked out of the answer.
  static func firstEscaped(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highs: UInt64 = 0x8080_8080_8080_8080
    let raw = UnsafeRawBufferPointer(text)
    var index = start
    while index &+ 8 <= text.count {
      let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      let quote = word ^ (ones &* 0x22)
      let slash = word ^ (ones &* 0x5C)
      let found =
        ((word &- ones &* 0x20) & ~word) | ((quote &- ones) & ~quote)
        | ((slash &- ones) & ~slash)
      if found & highs != 0 { break }
      index &+= 8
    }
    while index < text.count {
      let byte = text[index]
      if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return index }
      index &+= 1
    }
    return index
  }

  private mutating func appendEscape(of byte: UInt8) {
    bytes.append(UInt8(ascii: "\\"))
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(byte)
    case 0x0A: bytes.append(UInt8(ascii: "n"))
    case 0x0D: bytes.append(UInt8(ascii: "r"))
    case 0x09: bytes.append(UInt8(ascii: "t"))
    default:
      let digits: StaticString = "0123456789abcdef"
      bytes.append(contentsOf: "u00".utf8)
      bytes.append(digits.utf8Start[Int(byte >> 4)])
      bytes.append(digits.utf8Start[Int(byte & 15)])
    }
  }
}
