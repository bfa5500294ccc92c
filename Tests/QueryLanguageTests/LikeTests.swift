import Testing

@testable import QueryLanguage

@Suite("LIKE") struct LikeTests {
  /// The definition read aloud, without any cleverness.
  static func follows(_ text: ArraySlice<Character>, _ pattern: ArraySlice<Character>) -> Bool {
    guard let first = pattern.first else { return text.isEmpty }
    let rest = pattern.dropFirst()
    switch first {
    case "%": return (text.startIndex...text.endIndex).contains { follows(text[$0...], rest) }
    case "_": return !text.isEmpty && follows(text.dropFirst(), rest)
    case "\\":
      guard let plain = rest.first else { return text == ["\\"] }
      return text.first == plain && follows(text.dropFirst(), rest.dropFirst())
    default: return text.first == first && follows(text.dropFirst(), rest)
    }
  }

  static func words(_ alphabet: [Character], upTo length: Int) -> [[Character]] {
    var all: [[Character]] = [[]]
    var last: [[Character]] = [[]]
    for _ in 0..<length {
      last = last.flatMap { word in alphabet.map { word + [$0] } }
      all += last
    }
    return all
  }

  @Test(arguments: [["a", "b"], ["a", "é"], ["a", "%"], ["\\", "_"]] as [[Character]])
  func `agrees with the definition on every short text and pattern`(alphabet: [Character]) {
    var compared = 0
    for pattern in Self.words(alphabet.prefix(1) + ["%", "_", "\\"], upTo: 5) {
      let like = LikePattern(String(pattern))
      for text in Self.words(alphabet, upTo: 4) {
        compared += 1
        #expect(
          like.matches(String(text)) == Self.follows(text[...], pattern[...]),
          "\(String(text)) LIKE \(String(pattern))")
      }
    }
    #expect(compared > 10_000)
  }

  @Test func `an accent counts with its letter however it is encoded`() {
    #expect(LikePattern("caf_").matches("cafe\u{301}"))
    #expect(LikePattern("café").matches("cafe\u{301}"))
    #expect(LikePattern("cafe\u{301}").matches("café"))
    #expect(LikePattern("a_b").matches("a\r\nb"))
    #expect(LikePattern("حي%").matches("حي الزهور"))
  }

  @Test func `hostile patterns take no exponential time`() {
    let pattern = LikePattern(String(repeating: "%a", count: 2_000) + "b")
    #expect(!pattern.matches(String(repeating: "a", count: 10_000)))
  }
}
