import Atlas
import Foundation
import Inquiry
import Interchange
import Ledger
import Records
import Register
import Testing
import TestSupport

private let header = "id,date,lat,lon,radius_m,title,kind,killed_min,killed_max"
private let rows = [
  "IN-1,2017-03-17,36.34,43.13,100,First,airstrike,2,5",
  "IN-2,2017-03-18,36.35,43.14,100,Second,airstrike,,9",
  "IN-3,2017-03-19,36.36,43.15,100,Third,mortar,1,",
]

/// What must stay as it was when an import is refused.
private struct State: Equatable {
  let counts: RecordCounts
  let head: LedgerDigest?
  let version: DataVersion
  let incidents: Int
  let claims: Int

  init(_ register: Register) throws {
    counts = try register.ledger.snapshot().counts
    head = try register.ledger.head?.hash
    version = register.atlas.version
    incidents = register.atlas.incidentCount
    claims = register.atlas.claimCount
  }
}

extension Register {
  /// Imports a table of incidents a month after the store was made.
  fileprivate func load(
    _ file: URL, at time: String = "2026-02-01T00:00:00Z",
    progress: (ImportProgress) -> Void = { _ in }
  ) throws -> ImportOutcome {
    try importFile(
      at: file, schema: .incidentsCSV, author: "tests", reason: "a test",
      recordedAt: moment(time), progress: progress)
  }
}

struct ImportTests {
  @Test func `a sound file is one more entry and a new atlas`() throws {
    let scratch = try Scratch()
    let register = try Mosul.register(in: scratch, access: .readWrite)
    let before = try State(register)
    let outcome = try register.load(scratch.file("three.csv", [header] + rows))
    #expect(outcome.issues.map(\.description) == [])
    #expect(outcome.rowsIn == 3)
    #expect(outcome.stored == 3)
    let after = try State(register)
    #expect(after.incidents == before.incidents + 3)
    #expect(after.claims == before.claims + 3)
    #expect(after.version.sequence == 2)
    #expect(after.version.hash == after.head?.description)
    #expect(after.counts.incidents == 79)
    let entry = try #require(try register.ledger.head)
    #expect(entry.reason == "a test")
    #expect(entry.origin?.fileName == "three.csv")
    #expect(entry.origin?.schema == "incidents-csv")
  }

  @Test func `one bad row takes the whole file back`() throws {
    let scratch = try Scratch()
    let register = try Mosul.register(in: scratch, access: .readWrite)
    let before = try State(register)
    let bad = "IN-4,2017-02-30,36.34,43.13,100,Fourth,airstrike,2,5"
    let outcome = try register.load(scratch.file("bad.csv", [header] + rows + [bad]))
    #expect(outcome.issues.map(\.row) == [5])
    #expect(outcome.issues.map(\.column) == ["date"])
    #expect(outcome.issues.map(\.file) == ["bad.csv"])
    #expect((outcome.rowsIn, outcome.stored, outcome.refused, outcome.duplicates) == (4, 0, 4, 0))
    #expect(try State(register) == before)
    #expect(try register.ledger.verify().isSound)
  }

  @Test func `a bad row after a batch was written takes that batch back too`() throws {
    let scratch = try Scratch()
    let register = try Mosul.register(in: scratch, access: .readWrite)
    let before = try State(register)
    let many = (1...5_000).map { "IN-\($0),2017-03-17,36.34,43.13,100,Strike,airstrike,1,2" }
    var batches = 0
    let outcome = try register.load(
      scratch.file("long.csv", [header] + many + ["IN-5001,2017-03-17,36.34,43.13,100,S,comet,1,2"])
    ) { _ in batches += 1 }
    #expect(batches == 1)
    #expect(outcome.issues.map(\.row) == [5_002])
    #expect(outcome.rowsIn == 5_001)
    #expect(outcome.stored + outcome.refused + outcome.duplicates == outcome.rowsIn)
    #expect(outcome.stored == 0)
    #expect(try State(register) == before)
  }

  @Test func `a second run of the same file stores nothing and changes nothing`() throws {
    let scratch = try Scratch()
    let register = try Mosul.register(in: scratch, access: .readWrite)
    let file = try scratch.file("three.csv", [header] + rows)
    _ = try register.load(file)
    let before = try State(register)
    let outcome = try register.load(file, at: "2026-03-01T00:00:00Z")
    #expect((outcome.rowsIn, outcome.stored, outcome.refused, outcome.duplicates) == (3, 0, 0, 3))
    #expect(try State(register) == before)
  }

