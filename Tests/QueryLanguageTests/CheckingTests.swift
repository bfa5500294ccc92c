import JSONText
import QueryLanguage
import SimpleFeatures
import Testing

@Suite("Checking names and types") struct CheckingTests {
  static let functions = [
    FilterFunction(
      name: "double", description: "Twice a number.", arguments: [.init("a number", .number)],
      returns: .number
    ) { values throws(FilterError) in
      if case .integer(let value) = values[0] { .integer(value * 2) } else { .null }
    },
    FilterFunction(
      name: "share", description: "The share of the row that lies inside.",
      arguments: [.init("an area", .geometry)], returns: .number),
  ]

  @Test(
    arguments: [
      ("cuont = 1", .unknownProperty("cuont", nearest: "count"), 0),
      ("1 = 1 AND Name = 'x'", .unknownProperty("Name", nearest: "name"), 10),
      ("victims = 1", .unknownProperty("victims", nearest: nil), 0),
      ("duoble(1) = 2", .unknownFunction("duoble", nearest: "double"), 0),
      ("count = double(1, 2)", .wrongArgumentCount("double", found: 2, wanted: 1), 8),
      ("double('x') = 1", .wrongType(.string, wanted: "a number (a number)"), 7),
      ("count = 'x'", .incomparable(.integer, .string), 8),
      ("geom = geom", .incomparable(.geometry, .geometry), 7),
      ("span = DATE('2017-03-17')", .incomparable(.interval, .date), 7),
      ("tags = 'x'", .incomparable(.array, .string), 7),
      ("count IN (1, 'x')", .incomparable(.integer, .string), 13),
      (
        "name BETWEEN 'a' AND 'b'", .wrongType(.string, wanted: "a number, a date or a timestamp"),
        0
      ),
      ("count", .wrongType(.integer, wanted: "a predicate that is true or false"), 0),
      ("open AND name", .wrongType(.string, wanted: "a predicate that is true or false"), 9),
      ("NOT 5", .wrongType(.integer, wanted: "a predicate that is true or false"), 4),
      ("count + name = 1", .wrongType(.string, wanted: "a number"), 8),
      ("CASEI(count) = 'x'", .wrongType(.integer, wanted: "a string"), 6),
      ("count LIKE 'x'", .wrongType(.integer, wanted: "a string"), 0),
      ("name LIKE id", .wrongType(.string, wanted: "a pattern in quotes"), 10),
      ("S_INTERSECTS(name, POINT(1 2))", .wrongType(.string, wanted: "a geometry"), 13),
      (
        "T_AFTER(geom, span)", .wrongType(.geometry, wanted: "a date, a timestamp or an interval"),
        8
      ),
      (
        "T_AFTER(INTERVAL(name, '..'), span)", .wrongType(.string, wanted: "a date or a timestamp"),
        17
      ),
      ("A_CONTAINS(name, ('x'))", .wrongType(.string, wanted: "an array"), 11),
      ("a = 1", .unknownProperty("a", nearest: nil), 0),
    ] as [(String, FilterFault, Int)])
  func `a fault is told with its place`(text: String, fault: FilterFault, offset: Int) throws {
    #expect(
      checkRefusal(text, functions: Self.functions) == FilterError(fault, at: .text(offset: offset))
    )
    // The same fault in JSON has a pointer to the same expression.
    let json = String(decoding: try read(text).json, as: UTF8.self)
    let refused = checkRefusal(json, .cql2JSON, functions: Self.functions)
    #expect(refused?.fault == fault)
    guard case .json(let pointer) = refused?.location else {
      Issue.record("no pointer for \(text)")
      return
    }
    #expect(pointer.isEmpty || pointer.hasPrefix("/args/"))
  }

  @Test func `a pointer leads to the expression`() {
    let json =
      #"{"op":"and","args":[true,{"op":"in","args":[{"property":"count"},[1,{"property":"nmae"}]]}]}"#
    #expect(
      checkRefusal(json, .cql2JSON)
        == FilterError(
          .unknownProperty("nmae", nearest: "name"), at: .json(pointer: "/args/1/args/1/1")))
  }

  @Test func `a tree without a text has no place`() {
    #expect(throws: FilterError(.unknownProperty("x", nearest: nil))) {
      _ = try Filter(checking: ParsedFilter(.property("x")), against: Queryables([]))
    }
  }

  @Test func `functions of the arguments and of the row`() throws {
    let row: Row = ["count": .integer(4)]
    #expect(try answer("DOUBLE(count) = 8", row, functions: Self.functions) == true)
    #expect(try answer("double(2) + double(count) = 12", row, functions: Self.functions) == true)
    let filter = try Filter(
      checking: try ParsedFilter("share(BBOX(0,0,1,1)) > 0.5 OR share(geom) > 0.9"),
      against: sampleQueryables, functions: Self.functions)
    #expect(filter.calls.map(\.function) == [1, 1] && filter.calls.map(\.ordinal) == [0, 1])
    #expect(filter.calls[0].constants.count == 1 && filter.calls[0].constants[0] != nil)
    #expect(filter.calls[1].constants == [nil])
    #expect(throws: FilterError(.unanswered("share"))) { try filter.matches { _ in .null } }
    for (shares, expected) in [([0.6, 0], true), ([0.1, 0.95], true), ([0.1, 0.1], false)] {
      let isMatch = try filter.matches({ _ in .null }) { call, _ throws(FilterError) in
        .number(shares[call.ordinal])
      }
      #expect(isMatch == expected)
    }
  }

  @Test func `what was written is told on one line, cut and without controls`() throws {
    let long = String(repeating: "x", count: 300)
    let told = try #require(checkRefusal("\"a\nb\u{202E}\(long)\" = 1")).description
    #expect(
      told == "filter refused at byte 0: there is no property a·b·"
        + String(repeating: "x", count: 56) + "…")
    #expect(
      try #require(refusal("a = DATE('2017\n')")).description.contains("'2017·' is not a date"))
    let twice = "{\"a\\n\":1,\"a\\n\":1}"
    #expect(
      try #require(refusal(twice, .cql2JSON)).description
        == "filter refused at byte 9: member \"a·\" appears twice in one JSON object, again at byte 9"
    )
  }

  @Test func `every fault reads as one line`() {
    let faults: [FilterFault] = [
      .unexpected("x", wanted: "y"), .tooLong(limit: 1), .tooDeep(limit: 1),
      .tooManyItems(limit: 1),
      .notUTF8, .controlCharacter(0), .unterminatedString, .unterminatedName, .badNumber,
      .badDate("x"), .badTimestamp("x"), .badIntervalEnd("x"), .reversedInterval, .mixedInterval,
      .reversedBox, .geometry(.ringNotClosed), .json(.unexpectedEnd(offset: 1)),
      .unknownProperty("x", nearest: "y"), .unknownFunction("x", nearest: nil),
      .wrongArgumentCount("f", found: 1, wanted: 2), .wrongType(.string, wanted: "y"),
      .incomparable(.date, .string), .intervalsOnly(.during), .unanswered("f"),
      .undecided(.crosses, reason: "x"),
    ]
    for fault in faults {
      let line = FilterError(fault, at: .text(offset: 3)).description
      #expect(
        line.hasPrefix("filter refused at byte 3: ") && line.count > 28 && !line.contains("\n"))
    }
    #expect(
      FilterError(.unknownProperty("cuont", nearest: "count"), at: .json(pointer: "/args/0"))
        .description
        == "filter refused at /args/0: there is no property cuont; did you mean count?")
  }
}
