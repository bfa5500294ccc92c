import Gazetteer
import Records
import TestSupport
import Testing

/// Text meant to break or stall a search.
struct HostileTextTests {
  private static let table = Gazetteer(PlaceTable.ours)
  private var gazetteer: Gazetteer { HostileTextTests.table }

  @Test(arguments: [
    "", " ", "\u{0}", "\u{0301}", String(repeating: "\u{0651}", count: 200),
    "\u{202E}\u{2066}\u{2069}", String(repeating: "a", count: 10_000),
    String(repeating: "Bab ", count: 2_500), String(repeating: "ال", count: 5_000),
    "e" + String(repeating: "\u{0301}", count: 9_999), String(repeating: "9", count: 200),
    String(repeating: "👨‍👩‍👧‍👦", count: 40),
  ])
  func `finds nothing`(text: String) {
    #expect(gazetteer.candidates(for: text).isEmpty)
    #expect(gazetteer.resolve(text) == .unknown(nearest: []))
  }

  @Test(arguments: [
    "\u{202E}Zanjili\u{202C}", "\u{200F}الزنجيلي\u{200E}", "Z\u{0301}anji\u{0308}li",
    "\u{FEFF}Zanjili", "Zan\u{00AD}jili", "زنجي\u{200C}لي", "  Zanjili\n", "Ｚａｎｊｉｌｉ Zanjili",
  ])
  func `looks through marks and controls`(text: String) {
    #expect(gazetteer.candidates(for: text).first?.id.text == "zanjili")
  }

  @Test func `answers any text within bounds`() {
    var random = SeededGenerator(seed: 17_032_017)
    let alphabet = Array("aeioubdjkqhlmnrstz '-,1٢اوينلمرسةحيقدبج\u{0651}\u{202E}".unicodeScalars)
    for _ in 0..<600 {
      let length = Int.random(in: 0...40, using: &random)
      var text = String.UnicodeScalarView()
      for _ in 0..<length { text.append(alphabet.randomElement(using: &random) ?? " ") }
      let found = gazetteer.candidates(for: String(text), limit: 7)
      #expect(found.count <= 7)
      #expect(
        found.allSatisfy { $0.score >= Gazetteer.leastScore && $0.score <= 1 },
        "SIJIL_SEED=\(random.seed): \(String(text).debugDescription)")
      #expect(found.map(\.score) == found.map(\.score).sorted(by: >))
    }
  }

  @Test func `bounds the work by words, not by promises`() {
    let words = Array(repeating: "Bab Jadid Mosul", count: 15).joined(separator: " ")
    #expect(words.unicodeScalars.count < 256)
    #expect(gazetteer.candidates(for: words, limit: 3).count <= 3)
  }

  @Test func `holds no places and limits of nothing`() {
    #expect(Gazetteer([]).candidates(for: "Mosul").isEmpty)
    #expect(gazetteer.candidates(for: "Mosul", limit: 0).isEmpty)
    #expect(gazetteer.candidates(for: "Mosul", limit: -3).isEmpty)
  }
}
