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
      bytes.append(contentsOf: UnsafeMutableBufferPointer(rebasing: buffer[start...]))
    }
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
    for index in text.indices {
      let byte = text[index]
      guard byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") else {
        continue
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[runStart..<index]))
      appendEscape(of: byte)
      runStart = index + 1
    }
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[runStart...]))
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
