import QueryLanguage
import Records
import SimpleFeatures
import Testing

/// The abstract tests of CQL2 over times, with their expected counts.
///
/// Of the data set only three places have times. What they are follows from the expected counts
/// alone: one span from 2021-04-16T10:15:59Z to 2022-04-16T10:16:06Z, one from
/// 2022-04-16T10:13:19Z to a time after 2022, one that ends with the first and starts at
/// 2022-04-16T10:15:10Z.
///
/// - Note: Source – OGC 21-065r2 annex A, temporal-functions and property-property, test-data.
@Suite("Abstract tests of the standard") struct AbstractTestSuiteTests {
  static let queryables = Queryables([
    Queryable("start", .timestamp), Queryable("end", .timestamp), Queryable("date", .date),
    Queryable("boolean", .boolean), Queryable("name", .string), Queryable("geom", .geometry),
    Queryable("count", .integer),
  ])

  static let rows: [[FilterValue]] = [
    ("2021-04-16T10:15:59Z", "2022-04-16T10:16:06Z", "2021-04-16", true),
    ("2022-04-16T10:13:19Z", "2024-01-01T00:00:00Z", "2022-04-16", false),
    ("2022-04-16T10:15:10Z", "2022-04-16T10:16:06Z", "2023-04-16", true),
  ].map { start, end, day, truth in
    [
      .time(TimeSpan(instant(start))), .time(TimeSpan(instant(end))), .time(TimeSpan(date(day))),
      .boolean(truth), .string("København"), .geometry(point(90, 0)), .integer(1),
    ]
  }

  private func count(_ text: String) throws -> Int {
    let filter = try Filter(checking: try ParsedFilter(text), against: Self.queryables)
    return try Self.rows.count { row in try filter.matches { row[$0] } }
  }

  private static let early = "'2022-04-16T10:13:19Z'"
  private static let late = "'2022-04-16T10:15:10Z'"
  private static let year = "interval('2022-01-01T00:00:00Z','2022-12-31T23:59:59Z')"

  @Test(arguments: [
    ("t_after(\"date\",date('2022-04-16'))", 1), ("t_before(\"date\",date('2022-04-16'))", 1),
    ("t_disjoint(\"date\",date('2022-04-16'))", 2), ("t_equals(\"date\",date('2022-04-16'))", 1),
    ("t_intersects(\"date\",date('2022-04-16'))", 1),
    ("t_after(\"date\",interval('2022-01-01','2022-12-31'))", 1),
    ("t_disjoint(\"date\",interval('2022-01-01','2022-12-31'))", 2),
    ("t_equals(\"date\",interval('2022-01-01','2022-12-31'))", 0),
    ("t_equals(\"date\",interval('2022-04-16','2022-04-16'))", 1),
    ("t_after(start,timestamp(\(early)))", 1), ("t_before(start,timestamp(\(early)))", 1),
    ("t_disjoint(start,timestamp(\(early)))", 2), ("t_equals(start,timestamp(\(early)))", 1),
    ("t_after(start,\(year))", 0), ("t_before(start,\(year))", 1),
    ("t_disjoint(start,\(year))", 1), ("t_equals(start,\(year))", 0),
    ("t_intersects(start,\(year))", 2),
    ("t_after(interval(start,end),interval('..',\(early)))", 1),
    ("t_before(interval(start,end),interval('2023-01-01T00:00:00Z','..'))", 2),
    ("t_disjoint(interval(start,end),interval(\(early),'2022-04-16T10:15:09Z'))", 1),
    ("t_equals(interval(start,end),interval('2021-04-16T10:15:59Z','2022-04-16T10:16:06Z'))", 1),
    ("t_intersects(interval(start,end),interval(\(early),'2022-04-16T10:15:09Z'))", 2),
    ("T_CONTAINS(interval(start,end),interval(\(early),\(late)))", 1),
    ("T_DURING(interval(start,end),\(year))", 1),
    ("T_FINISHES(interval(start,end),interval(\(early),'2022-04-16T10:16:06Z'))", 1),
    ("T_FINISHEDBY(interval(start,end),interval(\(early),'2022-04-16T10:16:06Z'))", 1),
    ("T_MEETS(interval(start,end),interval(\(early),\(late)))", 0),
    ("T_METBY(interval(start,end),interval(\(early),\(late)))", 1),
    ("T_OVERLAPPEDBY(interval(start,end),interval('2020-04-16T10:13:19Z',\(late)))", 2),
    ("T_OVERLAPS(interval(start,end),interval(\(early),'2023-04-16T10:15:10Z'))", 1),
    ("T_STARTEDBY(interval(start,end),interval(\(early),\(late)))", 1),
    ("T_STARTS(interval(start,end),interval(\(early),\(late)))", 0),
    ("T_MEETS(interval(\(early),\(late)),interval(start,end))", 1),
    ("T_DURING(interval('2022-07-01T00:00:00Z','2022-12-31T23:59:59Z'),interval(start,end))", 1),
    ("T_CONTAINS(interval('2021-04-16T10:13:19Z','2023-04-16T10:15:10Z'),interval(start,end))", 2),
    ("T_OVERLAPPEDBY(interval('2020-04-16T10:13:19Z',\(late)),interval(start,end))", 0),
    ("\"date\">=DATE('2022-04-16')", 2), ("\"date\"<>DATE('2022-04-16')", 2),
    ("start<=TIMESTAMP(\(early))", 2), ("start<end", 3), ("start>=end", 0),
    ("boolean=true", 2), ("boolean not in (false)", 2),
    ("\"date\" in (DATE('2021-04-16'),DATE('2022-04-16'),DATE('2022-04-18'))", 2),
    ("start not in (TIMESTAMP(\(early)))", 2),
  ])
  func `predicates have their expected counts`(text: String, expected: Int) throws {
    #expect(try count(text) == expected)
  }

  @Test(arguments: [
    "boolean > true", "boolean < true", "boolean >= true", "boolean <= true", "true <> true",
    "start in ('2022-04-14T14:52:56Z', '2022-04-14T15:52:56Z')", "\"date\" in ('2022-04-14')",
    "name like ''", "name like '%%'", "name like '\\\\%\\\\_'", "'København' LIKE 'K_benhavn'",
    "count between 100.0 and 1.0", "geom is not null", "S_INTERSECTS(geom,POINT(90 180))",
    "S_DISJOINT(geom,POINT(90 180))", "count >= 1038290-2*2^0", "count > 1038290-21 div 10",
    "((NOT boolean AND true) OR (boolean and NOT count = 1) or not (boolean AND count = 1))",
  ])
  func `predicates are evaluated`(text: String) throws {
    #expect(throws: Never.self) { try count(text) }
  }

  @Test func `what lies beyond a pole meets nothing, beyond the antimeridian is refused`() throws {
    #expect(try count("S_INTERSECTS(geom,POINT(90 180))") == 0)
    #expect(try count("S_DISJOINT(geom,POINT(90 180))") == 3)
    #expect(
      refusal("S_INTERSECTS(geom,POINT(190 0))")?.fault
        == .geometry(.outsideWorld(longitude: 190, latitude: 0)))
  }
}
