import Records

/// A name in every form that names are compared by: the query's own, and how the index makes its.
struct NameForm {
  /// The folded words and numbers.
  let folded: FoldedName
  /// The phones of all words, one after another.
  let phones: [Phone]
  /// Each word, in order.
  let words: [WordForm]
  /// The consonants of all words together.
  let skeleton: ConsonantSkeleton
  /// Whether any word is Arabic.
  let isArabic: Bool

  init(_ folded: FoldedName) {
    var phones: [Phone] = []
    var words: [WordForm] = []
    var whole = ConsonantSkeleton()
    for (index, word) in folded.words.enumerated() {
      let start = phones.count
      word.appendPhones(to: &phones, isLast: index == folded.words.count - 1)
      whole.append(phones[start...])
      words.append(
        WordForm(
          start: start, end: phones.count, skeleton: ConsonantSkeleton(phones[start...]).packed))
    }
    self.folded = folded
    self.phones = phones
    self.words = words
    skeleton = whole
    isArabic = folded.words.contains { $0.script == .arabic }
  }

  /// The phones of one word.
  func phones(of word: WordForm) -> ArraySlice<Phone> { phones[word.start..<word.end] }

  /// The same for any order of the words.
  var unorderedKey: UInt64 {
    words.reduce(0) { sum, word in
      var hash = StableHash()
      hash.combine(Int(truncatingIfNeeded: word.skeleton))
      hash.combine(Int(truncatingIfNeeded: word.skeleton >> 32))
      return sum &+ hash.value
    }
  }

  /// The form of some of the words, without the numbers.
  func words(_ range: Range<Int>) -> NameForm {
    NameForm(FoldedName(words: Array(folded.words[range]), numbers: []))
  }
}

/// Where one word's phones lie, and its consonants.
struct WordForm {
  let start: Int
  let end: Int
  let skeleton: UInt64

  /// Whether the words can be spellings of one: short ones only with equal consonants.
  func mayBeLike(_ other: WordForm) -> Bool {
    if skeleton == other.skeleton { return true }
    let one = ConsonantSkeleton(packed: skeleton)
    let two = ConsonantSkeleton(packed: other.skeleton)
    return min(one.count, two.count) >= 4 && one.slips(to: two, limit: 1) != nil
  }
}
