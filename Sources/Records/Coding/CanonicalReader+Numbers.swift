extension CanonicalReader {
  mutating func integer() throws(RecordCodingError) -> Int {
    if needsComma { try expect(UInt8(ascii: ",")) }
    let start = offset
    let isNegative = self[offset] == UInt8(ascii: "-")
    if isNegative { offset += 1 }
    let first = offset
    var value = 0
    while let digit = digit(at: offset) {
      let (product, overflowed) = value.multipliedReportingOverflow(by: 10)
      let (sum, overflow) = product.subtractingReportingOverflow(digit)
      guard !overflowed, !overflow else { throw .invalid("integer", offset: start) }
      value = sum
      offset += 1
    }
    let isPadded = offset > first + 1 && self[first] == UInt8(ascii: "0")
    guard offset > first, !isPadded, isNegative || value > .min else {
      throw .invalid("integer", offset: start)
    }
    needsComma = true
    return isNegative ? value : -value
  }

  mutating func optionalInteger(_ name: StaticString) throws(RecordCodingError) -> Int? {
    key(name) ? try integer() : nil
  }

  /// A finite number in its one canonical spelling.
  ///
  /// Up to 15 digits name no double twice, and both they and a power of ten up to 10²² are exact
  /// doubles, so one division gives the nearest (W. D. Clinger, 1990, doi:10.1145/93542.93557);
  /// the rest goes to the standard library.
  mutating func number() throws(RecordCodingError) -> Double {
    if needsComma { try expect(UInt8(ascii: ",")) }
    let start = offset
    let isNegative = self[offset] == UInt8(ascii: "-")
    if isNegative { offset += 1 }
    var mantissa: UInt64 = 0
    var digits = 0
    let first = offset
    takeDigits(into: &mantissa, &digits)
    let whole = digits
    guard whole == 1 || whole > 1 && self[first] != UInt8(ascii: "0") else {
      throw .invalid("number", offset: start)
    }
    if self[offset] == UInt8(ascii: ".") {
      offset += 1
      takeDigits(into: &mantissa, &digits)
      guard digits > whole else { throw .invalid("number", offset: start) }
    }
    let fraction = digits - whole
    needsComma = true
    guard self[offset] != UInt8(ascii: "e"), digits <= 19, mantissa < 1_000_000_000_000_000,
      fraction <= 22
    else { return try longNumber(from: start) }
    let endsInZero = fraction > 0 && self[offset - 1] == UInt8(ascii: "0")
    guard !endsInZero, !isNegative || mantissa > 0 else { throw .invalid("number", offset: start) }
    let value = Double(mantissa) / powersOfTen[fraction]
    return isNegative ? -value : value
  }

  private mutating func longNumber(from start: Int) throws(RecordCodingError) -> Double {
    while !isEndOfNumber(self[offset]) { offset += 1 }
    let text = String(decoding: bytes[start..<offset], as: UTF8.self)
    guard text.utf8.allSatisfy(isDecimal), let value = Double(text), value.isFinite,
      value.description == text
    else { throw .invalid("number", offset: start) }
    return value
  }

  private func digit(at position: Int) -> Int? {
    let byte = self[position]
    return byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
      ? Int(byte &- UInt8(ascii: "0")) : nil
  }

  private mutating func takeDigits(into mantissa: inout UInt64, _ count: inout Int) {
    while let digit = digit(at: offset) {
      mantissa = mantissa &* 10 &+ UInt64(digit)
      count += 1
      offset += 1
    }
  }

  private func isEndOfNumber(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}") || byte == 0
  }

  /// Keeps hexadecimal, infinite and undefined numbers from the standard library's parser.
  private func isDecimal(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"),
      UInt8(ascii: "."), UInt8(ascii: "e"):
      true
    default: false
    }
  }
}

private let powersOfTen: [Double] = [
  1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
  1e18, 1e19, 1e20, 1e21, 1e22,
]
