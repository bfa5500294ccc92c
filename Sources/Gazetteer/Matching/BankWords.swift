import Records

/// How people name the two banks of the Tigris, alone (`right bank`) or with a name (`Wahda east`).
enum BankWords {
  private static let directions: [Word: Bank] = {
    var directions: [Word: Bank] = [:]
    let lists: [(Bank, String)] = [
      (.left, "east eastern left aysar aisar sharqi sharqiya ايسر يسرى شرق شرقي شرقية"),
      (.right, "west western right ayman aiman gharbi gharbiya ايمن يمنى غرب غربي غربية"),
    ]
    for (bank, list) in lists {
      for word in list.split(separator: " ") { directions[Word(String(word))] = bank }
    }
    return directions
  }()

  private static let companions: Set<Word> = words(
    "bank side half part coast mosul mawsil sahil sahel janib جانب ساحل ضفة موصل")
  private static let followers: Set<Word> = words("city مدينة")

  private static func words(_ list: String) -> Set<Word> {
    Set(list.split(separator: " ").map { Word(String($0)) })
  }

  /// The bank that words name and nothing else, or `nil`.
  static func bank(namedBy words: [Word]) -> Bank? {
    guard let split = split(words), split.rest.isEmpty else { return nil }
    return split.bank
  }

  /// Takes the words of a bank out of a name.
  ///
  /// - Parameter words: Folded words.
  /// - Returns: The other words and the bank, or `nil` when no bank or both are named.
  static func split(_ words: [Word]) -> (rest: [Word], bank: Bank)? {
    guard let anchor = words.firstIndex(where: { directions[$0] != nil }),
      let bank = directions[words[anchor]]
    else { return nil }
    guard words.allSatisfy({ directions[$0] ?? bank == bank }) else { return nil }
    var start = anchor
    while start > 0, isBankWord(words[start - 1]) { start -= 1 }
    var end = anchor + 1
    while end < words.count, isBankWord(words[end]) || followers.contains(words[end]) { end += 1 }
    if words[..<start].allSatisfy(followers.contains) { start = 0 }
    return (Array(words[..<start] + words[end...]), bank)
  }

  private static func isBankWord(_ word: Word) -> Bool {
    companions.contains(word) || directions[word] != nil
  }
}
