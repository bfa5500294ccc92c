/// Finds the forms of names that resemble one query, without regard to places.
struct NameSearch {
  /// A form that answers, with how well and why.
  struct Hit {
    let form: Int32
    let score: Double
    let reason: MatchReason
  }

  /// A query is not compared with more names than this that share its rarest word.
  static let mostNamesOfOneWord = 2_000
  /// A query of more words is not taken apart.
  static let mostWords = 8

  private enum Level {
    static let spelling = 0.97
    static let sound = 0.94
    static let wordOrder = 0.93
    static let consonants = 0.92
    static let typo = 0.88
    static let likeWord = 0.8
  }

  /// The forms found, each perhaps more than once, none below ``Gazetteer/leastScore``.
  private(set) var hits: [Hit] = []
  private let index: NameIndex
  private let query: NameForm
  private let numbers: NumberKey
  private var resemblance = Resemblance()

  init(_ query: NameForm, in index: NameIndex) {
    self.query = query
    self.index = index
    numbers = query.folded.numberKey
  }

  /// Compares in every way, the strictest first.
  mutating func run() {
    matchSpelling()
    if query.skeleton.count > 0 {
      matchConsonants()
      matchTypos()
    }
    if query.words.contains(where: { $0.end > $0.start }) {
      matchWordOrder()
      matchNamesHoldingQuery()
      matchNamesInsideQuery()
    }
  }

  /// The forms with the query's own folded spelling.
  mutating func matchSpelling() {
    let letters = query.folded.words.lazy.map(\.letters).joined()
    for ordinal in index.bySpelling[query.folded.spellingHash] {
      let folded = index.folded[Int(ordinal)]
      guard folded.numbers == query.folded.numbers,
        letters.elementsEqual(folded.words.lazy.map(\.letters).joined())
      else { continue }
      add(ordinal, Level.spelling, .spelling)
    }
  }

  private mutating func add(_ form: Int32, _ score: Double, _ reason: MatchReason) {
    if score >= Gazetteer.leastScore { hits.append(Hit(form: form, score: score, reason: reason)) }
  }

  private mutating func matchConsonants() {
    for ordinal in index.bySkeleton[query.skeleton.packed] {
      compareWhole(ordinal, level: Level.consonants, .consonants)
    }
  }

  private mutating func matchTypos() {
    let skeleton = query.skeleton
    let classes = skeleton.classes
    for candidate in index.skeletons {
      let limit = ConsonantSkeleton.allowedSlips(skeleton.count, candidate.value.count)
      guard limit > 0, abs(skeleton.count - candidate.value.count) <= limit,
        (classes ^ candidate.classes).nonzeroBitCount <= 2 * limit,
        let slips = skeleton.slips(to: candidate.value, limit: limit), slips > 0
      else { continue }
      for ordinal in index.bySkeleton[candidate.value.packed] {
        compareWhole(ordinal, level: Level.typo, .typo)
      }
    }
  }

  private mutating func compareWhole(_ ordinal: Int32, level: Double, _ reason: MatchReason) {
    let form = index.forms[Int(ordinal)]
    guard let share = numberShare(form),
      let likeness = likeness(query.phones[...], form, form.phones, Gazetteer.leastScore / level)
    else { return }
    let isSound = likeness == 1 && query.isArabic == form.isArabic
    add(
      ordinal, (isSound ? Level.sound : level) * likeness * share,
      share < 1 ? .partial : isSound ? .sound : reason)
  }

  private mutating func matchWordOrder() {
    guard query.words.count > 1 else { return }
    for ordinal in index.byUnorderedWords[query.unorderedKey] {
      let form = index.forms[Int(ordinal)]
      guard form.words.count == query.words.count, let share = numberShare(form),
        let likeness = likenessOfWords(within: form)
      else { continue }
      add(ordinal, Level.wordOrder * likeness * share, share < 1 ? .partial : .wordOrder)
    }
  }

  /// Names of which the query is a part: `Nuri` for `Great Mosque of al-Nuri`.
  private mutating func matchNamesHoldingQuery() {
    let postings = query.words.map { index.byWord[$0.skeleton] }
    guard let rarest = postings.min(by: { $0.count < $1.count }) else { return }
    for ordinal in rarest.prefix(NameSearch.mostNamesOfOneWord) {
      let form = index.forms[Int(ordinal)]
      guard form.words.count > query.words.count, numberShare(form) != nil,
        let likeness = likenessOfWords(within: form)
      else { continue }
      let share = Double(query.phones.count) / Double(max(1, form.phones.count))
      add(ordinal, (0.55 + 0.2 * share) * likeness, .partial)
    }
  }

  /// Names that are a part of the query: `Mosul` in `somewhere in Mosul`.
  private mutating func matchNamesInsideQuery() {
    let count = query.words.count
    guard (2...NameSearch.mostWords).contains(count) else { return }
    for start in 0..<count {
      for end in (start + 1)...count where end - start < count {
        let phones = query.phones[query.words[start].start..<query.words[end - 1].end]
        var skeleton = ConsonantSkeleton()
        for word in query.words[start..<end] { skeleton.append(query.phones(of: word)) }
        let share = Double(phones.count) / Double(max(1, query.phones.count))
        for ordinal in index.bySkeleton[skeleton.packed] {
          let form = index.forms[Int(ordinal)]
          guard numberShare(form) != nil,
            let likeness = likeness(phones, form, form.phones, Level.likeWord)
          else { continue }
          add(ordinal, (0.45 + 0.3 * share) * likeness, .partial)
        }
      }
    }
  }

  private mutating func likeness(
    _ phones: ArraySlice<Phone>, _ form: NameIndex.Form, _ range: Range<Int>, _ least: Double
  ) -> Double? {
    resemblance.likeness(
      phones, index.phones[range], acrossScripts: query.isArabic != form.isArabic, least: least)
  }

  /// How alike the query's words are to the best of the name's words, each used once; `nil` when
  /// one has none.
  private mutating func likenessOfWords(within form: NameIndex.Form) -> Double? {
    var taken: [Int] = []
    var total = 0.0
    for word in query.words {
      var best = (likeness: 0.0, ordinal: 0)
      for ordinal in form.words where !taken.contains(ordinal) {
        let other = index.words[ordinal]
        guard word.mayBeLike(other),
          let likeness = likeness(
            query.phones(of: word), form, other.start..<other.end, Level.likeWord),
          likeness > best.likeness
        else { continue }
        best = (likeness, ordinal)
      }
      if best.likeness == 0 { return nil }
      total += best.likeness
      taken.append(best.ordinal)
    }
    return total / Double(max(1, query.words.count))
  }

  /// What a difference in numbers leaves of a score, or `nil` for another number altogether.
  private func numberShare(_ form: NameIndex.Form) -> Double? {
    if numbers == form.numbers { return 1 }
    return numbers.isEmpty ? 0.85 : form.numbers.isEmpty ? 0.7 : nil
  }
}