  @Test func `the bundled facts are duplicates of themselves`() throws {
    let scratch = try Scratch()
    let register = try Mosul.register(in: scratch, access: .readWrite)
    let before = try State(register)
    let outcome = try register.importFile(
      at: Repository.data, schema: .sijilCSV, author: "tests", reason: "again",
      recordedAt: moment("2026-02-01T00:00:00Z"))
    #expect(outcome.issues.map(\.description) == [])
    #expect(outcome.stored == 0)
    #expect(outcome.duplicates == outcome.rowsIn)
    #expect(try State(register) == before)
  }

  @Test func `known and new rows in one file are told apart`() throws {
    let scratch = try Scratch()
    let register = try Mosul.register(in: scratch, access: .readWrite)
    _ = try register.load(scratch.file("same.csv", [header] + rows.prefix(2)))
    let outcome = try register.load(scratch.file("same.csv", [header] + rows))
    #expect((outcome.rowsIn, outcome.stored, outcome.refused, outcome.duplicates) == (3, 1, 0, 2))
    #expect(register.atlas.incidentCount == 79)
  }

  @Test func `a file that is not there is an error and changes nothing`() throws {
    let scratch = try Scratch()
    let register = try Mosul.register(in: scratch, access: .readWrite)
    let before = try State(register)
    #expect(throws: InterchangeError.self) {
      try register.load(scratch.folder.appending(path: "absent.csv"))
    }
    #expect(try State(register) == before)
  }

  @Test func `a register opened for reading refuses to write`() throws {
    let scratch = try Scratch()
    let register = try Mosul.register(in: scratch)
    #expect(throws: LedgerError.openedReadOnly) {
      try register.load(scratch.file("three.csv", [header] + rows))
    }
  }

  @Test func `a reader keeps its answer while a write goes on and after it`() async throws {
    let scratch = try Scratch()
    let register = try Mosul.register(in: scratch, access: .readWrite)
    let held = register.atlas
    let before = try held.page(everything())
    var seen: [Int] = []
    _ = try register.load(scratch.file("three.csv", [header] + rows)) { _ in
      // The rows are in the open transaction: nobody sees them yet.
      seen = [
        register.atlas.incidentCount, (try? register.ledger.snapshot().counts.incidents) ?? -1,
      ]
    }
    #expect(seen == [76, 76])
    let same = try held.page(everything())
    #expect(same.features.map(\.id) == before.features.map(\.id))
    #expect(same.dataVersion == before.dataVersion)
    let now = try await register.page(everything())
    #expect(now.numberMatched == 79)
    #expect(now.dataVersion.sequence == 2)
  }
}

/// Importing with the file alone: what a command does that ends with it.
struct AloneImportTests {
  private func load(
    _ file: URL, into ledger: Ledger, _ progress: (ImportProgress) -> Void = { _ in }
  ) throws -> ImportOutcome {
    try ledger.importFile(
      at: file, schema: .incidentsCSV, author: "tests", reason: "a test",
      recordedAt: moment("2026-02-01T00:00:00Z"), aloneFrom: 1, progress: progress)
  }

  @Test func `it stores the same, knows what is held and is taken back whole`() throws {
    let scratch = try Scratch()
    _ = try Mosul.register(in: scratch)
    let path = scratch.store
    let ledger = try Ledger.open(at: path, access: .readWrite)
    let file = try scratch.file("three.csv", [header] + rows)
    var wasAlone = false
    let outcome = try load(file, into: ledger) { _ in
      wasAlone = FileManager.default.fileExists(atPath: path + "-journal")
    }
    #expect(wasAlone)
    #expect((outcome.rowsIn, outcome.stored, outcome.duplicates) == (3, 3, 0))
    #expect(try ledger.snapshot().counts.incidents == 79)

    let bad = "IN-4,2017-02-30,36.34,43.13,100,Fourth,airstrike,2,5"
    let head = try ledger.head
    let refused = try load(scratch.file("bad.csv", [header] + rows + [bad]), into: ledger)
    #expect((refused.stored, refused.refused, refused.duplicates) == (0, 1, 3))
    #expect(try ledger.head == head)

    let second = try load(file, into: ledger)
    #expect((second.rowsIn, second.stored, second.duplicates) == (3, 0, 3))
    #expect(try ledger.head == head)
    #expect(try ledger.verify().isSound)
    let other = try Ledger.open(at: path, access: .readOnly)
    #expect(try other.snapshot().counts.incidents == 79)
  }
}
