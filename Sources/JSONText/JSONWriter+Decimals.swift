extension JSONWriter {
  /// Writes a number rounded to so many digits after the point, without trailing zeros.
  ///
  /// Half a unit of the last digit rounds away from zero, as the double stands. Where the scaled
  /// number would not be exact, it is written as ``number(_:)`` does.
  ///
  /// - Parameters:
  ///   - value: Finite; anything else, and `nil`, is written as `null`.
  ///   - decimals: Digits after the point, 0…15.
  public mutating func number(_ value: Double?, decimals: Int) {
    guard let value, value.isFinite else { return null() }
    let digits = min(max(decimals, 0), 15)
    let scale = Self.powersOfTen[digits]
    let scaled = (value * scale).rounded()
    guard scaled.magnitude < 0x1p53 else { return number(value) }
    separate()
    appendFixed(Int64(scaled), digits)
    needsComma = true
  }

  static let powersOfTen: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  ]

  /// Appends an integer with a point before its last digits, without trailing zeros.
  private mutating func appendFixed(_ scaled: Int64, _ decimals: Int) {
    var rest = scaled.magnitude
    var fraction = decimals
    while fraction > 0 {
      let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
      guard digit == 0 else { break }
      rest = quotient
      fraction -= 1
    }
    appendDigits(of: rest, isNegative: scaled < 0, pointBefore: fraction)
  }
}
