import QueryLanguage
import Records
import SimpleFeatures
import TestSupport
import Testing

@Suite("What a filter needs of the index") struct NecessaryRangeTests {
  private func filter(_ text: String) throws -> Filter {
    try Filter(checking: try ParsedFilter(text), against: sampleQueryables)
  }

  private func slot(_ name: String) throws -> Int {
    try #require(sampleQueryables.properties.firstIndex { $0.name == name })
  }

  @Test func `boxes`() throws {
    let geom = try slot("geom")
    let box = Envelope(west: 0, south: 0, east: 1, north: 1)
    for (text, expected) in [
      ("S_INTERSECTS(geom, BBOX(0,0,1,1))", .within(box)),
      ("count = 1 AND S_WITHIN(geom, POLYGON((0 0,1 0,1 1,0 0)))", .within(box)),
      ("S_CONTAINS(BBOX(0,0,1,1), geom) AND (open OR count = 1)", .within(box)),
      ("S_INTERSECTS(geom, BBOX(-9,-9,9,9)) AND S_TOUCHES(geom, BBOX(0,0,1,1))", .within(box)),
      ("S_INTERSECTS(geom, BBOX(0,0,0.5,1)) OR S_EQUALS(geom, BBOX(0.5,0,1,1))", .within(box)),
      ("S_INTERSECTS(geom, BBOX(0,0,1,1)) OR count = 1", .anything),
      ("NOT S_INTERSECTS(geom, BBOX(0,0,1,1))", .anything),
      ("S_DISJOINT(geom, BBOX(0,0,1,1))", .anything),
      ("S_INTERSECTS(geom, POINT EMPTY)", .nothing), ("S_EQUALS(geom, POINT EMPTY)", .anything),
      ("FALSE AND count = 1", .nothing),
      ("FALSE OR S_INTERSECTS(geom, BBOX(0,0,1,1))", .within(box)),
      (
        "S_INTERSECTS(geom, BBOX(170,-10,-170,10))",
        .within(Envelope(west: 170, south: -10, east: -170, north: 10))
      ),
    ] as [(String, NecessaryRange<Envelope>)] {
      #expect(try filter(text).necessaryEnvelope(of: geom) == expected, "\(text)")
    }
  }

  @Test func `identifiers`() throws {
    let id = try slot("id")
    for (text, expected) in [
      ("id = 'x'", .within(["x"])), ("'x' = id AND count = 1", .within(["x"])),
      ("id IN ('x', 'y')", .within(["x", "y"])), ("id = 'x' OR id = 'y'", .within(["x", "y"])),
      ("id IN ('x', 'y') AND id IN ('y', 'z')", .within(["y"])),
      ("id = 'x' AND id = 'y'", .nothing),
      ("id = 'x' OR count = 1", .anything), ("id <> 'x'", .anything), ("NOT id = 'x'", .anything),
      ("name = 'x'", .anything), ("CASEI(id) = 'x'", .anything), ("id LIKE 'x'", .anything),
    ] as [(String, NecessaryRange<Set<String>>)] {
      #expect(try filter(text).necessaryStrings(of: id) == expected, "\(text)")
    }
  }

  @Test func `times`() throws {
    let day = try slot("day")
    let start = Instant(startOf: date("2017-03-17")).secondsSinceEpoch
    let end = start + 86_399
    for (text, expected) in [
      ("day = DATE('2017-03-17')", .within([start...end])),
      ("day >= DATE('2017-03-17')", .within([start...Int64.max])),
      ("DATE('2017-03-17') >= day", .within([Int64.min...end])),
      ("day < DATE('2017-03-17')", .within([Int64.min...(start - 1)])),
      ("day > DATE('2017-03-17')", .within([(end + 1)...Int64.max])),
      ("day BETWEEN DATE('2017-03-17') AND DATE('2017-03-17')", .within([start...end])),
      ("day BETWEEN DATE('2017-03-18') AND DATE('2017-03-17')", .nothing),
      ("T_INTERSECTS(day, INTERVAL('2017-03-17', '..'))", .within([start...Int64.max])),
      ("T_BEFORE(DATE('2017-03-17'), day)", .within([(end + 1)...Int64.max])),
      ("T_INTERSECTS(INTERVAL(day, until), DATE('2017-03-17'))", .within([Int64.min...end])),
      (
        "T_DURING(INTERVAL(until, day), INTERVAL('2017-03-17', '..'))", .within([start...Int64.max])
      ),
      ("T_AFTER(day, INTERVAL('2017-03-17', '..'))", .nothing),
      ("day <> DATE('2017-03-17')", .anything), ("T_DISJOINT(day, DATE('2017-03-17'))", .anything),
      ("day = until", .anything),
      (
        "day >= DATE('2017-03-17') AND day < DATE('2017-03-18')",
        .within([start...Int64.max, Int64.min...end])
      ),
      (
        "day > DATE('2016-01-01') AND day = DATE('2017-03-17') AND day < DATE('2018-01-01')",
        .within([start...end])
      ),
      (
        "day = DATE('2017-03-17') OR (day >= DATE('2017-03-17') AND day <= DATE('2017-03-17'))",
        .within([start...Int64.max])
      ),
    ] as [(String, NecessaryRange<[ClosedRange<Int64>]>)] {
      #expect(try filter(text).necessaryTimes(of: day) == expected, "\(text)")
    }
  }

  /// Filters over a place, two days, a span and an identifier.
  private struct RandomFilter {
    var generator: SeededGenerator

