import GRDB
import Ledger
import Records
import TestSupport
import Testing

@Suite struct `Spatial indexes of the layers` {
  private func rows(_ scratch: Scratch, _ sql: String) throws -> Int? {
    var configuration = Configuration()
    configuration.readonly = true
    let queue = try DatabaseQueue(path: scratch.path(), configuration: configuration)
    return try queue.read { try Int.fetchOne($0, sql: sql) }
  }

  private let indexes = """
    SELECT count(*) FROM gpkg_extensions WHERE extension_name = 'gpkg_rtree_index'
    """

  @Test func `an entry past the limit drops the index, and asking builds it again`() throws {
    let scratch = try Scratch()
    let ledger = try scratch.ledger()
    try ledger.write { try $0.insert(Sample.place("jadida")) }
    func write(_ numbers: Range<Int>) throws {
      _ = try ledger.append(
        author: "tester", reason: "a test", recordedAt: .moment("2017-03-25T12:00:00Z"),
        origin: nil, indexLimit: 500
      ) { appender in
        for number in numbers {
          let longitude = Double(number % 360) - 179.5
          let latitude = Double(number % 170) - 84.5
          try appender.insert(Sample.incident("i\(number)", at: [(longitude, latitude)]))
        }
      }
    }
    try write(0..<500)
    #expect(try rows(scratch, indexes) == 3)
    try write(500..<1_001)
    #expect(try rows(scratch, indexes) == 2)
    #expect(
      try rows(scratch, "SELECT count(*) FROM sqlite_schema WHERE name LIKE 'rtree_incidents%'")
        == 0)
    #expect(
      try ledger.examine().map(\.description).contains(
        "spatial indexes: notice: layer incidents has none; GIS programs are faster with one: "
          + "build it"))
    #expect(try ledger.buildSpatialIndexes() == [.incident])
    #expect(try ledger.buildSpatialIndexes() == [])
    #expect(try rows(scratch, indexes) == 3)
    #expect(try rows(scratch, "SELECT count(*) FROM rtree_incidents_geom") == 1_001)
    #expect(try ledger.verify().problems.map(\.description) == [])
  }

  @Test(arguments: [1, 51, 52, 103, 2_601, 2_602])
  func `an index filled at once answers as a search through all rows, and goes on`(
    count: Int
  ) throws {
    var generator = SeededGenerator(seed: UInt64(count))
    let seed = generator.seed
    let scratch = try Scratch()
    let ledger = try scratch.ledger()
    var positions: [(Double, Double)] = []
    func write(_ count: Int) throws {
      try ledger.write { appender in
        for _ in 0..<count {
          let position = (
            Double.random(in: -180...180, using: &generator),
            Double.random(in: -90...90, using: &generator)
          )
          try appender.insert(Sample.incident("i\(positions.count)", at: [position]))
          positions.append(position)
        }
      }
    }
    try write(count)
    for _ in 0..<2 {
      #expect(try ledger.verify().problems.map(\.description) == [], "SIJIL_SEED=\(seed)")
      for _ in 0..<20 {
        let west = Double.random(in: -180...180, using: &generator)
        let south = Double.random(in: -90...90, using: &generator)
        let (east, north) = (west + 40, south + 25)
        let found = try rows(
          scratch,
          """
          SELECT count(*) FROM rtree_incidents_geom WHERE maxx >= \(west) AND minx <= \(east)
            AND maxy >= \(south) AND miny <= \(north)
          """)
        let expected = positions.count {
          (west...east).contains($0.0) && (south...north).contains($0.1)
        }
        // Boxes are rounded outwards: one may reach over an edge of the question.
        #expect(
          try expected...expected + 1 ~= #require(found), "SIJIL_SEED=\(seed) \(west) \(south)")
      }
      // The next rows go in one by one, into nodes that are full.
      try write(60)
    }
  }

  @Test func `replaced rows leave it and their successors enter`() throws {
    let scratch = try Scratch()
    let ledger = try scratch.ledger()
    try ledger.write { appender in
      try appender.insert(Sample.incident("a", at: [(43.9, 36.1)]))
      try appender.insert(Sample.incident("b", at: [(43.1, 36.2)]))
    }
    try ledger.write { appender in
      try appender.insert(Sample.incident("a", at: [(43.2, 36.3)]))
      try appender.insert(Sample.incident("a", at: [(43.3, 36.4)]))
      try appender.insert(Sample.incident("b", at: []))
    }
    #expect(try rows(scratch, "SELECT count(*) FROM rtree_incidents_geom") == 1)
    #expect(try ledger.verify().problems.map(\.description) == [])
  }
}
