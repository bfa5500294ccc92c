import QueryLanguage
import TestSupport
import Testing

@Suite("Any bytes are read or refused") struct FuzzTests {
  static let pieces = [
    "a", "name", "count", "1", "-1", "1e", "'x'", "'", "\"", "(", ")", "[", "]", ",", "AND", "OR",
    "NOT",
    "LIKE", "ILIKE", "BETWEEN", "IN", "IS", "NULL", "TRUE", "+", "*", "^", "div", "=", "<>", "<=",
    "DATE('2017-03-17')", "INTERVAL('..',", "BBOX(1,2,3,4)", "POINT(1 2)", "POLYGON((", "EMPTY",
    "S_INTERSECTS(geom,", "T_AFTER(", "A_EQUALS(", "CASEI(", "\\", "\u{301}", "ق", "\0", ".", "..",
  ]

  @Test func `words in any order`() {
    var generator = SeededGenerator(seed: 4)
    print("fuzz of words: seed \(generator.seed)")
    var taken = 0
    for _ in 0..<40_000 {
      let text = generator.list(1...10) { $0.pick(Self.pieces) }.joined(separator: " ")
      for language in FilterLanguage.allCases {
        if expectSound(Array(text.utf8), language) { taken += 1 }
      }
    }
    #expect(taken > 100)
  }

  @Test func `filters with bytes changed`() {
    var random = RandomExpression(generator: SeededGenerator(seed: 5))
    print("fuzz of bytes: seed \(random.generator.seed)")
    var taken = 0
    for _ in 0..<3_000 {
      let tree = random.predicate(3)
      for (language, bytes) in [
        (FilterLanguage.cql2Text, Array(tree.text.utf8)), (.cql2JSON, tree.json),
      ] {
        var changed = bytes
        for _ in 0..<random.generator.integer(in: 1...3) {
          let place = random.generator.integer(in: 0...(changed.count - 1))
          changed[place] = UInt8(random.generator.integer(in: 0...255))
        }
        if expectSound(changed, language) { taken += 1 }
        if expectSound(Array(bytes.prefix(random.generator.integer(in: 0...bytes.count))), language)
        {
          taken += 1
        }
      }
    }
    #expect(taken > 100)
  }

  /// Reads, writes and checks; an error must have a place inside the bytes.
  private func expectSound(_ bytes: [UInt8], _ language: FilterLanguage) -> Bool {
    do {
      let filter = try ParsedFilter(bytes, language: language)
      #expect(filter.locationCount == filter.expression.count)
      _ = filter.expression.text
      let ready = try Filter(
        checking: filter, against: Queryables(sampleQueryables.properties, isOpen: true))
      _ = try ready.truth { _ in .null }
      return true
    } catch {
      if case .text(let offset) = error.location { #expect((0...bytes.count).contains(offset)) }
      #expect(!error.description.isEmpty && !error.description.contains(where: \.isNewline))
      if let lines = error.caret(in: bytes) { #expect(lines.split(separator: "\n").count <= 2) }
      return false
    }
  }
}
