/// Reads fixed-width decimal fields from bytes: the one parser under dates, instants and EDTF.
struct DigitReader<Bytes: Collection> where Bytes.Element == UInt8 {
  private(set) var rest: Bytes.SubSequence

  init(_ bytes: Bytes) { rest = bytes[...] }

  var isAtEnd: Bool { rest.isEmpty }
  var next: UInt8? { rest.first }

  /// Takes exactly `count` digits.
  mutating func number(ofDigits count: Int) -> Int? {
    var value = 0
    var copy = rest
    for _ in 0..<count {
      guard let byte = copy.popFirst(), byte >= 0x30, byte <= 0x39 else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    rest = copy
    return value
  }

  /// Takes one given character, or leaves the reader where it is.
  mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard rest.first.map(UInt32.init) == character.value else { return false }
    rest.removeFirst()
    return true
  }
}

/// A number with leading zeros.
func digits(_ value: Int, width: Int) -> String {
  let text = String(value)
  return String(repeating: "0", count: max(0, width - text.count)) + text
}
