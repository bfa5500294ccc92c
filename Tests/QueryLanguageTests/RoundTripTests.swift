import QueryLanguage
import TestSupport
import Testing

@Suite("Reading what was written") struct RoundTripTests {
  @Test func `text and JSON give back the tree`() throws {
    var random = RandomExpression(generator: SeededGenerator(seed: 20_170_317))
    print("round trip: seed \(random.generator.seed)")
    for _ in 0..<3_000 {
      let tree = random.predicate(4)
      let text = tree.text
      let limits = FilterLimits(bytes: 1_000_000)
      let fromText = try ParsedFilter(text, limits: limits)
      #expect(fromText.expression == tree, "\(text)")
      let fromJSON = try ParsedFilter(tree.json, language: .cql2JSON, limits: limits)
      #expect(fromJSON.expression == tree, "\(String(decoding: tree.json, as: UTF8.self))")
      // Text to JSON and back to text says the same, byte by byte.
      #expect(fromJSON.expression.text == text)
      #expect(fromText.locationCount == tree.count && fromJSON.locationCount == tree.count)
    }
  }
}
