import Records

/// Every name of a gazetteer, found by spelling, by consonants, by words in any order, by one word.
///
/// Names that fold alike share one form, so a common name costs one comparison however many places
/// bear it.
struct NameIndex {
  /// One name of one place.
  struct Name {
    /// The ordinal of the place.
    let place: Int32
    /// The ordinal of the name within the place.
    let name: Int32
  }

  /// One distinct form: plain numbers, so that looking at it counts no references.
  struct Form {
    /// Where its phones lie in ``NameIndex/phones``.
    let phones: Range<Int>
    /// Where its words lie in ``NameIndex/words``.
    let words: Range<Int>
    /// The count of its numbers and a hash of them.
    let numbers: NumberKey
    /// Whether any word is Arabic.
    let isArabic: Bool
  }

  /// One distinct skeleton, with what a quick look at it needs.
  struct Skeleton {
    let value: ConsonantSkeleton
    let classes: UInt16
  }

  /// The distinct folded names, in the order of their first name.
  let folded: [FoldedName]
  /// The forms of ``folded``.
  let forms: [Form]
  /// The phones of all forms.
  let phones: [Phone]
  /// The words of all forms; their bounds are in ``phones``.
  let words: [WordForm]
  let bySpelling: Postings
  let bySkeleton: Postings
  let byUnorderedWords: Postings
  let byWord: Postings
  /// The distinct skeletons, for the search with slips: one pass over them costs less than
  /// building and probing every skeleton's neighbourhood.
  let skeletons: [Skeleton]
  private let names: [Name]
  private let starts: [Int]

  init(_ places: [Place]) {
    let table = FormTable(places)
    (names, starts) = table.namesByForm
    folded = table.folded
    forms = table.forms
    phones = table.phones
    words = table.words
    bySpelling = Postings(table.spellings)
    bySkeleton = Postings(table.skeletons)
    byUnorderedWords = Postings(table.unordered)
    byWord = Postings(table.wordSkeletons)
    skeletons = bySkeleton.distinctKeys.map {
      let value = ConsonantSkeleton(packed: $0)
      return Skeleton(value: value, classes: value.classes)
    }
  }

  /// The names that fold to a form, in the order of the places.
  func names(ofForm form: Int32) -> ArraySlice<Name> {
    names[starts[Int(form)]..<starts[Int(form) + 1]]
  }
}
