/// Latin letters with accents and their base letters, read once from the Unicode names.
///
/// The name says the base letter (`LATIN SMALL LETTER A WITH MACRON`), so no table of ours can
/// disagree with the standard and no normaliser is needed.
///
/// - Note: Source – Unicode Character Database, property `Name`.
enum LatinLetters {
  /// Latin-1 Supplement to IPA Extensions.
  static let main: ClosedRange<UInt32> = 0xC0...0x2AF
  /// Latin Extended Additional.
  static let additional: ClosedRange<UInt32> = 0x1E00...0x1EFF

  private static let bases: [UInt8] = main.map(readBase)
  private static let additionalBases: [UInt8] = additional.map(readBase)

  /// The base letter `a…z`, or `nil` for a scalar that is no Latin letter.
  static func base(of scalar: Unicode.Scalar) -> UInt8? {
    let value = scalar.value
    let base =
      main.contains(value)
      ? bases[Int(value - main.lowerBound)]
      : additional.contains(value) ? additionalBases[Int(value - additional.lowerBound)] : 0
    return base == 0 ? nil : base
  }

  private static func readBase(_ value: UInt32) -> UInt8 {
    guard let scalar = Unicode.Scalar(value), let name = scalar.properties.name,
      name.hasPrefix("LATIN ")
    else { return 0 }
    let words = name.split(separator: " ")
    guard let marker = words.firstIndex(where: { $0 == "LETTER" || $0 == "LIGATURE" }) else {
      return 0
    }
    let described = words[(marker + 1)...].prefix { $0 != "WITH" }
    guard let word = described.first == "SCHWA" ? "A" : described.last, let first = word.utf8.first,
      (0x41...0x5A).contains(first)
    else { return 0 }
    return first | 0x20
  }
}
