import QueryLanguage
import Testing

@Suite("Three-valued logic") struct ThreeValuedLogicTests {
  static let truths: [Bool?] = [true, false, nil]

  /// A predicate whose answer is the value of `open` in one row.
  static func row(_ first: Bool?, _ second: Bool?) -> Row {
    [
      "open": first.map(FilterValue.boolean) ?? .null,
      "count": second.map { .integer($0 ? 1 : 0) } ?? .null,
    ]
  }

  @Test func `and, or and not over all nine pairs`() throws {
    // The tables of the standard, written out: rows true, false, unknown.
    let and: [[Bool?]] = [[true, false, nil], [false, false, false], [nil, false, nil]]
    let or: [[Bool?]] = [[true, true, true], [true, false, nil], [true, nil, nil]]
    for (left, first) in Self.truths.enumerated() {
      for (right, second) in Self.truths.enumerated() {
        let row = Self.row(first, second)
        #expect(try answer("open AND count = 1", row) == and[left][right])
        #expect(try answer("open OR count = 1", row) == or[left][right])
        #expect(try answer("count = 1 AND open", row) == and[left][right])
        #expect(try answer("NOT (open AND count = 1)", row) == and[left][right].map { !$0 })
        #expect(try answer("NOT open OR NOT count = 1", row) == and[left][right].map { !$0 })
        #expect(try answer("open AND TRUE AND count = 1", row) == and[left][right])
      }
      #expect(try answer("NOT open", Self.row(first, nil)) == first.map { !$0 })
      #expect(try answer("open = TRUE", Self.row(first, nil)) == first)
      #expect(try answer("open IS NULL", Self.row(first, nil)) == (first == nil))
      #expect(try answer("(open AND TRUE) IS NULL", Self.row(first, nil)) == (first == nil))
    }
  }

  @Test(arguments: [
    "count = 1", "count <> 1", "count < 1", "count + 1 = 2", "1 + count * 0 = 1", "name LIKE '%'",
    "name NOT LIKE '%'", "count BETWEEN 0 AND 1", "count NOT BETWEEN 0 AND 1", "count IN (1, 2)",
    "count NOT IN (1, 2)", "name IN ('x')", "CASEI(name) = 'x'", "day = DATE('2017-03-17')",
    "T_BEFORE(span, DATE('2017-03-17'))", "T_DISJOINT(INTERVAL(day, '..'), DATE('2017-03-17'))",
    "S_INTERSECTS(geom, BBOX(0,0,1,1))", "S_DISJOINT(geom, BBOX(0,0,1,1))",
    "A_CONTAINS(tags, ('x'))",
    "A_EQUALS(tags, ())", "open", "NOT open", "count = other", "1 / 0 = 1", "1 div 0 = 1",
    "1 % 0 = 1",
  ])
  func `what is asked of a missing value is unknown and does not match`(text: String) throws {
    #expect(try answer(text) == nil)
    let filter = try Filter(checking: try ParsedFilter(text), against: sampleQueryables)
    #expect(try !filter.matches { _ in .null })
  }

  @Test func `an unknown bound decides nothing that the other bound decides`() throws {
    // x BETWEEN NULL AND 1 is (x >= NULL) AND (x <= 1).
    let row: Row = ["count": .integer(2)]
    #expect(try answer("count BETWEEN other AND 1", row) == false)
    #expect(try answer("count BETWEEN other AND 2", row) == nil)
    #expect(try answer("count BETWEEN 3 AND other", row) == false)
    #expect(try answer("count IN (1, other)", row) == nil)
    #expect(try answer("count IN (2, other)", row) == true)
    #expect(try answer("count NOT IN (1, other)", row) == nil)
  }
}
