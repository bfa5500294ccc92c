import Records

/// A name without what writers vary: case, accents, hamza seats, articles, generic words, hyphens.
///
/// Numbers stand apart, so `17 Tammuz`, `Seventeen Tammuz` and `١٧ تموز` agree in theirs and
/// `Qadisiya 1` never becomes `Qadisiya 2` by a slip of one letter.
package struct FoldedName: Hashable, Sendable {
  let words: [Word]
  let numbers: [Int]
  /// A hash of letters and numbers in which spaces do not count: `Sarj Khana` is `Sarjkhana`.
  let spellingHash: UInt64

  /// Folds a name as it stands in a source or a query.
  ///
  /// - Parameter text: Any text; what follows the 256th scalar is not read.
  package init(_ text: some StringProtocol) { self.init(NamePiece.read(text)) }

  init(words: [Word], numbers: [Int]) {
    self.words = words
    self.numbers = numbers.sorted()
    var hash = StableHash()
    for word in words { hash.combine(all: word.letters) }
    for number in self.numbers { hash.combine(number) }
    spellingHash = hash.value
  }

  init(_ pieces: [NamePiece]) {
    var folding = Folding()
    for (index, piece) in pieces.enumerated() {
      let next: NamePiece? = index + 1 < pieces.count ? pieces[index + 1] : nil
      folding.take(piece, before: next)
    }
    if folding.words.isEmpty, folding.numbers.isEmpty {
      folding.words = pieces.compactMap { if case .word(let word) = $0 { word } else { nil } }
    }
    self.init(words: folding.words, numbers: folding.numbers)
  }

  /// Whether nothing was left to compare.
  var isEmpty: Bool { words.isEmpty && numbers.isEmpty }

  /// The folded words, then the numbers, for tests.
  package var text: String {
    (words.map(\.text) + numbers.map(String.init)).joined(separator: " ")
  }

  /// Hashes the spelling, which is quick and as distinct as the words.
  ///
  /// - Parameter hasher: The hasher.
  package func hash(into hasher: inout Hasher) { hasher.combine(spellingHash) }
}

/// The numbers of a name, in one word.
struct NumberKey: Hashable {
  /// 0 for a name without numbers.
  let value: UInt64

  var isEmpty: Bool { value == 0 }
}

extension FoldedName {
  /// The numbers as one value to compare.
  var numberKey: NumberKey {
    if numbers.isEmpty { return NumberKey(value: 0) }
    var hash = StableHash()
    for number in numbers { hash.combine(number) }
    return NumberKey(value: max(1, hash.value))
  }
}

/// The state of folding the pieces of one name.
private struct Folding {
  var words: [Word] = []
  var numbers: [Int] = []

  mutating func take(_ piece: NamePiece, before next: NamePiece?) {
    switch piece {
    case .number(let number): numbers.append(number)
    case .word(let word):
      if isArticle(word, before: next) { return }
      let bare = word.withoutArticle
      switch NameWords.role(of: bare) {
      case .generic: break
      case .number(let number): numbers.append(number)
      case .teen where numbers.last.map { $0 < 10 } ?? false:
        numbers[numbers.count - 1] += 10
      case .teen, nil: words.append(bare)
      }
    }
  }

  private func isArticle(_ word: Word, before next: NamePiece?) -> Bool {
    guard word.script == .latin, word.letters.count <= 3, case .word(let following) = next,
      following.script == .latin
    else { return false }
    if NameWords.articles.contains(word) { return true }
    return NameWords.assimilatedArticles[word].map { following.letters.first == $0 } ?? false
  }
}

extension Word {
  /// The word without an article that is written together with it.
  ///
  /// Arabic `ال` before two letters or more; Latin `al`/`el` before a consonant, and `a` before a
  /// doubled sun letter (`ashshifa`, `attahrir`). Both a name and a query lose it, so a name that
  /// only looks as if it had one is still found.
  var withoutArticle: Word {
    switch script {
    case .arabic:
      guard letters.count >= 4, letters[0] == ArabicLetters.alef, letters[1] == ArabicLetters.lam
      else { return self }
      return Word(.arabic, Array(letters[2...]))
    case .latin: return Word(.latin, Array(letters[latinArticleLength...]))
    case .other: return self
    }
  }

  private var latinArticleLength: Int {
    guard letters.count >= 5 else { return 0 }
    let isOpen = letters[0] == UInt8(ascii: "a") || letters[0] == UInt8(ascii: "e")
    guard isOpen else { return 0 }
    if letters[1] == UInt8(ascii: "l") {
      return Word.vowels.contains(letters[2]) || letters[2] == letters[1] ? 0 : 2
    }
    if letters[1] == letters[2], Word.sunLetters.contains(letters[1]) { return 2 }
    if letters.count >= 7, letters[2] == UInt8(ascii: "h"), letters[1...2] == letters[3...4] {
      return 3
    }
    return 0
  }

  static let vowels = Set("aeiouy".utf8)
  private static let sunLetters = Set("tdrzsn".utf8)
}

/// A hash that is the same in every process: FNV-1a of 64 bits.
///
/// - Note: Source – Fowler, Noll and Vo, RFC 9923.
struct StableHash {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func combine(byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
  mutating func combine(all bytes: [UInt8]) { for byte in bytes { combine(byte: byte) } }
  mutating func combine(_ number: Int) {
    combine(byte: 0xFF)
    for shift in stride(from: 0, to: 32, by: 8) {
      combine(byte: UInt8(truncatingIfNeeded: number >> shift))
    }
  }
}
