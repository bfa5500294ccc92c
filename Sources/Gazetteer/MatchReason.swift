public import Records

/// Why a name answers a query, from the strictest way of comparing to the loosest.
public enum MatchReason: String, Vocabulary, Comparable {
  /// The same letters but for case.
  case exact
  /// The same letters but for accents, articles, hamza seats, hyphens or generic words.
  case spelling
  /// Vowels or doubled letters written in another way.
  case sound
  /// Words that name a bank of the river.
  case bank
  /// The same words in another order.
  case wordOrder = "word-order"
  /// The same consonants, in the same or the other script.
  case consonants
  /// One or two letters wrong, missing, added or swapped.
  case typo
  /// Only part of the words.
  case partial

  /// The list's name in messages.
  public static let name = "match reason"

  /// The reason in words, for a table or a message.
  public var words: String {
    switch self {
    case .exact: "same name"
    case .spelling: "same but for accents, article or spacing"
    case .sound: "same sound"
    case .bank: "names the bank"
    case .wordOrder: "same words in another order"
    case .consonants: "same consonants"
    case .typo: "a letter or two differ"
    case .partial: "part of the name"
    }
  }

  private var looseness: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  /// Orders reasons from strict to loose.
  ///
  /// - Parameters:
  ///   - left: One reason.
  ///   - right: Another.
  /// - Returns: Whether the first is stricter.
  public static func < (left: Self, right: Self) -> Bool { left.looseness < right.looseness }
}

/// What a query said beside the name, and the place fulfils.
public enum PlaceQualifier: Hashable, Sendable {
  /// The bank of the river: `Wahda east`.
  case bank(Bank)
  /// A place that contains it: `Bab al-Tob, Old City`.
  case container(PlaceID)
}
