import QueryLanguage
import SimpleFeatures
import Testing

@Suite("CQL2 text: every production") struct GrammarTests {
  static let a = FilterExpression.property("a")
  static let isOne = FilterExpression.comparison(.equal, a, .integer(1))

  @Test(
    arguments: [
      ("a = 1", isOne),
      ("a<>1", .comparison(.notEqual, a, .integer(1))),
      ("a < 1", .comparison(.less, a, .integer(1))),
      ("a <= 1", .comparison(.lessOrEqual, a, .integer(1))),
      ("a > 1", .comparison(.greater, a, .integer(1))),
      ("a >= 1", .comparison(.greaterOrEqual, a, .integer(1))),
      ("1 = a", .comparison(.equal, .integer(1), a)),
      ("\"a\" = 1", isOne),
      ("\"two words\" = 1", .comparison(.equal, .property("two words"), .integer(1))),
      ("\"say \"\"a\"\"\" = 1", .comparison(.equal, .property("say \"a\""), .integer(1))),
      ("layer:ids.x_1 = 1", .comparison(.equal, .property("layer:ids.x_1"), .integer(1))),
      ("حي = 1", .comparison(.equal, .property("حي"), .integer(1))),
      ("a = TRUE", .comparison(.equal, a, .boolean(true))),
      ("true", .boolean(true)), ("FALSE", .boolean(false)),
      ("a", a),
      ("a = 1 AND a = 1", .and([isOne, isOne])),
      ("a = 1 and a = 1 aNd a = 1", .and([isOne, isOne, isOne])),
      ("a = 1 OR a = 1 AND a = 1", .or([isOne, .and([isOne, isOne])])),
      ("(a = 1 OR a = 1) AND a = 1", .and([.or([isOne, isOne]), isOne])),
      ("NOT a = 1 AND a = 1", .and([.not(isOne), isOne])),
      ("NOT (a = 1 AND a = 1)", .not(.and([isOne, isOne]))),
      ("NOT NOT a = 1", .not(.not(isOne))),
      ("a = 1\n\tAND\r\na = 1", .and([isOne, isOne])),
      ("a IS NULL", .isNull(a)), ("a is not null", .not(.isNull(a))),
      ("a LIKE 'x%'", .like(a, pattern: .string("x%"))),
      ("a NOT LIKE 'x%'", .not(.like(a, pattern: .string("x%")))),
      (
        "a BETWEEN 1 AND 2 AND a = 1",
        .and([.between(a, low: .integer(1), high: .integer(2)), isOne])
      ),
      ("a NOT BETWEEN 1 AND 2", .not(.between(a, low: .integer(1), high: .integer(2)))),
      ("a IN (1, 2)", .inList(a, [.integer(1), .integer(2)])),
      ("a NOT IN ('x')", .not(.inList(a, [.string("x")]))),
      (
        "(a > 1) = TRUE", .comparison(.equal, .comparison(.greater, a, .integer(1)), .boolean(true))
      ),
    ] as [(String, FilterExpression)])
  func `logic and comparisons`(text: String, tree: FilterExpression) throws {
    #expect(try read(text) == tree)
  }

