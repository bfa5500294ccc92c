import Records

/// The distinct forms of all names while an index is built.
struct FormTable {
  private(set) var folded: [FoldedName] = []
  private(set) var forms: [NameIndex.Form] = []
  private(set) var phones: [Phone] = []
  private(set) var words: [WordForm] = []
  private(set) var spellings: [Postings.Pair] = []
  private(set) var skeletons: [Postings.Pair] = []
  private(set) var unordered: [Postings.Pair] = []
  private(set) var wordSkeletons: [Postings.Pair] = []
  /// The last form of each spelling, and the form before it: spellings that differ in their spaces
  /// are forms of their own.
  private var lastOfSpelling: [UInt64: Int32] = [:]
  private var previous: [Int32?] = []
  private var names: [(form: Int32, name: NameIndex.Name)] = []

  init(_ places: [Place]) {
    let count = places.reduce(0) { $0 + $1.names.count }
    lastOfSpelling.reserveCapacity(count)
    names.reserveCapacity(count)
    for (place, value) in places.enumerated() {
      for (name, text) in value.names.enumerated() {
        let folded = FoldedName(text.text)
        if folded.isEmpty { continue }
        let form = ordinal(of: folded)
        names.append((form, NameIndex.Name(place: Int32(place), name: Int32(name))))
      }
    }
  }

  private mutating func ordinal(of name: FoldedName) -> Int32 {
    let last = lastOfSpelling[name.spellingHash]
    var known = last
    while let form = known {
      if folded[Int(form)] == name { return form }
      known = previous[Int(form)]
    }
    let new = Int32(folded.count)
    lastOfSpelling[name.spellingHash] = new
    previous.append(last)
    folded.append(name)
    append(NameForm(name), new)
    return new
  }

  private mutating func append(_ form: NameForm, _ ordinal: Int32) {
    let firstPhone = phones.count
    let firstWord = words.count
    phones += form.phones
    for word in form.words {
      words.append(
        WordForm(
          start: firstPhone + word.start, end: firstPhone + word.end, skeleton: word.skeleton))
      wordSkeletons.append(Postings.Pair(key: word.skeleton, form: ordinal))
    }
    forms.append(
      NameIndex.Form(
        phones: firstPhone..<phones.count, words: firstWord..<words.count,
        numbers: form.folded.numberKey, isArabic: form.isArabic))
    spellings.append(Postings.Pair(key: form.folded.spellingHash, form: ordinal))
    if form.skeleton.count > 0 {
      skeletons.append(Postings.Pair(key: form.skeleton.packed, form: ordinal))
    }
    if form.words.count > 1 {
      unordered.append(Postings.Pair(key: form.unorderedKey, form: ordinal))
    }
  }

  /// All names, those of one form together, and where each form's names start.
  var namesByForm: ([NameIndex.Name], [Int]) {
    var starts = [Int](repeating: 0, count: folded.count + 1)
    for (form, _) in names { starts[Int(form) + 1] += 1 }
    for form in folded.indices { starts[form + 1] += starts[form] }
    var next = starts
    var sorted = names.map(\.name)
    for (form, name) in names {
      sorted[next[Int(form)]] = name
      next[Int(form)] += 1
    }
    return (sorted, starts)
  }
}
