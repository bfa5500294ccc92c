extension Int {
  /// Reads a whole number ≥ 0 that fills all the bytes, or `nil`.
  ///
  /// - Parameter digits: ASCII digits, at most eighteen: no sign, no white space, no separators.
  init?(wholeNumber digits: ArraySlice<UInt8>) {
    guard !digits.isEmpty, digits.count <= 18 else { return nil }
    var value = 0
    for byte in digits {
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
    }
    self = value
  }
}
