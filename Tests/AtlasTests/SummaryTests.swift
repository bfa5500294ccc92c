import Assessment
import Atlas
import Inquiry
import Records
import SimpleFeatures
import TestSupport
import Testing

/// Tables of totals: every match in one row, and the sums that follow.
struct SummaryTests {
  @Test(arguments: SummaryDimension.allCases)
  func `a table reconciles with its question, whatever is asked`(
    dimension: SummaryDimension
  ) throws {
    let register = try SyntheticRegister(seed: 230_511, count: 120, links: 15)
    var generator = SeededGenerator(seed: 20_170_318)
    for _ in 0..<25 {
      var query = try self.query(&generator)
      query.limit = .max
      let page = try register.atlas.page(query)
      query.limit = generator.integer(in: 0...5)
      query.cursor = page.next
      let table = try register.atlas.summary(SummaryQuery(query, by: dimension))
      #expect(table.numberMatched == page.numberMatched)
      #expect(table.counts == page.counts)
      let rows = table.rows.flatMap(\.all.incidents)
      #expect(rows.sorted() == page.features.map(\.id).sorted())
      #expect(table.total.all.incidents == rows.sorted())
      expectColumnsAddUp(table)
      let surely =
        page.counts.certain
        + (query.area == nil ? page.features.count { $0.candidateCount == 0 } : 0)
      #expect(table.total.certain.incidents.count + table.doubtfulInRow == surely)
      #expect(Set(table.rows.compactMap(\.group)).count == table.rows.count)
    }
  }

  private func expectColumnsAddUp(_ table: IncidentSummary) {
    let total = table.total
    for column in [\SummaryRow.certain, \SummaryRow.all] {
      let cells = table.rows.map { $0[keyPath: column] }
      let sum = total[keyPath: column]
      #expect(cells.map(\.incidents.count).reduce(0, +) == sum.incidents.count)
      for measure in [\SummaryCell.killed, \SummaryCell.injured] {
        let parts = cells.map { $0[keyPath: measure] }
        let whole = sum[keyPath: measure]
        #expect(parts.map(\.unknown.count).reduce(0, +) == whole.unknown.count)
        for end in [\HypothesisTotal.minimum, \HypothesisTotal.maximum] {
          let known = parts.compactMap { $0.split[keyPath: end] }
          let expected = whole.split[keyPath: end]
          #expect(known.isEmpty == (expected == nil))
          #expect(known.map(\.value).reduce(0, +) == expected?.value ?? 0)
          #expect(known.contains(where: \.isOpen) == (expected?.isOpen ?? false))
          #expect(known.allSatisfy { !$0.claims.isEmpty && !$0.incidents.isEmpty })
        }
        #expect(whole.merged.events.count <= whole.split.events.count)
        #expect(whole.merged.minimum?.value ?? 0 <= whole.split.minimum?.value ?? 0)
        #expect(whole.merged.maximum?.value ?? 0 <= whole.split.maximum?.value ?? 0)
      }
    }
    for row in table.rows {
      #expect(Set(row.certain.incidents).isSubset(of: row.all.incidents))
    }
  }

  private func query(_ generator: inout SeededGenerator) throws -> IncidentQuery {
    var query = IncidentQuery()
    if generator.isOnce(in: 2) {
      query.area = try generator.pick([
        place("quarter-1"), place("quarter-2"), .envelope(box(43.0, 36.28, 43.15, 36.4)),
      ])
      query.includesUnplaced = generator.isOnce(in: 2)
      query.match = generator.pick([.certain, .possible, .possible])
    }
    if generator.isOnce(in: 3) {
      query.asOf = try day("2017-01-01").adding(days: generator.integer(in: 0...80))
    }
    if generator.isOnce(in: 3) { query.minimumHarm = generator.integer(in: 0...20) }
    if generator.isOnce(in: 3) { query.time = try span("2017-01-10", "2017-02-10") }
    query.includesUndated = generator.isOnce(in: 2)
    return query
  }

  /// Two quarters side by side, a lane inside the first by name, and a name without a place.
  private func places() throws -> [Place] {
    func place(_ text: String, _ west: Double, _ east: Double, _ parent: String? = nil) throws
      -> Place
    {
      Place(
        id: try id(text), kind: .neighbourhood, names: [PlaceName(text)],
        parent: try parent.map { try id($0) },
        location: PlaceLocation(
          geometry: .polygon(Polygon(exteriorRing: ring(west, 36.3, east, 36.4))),
          origin: .surveyed, precisionMeters: 10, isApproximate: false, source: "made up"))
    }
    return [
      try place("west", 43.0, 43.1), try place("east", 43.1, 43.2),
      try place("lane", 43.02, 43.04, "west"),
    ]
  }

  private func rows(_ strikes: [Strike], by dimension: SummaryDimension) throws -> [String:
    [String]]
  {
    let atlas = try makeAtlas(strikes, places: places())
    let table = try atlas.summary(SummaryQuery(by: dimension))
    return Dictionary(
      uniqueKeysWithValues: table.rows.map { row in
        let certain = Set(row.certain.incidents)
        return (
          row.group?.code ?? "",
          row.all.incidents.map { certain.contains($0) ? $0.text : "\($0)?" }
        )
      })
  }

