import GRDB
import Ledger
import Records
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
