import QueryLanguage
import Records
import Testing

@Suite("The fifteen temporal relations") struct TemporalTests {
  /// An interval of small numbers; an absent end is open.
  struct Small {
    let start: Int?
    let end: Int?

    /// The ends with minus and plus infinity as numbers far out.
    var low: Int { start ?? -1_000 }
    var high: Int { end ?? 1_000 }
  }

  static let all: [Small] = {
    let ends: [Int?] = [nil, 0, 1, 2, 3, 4]
    return ends.flatMap { start in ends.map { Small(start: start, end: $0) } }
      .filter { $0.low <= $0.high }
  }()

  /// Each relation by its wording in OWL-Time, over the ends as numbers.
  static let definitions: [TemporalOperator: @Sendable (Small, Small) -> Bool] = [
    .before: { $0.high < $1.low },
    .after: { $1.high < $0.low },
    .disjoint: { $0.high < $1.low || $1.high < $0.low },
    .intersects: { !($0.high < $1.low || $1.high < $0.low) },
    .equals: { $0.low == $1.low && $0.high == $1.high },
    .meets: { $0.high == $1.low },
    .metBy: { $1.high == $0.low },
    .overlaps: { $0.low < $1.low && $1.low < $0.high && $0.high < $1.high },
    .overlappedBy: { $1.low < $0.low && $0.low < $1.high && $1.high < $0.high },
    .starts: { $0.low == $1.low && $0.high < $1.high },
    .startedBy: { $0.low == $1.low && $1.high < $0.high },
    .during: { $1.low < $0.low && $0.high < $1.high },
    .contains: { $0.low < $1.low && $1.high < $0.high },
    .finishes: { $1.low < $0.low && $0.high == $1.high },
    .finishedBy: { $0.low < $1.low && $0.high == $1.high },
  ]

  static func days(_ small: Small) -> TimeSpan? {
    let first = small.start.flatMap { CivilDate(daysSinceEpoch: $0) }.map { TimeSpan($0) }
    let last = small.end.flatMap { CivilDate(daysSinceEpoch: $0) }.map { TimeSpan($0) }
    return TimeSpan(from: first, to: last)
  }

  static func seconds(_ small: Small) -> TimeSpan? {
    func moment(_ value: Int?) -> TimeSpan? {
      value.flatMap { Instant(secondsSinceEpoch: Int64($0)) }.map { TimeSpan($0) }
    }
    return TimeSpan(from: moment(small.start), to: moment(small.end))
  }

  @Test(arguments: TemporalOperator.allCases)
  func `agrees with the definition on every small pair`(relation: TemporalOperator) throws {
    let definition = try #require(Self.definitions[relation])
    for first in Self.all {
      for second in Self.all {
        let expected = definition(first, second)
        for make in [Self.days, Self.seconds] {
          let left = try #require(make(first))
          let right = try #require(make(second))
          #expect(left.satisfies(relation, right) == expected, "\(first) \(relation) \(second)")
        }
      }
    }
  }

  @Test func `exactly one of Allen's thirteen holds between intervals with a length`() throws {
    let thirteen: [TemporalOperator] = [
      .before, .after, .meets, .metBy, .overlaps, .overlappedBy, .starts, .startedBy, .during,
      .contains, .finishes, .finishedBy, .equals,
    ]
    for first in Self.all where first.low < first.high {
      for second in Self.all where second.low < second.high {
        let left = try #require(Self.days(first))
        let right = try #require(Self.days(second))
        #expect(thirteen.filter { left.satisfies($0, right) }.count == 1)
      }
    }
  }

  @Test func `days reach to their last second where they meet moments`() throws {
    let march = try #require(
      TimeSpan(from: TimeSpan(date("2017-03-01")), to: TimeSpan(date("2017-03-31"))))
    let whole = try #require(
      TimeSpan(
        from: TimeSpan(instant("2017-03-01T00:00:00Z")),
        to: TimeSpan(instant("2017-03-31T23:59:59Z"))))
    #expect(march.satisfies(.equals, whole) && whole.satisfies(.equals, march))
    #expect(march.satisfies(.before, TimeSpan(instant("2017-04-01T00:00:00Z"))))
    #expect(march.satisfies(.intersects, TimeSpan(instant("2017-03-31T23:59:59Z"))))
  }

  @Test func `instants stand only where the standard lets them`() {
    for relation in TemporalOperator.allCases {
      let name = relation.rawValue.uppercased()
      let faults = [
        checkRefusal("\(name)(day, span)")?.fault,
        checkRefusal("\(name)(span, DATE('2017-03-17'))")?.fault,
      ]
      let isTaken = [.after, .before, .disjoint, .equals, .intersects].contains(relation)
      #expect(
        faults == [
          isTaken ? nil : .intervalsOnly(relation), isTaken ? nil : .intervalsOnly(relation),
        ])
      #expect(checkRefusal("\(name)(span, INTERVAL('2017-03-17', '..'))") == nil)
    }
    #expect(checkRefusal("T_DURING(span, day)")?.location == .text(offset: 15))
  }

  @Test func `text that writes a time, with the stray T of GDAL`() {
    #expect(TimeSpan("2017-03-17") == TimeSpan(date("2017-03-17")))
    #expect(TimeSpan("2017-03-17T") == TimeSpan(date("2017-03-17")))
    #expect(TimeSpan("2017-03-17T00:00:00Z")?.unit == .second)
    #expect(TimeSpan("2017-03-17TT") == nil && TimeSpan("T") == nil && TimeSpan("") == nil)
  }
}