  @Test(
    arguments: [
      ("1", .integer(1)), ("+1", .integer(1)), ("-1", .integer(-1)), ("1.5", .number(1.5)),
      ("1.", .integer(1)), (".5", .number(0.5)), ("1e3", .integer(1_000)),
      ("1.5E-3", .number(0.0015)),
      ("-2.5e+2", .integer(-250)), ("9223372036854775807", .integer(.max)),
      ("-9223372036854775808", .integer(.min)),
      ("9223372036854775808", .number(9_223_372_036_854_775_808)),
      ("''", .string("")), ("'it''s'", .string("it's")), ("'it\\'s'", .string("it's")),
      ("'50\\%'", .string("50\\%")),
      ("'\\a\\b\\t\\n\\v\\f\\r\\x'", .string("\u{7}\u{8}\t\n\u{B}\u{C}\r\\x")),
      ("'\\\\'", .string("\\")), ("'\\\\'''", .string("\\'")),
      ("'a\\\\b'", .string("a\\b")), ("'بغداد'", .string("بغداد")), ("'a\tb'", .string("a\tb")),
      ("DATE('2017-03-17')", .date(date("2017-03-17"))),
      ("date( '2017-03-17' )", .date(date("2017-03-17"))),
      ("TIMESTAMP('2017-03-17T08:24:00Z')", .timestamp(instant("2017-03-17T08:24:00Z"))),
      ("TIMESTAMP('2017-03-17T08:24:00.25+03:00')", .timestamp(instant("2017-03-17T05:24:00Z"))),
      (
        "INTERVAL('2017-03-17', '2017-03-18')",
        .interval(start: .date(date("2017-03-17")), end: .date(date("2017-03-18")))
      ),
      (
        "INTERVAL('..', '2017-03-18T00:00:00Z')",
        .interval(start: nil, end: .timestamp(instant("2017-03-18T00:00:00Z")))
      ),
      ("INTERVAL(first, '..')", .interval(start: .property("first"), end: nil)),
      ("INTERVAL('..','..')", .interval(start: nil, end: nil)),
      (
        "BBOX(43, 36, 43.5, 36.5)",
        .envelope(Envelope(west: 43, south: 36, east: 43.5, north: 36.5))
      ),
      (
        "BBOX(160.6,-55.95,-170,-25.89)",
        .envelope(Envelope(west: 160.6, south: -55.95, east: -170, north: -25.89))
      ),
      ("BBOX(1,2,-10,3,4,+10)", .envelope(Envelope(west: 1, south: 2, east: 3, north: 4))),
      ("[1, 'x']", .array([.integer(1), .string("x")])),
      ("(1, 'x')", .array([.integer(1), .string("x")])),
      ("()", .array([])), ("[]", .array([])), ("(1)", .integer(1)),
      ("f()", .function("f", [])), ("f(1, a)", .function("f", [.integer(1), .property("a")])),
      ("f(('x', 'y'))", .function("f", [.array([.string("x"), .string("y")])])),
      ("CASEI(a)", .folded(.letterCase, .property("a"))),
      ("accenti(CASEI('x'))", .folded(.accents, .folded(.letterCase, .string("x")))),
      // Names of literals are properties where no bracket follows.
      ("date", .property("date")), ("point", .property("point")), ("bbox", .property("bbox")),
    ] as [(String, FilterExpression)])
  func `values and calls`(text: String, tree: FilterExpression) throws {
    #expect(try read(text) == tree)
  }

  @Test(
    arguments: [
      ("1 + 2 - 3", .arithmetic(.minus, .arithmetic(.plus, .integer(1), .integer(2)), .integer(3))),
      ("1 + 2 * 3", .arithmetic(.plus, .integer(1), .arithmetic(.times, .integer(2), .integer(3)))),
      (
        "(1 + 2) * 3",
        .arithmetic(.times, .arithmetic(.plus, .integer(1), .integer(2)), .integer(3))
      ),
      (
        "8 / 4 % 3 div 2",
        .arithmetic(
          .wholeDivide,
          .arithmetic(.modulo, .arithmetic(.divide, .integer(8), .integer(4)), .integer(3)),
          .integer(2))
      ),
      (
        "2 ^ 3 ^ 2", .arithmetic(.power, .integer(2), .arithmetic(.power, .integer(3), .integer(2)))
      ),
      ("-2 ^ 2", .arithmetic(.power, .integer(-2), .integer(2))),
      ("2 ^ -1", .arithmetic(.power, .integer(2), .integer(-1))),
      ("-a", .arithmetic(.times, .integer(-1), .property("a"))),
      ("a -1", .arithmetic(.minus, .property("a"), .integer(1))),
      ("a - -1", .arithmetic(.minus, .property("a"), .integer(-1))),
      (
        "2 * a = b + 1",
        .comparison(
          .equal, .arithmetic(.times, .integer(2), .property("a")),
          .arithmetic(.plus, .property("b"), .integer(1)))
      ),
    ] as [(String, FilterExpression)])
  func `arithmetic binds as written`(text: String, tree: FilterExpression) throws {
    #expect(try read(text) == tree)
  }

