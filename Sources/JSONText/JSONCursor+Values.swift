extension JSONCursor {
  /// Writes an integer in decimal.
  ///
  /// - Parameter value: Any integer.
  public mutating func integer(_ value: Int) {
    if (0...9).contains(value) {
      raw(UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: value))
    } else {
      digits(of: UInt64(value.magnitude), isNegative: value < 0, pointBefore: 0)
    }
  }

  /// Writes a number rounded to so many digits after the point, as
  /// ``JSONWriter/number(_:decimals:)`` does.
  ///
  /// - Parameters:
  ///   - value: Finite; anything else is written as `null`.
  ///   - decimals: Digits after the point, 0…15.
  public mutating func number(_ value: Double, decimals: Int) {
    guard value.isFinite else { return raw("null") }
    let digits = min(max(decimals, 0), 15)
    let scaled = (value * JSONWriter.powersOfTen[digits]).rounded()
    guard scaled.magnitude < 0x1p53 else { return unrounded(value) }
    var rest = UInt64(scaled.magnitude)
    var fraction = digits
    while fraction > 0 {
      let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
      guard digit == 0 else { break }
      rest = quotient
      fraction -= 1
    }
    self.digits(of: rest, isNegative: scaled < 0, pointBefore: fraction)
  }

  private mutating func unrounded(_ value: Double) {
    var writer = JSONWriter(reserving: 32)
    writer.number(value)
    writer.bytes.withUnsafeBufferPointer { raw($0) }
  }

  /// Writes exactly so many digits, with leading zeros.
  ///
  /// - Parameters:
  ///   - value: Not negative; digits above the number asked for are left out.
  ///   - count: How many.
  @inlinable
  public mutating func padded(_ value: Int, digits count: Int) {
    guard hasRoom(count) else { return }
    var rest = UInt(value.magnitude)
    for place in (0..<count).reversed() {
      next[place] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
    next += count
  }

  private mutating func digits(of magnitude: UInt64, isNegative: Bool, pointBefore fraction: Int) {
    // At most 20 digits, or 15 behind the point and one before it; a sign and a point.
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 24) { buffer in
      let start = JSONWriter.fill(
        buffer, with: magnitude, isNegative: isNegative, pointBefore: fraction)
      raw(UnsafeBufferPointer(rebasing: UnsafeBufferPointer(buffer)[start...]))
    }
  }

  /// Writes a string in quotes with its escapes.
  ///
  /// - Parameter text: Any text.
  public mutating func string(_ text: String) {
    var text = text
    let isPlain = text.withUTF8 { bytes in
      guard JSONWriter.firstEscaped(in: bytes, from: 0) == bytes.count else { return false }
      raw(UInt8(ascii: "\""))
      raw(bytes)
      raw(UInt8(ascii: "\""))
      return true
    }
    guard !isPlain else { return }
    var writer = JSONWriter(reserving: text.utf8.count + 16)
    writer.string(text)
    writer.bytes.withUnsafeBufferPointer { raw($0) }
  }
}
