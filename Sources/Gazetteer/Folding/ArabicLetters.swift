/// Arabic, Persian and Kurdish letters folded to the plain letters of Arabic.
///
/// Folded together are what writers interchange: the forms of alef, ta marbuta with ha, alef
/// maqsura with ya, hamza seats with their bare letter, and letters of neighbouring languages with
/// the Arabic letter that Mosul's lists use in their place (gaf with kaf, pe with ba, che with jim).
enum ArabicLetters {
  /// The Arabic block.
  static let block: ClosedRange<UInt32> = 0x600...0x6FF

  static let alef: UInt8 = 0x27
  static let ta: UInt8 = 0x2A
  static let lam: UInt8 = 0x44
  static let ha: UInt8 = 0x47

  private static let seats: [(folded: UInt8, letters: [UInt32])] = [
    (0x27, [0x622, 0x623, 0x625, 0x671, 0x672, 0x673, 0x675, 0x6D5]),
    (0x28, [0x67B, 0x67E, 0x680]), (0x2A, [0x679, 0x67A, 0x67C, 0x67D, 0x67F]),
    (0x2C, [0x683, 0x684, 0x686, 0x687]), (0x2F, [0x688, 0x689, 0x68A, 0x68C, 0x68E]),
    (0x31, [0x691, 0x692, 0x693, 0x694, 0x695, 0x696]), (0x32, [0x697, 0x698, 0x699]),
    (0x41, [0x6A2, 0x6A3, 0x6A4, 0x6A5, 0x6A6]), (0x42, [0x6A7, 0x6A8]),
    (0x43, [0x63B, 0x63C, 0x6A9, 0x6AA, 0x6AB, 0x6AC, 0x6AD, 0x6AE, 0x6AF, 0x6B0, 0x6B1, 0x6B4]),
    (0x44, [0x6B5, 0x6B6, 0x6B7, 0x6B8]), (0x46, [0x6B9, 0x6BA, 0x6BB, 0x6BC, 0x6BD]),
    (0x47, [0x629, 0x6BE, 0x6C0, 0x6C1, 0x6C2, 0x6C3, 0x6FF]),
    (0x48, [0x624, 0x676, 0x6C4, 0x6C5, 0x6C6, 0x6C7, 0x6C8, 0x6C9, 0x6CA, 0x6CB, 0x6CF]),
    (0x4A, [0x620, 0x626, 0x63D, 0x63E, 0x63F, 0x649, 0x678, 0x6CC, 0x6CD, 0x6CE, 0x6D0, 0x6D1]),
  ]

  private static let table: [UInt8] = {
    var table = [UInt8](repeating: 0, count: 256)
    for value in 0x627...0x64A where value != 0x640 && !(0x63B...0x640).contains(value) {
      table[value - 0x600] = UInt8(truncatingIfNeeded: value)
    }
    for seat in seats {
      for letter in seat.letters { table[Int(letter) - 0x600] = seat.folded }
    }
    return table
  }()

  /// The folded letter, or `nil` for a scalar of the block that is no letter.
  static func folded(_ scalar: Unicode.Scalar) -> UInt8? {
    let letter = table[Int(scalar.value & 0xFF)]
    return letter == 0 ? nil : letter
  }

  /// The forms A and B of old code pages, by their Unicode names; lam-alef is two letters.
  static let presentationForms: [UInt32: (UInt8, UInt8?)] = {
    var letters: [Substring: UInt8] = [:]
    for value in UInt32(0x621)...0x6D5 {
      guard let scalar = Unicode.Scalar(value), let folded = folded(scalar),
        let name = scalar.properties.name
      else { continue }
      letters[name.dropFirst("ARABIC LETTER ".count)] = folded
    }
    var forms: [UInt32: (UInt8, UInt8?)] = [:]
    for value in Array(UInt32(0xFB50)...0xFDFF) + Array(UInt32(0xFE70)...0xFEFC) {
      guard let name = Unicode.Scalar(value)?.properties.name, name.hasSuffix(" FORM"),
        let shape = name.dropLast(" FORM".count).lastIndex(of: " ")
      else { continue }
      if name.hasPrefix("ARABIC LIGATURE LAM WITH ALEF") {
        forms[value] = (lam, alef)
      } else if let letter = letters[name[..<shape].dropFirst("ARABIC LETTER ".count)] {
        forms[value] = (letter, nil)
      }
    }
    return forms
  }()
}
