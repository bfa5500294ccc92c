/// How Latin letters in transliterated names sound.
enum LatinSpelling {
  /// Appends the phones of folded Latin letters.
  ///
  /// Digraphs are one phone, doubled letters and vowels are one, a final `h` is silent, and the
  /// `t` of a ta marbuta before another word (`Hadirat al-Sada`) is dropped.
  static func appendPhones(of letters: [UInt8], isLast: Bool, to phones: inout [Phone]) {
    let start = phones.count
    var index = 0
    while index < letters.count {
      let letter = letters[index]
      let following = index + 1 < letters.count ? letters[index + 1] : 0
      var phone = single(letter, before: following)
      if let pair = digraph(letter, following) {
        phone = pair
        index += 1
      } else if letter == UInt8(ascii: "h"), following == 0 {
        phone = nil
      }
      index += 1
      if let phone, phones.count == start || phones.last != phone { phones.append(phone) }
    }
    if !isLast, letters.count >= 5, letters.suffix(2).elementsEqual("at".utf8) {
      phones.removeLast()
    }
  }

  private static func digraph(_ first: UInt8, _ second: UInt8) -> Phone? {
    guard second == UInt8(ascii: "h") else {
      if first == UInt8(ascii: "c"), second == UInt8(ascii: "k") { return .k }
      return first == UInt8(ascii: "d") && second == UInt8(ascii: "j") ? .j : nil
    }
    return switch first {
    case UInt8(ascii: "t"): .th
    case UInt8(ascii: "k"): .kh
    case UInt8(ascii: "s"): .sh
    case UInt8(ascii: "d"): .dh
    case UInt8(ascii: "g"): .gh
    case UInt8(ascii: "c"): .ch
    case UInt8(ascii: "p"): .f
    case UInt8(ascii: "z"): .j
    default: nil
    }
  }

  private static func single(_ letter: UInt8, before following: UInt8) -> Phone? {
    switch letter {
    case UInt8(ascii: "a"): .a
    case UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "y"): .i
    case UInt8(ascii: "o"), UInt8(ascii: "u"), UInt8(ascii: "w"): .u
    case UInt8(ascii: "c"): isFront(following) ? .s : .k
    default: plain[Int(letter & 0x1F)]
    }
  }

  private static func isFront(_ letter: UInt8) -> Bool {
    letter == UInt8(ascii: "e") || letter == UInt8(ascii: "i") || letter == UInt8(ascii: "y")
  }

  private static let plain: [Phone?] = {
    var table = [Phone?](repeating: nil, count: 32)
    let pairs: [(Character, Phone)] = [
      ("b", .b), ("d", .d), ("f", .f), ("g", .g), ("h", .h), ("j", .j), ("k", .k), ("l", .l),
      ("m", .m), ("n", .n), ("p", .p), ("q", .q), ("r", .r), ("s", .s), ("t", .t), ("v", .v),
      ("x", .kh), ("z", .z),
    ]
    for (letter, phone) in pairs {
      if let ascii = letter.asciiValue { table[Int(ascii & 0x1F)] = phone }
    }
    return table
  }()
}
