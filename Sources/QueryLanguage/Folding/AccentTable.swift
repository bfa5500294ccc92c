/// Letters with accents and their bare letters, and the marks that are dropped.
///
/// Bare letters of Latin, Greek, Cyrillic and Hebrew are read once from the Unicode names (`LATIN
/// SMALL LETTER O WITH STROKE` is an O), so no long table of ours can disagree with the standard.
/// The Arabic letters are those that writers interchange.
///
/// - Note: Source – Unicode Character Database, property `Name`.
enum AccentTable {
  /// The bare letter of each letter that has one.
  static let bases: [Unicode.Scalar: Unicode.Scalar] = {
    var bases: [Unicode.Scalar: Unicode.Scalar] = [:]
    for (letter, base) in namedBases() { bases[letter] = base }
    for (letter, base) in listed {
      if let letter = Unicode.Scalar(letter), let base = Unicode.Scalar(base) {
        bases[letter] = base
      }
    }
    // A bare letter may have one itself: folding twice must give no more than once.
    return bases.mapValues { base in
      var bare = base
      while let next = bases[bare] { bare = next }
      return bare
    }
  }()

  private static let namedRanges: [ClosedRange<UInt32>] = [
    0x41...0x2AF, 0x370...0x52F, 0x5D0...0x5F2, 0x1E00...0x1FFF, 0xFB1D...0xFB4E,
  ]

  /// Letters whose name is another's followed by `WITH`.
  private static func namedBases() -> [(Unicode.Scalar, Unicode.Scalar)] {
    var byName: [Substring: Unicode.Scalar] = [:]
    var accented: [(scalar: Unicode.Scalar, base: Substring)] = []
    for value in namedRanges.joined() {
      guard let scalar = Unicode.Scalar(value), scalar.properties.isAlphabetic,
        let name = scalar.properties.name
      else { continue }
      byName[name[...]] = scalar
      let words = name.split(separator: " ")
      guard let with = words.firstIndex(of: "WITH") else { continue }
      accented.append((scalar, name[..<words[with].startIndex].dropLast()))
    }
    return accented.compactMap { letter in byName[letter.base].map { (letter.scalar, $0) } }
  }

  /// Letters whose name does not tell, and those of Arabic.
  private static let listed: [(UInt32, UInt32)] = [
    // Dotless i; the signs for ångström, kelvin and ohm; prosgegrammeni; yod yod patah.
    (0x131, 0x69), (0x212A, 0x4B), (0x212B, 0x41), (0x2126, 0x3A9), (0x1FBE, 0x3B9),
    (0xFB1F, 0x5F2),
    // Cyrillic short i, io, yi, gje, kje, short u.
    (0x419, 0x418), (0x439, 0x438), (0x401, 0x415), (0x451, 0x435), (0x407, 0x406),
    (0x457, 0x456), (0x403, 0x413), (0x453, 0x433), (0x40C, 0x41A), (0x45C, 0x43A),
    (0x40E, 0x423), (0x45E, 0x443),
    // The forms of alef; waw and ya with hamza; ta marbuta; alef maqsura; Persian ya and kaf.
    (0x622, 0x627), (0x623, 0x627), (0x625, 0x627), (0x671, 0x627), (0x672, 0x627),
    (0x673, 0x627), (0x624, 0x648), (0x626, 0x64A), (0x629, 0x647), (0x649, 0x64A),
    (0x6CC, 0x64A), (0x6A9, 0x643),
    // Letters of Persian and Urdu with hamza.
    (0x6C0, 0x6D5), (0x6C2, 0x6C1), (0x6D3, 0x6D2),
    // Greek upsilon with a hook; accents that stand alone.
    (0x3D3, 0x3D2), (0x3D4, 0x3D2),
    (0x385, 0xA8), (0x1FC1, 0xA8), (0x1FED, 0xA8), (0x1FEE, 0xA8), (0x1FCD, 0x1FBF),
    (0x1FCE, 0x1FBF), (0x1FCF, 0x1FBF), (0x1FDD, 0x1FFE), (0x1FDE, 0x1FFE), (0x1FDF, 0x1FFE),
  ]

  /// Whether a scalar is a mark that is dropped, or the tatweel.
  ///
  /// Marks that make another letter in their script stay: Indic vowels, Japanese voicing.
  static func isDropped(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    // Combining marks, except the long solidus that makes ≮ out of <.
    case 0x300...0x337, 0x339...0x36F, 0x483...0x487, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF,
      0x20D0...0x20FF, 0xFE20...0xFE2F:
      true
    // Hebrew points and cantillation; Arabic vowels, Quranic marks, tatweel.
    case 0x591...0x5BD, 0x5BF, 0x5C1...0x5C2, 0x5C4...0x5C5, 0x5C7, 0xFB1E, 0x610...0x61A, 0x640,
      0x64B...0x65F, 0x670, 0x6D6...0x6DC, 0x6DF...0x6E4, 0x6E7...0x6E8, 0x6EA...0x6ED,
      0x8CA...0x8E1, 0x8E3...0x8FF:
      true
    default: false
    }
  }
}
