import Foundation
import Ledger
import Records
import Testing

@Suite struct `Redacting a record` {
  private let moment = Instant.moment("2017-04-01T00:00:00Z")

  @Test func `content goes from every snapshot, the chain stays whole`() throws {
    let scratch = try Scratch()
    let ledger = try scratch.ledger()
    try ledger.write { appender in
      try appender.insert(Sample.claim("L01", killed: 101))
      try appender.insert(Sample.claim("L02", killed: 102))
    }
    try ledger.write { try $0.insert(Sample.claim("L01", killed: 777)) }
    let before = try ledger.snapshot(sequence: 1)
    let entry = try ledger.redact(
      "L01", kind: .claim, author: "editor", reason: "a court ordered it", recordedAt: moment)
    #expect(entry.redactionCount == 1)
    #expect(try ledger.verify().problems == [])
    for sequence in 1...3 {
      let snapshot = try ledger.snapshot(sequence: sequence)
      #expect(try snapshot.claim(Sample.id("L01")) == nil)
      #expect(try snapshot.claims(of: Sample.id("CI550")).map(\.id.text) == ["L02"])
      #expect(snapshot.counts.claims == 1)
      #expect(try snapshot.identifiers(of: .claim) == ["L02"])
      #expect(try snapshot.redactions().map(\.reason) == ["a court ordered it"])
    }
    #expect(try before.claim(Sample.id("L01")) == nil)
    ledger.close()
    let bytes = try Data(contentsOf: URL(fileURLWithPath: scratch.path()))
    for gone in ["more than 777", "more than 101"] {
      #expect(bytes.range(of: Data(gone.utf8)) == nil)
    }
    #expect(bytes.range(of: Data("more than 102".utf8)) != nil)
  }

  @Test func `the same content is still known, other content does not come back`() throws {
    let scratch = try Scratch()
    let ledger = try scratch.ledger()
    try ledger.write { try $0.insert(Sample.incident("a", foreign: "1")) }
    try ledger.redact("a", kind: .incident, author: "e", reason: "r", recordedAt: moment)
    let again = try ledger.write { try $0.insert(Sample.incident("a", foreign: "1")) }
    #expect(again.duplicates.incidents == 1)
    #expect(throws: LedgerError.recordRedacted(.incident, id: "a")) {
      try ledger.write { try $0.insert(Sample.incident("a", title: "new")) }
    }
    #expect(throws: LedgerError.recordRedacted(.incident, id: "a")) {
      try ledger.redact("a", kind: .incident, author: "e", reason: "r", recordedAt: moment)
    }
    #expect(throws: LedgerError.unknownRecord(.incident, id: "b")) {
      try ledger.redact("b", kind: .incident, author: "e", reason: "r", recordedAt: moment)
    }
  }

  @Test func `points that hung on the record go with it`() throws {
    let scratch = try Scratch()
    let ledger = try scratch.ledger()
    try ledger.write { appender in
      try appender.insert(Sample.incident("CI550", at: [(43.5, 36.9)], assertedBy: "L01"))
      try appender.insert(Sample.claim("L01"))
      try appender.insert(Sample.incident("other", at: [(43.1, 36.1)]))
    }
    try ledger.redact("CI550", kind: .incident, author: "e", reason: "r", recordedAt: moment)
    #expect(try ledger.verify().problems.map(\.description) == [])
  }
}
