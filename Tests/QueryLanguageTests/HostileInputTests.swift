import JSONText
import QueryLanguage
import SimpleFeatures
import Testing

@Suite("Hostile and broken input") struct HostileInputTests {
  static let wide = FilterLimits(bytes: 10_000_000)

  @Test(
    arguments: [
      ("", .unexpected("the end of the filter", wanted: "a value or a predicate"), 0),
      ("   ", .unexpected("the end of the filter", wanted: "a value or a predicate"), 3),
      ("a = ", .unexpected("the end of the filter", wanted: "a value or a predicate"), 4),
      ("a > = 2", .unexpected("'='", wanted: "a value or a predicate"), 4),
      ("a == 2", .unexpected("'='", wanted: "a value or a predicate"), 3),
      ("a = 1 b = 2", .unexpected("b", wanted: "AND, OR or the end of the filter"), 6),
      ("a = 1)", .unexpected("')'", wanted: "AND, OR or the end of the filter"), 5),
      ("(a = 1", .unexpected("the end of the filter", wanted: "')', ',' or an operator"), 6),
      ("a IN 1", .unexpected("1", wanted: "'('"), 5),
      ("a IN ()", .unexpected("')'", wanted: "a value"), 6),
      ("a IN (1,)", .unexpected("')'", wanted: "a value or a predicate"), 8),
      ("a NOT 5", .unexpected("5", wanted: "LIKE, BETWEEN or IN"), 6),
      ("a IS 5", .unexpected("5", wanted: "NULL or NOT"), 5),
      ("a IS NOT 5", .unexpected("5", wanted: "NULL"), 9),
      ("a BETWEEN 1 OR 2", .unexpected("OR", wanted: "AND"), 12),
      ("a = AND", .unexpected("AND", wanted: "a value or a predicate"), 4),
      ("a = NULL", .unexpected("NULL", wanted: "a value or a predicate"), 4),
      ("a # 1", .unexpected("'#'", wanted: "a name, a value or an operator"), 2),
      ("a = 'x", .unterminatedString, 4), ("a = 'x\\'", .unterminatedString, 4),
      ("\"a = 1", .unterminatedName, 0), ("a = 1e", .badNumber, 4), ("a = 1e400", .badNumber, 4),
      ("a = 1.2.3", .badNumber, 4), ("a = 12abc", .badNumber, 4), ("a = .", .badNumber, 4),
      ("a = 0x10", .badNumber, 4), ("a = \0", .controlCharacter(0), 4),
      ("a = 'x\0y'", .controlCharacter(0), 6), ("a = '\u{1B}[31m'", .controlCharacter(0x1B), 5),
      ("\"a\0\" = 1", .controlCharacter(0), 2),
      ("a = DATE('2017-02-30')", .badDate("2017-02-30"), 9),
      ("a = DATE(5)", .unexpected("5", wanted: "a string"), 9),
      ("a = TIMESTAMP('2017-03-17')", .badTimestamp("2017-03-17"), 14),
      ("a = TIMESTAMP('2017-03-17T08:24:00')", .badTimestamp("2017-03-17T08:24:00"), 14),
      ("INTERVAL('soon', '..')", .badIntervalEnd("soon"), 9),
      ("INTERVAL('2017-03-18', '2017-03-17')", .reversedInterval, 0),
      ("INTERVAL('2017-03-18', '2017-03-19T00:00:00Z')", .mixedInterval, 0),
      ("INTERVAL('2017-03-18')", .unexpected("')'", wanted: "','"), 21),
      ("BBOX(1,2,3)", .wrongArgumentCount("BBOX", found: 3, wanted: 4), 0),
      ("BBOX(1,2,3,a)", .unexpected("a", wanted: "a number"), 11),
      ("BBOX(1,5,3,4)", .reversedBox, 0),
      ("BBOX(1,2,300,4)", .geometry(.outsideWorld(longitude: 300, latitude: 4)), 0),
      ("S_INTERSECTS(a, POINT(200 0))", .geometry(.outsideWorld(longitude: 200, latitude: 0)), 22),
      ("S_INTERSECTS(a, POLYGON((0 0, 1 0, 1 1, 0 1)))", .geometry(.ringNotClosed), 24),
      ("S_INTERSECTS(a, POINT(1 x))", .geometry(.unexpected("'x'", wanted: "a number")), 24),
      ("S_INTERSECTS(a)", .wrongArgumentCount("S_INTERSECTS", found: 1, wanted: 2), 0),
      ("CASEI(a, b) = 1", .wrongArgumentCount("CASEI", found: 2, wanted: 1), 0),
      ("A_EQUALS(a)", .wrongArgumentCount("A_EQUALS", found: 1, wanted: 2), 0),
      ("f(1", .unexpected("the end of the filter", wanted: "',' or ')'"), 3),
    ] as [(String, FilterFault, Int)])
  func `text is refused at its byte`(text: String, fault: FilterFault, offset: Int) {
    #expect(refusal(text) == FilterError(fault, at: .text(offset: offset)))
  }

