/// Tells where bytes stop being UTF-8.
///
/// Overlong forms, surrogates and values above U+10FFFF are refused.
///
/// - Note: Source – Unicode 15.0, table 3-7, well-formed UTF-8 byte sequences.
enum UTF8Check {
  /// The first byte that starts no well-formed sequence, or `nil`.
  ///
  /// - Parameters:
  ///   - bytes: Any bytes.
  ///   - range: The part to look at.
  /// - Returns: An offset inside the range.
  static func firstFault(_ bytes: Span<UInt8>, in range: Range<Int>) -> Int? {
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = bytes[index]
      if byte < 0x80 {
        index += 1
        continue
      }
      let length = followers(of: byte)
      guard length > 0, index + length < range.upperBound, second(bytes[index + 1], after: byte)
      else { return index }
      for offset in 1...length where bytes[index + offset] & 0xC0 != 0x80 { return index }
      index += length + 1
    }
    return nil
  }

  /// How many bytes follow a first byte; 0 when it cannot be one.
  private static func followers(of byte: UInt8) -> Int {
    switch byte {
    case 0xC2...0xDF: 1
    case 0xE0...0xEF: 2
    case 0xF0...0xF4: 3
    default: 0
    }
  }

  private static func second(_ byte: UInt8, after first: UInt8) -> Bool {
    switch first {
    case 0xE0: byte >= 0xA0 && byte <= 0xBF
    case 0xED: byte >= 0x80 && byte <= 0x9F
    case 0xF0: byte >= 0x90 && byte <= 0xBF
    case 0xF4: byte >= 0x80 && byte <= 0x8F
    default: byte & 0xC0 == 0x80
    }
  }
}
