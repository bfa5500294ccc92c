import Foundation
import GRDB
import Ledger
import Records
import SimpleFeatures
import TestSupport
import Testing

@Suite struct `Storing prepared records` {
  @Test func `prepared records are stored as the same records one by one`() throws {
    var generator = SeededGenerator(seed: 17_032_017)
    let seed = generator.seed
    for round in 0..<24 {
      let scratch = try Scratch()
      let single = try scratch.ledger("single.gpkg")
      let prepared = try scratch.ledger("prepared.gpkg")
      for entry in 0..<3 {
        let batches = generator.list(1...2) { batch(&$0) }
        let policy = generator.pick([InsertionPolicy.replace, .keep])
        let first = try outcome {
          try single.write { appender in
            for batch in batches { try insert(batch, policy, &appender) }
          }
        }
        let second = try outcome {
          try prepared.write { appender in
            for batch in batches {
              try appender.insert(try PreparedRecords(batch), policy: policy)
            }
          }
        }
        #expect(first == second, "SIJIL_SEED=\(seed) \(round) \(entry)")
      }
      #expect(
        try contents(of: scratch.path("single.gpkg"))
          == contents(of: scratch.path("prepared.gpkg")), "SIJIL_SEED=\(seed) \(round)")
      let problems = try prepared.verify().problems.map(\.description)
      #expect(problems == [], "SIJIL_SEED=\(seed) \(round)")
    }
  }

  @Test func `a taken identifier among many new ones takes the others along`() throws {
    let scratch = try Scratch()
    let ledger = try scratch.ledger()
    try ledger.write { try $0.insert(Sample.incident("i20", title: "before")) }
    let receipt = try ledger.write { appender in
      try appender.insert(try PreparedRecords(pairs(0..<40)))
    }
    #expect(receipt.stored == RecordCounts(incidents: 39, claims: 40))
    #expect(receipt.replaced == RecordCounts(incidents: 1))
    #expect(receipt.entry?.added == RecordCounts(incidents: 40, claims: 40))
    #expect(try ledger.verify().problems.map(\.description) == [])
  }

  @Test func `a claim that is there already follows the incident that comes to it`() throws {
    let scratch = try Scratch()
    let ledger = try scratch.ledger()
    try ledger.write { try $0.insert(Sample.claim("i3-c", of: ["i3"])) }
    let receipt = try ledger.write { appender in
      try appender.insert(try PreparedRecords(pairs(0..<20)))
    }
    #expect(receipt.duplicates == RecordCounts(claims: 1))
    let problems = try ledger.verify().problems.map(\.description)
    #expect(problems == [])
    let rows = try contents(of: scratch.path()).filter { $0.contains("i3-c") }
    #expect(rows.contains { $0.hasPrefix("claims ") && $0.contains("geom:") })
  }

  @Test func `a foreign row that is taken is named`() throws {
    let scratch = try Scratch()
    let ledger = try scratch.ledger()
    try ledger.write { try $0.insert(Sample.incident("other", foreign: "7")) }
    var batch = pairs(0..<20)
    batch.incidents[17].foreignID = ForeignID(source: Sample.id("ucdp"), id: "7")
    let clash = LedgerError.foreignIDTaken(
      .incident, foreignID: ForeignID(source: Sample.id("ucdp"), id: "7"), by: "other")
    #expect(throws: clash) {
      try ledger.write { try $0.insert(try PreparedRecords(batch)) }
    }
    #expect(try ledger.snapshot().counts == RecordCounts(incidents: 1))
  }

  private func pairs(_ numbers: Range<Int>) -> RecordBatch {
    RecordBatch(
      incidents: numbers.map { Sample.incident("i\($0)", at: [(43 + Double($0) / 100, 36)]) },
      claims: numbers.map { Sample.claim("i\($0)-c", of: ["i\($0)"]) })
  }

  /// Few identifiers, so that records meet: new ones, the same again, others under the same name.
  private func batch(_ generator: inout SeededGenerator) -> RecordBatch {
    var batch = RecordBatch(places: generator.isOnce(in: 3) ? [Sample.place("jadida")] : [])
    let first = generator.integer(in: 0...60)
    for number in first..<first + generator.integer(in: 1...45) {
      let id = "i\(generator.isOnce(in: 30) ? number / 2 : number)"
      batch.incidents.append(incident(id, &generator))
      if generator.isOnce(in: 20) { continue }
      batch.claims.append(claim(of: id, &generator))
    }
    if generator.isOnce(in: 4) { batch.claims.shuffle(using: &generator) }
    return batch
  }

  private func incident(_ id: String, _ generator: inout SeededGenerator) -> Incident {
    let east = 43 + Double(generator.integer(in: 0...2)) / 10
    let count = generator.isOnce(in: 12) ? generator.integer(in: 0...2) : 1
    var incident = Sample.incident(
      id, at: Array(repeating: (east, 36.3), count: count),
      assertedBy: generator.isOnce(in: 25) ? "i1-c" : nil)
    if generator.isOnce(in: 25), count == 1 {
      incident.locations[0].extent = .place(Sample.id("jadida"))
    }
    if generator.isOnce(in: 40), count == 1 { incident.locations[0].extent = nil }
    return incident
  }

  private func claim(of id: String, _ generator: inout SeededGenerator) -> Claim {
    var claim = Sample.claim(
      "\(id)-c", of: generator.isOnce(in: 25) ? [id, "i2"] : [id],
      killed: generator.integer(in: 1...2))
    if generator.isOnce(in: 25) {
      claim.placeCandidates = [PlaceCandidate(place: Sample.id("jadida"), certainty: .certain)]
    }
    return claim
  }

  private func insert(
    _ batch: RecordBatch, _ policy: InsertionPolicy, _ appender: inout LedgerAppender
  ) throws {
    for place in batch.places { try appender.insert(place, policy: policy) }
    for incident in batch.incidents { try appender.insert(incident, policy: policy) }
    for claim in batch.claims { try appender.insert(claim, policy: policy) }
  }

  /// What an append answers, or why it was refused.
  private func outcome(_ append: () throws -> LedgerReceipt) throws -> Result<
    LedgerReceipt, LedgerError
  > {
    do {
      return .success(try append())
    } catch let error as LedgerError {
      return .failure(error)
    }
  }

  /// Every row of every table but those of the spatial indexes, in words.
  private func contents(of path: String) throws -> [String] {
    var configuration = Configuration()
    configuration.readonly = true
    return try DatabaseQueue(path: path, configuration: configuration).read { database in
      let tables = try String.fetchAll(
        database,
        sql: "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'rtree_%'")
      return try tables.flatMap { table in
        try Row.fetchAll(database, sql: "SELECT * FROM \(table)").map { row in
          row.reduce(into: table) { words, column in
            switch column.1.storage {
            case .null: break
            case .blob(let bytes): words += " \(column.0):\(bytes.base64EncodedString())"
            case let other: words += " \(column.0):\(other)"
            }
          }
        }
      }.sorted()
    }
  }
}
