/// Finds the names that resemble one query, without regard to places.
struct NameSearch {
  /// A name that answers, with how well and why.
  struct Hit {
    let entry: Int32
    let score: Double
    let reason: MatchReason
  }

  private enum Level {
    static let spelling = 0.97
    static let sound = 0.94
    static let wordOrder = 0.93
    static let consonants = 0.92
    static let typo = 0.88
    static let likeWord = 0.8
  }

  /// A query is not compared with more names than this that share its rarest word.
  static let mostNamesOfOneWord = 4_000

  let index: NameIndex

  /// Calls back for every name that resembles the query; a name may come more than once.
  func search(_ query: NameForm, _ found: (Hit) -> Void) {
    if query.folded.isEmpty { return }
    matchSpelling(query, found)
    guard query.skeleton.count > 0 || query.phones.count > 0 else { return }
    matchSkeletons(query, found)
    matchUnorderedWords(query, found)
    matchNamesHoldingQuery(query, found)
    matchNamesInsideQuery(query, found)
  }

  /// The names with the query's own folded spelling.
  func matchSpelling(_ query: NameForm, _ found: (Hit) -> Void) {
    let words = query.folded.words.map(\.letters)
    for entry in index.bySpelling[query.folded.spellingHash] {
      let folded = index.entries[Int(entry)].form.folded
      guard folded.numbers == query.folded.numbers,
        words.joined().elementsEqual(folded.words.map(\.letters).joined())
      else { continue }
      found(Hit(entry: entry, score: Level.spelling, reason: .spelling))
    }
  }

  private func matchSkeletons(_ query: NameForm, _ found: (Hit) -> Void) {
    for entry in index.bySkeleton[query.skeleton.packed] { compare(query, entry, 0, found) }
    let classes = query.skeleton.classes
    let count = query.skeleton.count
    for candidate in index.skeletons {
      let limit = ConsonantSkeleton.allowedSlips(count, candidate.value.count)
      guard limit > 0, abs(count - candidate.value.count) <= limit,
        (classes ^ candidate.classes).nonzeroBitCount <= 2 * limit,
        let slips = query.skeleton.slips(to: candidate.value, limit: limit), slips > 0
      else { continue }
      for entry in index.bySkeleton[candidate.value.packed] { compare(query, entry, slips, found) }
    }
  }

  private func compare(
    _ query: NameForm, _ entry: Int32, _ slips: Int, _ found: (Hit) -> Void
  ) {
    let form = index.entries[Int(entry)].form
    guard let share = numberShare(query, form) else { return }
    let likeness = Resemblance.likeness(
      query.phones[...], form.phones[...], acrossScripts: query.isArabic != form.isArabic)
    let isSound = likeness == 1 && query.isArabic == form.isArabic
    let level = isSound ? Level.sound : slips == 0 ? Level.consonants : Level.typo
    let reason: MatchReason = isSound ? .sound : slips == 0 ? .consonants : .typo
    found(
      Hit(entry: entry, score: level * likeness * share, reason: share < 1 ? .partial : reason))
  }

  private func matchUnorderedWords(_ query: NameForm, _ found: (Hit) -> Void) {
    guard query.wordSkeletons.count > 1 else { return }
    for entry in index.byUnorderedWords[query.unorderedKey] {
      let form = index.entries[Int(entry)].form
      guard form.wordSkeletons.count == query.wordSkeletons.count,
        let share = numberShare(query, form),
        let likeness = likenessOfWords(of: query, within: form)
      else { continue }
      found(
        Hit(
          entry: entry, score: Level.wordOrder * likeness * share,
          reason: share < 1 ? .partial : .wordOrder))
    }
  }

  /// Names of which the query is a part: `Nuri` for `Great Mosque of al-Nuri`.
  private func matchNamesHoldingQuery(_ query: NameForm, _ found: (Hit) -> Void) {
    let postings = query.wordSkeletons.map { index.byWord[$0.packed] }
    guard let rarest = postings.min(by: { $0.count < $1.count }) else { return }
    for entry in rarest.prefix(NameSearch.mostNamesOfOneWord) {
      let form = index.entries[Int(entry)].form
      guard form.wordSkeletons.count > query.wordSkeletons.count,
        numberShare(query, form) != nil, let likeness = likenessOfWords(of: query, within: form)
      else { continue }
      let share = Double(query.phones.count) / Double(max(1, form.phones.count))
      found(
        Hit(entry: entry, score: (0.55 + 0.2 * share) * likeness, reason: .partial))
    }
  }

  /// Names that are a part of the query: `Mosul` in `a site in Mosul`.
  private func matchNamesInsideQuery(_ query: NameForm, _ found: (Hit) -> Void) {
    let count = query.folded.words.count
    guard (2...8).contains(count) else { return }
    for start in 0..<count {
      for end in (start + 1)...count where end - start < count {
        let part = query.words(start..<end)
        let share = Double(part.phones.count) / Double(max(1, query.phones.count))
        for entry in index.bySkeleton[part.skeleton.packed] {
          let form = index.entries[Int(entry)].form
          guard numberShare(query, form) != nil else { continue }
          let likeness = Resemblance.likeness(
            part.phones[...], form.phones[...], acrossScripts: query.isArabic != form.isArabic)
          guard likeness >= Level.likeWord else { continue }
          found(Hit(entry: entry, score: (0.45 + 0.3 * share) * likeness, reason: .partial))
        }
      }
    }
  }

  /// How alike the query's words are to the best of the name's words, each used once; `nil` when
  /// one has none.
  private func likenessOfWords(of query: NameForm, within name: NameForm) -> Double? {
    var free = Array(name.wordSkeletons.indices)
    var total = 0.0
    for word in query.wordSkeletons.indices {
      var best = (likeness: 0.0, place: 0)
      for (place, other) in free.enumerated() {
        let likeness =
          query.folded.words[word] == name.folded.words[other]
          ? 1
          : Resemblance.likeness(
            query.phones(ofWord: word), name.phones(ofWord: other),
            acrossScripts: query.isArabic != name.isArabic)
        if likeness > best.likeness { best = (likeness, place) }
      }
      guard best.likeness >= Level.likeWord else { return nil }
      total += best.likeness
      free.remove(at: best.place)
    }
    return total / Double(max(1, query.wordSkeletons.count))
  }

  /// What a difference in numbers leaves of a score, or `nil` for another number altogether.
  private func numberShare(_ query: NameForm, _ name: NameForm) -> Double? {
    let asked = query.folded.numbers
    let known = name.folded.numbers
    if asked == known { return 1 }
    return asked.isEmpty ? 0.85 : known.isEmpty ? 0.7 : nil
  }
}
