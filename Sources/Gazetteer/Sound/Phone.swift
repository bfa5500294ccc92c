import Records

/// A sound as far as a spelling tells it, the same for Latin and Arabic letters.
///
/// A letter that stands for a vowel or a half-vowel is the vowel: `w`, `u`, `o` and `و` are ``u``,
/// `y`, `i`, `e` and `ي` are ``i``. Arabic does not write short vowels, so phones are compared by
/// ``Resemblance`` with small costs and never by equality across scripts.
enum Phone: UInt8, CaseIterable {
  case a, i, u
  /// A vowel of unknown colour or none: ayn, and alef or hamza at the start of a word.
  case open
  case h, b, p, t, th, j, ch, g, gh, k, q, kh, d, dh, z, r, s, sh, l, m, n, f, v

  /// Whether the phone is left out of a consonant skeleton.
  var isVowel: Bool { rawValue <= Phone.open.rawValue }

  /// The coarse class that the skeleton keeps, 1…12, or `nil` for a vowel.
  ///
  /// Letters that Latin spellings of Arabic interchange share a class: q/k/g/gh/kh/j, d/dh/z, t/th,
  /// b/p. ``v`` is none, because Ninive and نينوى are one name.
  var skeletonClass: UInt8? {
    switch self {
    case .a, .i, .u, .open, .v: nil
    case .h: 1
    case .b, .p: 2
    case .t, .th: 3
    case .j, .ch, .g, .gh, .k, .q, .kh: 4
    case .d, .dh, .z: 5
    case .r: 6
    case .s: 7
    case .sh: 8
    case .l: 9
    case .m: 10
    case .n: 11
    case .f: 12
    }
  }
}

extension Word {
  /// Appends the word's phones.
  ///
  /// - Parameters:
  ///   - phones: Where they go; doubled ones are written once.
  ///   - isLast: Whether no word follows: before another word the `t` of a ta marbuta is heard.
  func appendPhones(to phones: inout [Phone], isLast: Bool) {
    switch script {
    case .latin: LatinSpelling.appendPhones(of: letters, isLast: isLast, to: &phones)
    case .arabic: ArabicSpelling.appendPhones(of: letters, isLast: isLast, to: &phones)
    case .other: break
    }
  }
}
