/// How folded Arabic letters sound.
enum ArabicSpelling {
  /// Appends the phones of folded Arabic letters.
  ///
  /// A final ha is taken for a ta marbuta, as Mosul's lists write it; an alef at the start stands
  /// for any vowel.
  static func appendPhones(of letters: [UInt8], isLast: Bool, to phones: inout [Phone]) {
    let start = phones.count
    for (index, letter) in letters.enumerated() {
      let isFinal = index == letters.count - 1
      guard var phone = table[Int(letter & 0x3F)] else { continue }
      if phone == .a, index == 0 { phone = .open }
      if letter == ArabicLetters.ha, isFinal, index > 0 { phone = .a }
      let repeats = phones.count > start && phones.last == phone && phone.isVowel
      if !repeats { phones.append(phone) }
    }
    if !isLast, letters.count >= 4, letters.last == ArabicLetters.ta,
      letters[letters.count - 2] == ArabicLetters.alef
    {
      phones.removeLast()
    }
  }

  private static let table: [Phone?] = {
    var table = [Phone?](repeating: nil, count: 64)
    let letters: [(UInt8, Phone)] = [
      (0x27, .a), (0x28, .b), (0x2A, .t), (0x2B, .th), (0x2C, .j), (0x2D, .h), (0x2E, .kh),
      (0x2F, .d), (0x30, .dh), (0x31, .r), (0x32, .z), (0x33, .s), (0x34, .sh), (0x35, .s),
      (0x36, .dh), (0x37, .t), (0x38, .dh), (0x39, .open), (0x3A, .gh), (0x41, .f), (0x42, .q),
      (0x43, .k), (0x44, .l), (0x45, .m), (0x46, .n), (0x47, .h), (0x48, .u), (0x4A, .i),
    ]
    for (letter, phone) in letters { table[Int(letter & 0x3F)] = phone }
    return table
  }()
}