    mutating func predicate(_ depth: Int) -> FilterExpression {
      guard depth > 0, !generator.isOnce(in: 4) else { return leaf() }
      switch generator.integer(in: 0...4) {
      case 0: return .not(predicate(depth - 1))
      case 1, 2: return .and([predicate(depth - 1), predicate(depth - 1)])
      default: return .or([predicate(depth - 1), predicate(depth - 1)])
      }
    }

    mutating func day() -> CivilDate {
      date("2017-03-01").adding(days: generator.integer(in: 0...9))
    }

    mutating func instant() -> FilterExpression {
      generator.isOnce(in: 2)
        ? .date(day())
        : .timestamp(
          Instant(secondsSinceEpoch: Instant(startOf: day()).secondsSinceEpoch + 40_000)
            ?? Instant(startOf: .earliest))
    }

    mutating func interval() -> FilterExpression {
      let start = day()
      switch generator.integer(in: 0...3) {
      case 0: return .interval(start: nil, end: .date(start))
      case 1: return .interval(start: .date(start), end: nil)
      default:
        return .interval(
          start: .date(start), end: .date(start.adding(days: generator.integer(in: 0...3))))
      }
    }

    mutating func leaf() -> FilterExpression {
      switch generator.integer(in: 0...6) {
      case 0, 1:
        let box = generator.pick(LatticeTopology.envelopes)
        let literal =
          generator.isOnce(in: 2)
          ? FilterExpression.envelope(box) : .geometry(LatticeTopology.geometry(box))
        let relation = generator.pick(SpatialOperator.allCases)
        return generator.isOnce(in: 2)
          ? .spatial(relation, .property("geom"), literal)
          : .spatial(relation, literal, .property("geom"))
      case 2:
        let comparison = generator.pick(ComparisonOperator.allCases)
        return generator.isOnce(in: 2)
          ? .comparison(comparison, .property("day"), instant())
          : .comparison(comparison, instant(), .property("day"))
      case 3, 4:
        let subject = generator.pick([
          FilterExpression.property("span"),
          .interval(start: .property("day"), end: .property("until")),
          .interval(start: .property("day"), end: nil),
        ])
        let relation = generator.pick(TemporalOperator.allCases)
        return generator.isOnce(in: 2)
          ? .temporal(relation, subject, interval()) : .temporal(relation, interval(), subject)
      case 5: return .between(.property("day"), low: instant(), high: instant())
      default:
        return generator.isOnce(in: 2)
          ? .comparison(.equal, .property("id"), .string(generator.pick(["x", "y", "z"])))
          : .inList(.property("id"), [.string("x"), .string(generator.pick(["y", "z"]))])
      }
    }

    mutating func row() -> Row {
      var row: Row = [:]
      if !generator.isOnce(in: 8) {
        row["geom"] = .geometry(LatticeTopology.geometry(generator.pick(LatticeTopology.envelopes)))
      }
      if generator.isOnce(in: 20) { row["geom"] = .geometry(.multiPoint([])) }
      let first = day()
      if !generator.isOnce(in: 8) { row["day"] = .time(TimeSpan(first)) }
      row["until"] = .time(TimeSpan(first.adding(days: generator.integer(in: 0...3))))
      let start = generator.isOnce(in: 4) ? nil : day()
      let end = generator.isOnce(in: 4) ? nil : day()
      row["span"] = DayInterval(start: start, end: end).map { .time(TimeSpan($0)) }
      row["id"] = .string(generator.pick(["x", "y", "z", "w"]))
      return row
    }
  }

  @Test func `never narrower than the truth, and narrower than everything`() throws {
    var random = RandomFilter(generator: SeededGenerator(seed: 66))
    print("necessary ranges: seed \(random.generator.seed)")
    var matched = 0
    var spared = 0
    for _ in 0..<1_500 {
      let tree = random.predicate(3)
      let filter = try Filter(
        checking: ParsedFilter(tree), against: sampleQueryables,
        relations: LatticeTopology.relations)
      for _ in 0..<25 {
        let row = random.row()
        let isMatch = try filter.matches { row[filter.queryables[$0].name] ?? .null }
        let isFound = try isCandidate(row, filter)
        #expect(!isMatch || isFound, "\(tree.text) for \(row)")
        if isMatch { matched += 1 }
        if !isFound { spared += 1 }
      }
    }
    #expect(matched > 1_000 && spared > 1_000)
  }

  /// Whether an index would find the row by all that the filter needs.
  private func isCandidate(_ row: Row, _ filter: Filter) throws -> Bool {
    switch filter.necessaryEnvelope(of: try slot("geom")) {
    case .anything: break
    case .nothing: return false
    case .within(let box):
      guard case .geometry(let geometry)? = row["geom"], let envelope = geometry.envelope,
        envelope.intersects(box)
      else { return false }
    }
    for name in ["day", "until", "span"] {
      switch filter.necessaryTimes(of: try slot(name)) {
      case .anything: break
      case .nothing: return false
      case .within(let windows):
        guard case .time(let span)? = row[name],
          windows.allSatisfy({
            span.firstSecond <= $0.upperBound && span.lastSecond >= $0.lowerBound
          })
        else { return false }
      }
    }
    switch filter.necessaryStrings(of: try slot("id")) {
    case .anything: return true
    case .nothing: return false
    case .within(let texts):
      guard case .string(let text)? = row["id"] else { return false }
      return texts.contains(text)
    }
  }
}
