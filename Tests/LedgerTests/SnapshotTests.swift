import Ledger
import Records
import Testing

@Suite struct `Snapshots of a ledger` {
  private func incidents(_ snapshot: LedgerSnapshot) throws -> [String] {
    var titles: [String] = []
    try snapshot.forEachIncident { incident, _ in titles.append("\(incident.id) \(incident.title)")
    }
    return titles
  }

  @Test func `a snapshot reads the same for ever while the ledger goes on`() throws {
    let scratch = try Scratch()
    let ledger = try scratch.ledger()
    let empty = try ledger.snapshot()
    try ledger.write(at: "2017-03-25T10:00:00Z") { appender in
      try appender.insert(Sample.incident("a", title: "one"))
      try appender.insert(Sample.incident("b", title: "one"))
    }
    let first = try ledger.snapshot()
    try ledger.write(at: "2017-03-26T10:00:00Z") { appender in
      try appender.insert(Sample.incident("a", title: "two"))
      try appender.insert(Sample.incident("c", title: "two"))
      try appender.insert(Sample.incident("c", title: "two, mended at once"))
    }
    let second = try ledger.snapshot()
    for snapshot in [
      first, try ledger.snapshot(sequence: 1),
      try ledger.snapshot(asRecorded: .moment("2017-03-26T09:59:59Z")),
    ] {
      #expect(try incidents(snapshot) == ["a one", "b one"])
      #expect(snapshot.counts.incidents == 2)
      #expect(try snapshot.incident(Sample.id("a"))?.title == "one")
      #expect(try snapshot.incident(Sample.id("c")) == nil)
    }
    #expect(try incidents(second) == ["b one", "a two", "c two, mended at once"])
    #expect(second.counts.incidents == 3)
    #expect(try incidents(empty) == [])
    #expect(empty.counts.total == 0)
    #expect(try ledger.snapshot(asRecorded: .moment("2017-03-01T00:00:00Z")).sequence == 0)
    #expect(throws: LedgerError.unknownEntry(3)) { try ledger.snapshot(sequence: 3) }
  }

  @Test func `walks go over thousands of rows, in order, and stop when asked`() throws {
    let scratch = try Scratch()
    let ledger = try scratch.ledger()
    try ledger.write { appender in
      for number in 0..<2_500 { try appender.insert(Sample.claim("c\(number)")) }
    }
    var seen: [String] = []
    try ledger.snapshot().forEachClaim { claim, _ in seen.append(claim.id.text) }
    #expect(seen == (0..<2_500).map { "c\($0)" })
    var count = 0
    try ledger.snapshot().forEachClaim { _, stops in
      count += 1
      stops = count == 1_700
    }
    #expect(count == 1_700)
  }

  @Test func `claims of an incident are those of the snapshot's time`() throws {
    let scratch = try Scratch()
    let ledger = try scratch.ledger()
    try ledger.write { appender in
      try appender.insert(Sample.claim("L01", of: ["CI550"]))
      try appender.insert(Sample.claim("L02", of: ["CI550", "CI551"]))
    }
    try ledger.write { try $0.insert(Sample.claim("L01", of: ["CI551"])) }
    func claims(_ incident: String, _ sequence: Int) throws -> [String] {
      try ledger.snapshot(sequence: sequence).claims(of: Sample.id(incident)).map(\.id.text)
    }
    #expect(try claims("CI550", 1) == ["L01", "L02"])
    #expect(try claims("CI551", 1) == ["L02"])
    #expect(try claims("CI550", 2) == ["L02"])
    #expect(try claims("CI551", 2) == ["L02", "L01"])
    #expect(try claims("CI552", 2) == [])
  }
}
