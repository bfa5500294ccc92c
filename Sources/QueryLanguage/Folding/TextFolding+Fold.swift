extension TextFolding {
  /// The string without what the folding takes away.
  ///
  /// Folding twice gives the same as once, and strings that are canonically equivalent fold to
  /// strings that are (see docs/cql2.md for the rules).
  ///
  /// - Parameter text: Any string.
  /// - Returns: The folded string.
  /// - Complexity: O(*n*), *n* scalars.
  public func folded(_ text: String) -> String {
    switch self {
    case .letterCase: Self.foldingCase(text)
    case .accents: Self.foldingAccents(text)
    }
  }

  private static func foldingCase(_ text: String) -> String {
    guard !text.utf8.allSatisfy({ $0 < 0x80 }) else { return text.lowercased() }
    var folded = ""
    for scalar in text.unicodeScalars {
      // Through capitals, so that ß meets SS and both forms of sigma meet; small letters come
      // first, for the capital ẞ is its own capital.
      for small in scalar.properties.lowercaseMapping.unicodeScalars {
        for capital in small.properties.uppercaseMapping.unicodeScalars {
          folded += capital.properties.lowercaseMapping
        }
      }
    }
    return folded
  }

  private static func foldingAccents(_ text: String) -> String {
    guard !text.utf8.allSatisfy({ $0 < 0x80 }) else { return text }
    var folded = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar.isASCII {
        folded.append(scalar)
      } else if !AccentTable.isDropped(scalar) {
        folded.append(AccentTable.bases[scalar] ?? scalar)
      }
    }
    return String(folded)
  }
}