  @Test(
    arguments: [
      ("null", .unexpected("null", wanted: "an expression; see isNull"), ""),
      (
        "{}",
        .unexpected("an object", wanted: "op, property, date, timestamp, interval, bbox or type"),
        ""
      ),
      (#"{"op":5,"args":[]}"#, .unexpected("a number", wanted: "the name of an operator"), "/op"),
      (#"{"op":"="}"#, .unexpected("nothing", wanted: "an array of arguments"), "/args"),
      (#"{"op":"=","args":[1]}"#, .wrongArgumentCount("=", found: 1, wanted: 2), "/args"),
      (#"{"op":"and","args":[true]}"#, .wrongArgumentCount("and", found: 1, wanted: 2), "/args"),
      (
        #"{"op":"isNull","args":{"property":"a"}}"#,
        .unexpected("an object", wanted: "an array of arguments"), "/args"
      ),
      (
        #"{"op":"in","args":[1,2]}"#, .unexpected("a number", wanted: "an array of values"),
        "/args/1"
      ),
      (
        #"{"op":"in","args":[1,[]]}"#, .unexpected("an empty array", wanted: "an array of values"),
        "/args/1"
      ),
      (
        #"{"op":"not","args":[{"property":5}]}"#,
        .unexpected("a number", wanted: "the name of a property"), "/args/0/property"
      ),
      (
        #"{"op":"=","args":[{"property":"a"},{"date":"2017-02-30"}]}"#, .badDate("2017-02-30"),
        "/args/1"
      ),
      (#"{"interval":["..","soon"]}"#, .badIntervalEnd("soon"), "/interval/1"),
      (#"{"bbox":[1,2,3,"4"]}"#, .badNumber, "/bbox"),
      (
        #"{"op":"s_within","args":[{"property":"a"},{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,1]]]}]}"#,
        .geometry(.ringNotClosed), "/args/1/coordinates/0"
      ),
      (#"{"type":"Circle","coordinates":[]}"#, .geometry(.unknownType("Circle")), ""),
    ] as [(String, FilterFault, String)])
  func `JSON is refused at its member`(json: String, fault: FilterFault, pointer: String) {
    #expect(refusal(json, .cql2JSON) == FilterError(fault, at: .json(pointer: pointer)))
  }

  @Test func `JSON that is none is refused at its byte`() {
    #expect(
      refusal(#"{"op":"=","#, .cql2JSON)
        == FilterError(.json(.unexpectedEnd(offset: 10)), at: .text(offset: 10)))
    #expect(refusal("{\"op\":\"=\",\"args\":[1,1e999]}", .cql2JSON)?.location == .text(offset: 20))
  }

  @Test func `bytes that are not UTF-8 are refused at the first of them`() {
    for (bytes, offset) in [
      ([0x61, 0x20, 0xFF], 2), ([0xC3], 0),
      (Array("a = '".utf8) + [0xD8, 0xAD, 0xED, 0xA0, 0x80], 7),
    ] as [([UInt8], Int)] {
      #expect(throws: FilterError(.notUTF8, at: .text(offset: offset))) {
        _ = try ParsedFilter(bytes)
      }
    }
  }

  @Test func `length, depth and lists are bounded`() {
    #expect(refusal(String(repeating: "a", count: 16_385))?.fault == .tooLong(limit: 16_384))
    #expect(refusal("a = " + String(repeating: "9", count: 16_000))?.fault == .badNumber)
    for opening in [
      "(", "[", "NOT ", "-", "f(", "A_EQUALS(", "CASEI(", "2^", "a IN (", "INTERVAL(f(",
    ] {
      let text = String(repeating: opening, count: 10_000)
      let refused = refusal(text, limits: Self.wide)
      #expect(refused?.fault == .tooDeep(limit: 64), "\(opening)")
      if opening == "(" { #expect(refused?.location == .text(offset: 65)) }
    }
    let sum = "a" + String(repeating: " + 1", count: 10_000)
    #expect(refusal(sum, limits: Self.wide)?.fault == .tooDeep(limit: 64))
    let items = Array(repeating: "1", count: 1_001).joined(separator: ",")
    #expect(refusal("a IN (\(items))", limits: Self.wide)?.fault == .tooManyItems(limit: 1_000))
    let terms = Array(repeating: "a", count: 1_001).joined(separator: " OR ")
    #expect(refusal(terms, limits: Self.wide)?.fault == .tooManyItems(limit: 1_000))
    let points = Array(repeating: "1 2", count: 20).joined(separator: ",")
    let few = FilterLimits(geometry: GeometryLimits(positions: 10))
    #expect(
      refusal("LINESTRING(\(points))", limits: few)?.fault
        == .geometry(.tooManyPositions(limit: 10)))
    let deepJSON = String(repeating: #"{"op":"not","args":["#, count: 10_000)
    #expect(refusal(deepJSON, .cql2JSON, limits: Self.wide) != nil)
    let closed =
      String(repeating: #"{"op":"not","args":["#, count: 65) + "true"
      + String(repeating: "]}", count: 65)
    #expect(refusal(closed, .cql2JSON)?.fault == .tooDeep(limit: 64))
  }

  @Test func `what the limits allow is read`() throws {
    let deep = String(repeating: "(", count: 60) + "a = 1" + String(repeating: ")", count: 60)
    #expect(try read(deep) == GrammarTests.isOne)
    let items = Array(repeating: "1", count: 1_000).joined(separator: ",")
    #expect(refusal("a IN (\(items))") == nil)
  }
}
