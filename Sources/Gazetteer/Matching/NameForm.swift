import Records

/// A name in every form that names are compared by.
struct NameForm {
  /// The folded words and numbers.
  let folded: FoldedName
  /// The phones of all words, one after another.
  let phones: [Phone]
  /// Where each word's phones end.
  let wordEnds: [Int]
  /// The consonants of all words together.
  let skeleton: ConsonantSkeleton
  /// The consonants of each word.
  let wordSkeletons: [ConsonantSkeleton]
  /// Whether any word is Arabic.
  let isArabic: Bool

  init(_ folded: FoldedName) {
    var phones: [Phone] = []
    var ends: [Int] = []
    var skeletons: [ConsonantSkeleton] = []
    var whole = ConsonantSkeleton()
    for (index, word) in folded.words.enumerated() {
      let start = phones.count
      word.appendPhones(to: &phones, isLast: index == folded.words.count - 1)
      whole.append(phones[start...])
      skeletons.append(ConsonantSkeleton(phones[start...]))
      ends.append(phones.count)
    }
    self.folded = folded
    self.phones = phones
    wordEnds = ends
    skeleton = whole
    wordSkeletons = skeletons
    isArabic = folded.words.contains { $0.script == .arabic }
  }

  /// The phones of one word.
  func phones(ofWord index: Int) -> ArraySlice<Phone> {
    phones[(index == 0 ? 0 : wordEnds[index - 1])..<wordEnds[index]]
  }

  /// The same for any order of the words.
  var unorderedKey: UInt64 {
    wordSkeletons.reduce(0) { sum, skeleton in
      var hash = StableHash()
      hash.combine(Int(truncatingIfNeeded: skeleton.packed))
      hash.combine(Int(truncatingIfNeeded: skeleton.packed >> 32))
      return sum &+ hash.value
    }
  }

  /// The form of some of the words, without the numbers.
  func words(_ range: Range<Int>) -> NameForm {
    NameForm(FoldedName(words: Array(folded.words[range]), numbers: []))
  }
}
