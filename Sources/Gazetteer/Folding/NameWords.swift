import Records

/// Words that say what a thing is and not which one, and words that stand for numbers.
enum NameWords {
  /// What a word is when it is no name.
  enum Role {
    /// Says what a thing is: dropped from a name unless nothing else is left.
    case generic
    /// Stands for a number.
    case number(Int)
    /// `عشر`: after a unit it makes a number of the teens.
    case teen
  }

  /// The words with a role, the article already taken off.
  private static let roles: [Word: Role] = {
    var roles: [Word: Role] = [:]
    for word in generic { roles[word] = .generic }
    for (value, names) in numberNames {
      for word in words(names) { roles[word] = .number(value) }
    }
    roles[Word("عشر")] = .teen
    return roles
  }()

  /// The role of a word, if it has one.
  static func role(of word: Word) -> Role? {
    guard let first = word.letters.first, word.letters.count < 16,
      lengths[Int(first)] >> UInt16(word.letters.count) & 1 == 1
    else { return nil }
    return roles[word]
  }

  /// The lengths of the words with a role, one bit each, by first letter: most words of a name
  /// need no look at ``roles``.
  private static let lengths: [UInt16] = {
    var lengths = [UInt16](repeating: 0, count: 256)
    for word in roles.keys {
      if let first = word.letters.first { lengths[Int(first)] |= 1 << UInt16(word.letters.count) }
    }
    return lengths
  }()

  private static let generic: Set<Word> = words(
    "hay hayy hai haye haiy quarter district neighbourhood neighborhood neighbourhoods area "
      + "mahalla mahallah mahallat mahala mahalah mahalat mahallet mintaqa mintaqat mantiqat "
      + "qarya qaryah qaryat village site location areas the of and in on "
      + "حي محلة منطقة قرية في")

  /// Articles that stand alone before any word.
  static let articles: Set<Word> = words("al el ul il l")

  /// Articles that took the sound of the next word's first letter, with that letter.
  static let assimilatedArticles: [Word: UInt8] = {
    var articles: [Word: UInt8] = [:]
    for vowel in "aeiu" {
      for ending in ["t", "d", "r", "z", "s", "n", "th", "dh", "sh"] {
        articles[Word(.latin, Array("\(vowel)\(ending)".utf8))] = ending.utf8.first
      }
    }
    return articles
  }()

  private static func words(_ list: String) -> Set<Word> {
    Set(list.split(separator: " ").map { Word(String($0)) })
  }

  private static let numberNames: [(Int, String)] = [
    (1, "one first awwal oula ula اول اولى واحد"), (2, "two second thani thaniya ثاني ثانية اثنان"),
    (3, "three third thalith thalitha ثالث ثالثة ثلاثة ثلاث"),
    (4, "four fourth رابع رابعة اربعة اربع"), (5, "five fifth khamis khamisa خامس خامسة خمسة خمس"),
    (6, "six sixth سادس سادسة ستة ست"), (7, "seven seventh سابع سابعة سبعة سبع"),
    (8, "eight eighth ثامن ثامنة ثمانية ثمان"), (9, "nine ninth تاسع تاسعة تسعة تسع"),
    (10, "ten tenth عاشر عاشرة عشرة"), (11, "eleven eleventh"), (12, "twelve twelfth"),
    (13, "thirteen thirteenth"), (14, "fourteen fourteenth"), (15, "fifteen fifteenth"),
    (16, "sixteen sixteenth"), (17, "seventeen seventeenth"), (18, "eighteen eighteenth"),
    (19, "nineteen nineteenth"), (20, "twenty twentieth عشرين عشرون"),
    (30, "thirty thirtieth ثلاثين ثلاثون"), (40, "forty fortieth اربعين اربعون"),
  ]
}
