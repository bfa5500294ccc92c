/// The one grammar through which numbers in text enter: decimal digits, nothing else.
///
/// `Double(String)` takes `nan`, `inf` and hexadecimal, and rounds `1e400` to infinity; none of
/// these is a figure or an ordinate. Here a number is `[+|-] digits [. [digits]] [e [+|-] digits]`
/// or the same with only a fraction.
///
/// - Note: Source – `<signed numeric literal>` of ISO/IEC 9075-2 §5.3, which WKT (ISO 19125-1
///   §7.2.1) and CQL2 (OGC 21-065r2 annex B) share.
public enum StrictDecimal {
  /// Powers of ten that a double holds exactly.
  @usableFromInline
  static let exactPowers: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
  ]

  /// What the grammar found in a number.
  @usableFromInline
  struct Parts {
    @usableFromInline var isNegative = false
    /// The first 19 significant digits.
    @usableFromInline var mantissa: UInt64 = 0
    @usableFromInline var significantDigits = 0
    @usableFromInline var digits = 0
    /// The power of ten that goes with the mantissa.
    @usableFromInline var exponent = 0

    @inlinable init() {}

    @inlinable
    mutating func append(_ digit: UInt8, isFraction: Bool) {
      digits += 1
      if isFraction { exponent -= 1 }
      guard mantissa > 0 || digit > 0 else { return }
      significantDigits += 1
      guard significantDigits <= 19 else { return }
      mantissa = mantissa * 10 + UInt64(digit)
    }

    /// The value, when one rounding gives it.
    ///
    /// - Note: Source – W. D. Clinger, How to read floating point numbers accurately, 1990,
    ///   doi:10.1145/93542.93557: mantissa and power are both exact, so the result is correct.
    @inlinable
    var exactDouble: Double? {
      guard significantDigits <= 19, mantissa <= 1 << 53, exponent >= -22, exponent <= 22 else {
        return mantissa == 0 ? (isNegative ? -0.0 : 0) : nil
      }
      let whole = Double(mantissa)
      let value =
        exponent < 0
        ? whole / StrictDecimal.exactPowers[-exponent] : whole * StrictDecimal.exactPowers[exponent]
      return isNegative ? -value : value
    }
  }

  /// Runs the grammar over all bytes.
  @inlinable
  static func parts(of bytes: some Collection<UInt8>) -> Parts? {
    var parts = Parts()
    var index = bytes.startIndex
    let end = bytes.endIndex
    if index < end, bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "+") {
      parts.isNegative = bytes[index] == UInt8(ascii: "-")
      bytes.formIndex(after: &index)
    }
    var isFraction = false
    while index < end {
      let byte = bytes[index]
      if byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") {
        parts.append(byte - UInt8(ascii: "0"), isFraction: isFraction)
      } else if byte == UInt8(ascii: "."), !isFraction {
        isFraction = true
      } else {
        break
      }
      bytes.formIndex(after: &index)
    }
    guard parts.digits > 0 else { return nil }
    guard index < end else { return parts }
    guard bytes[index] == UInt8(ascii: "e") || bytes[index] == UInt8(ascii: "E") else { return nil }
    bytes.formIndex(after: &index)
    guard let power = exponent(of: bytes[index...]) else { return nil }
    parts.exponent += power
    return parts
  }

  /// The digits after an `e`; beyond 100,000 the value is no double whatever the mantissa.
  @usableFromInline
  static func exponent(of bytes: some Collection<UInt8>) -> Int? {
    var rest = bytes[...]
    var sign = 1
    if let first = rest.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") {
      sign = first == UInt8(ascii: "-") ? -1 : 1
      rest = rest.dropFirst()
    }
    guard !rest.isEmpty else { return nil }
    var value = 0
    for byte in rest {
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
      value = min(value * 10 + Int(byte - UInt8(ascii: "0")), 100_000)
    }
    return sign * value
  }

  /// The library's correctly rounded value of bytes that follow the grammar, when finite.
  @usableFromInline
  static func slowDouble(of bytes: some Collection<UInt8>) -> Double? {
    guard let value = Double(String(decoding: bytes, as: UTF8.self)), value.isFinite else {
      return nil
    }
    return value
  }
}

extension Double {
  /// Reads a finite decimal number that fills all the bytes, or `nil`.
  ///
  /// - Parameter bytes: ASCII digits by the grammar of ``StrictDecimal``, no white space.
  /// - Complexity: O(*n*), *n* bytes; up to 15 digits need no allocation.
  @inlinable
  public init?(strictDecimal bytes: some Collection<UInt8>) {
    guard let parts = StrictDecimal.parts(of: bytes) else { return nil }
    guard let value = parts.exactDouble ?? StrictDecimal.slowDouble(of: bytes) else { return nil }
    self = value
  }

  /// Reads a finite decimal number that fills the text, or `nil`.
  ///
  /// - Parameter text: Digits by the grammar of ``StrictDecimal``, no white space.
  @inlinable
  public init?(strictDecimal text: some StringProtocol) {
    self.init(strictDecimal: text.utf8)
  }
}
