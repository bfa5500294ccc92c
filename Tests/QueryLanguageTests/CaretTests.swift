import QueryLanguage
import Testing

@Suite("Where an error is, on two lines") struct CaretTests {
  @Test(arguments: [
    ("grade > = 2", "grade > = 2\n        ^", 1, 9),
    ("a = 1 AND\n  b = = 2", "  b = = 2\n      ^", 2, 7),
    ("حي = = 2", "حي = = 2\n     ^", 1, 6),
    ("a = ", "a = \n    ^", 1, 5),
    ("a = \tb \0", "a = ·b ·\n       ^", 1, 8),
  ])
  func `a caret stands below the place`(text: String, lines: String, line: Int, column: Int) throws
  {
    let error = try #require(refusal(text))
    #expect(error.caret(in: Array(text.utf8)) == lines)
    let place = try #require(error.lineAndColumn(in: Array(text.utf8)))
    #expect(place == (line, column))
  }

  @Test func `a long line is cut around the place`() throws {
    let text =
      String(repeating: "a = 1 AND ", count: 50) + "b = = 2"
      + String(repeating: " AND a = 1", count: 50)
    let error = try #require(refusal(text))
    let lines = try #require(error.caret(in: Array(text.utf8))).split(separator: "\n")
    #expect(lines.count == 2 && lines[0].count == 74)
    #expect(lines[0].hasPrefix("…") && lines[0].hasSuffix("…"))
    let column = lines[1].count - 1
    #expect(Array(lines[0])[(column - 4)...column].map(String.init).joined() == "b = =")
  }

  @Test func `a place in JSON has no caret, but a byte has`() throws {
    let json = #"{"op":"="}"#
    #expect(try #require(refusal(json, .cql2JSON)).caret(in: Array(json.utf8)) == nil)
    #expect(try #require(refusal("[1,", .cql2JSON)).caret(in: Array("[1,".utf8)) == "[1,\n   ^")
  }
}
