import QueryLanguage
import Records
import Testing

@Suite("Comparisons, by a table made by hand") struct ComparisonTests {
  static let row: Row = [
    "name": .string("Nineveh"), "id": .string("CI550"), "count": .integer(7), "ratio": .number(0.5),
    "open": .boolean(true), "day": .time(TimeSpan(date("2017-03-17"))),
    "moment": .time(TimeSpan(instant("2017-03-17T08:24:00Z"))),
    "span": .time(
      TimeSpan(
        DayInterval(start: date("2017-03-17"), end: date("2017-03-25")) ?? DayInterval(.latest))),
    "tags": .array([.string("a"), .string("b")]), "other": .integer(2),
    "until": .time(TimeSpan(date("2017-03-20"))),
  ]

  @Test(
    arguments: [
      ("count = 7", true), ("count = 7.0", true), ("count <> 7", false), ("count < 7.5", true),
      ("count >= 7", true), ("7 <= count", true), ("ratio > 0", true), ("ratio < 0.5", false),
      ("name = 'Nineveh'", true), ("name = 'nineveh'", false), ("name > 'Mosul'", true),
      ("name < 'Mosul'", false), ("open = TRUE", true), ("open <> TRUE", false), ("open", true),
      ("count > other", true), ("count = other * 3 + 1", true), ("count / other = 3.5", true),
      ("count div other = 3", true), ("count % other = 1", true), ("-count % other = -1", true),
      ("-count div other = -3", true), ("other ^ 10 = 1024", true), ("ratio * other = 1", true),
      ("count - -1 = 8", true), ("9223372036854775807 + count > 9.2e18", true),
      ("7.5 div 2 = 3", true), ("7.5 % 2 = 1.5", true), ("2 ^ 0.5 < 1.42", true),
      ("count BETWEEN 7 AND 8", true), ("count BETWEEN 8 AND 7", false),
      ("count NOT BETWEEN 8 AND 9", true),
      ("day BETWEEN DATE('2017-03-17') AND DATE('2017-03-18')", true),
      ("count IN (1, 7)", true), ("count IN (1, 2.5)", false), ("count NOT IN (1)", true),
      ("id IN ('CI550', 'x')", true), ("id NOT IN ('CI550')", false),
      ("count IN (other + 5)", true),
      ("day IN (DATE('2017-03-17'))", true), ("name LIKE 'Nin%'", true),
      ("name LIKE 'nin%'", false),
      ("name LIKE '_ineve_'", true), ("name LIKE 'Nineveh_'", false), ("name NOT LIKE '%x%'", true),
      ("CASEI(name) LIKE CASEI('NIN%')", true), ("count IS NOT NULL", true), ("geom IS NULL", true),
      ("day = DATE('2017-03-17')", true), ("day < DATE('2017-03-18')", true),
      ("moment = DATE('2017-03-17')", true), ("moment > DATE('2017-03-17')", false),
      ("moment >= DATE('2017-03-17')", true), ("moment > DATE('2017-03-16')", true),
      ("day = moment", true), ("moment < TIMESTAMP('2017-03-17T08:24:01Z')", true),
      ("moment = TIMESTAMP('2017-03-17T11:24:00+03:00')", true), ("day < until", true),
      ("T_INTERSECTS(span, DATE('2017-03-25'))", true), ("T_AFTER(span, DATE('2017-03-16'))", true),
      ("T_INTERSECTS(span, TIMESTAMP('2017-03-25T23:59:59Z'))", true),
      ("T_INTERSECTS(span, TIMESTAMP('2017-03-26T00:00:00Z'))", false),
      ("T_DURING(span, INTERVAL('2017-03-16', '..'))", true),
      ("T_STARTS(INTERVAL(day, until), span)", true), ("T_EQUALS(INTERVAL(day, day), day)", true),
      ("T_DURING(INTERVAL(until, day), span)", nil),
      ("A_CONTAINS(tags, ('a'))", true), ("A_CONTAINS(tags, ('a', 'c'))", false),
      ("A_CONTAINEDBY(tags, ('a', 'b', 'c'))", true), ("A_EQUALS(tags, ('b', 'a', 'a'))", true),
      ("A_EQUALS(tags, ('a'))", false), ("A_OVERLAPS(tags, ('c', 'b'))", true),
      ("A_OVERLAPS(tags, ())", false), ("A_CONTAINS(tags, ())", true),
      ("A_CONTAINS((1, 2.0), (2))", true),
      ("A_EQUALS((DATE('2017-03-17')), (day))", true), ("1 = 1.0", true), ("'a' = 'b'", false),
      ("TRUE", true), ("FALSE OR NOT FALSE", true),
    ] as [(String, Bool?)])
  func `a row is asked`(text: String, expected: Bool?) throws {
    #expect(try answer(text, Self.row) == expected)
    // The same answer comes by way of JSON.
    let json = String(decoding: try read(text).json, as: UTF8.self)
    #expect(try answer(json, Self.row, .cql2JSON) == expected)
  }

  @Test func `numbers that are not finite are unknown`() throws {
    for value in [Double.nan, .infinity, -.infinity] {
      #expect(try answer("ratio = ratio", ["ratio": .number(value)]) == nil)
      #expect(try answer("ratio > 0", ["ratio": .number(value)]) == nil)
    }
    #expect(try answer("1e300 * 1e300 > 0") == nil)
    #expect(try answer("(-9223372036854775808 div -1) > 0") == true)
    #expect(try answer("0 ^ -1 = 0") == nil)
  }

  @Test func `the alias answers what GDAL sends`() throws {
    let row = Self.row
    #expect(try answer("day >= '2017-03-17' AND day < '2017-03-18T'", row, .cqlText) == true)
    #expect(try answer("'2017-03-16' < moment", row, .cqlText) == true)
    #expect(try answer("moment <> '2017-03-17T08:24:00Z'", row, .cqlText) == false)
    #expect(try answer("day IN ('2017-03-17')", row, .cqlText) == true)
    #expect(try answer("name ILIKE 'NIN%' AND count <> 8", row, .cqlText) == true)
  }

  @Test func `a bare string beside an instant is read as one`() throws {
    #expect(
      try answer("day = '2017-03-17' AND moment IN ('2017-03-17T08:24:00Z')", Self.row) == true)
    #expect(try answer("day BETWEEN '2017-03-17' AND '2017-03-18'", Self.row) == true)
    #expect(checkRefusal("day = 'soon'") == FilterError(.badDate("soon"), at: .text(offset: 6)))
    #expect(checkRefusal("moment IN ('x')")?.fault == .badTimestamp("x"))
    #expect(checkRefusal("day = name")?.fault == .incomparable(.date, .string))
  }

  @Test func `properties of unknown features take any type`() throws {
    let filter = try Filter(
      checking: try ParsedFilter("a > 1 AND b = 'x' AND c < DATE('2017-03-18') AND d"),
      against: Queryables([Queryable("b", .string)], isOpen: true))
    #expect(filter.queryables.map(\.name) == ["b", "a", "c", "d"])
    #expect(filter.slot(of: "c") == 2 && filter.slot(of: "e") == nil)
    let values: [FilterValue] = [.string("x"), .integer(2), .string("2017-03-17"), .boolean(true)]
    #expect(try filter.truth { values[$0] } == true)
    // What does not fit is unknown, not an error.
    for (slot, odd) in [(1, FilterValue.string("2")), (2, .integer(4)), (3, .string("yes"))] {
      var row = values
      row[slot] = odd
      #expect(try filter.truth { row[$0] } == nil)
    }
  }
}
