import Records

/// Words that an incident must hold; letter case does not count.
///
/// Each may stand in its identifier, its title, a name of one of its places or the place in its
/// claims' words.
struct WordSearch {
  private let words: [String]
  /// For each word, which places have it in a name.
  private let places: [[Bool]]

  /// `nil` when the text holds no word.
  init?(_ text: String, places: [Place]) {
    words = text.lowercased().split(whereSeparator: \.isWhitespace).map(String.init)
    guard !words.isEmpty else { return nil }
    let names = places.map { place in place.names.map { $0.text.lowercased() } }
    self.places = words.map { word in
      names.map { own in own.contains { $0.contains(word) } }
    }
  }

  func matches(_ incident: Int, of columns: IncidentColumns) -> Bool {
    let stated = columns.statedPlaces[incident]
    return words.indices.allSatisfy { index in
      let word = words[index]
      return columns.titles[incident].holds(word) || columns.ids[incident].text.holds(word)
        || stated.contains(word)
        || columns.candidateOffsets[incident].contains { candidate in
          columns.candidates.place(of: candidate).map { places[index][Int($0)] } == true
        }
    }
  }
}

extension String {
  /// Whether the text holds a lower-case word, letter case aside.
  ///
  /// Plain ASCII is compared byte by byte where it lies: a million titles are searched without
  /// making one string.
  fileprivate func holds(_ word: String) -> Bool {
    let answer = utf8.withContiguousStorageIfAvailable { text in
      word.utf8.withContiguousStorageIfAvailable { word in Self.search(text, for: word) } ?? nil
    }
    return (answer ?? nil) ?? lowercased().contains(word)
  }

  /// Answers `nil` where a letter beyond ASCII is met, whose case is not a matter of bytes.
  private static func search(
    _ text: UnsafeBufferPointer<UInt8>, for word: UnsafeBufferPointer<UInt8>
  ) -> Bool? {
    guard let first = word.first else { return true }
    var isPlain = true
    for start in text.indices {
      if text[start] >= 0x80 { isPlain = false }
      guard text[start].lowered == first, text.count - start >= word.count else { continue }
      if zip(text[start...], word).allSatisfy({ $0.lowered == $1 }) { return true }
    }
    return isPlain ? false : nil
  }
}

extension UInt8 {
  fileprivate var lowered: UInt8 { self >= 0x41 && self <= 0x5A ? self | 0x20 : self }
}
