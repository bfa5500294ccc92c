import Records

/// Every name of a gazetteer, found by spelling, by consonants, by words in any order, by one word.
struct NameIndex {
  /// One name of one place.
  struct Entry {
    /// The ordinal of the place.
    let place: Int32
    /// The ordinal of the name within the place.
    let name: Int32
    /// The name's forms.
    let form: NameForm
  }

  /// One distinct skeleton, with what a quick look at it needs.
  struct Skeleton {
    let value: ConsonantSkeleton
    let classes: UInt16
  }

  let entries: [Entry]
  let bySpelling: Postings
  let bySkeleton: Postings
  let byUnorderedWords: Postings
  let byWord: Postings
  /// The distinct skeletons, for the search with slips: one pass over them costs less than
  /// building and probing every skeleton's neighbourhood.
  let skeletons: [Skeleton]

  init(_ places: [Place]) {
    var entries: [Entry] = []
    for (ordinal, place) in places.enumerated() {
      for (name, value) in place.names.enumerated() {
        let folded = FoldedName(value.text)
        if folded.isEmpty { continue }
        entries.append(
          Entry(place: Int32(ordinal), name: Int32(name), form: NameForm(folded)))
      }
    }
    var spellings: [(key: UInt64, name: Int32)] = []
    var whole: [(key: UInt64, name: Int32)] = []
    var unordered: [(key: UInt64, name: Int32)] = []
    var words: [(key: UInt64, name: Int32)] = []
    var distinct: [ConsonantSkeleton] = []
    for (ordinal, entry) in entries.enumerated() {
      let name = Int32(ordinal)
      let form = entry.form
      spellings.append((form.folded.spellingHash, name))
      if form.skeleton.count > 0 {
        whole.append((form.skeleton.packed, name))
        distinct.append(form.skeleton)
      }
      if form.wordSkeletons.count > 1 { unordered.append((form.unorderedKey, name)) }
      for word in form.wordSkeletons { words.append((word.packed, name)) }
    }
    self.entries = entries
    bySpelling = Postings(spellings)
    bySkeleton = Postings(whole)
    byUnorderedWords = Postings(unordered)
    byWord = Postings(words)
    skeletons = Set(distinct).sorted { $0.packed < $1.packed }
      .map { Skeleton(value: $0, classes: $0.classes) }
  }
}
