import Foundation
import Ledger
import Records
import Testing

@Suite struct `Appending to a ledger` {
  @Test func `an entry holds what was stored, and the next is chained to it`() throws {
    let scratch = try Scratch()
    let ledger = try scratch.ledger()
    #expect(try ledger.head == nil)
    let first = try ledger.write { appender in
      let outcomes = [
        try appender.insert(Sample.source("civil-defence")),
        try appender.insert(Sample.place("jadida")),
        try appender.insert(Sample.incident("CI550")), try appender.insert(Sample.claim("L01")),
      ]
      #expect(outcomes == [.stored, .stored, .stored, .stored])
    }
    let entry = try #require(first.entry)
    #expect(entry.sequence == 1)
    #expect(entry.previousHash == .zero)
    #expect(entry.added == RecordCounts(sources: 1, places: 1, incidents: 1, claims: 1))
    let second = try ledger.write { try $0.insert(Sample.claim("L02", killed: 230)) }
    #expect(second.entry?.sequence == 2)
    #expect(second.entry?.previousHash == entry.hash)
    #expect(try ledger.entries() == [first.entry, second.entry].compactMap { $0 })
    #expect(try ledger.head == second.entry)
  }

  @Test func `a body that throws leaves nothing behind`() throws {
    struct Stop: Error {}
    let scratch = try Scratch()
    let ledger = try scratch.ledger()
    #expect(throws: Stop.self) {
      try ledger.write { appender in
        for number in 0..<100 { try appender.insert(Sample.incident("i\(number)")) }
        throw Stop()
      }
    }
    #expect(try ledger.head == nil)
    #expect(try ledger.snapshot().counts.total == 0)
    try ledger.write { try $0.insert(Sample.incident("i1")) }
    #expect(try ledger.snapshot().counts.incidents == 1)
  }

  @Test func `the same content again is a duplicate and makes no entry`() throws {
    let scratch = try Scratch()
    let ledger = try scratch.ledger()
    let body: (inout LedgerAppender) throws -> Void = { appender in
      for number in 0..<50 {
        try appender.insert(Sample.incident("i\(number)", foreign: "\(number)"))
        try appender.insert(Sample.claim("c\(number)", of: ["i\(number)"], foreign: "\(number)"))
      }
    }
    let first = try ledger.write(body)
    let again = try ledger.write(body)
    #expect(first.stored == RecordCounts(incidents: 50, claims: 50))
    #expect(again.entry == nil)
    #expect(again.stored.total == 0)
    #expect(again.duplicates == RecordCounts(incidents: 50, claims: 50))
    #expect(try ledger.entries().count == 1)
  }

  @Test func `other content under an identifier follows the policy`() throws {
    let scratch = try Scratch()
    let ledger = try scratch.ledger()
    try ledger.write { try $0.insert(Sample.incident("i", title: "one")) }
    let kept = try ledger.write {
      let outcome = try $0.insert(Sample.incident("i", title: "two"), policy: .keep)
      #expect(outcome == .kept)
    }
    #expect(kept.entry == nil)
    #expect(kept.kept.incidents == 1)
    #expect(throws: LedgerError.recordExists(.incident, id: "i")) {
      try ledger.write { try $0.insert(Sample.incident("i", title: "two"), policy: .refuse) }
    }
    let replaced = try ledger.write {
      let outcome = try $0.insert(Sample.incident("i", title: "two"))
      #expect(outcome == .replaced)
    }
    #expect(replaced.replaced.incidents == 1)
    #expect(replaced.entry?.replacing.incidents == 1)
    #expect(try ledger.snapshot().incident(Sample.id("i"))?.title == "two")
    #expect(try ledger.snapshot().counts.incidents == 1)
  }

  @Test func `one row of a data set is one record`() throws {
    let scratch = try Scratch()
    let ledger = try scratch.ledger()
    try ledger.write { try $0.insert(Sample.incident("i", foreign: "240985")) }
    let clash = LedgerError.foreignIDTaken(
      .incident, foreignID: ForeignID(source: Sample.id("ucdp"), id: "240985"), by: "i")
    #expect(throws: clash) {
      try ledger.write { try $0.insert(Sample.incident("j", foreign: "240985")) }
    }
    #expect(clash.description == "row 240985 of ucdp is stored as incident i already")
  }

  @Test func `a record that cannot be written is refused by name`() throws {
    let scratch = try Scratch()
    let ledger = try scratch.ledger()
    let incident = Sample.incident("i", at: [(200, 36)])
    let error = LedgerError.unreadableRecord(
      .incident, id: "i", .unwritable("position 200.0, 36.0"))
    #expect(throws: error) { try ledger.write { try $0.insert(incident) } }
  }
}