  @Test func `a district holds what surely lies in it, or may lie in no other`() throws {
    let rows = try rows(
      [
        Strike(id: "inside", extents: [disc(43.07, 36.35, 100)]),
        Strike(id: "lane", extents: [disc(43.03, 36.35, 100)]),
        Strike(id: "edge", extents: [disc(43.05, 36.3, 300)]),
        Strike(id: "border", extents: [disc(43.1, 36.35, 300)]),
        Strike(id: "either", extents: [disc(43.05, 36.35, 50), disc(43.15, 36.35, 50)]),
        Strike(id: "far", extents: [disc(43.5, 36.35, 50)]),
        Strike(id: "city", scale: .city, extents: [disc(43.05, 36.35, 50)]),
        Strike(id: "nowhere"),
      ], by: .district)
    #expect(
      rows == [
        "west": ["edge?", "inside"], "lane": ["lane"], "spans-several": ["border", "either"],
        "in-no-district": ["city", "far"], "without-a-place": ["nowhere"],
      ])
  }

  @Test func `a month holds what surely fell in it`() throws {
    let rows = try rows(
      [
        Strike(id: "day", time: "2017-03-31"), Strike(id: "week", time: "2017-03-01/2017-03-07"),
        Strike(id: "month", time: "2017-02"), Strike(id: "two", time: "2017-03-31/2017-04-01"),
        Strike(id: "open", time: "2017-03-31/.."), Strike(id: "undated", time: nil),
      ], by: .month)
    #expect(
      rows == [
        "2017-02": ["month"], "2017-03": ["day", "week"], "spans-several": ["open", "two"],
        "without-a-date": ["undated"],
      ])
  }

  @Test func `parties are the only ones named, and nobody is a row`() throws {
    let rows = try rows(
      [Strike(id: "a", party: "Coalition"), Strike(id: "b"), Strike(id: "c", party: "ISIL")],
      by: .attribution)
    #expect(rows == ["Coalition": ["a"], "ISIL": ["c"], "nobody-named": ["b"]])
    #expect(try self.rows([Strike(id: "a")], by: .grade) == ["weak": ["a"]])
  }

  @Test func `unknown is not zero, and a question without matches is an empty table`() throws {
    let atlas = try makeAtlas([Strike(id: "a", killed: 2...5), Strike(id: "b"), Strike(id: "c")])
    let table = try atlas.summary(SummaryQuery(by: .grade))
    #expect(table.total.all.killed.split.minimum?.value == 2)
    #expect(table.total.all.killed.split.maximum?.value == 5)
    #expect(table.total.all.killed.unknown.map(\.text) == ["b", "c"])
    #expect(table.total.all.injured.split.minimum == nil)
    var query = IncidentQuery()
    query.text = "nosuchword"
    let none = try atlas.summary(SummaryQuery(query, by: .district))
    #expect(none.rows.isEmpty && none.numberMatched == 0)
    #expect(none.total.all.incidents.isEmpty && none.total.all.killed.split.minimum == nil)
  }

  @Test func `the nearest are added up as they are listed`() throws {
    let register = try SyntheticRegister(seed: 4, count: 60)
    var query = IncidentQuery()
    query.nearest = NearestQuery(
      position: Position(longitude: 43.1, latitude: 36.35), count: 7)
    let page = try register.atlas.page(query)
    let table = try register.atlas.summary(SummaryQuery(query, by: .month))
    #expect(table.total.all.incidents == page.features.map(\.id).sorted())
  }

  @Test func `a method that reads every claim is asked about a bounded number`() throws {
    let atlas = try makeAtlas([Strike(id: "a", killed: 2...5)])
    let unknown = HarmRange<ClaimID>(minimum: nil, maximum: nil)
    let table = try atlas.summary(SummaryQuery(by: .grade, method: .ibc)) { _ in
      (unknown, unknown)
    }
    #expect(table.total.all.killed.split.minimum == nil)
    #expect(table.total.all.killed.unknown.map(\.text) == ["a"])
  }

  @Test func `CI550 and CI551 are one row's two totals, never one`() throws {
    var query = IncidentQuery()
    query.time = try span("2017-03-17", "2017-03-17")
    query.includesUndated = false
    let table = try Mosul.atlas().summary(SummaryQuery(query, by: .month))
    let march = try #require(table.rows.first { $0.group?.code == "2017-03" }).all
    #expect(march.incidents.map(\.text) == ["CI550", "CI551"])
    #expect(march.killed.isAmbiguous)
    #expect(march.killed.merged.minimum?.value == 105)
    #expect(march.killed.merged.maximum?.value == 370)
    #expect(march.killed.split.minimum?.value == 230)
    #expect(march.killed.split.maximum?.value == 511)
    #expect(march.killed.overlaps.contains { $0.isInside && $0.kind == .conflatedWith })
  }

  @Test func `an incident knows those that link to it`() throws {
    let atlas = try Mosul.atlas()
    let linked = try atlas.incidentsLinked(to: id("CI550")).map(\.text)
    #expect(linked == ["CI551", "CI537"])
    #expect(try atlas.incidentsLinked(to: id("CI537")).map(\.text) == ["CI550", "CI551"])
    #expect(try atlas.incidentsLinked(to: id("no-such")).isEmpty)
  }
}