  @Test func `every relation of the standard in any case`() throws {
    for relation in SpatialOperator.allCases {
      #expect(
        try read("\(relation.rawValue.uppercased())(a, POINT(43 36))")
          == .spatial(relation, .property("a"), .geometry(point(43, 36))))
    }
    for relation in TemporalOperator.allCases {
      #expect(
        try read("\(relation.rawValue)(a, b)")
          == .temporal(relation, .property("a"), .property("b")))
      #expect(
        try read("\(relation.rawValue.uppercased())(a, b)")
          == .temporal(relation, .property("a"), .property("b")))
    }
    for relation in ArrayOperator.allCases {
      #expect(
        try read("\(relation.rawValue.uppercased())(a, ('x'))")
          == .arrays(relation, .property("a"), .array([.string("x")])))
    }
  }

  @Test(arguments: [
    "POINT(43 36)", "point ( 43.5 -36 )", "LINESTRING(43 36,44 37)",
    "POLYGON((43 36,44 36,44 37,43 36),(43.5 36.1,43.6 36.1,43.6 36.2,43.5 36.1))",
    "MULTIPOINT((43 36),(44 37))", "MULTILINESTRING((43 36,44 37),(1 2,3 4))",
    "MULTIPOLYGON(((43 36,44 36,44 37,43 36)))", "POINT EMPTY",
    "GEOMETRYCOLLECTION(POINT(43 36),GEOMETRYCOLLECTION(LINESTRING(43 36,44 37)))",
  ])
  func `well known text of every type`(text: String) throws {
    let geometry = try Geometry(wkt: text)
    #expect(
      try read("S_INTERSECTS(\(text), g) AND b")
        == .and([.spatial(.intersects, .geometry(geometry), .property("g")), .property("b")]))
  }

  @Test func `heights are read and dropped`() throws {
    #expect(try read("POINT(43 36 250)") == .geometry(point(43, 36)))
    #expect(try read("POINT Z (43 36 250)") == .geometry(point(43, 36)))
    #expect(
      try read("LINESTRING Z(43 36 1, 44 37 2)")
        == .geometry(try Geometry(wkt: "LINESTRING(43 36,44 37)")))
    #expect(refusal("POINT M (43 36 250)")?.fault == .geometry(.notTwoDimensional))
    #expect(refusal("POINT(43 36 250 1)")?.fault == .geometry(.notTwoDimensional))
  }

  @Test func `the alias of the draft knows ILIKE`() throws {
    let tree = FilterExpression.like(
      .folded(.letterCase, .property("a")), pattern: .folded(.letterCase, .string("x%")))
    #expect(try read("a ILIKE 'x%'", .cqlText) == tree)
    #expect(try read("a NOT ILIKE 'x%'", .cqlText) == .not(tree))
    #expect(
      refusal("a ILIKE 'x%'")
        == FilterError(
          .unexpected("ILIKE", wanted: "AND, OR or the end of the filter"), at: .text(offset: 2)))
  }

  @Test func `coordinates are turned into CRS84`() throws {
    // EPSG:4326 writes latitude first.
    let swapped = try ParsedFilter(
      Array("S_INTERSECTS(POINT(36 143), BBOX(36, 143, 37, 144))".utf8),
      toCRS84: { Position(longitude: $0.latitude, latitude: $0.longitude) })
    #expect(
      swapped.expression
        == .spatial(
          .intersects, .geometry(point(143, 36)),
          .envelope(Envelope(west: 143, south: 36, east: 144, north: 37))))
    let json = try ParsedFilter(
      Array(
        #"{"op":"s_intersects","args":[{"type":"Point","coordinates":[36,143]},{"property":"g"}]}"#
          .utf8),
      language: .cql2JSON, toCRS84: { Position(longitude: $0.latitude, latitude: $0.longitude) })
    #expect(
      json.expression == .spatial(.intersects, .geometry(point(143, 36)), .property("g")))
  }
}
