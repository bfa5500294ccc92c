import Atlas
import Foundation
import Inquiry
import Interchange
import Ledger
import Records
import Register
import Testing
import TestSupport

struct CreationTests {
  @Test func `a store made from the bundled facts holds all of them in one entry`() throws {
    let scratch = try Scratch()
    let outcome = try Register.create(
      at: scratch.store, from: Repository.data, author: "tests", recordedAt: moment(Mosul.madeAt))
    #expect(outcome.issues.map(\.description) == [])
    #expect(outcome.stored == outcome.rowsIn)
    let register = try Register.open(at: scratch.store, access: .readOnly)
    let counts = try register.ledger.snapshot().counts
    #expect(counts == RecordCounts(sources: 96, places: 218, incidents: 76, claims: 192))
    #expect(try register.ledger.entries().map(\.sequence) == [1])
    let head = try #require(try register.ledger.head)
    #expect(head.author == "tests")
    #expect(head.recordedAt == (try moment(Mosul.madeAt)))
    #expect(register.atlas.version.sequence == 1)
    #expect(register.atlas.version.hash == head.hash.description)
  }

  @Test func `equal facts, author and time make equal heads`() throws {
    var heads: [String] = []
    for _ in 0..<2 {
      let scratch = try Scratch()
      _ = try Register.create(
        at: scratch.store, from: Repository.data, author: "tests", recordedAt: moment(Mosul.madeAt))
      heads.append(try Register.open(at: scratch.store, access: .readOnly).atlas.version.hash)
    }
    #expect(heads[0] == heads[1])
    #expect(heads[0].count == 64)
  }

  @Test func `an existing file is refused and kept as it is`() throws {
    let scratch = try Scratch()
    let kept = try scratch.file("sijil.gpkg", ["not a store"])
    #expect(throws: LedgerError.fileExists(path: scratch.store)) {
      try Register.create(
        at: scratch.store, from: Repository.data, author: "tests", recordedAt: moment(Mosul.madeAt))
    }
    #expect(try String(contentsOf: kept, encoding: .utf8) == "not a store\n")
    #expect(try scratch.names() == ["sijil.gpkg"])
  }

  /// How one copy of the facts is broken, and what must be said about it.
  struct Break: Sendable, CustomTestStringConvertible {
    let file: String
    let old: String
    let new: String
    let column: String
    var testDescription: String { "\(file) \(column)" }
  }

  @Test(arguments: [
    Break(file: "incidents.csv", old: ",day,airstrike,", new: ",day,meteorite,", column: "kind"),
    Break(file: "claims.csv", old: "\nS01,us-military,", new: "\nS01,nobody,", column: "claimant"),
    Break(
      file: "quantities.csv", old: "\nS03,24,,", new: "\nS03,24,7,", column: "maximum"),
    Break(
      file: "claim-edges.csv", old: "\nS03,supports,S12,", new: "\nS03,denies,S99,",
      column: "target"),
    Break(
      file: "locations.csv", old: ",43.1850243,36.3789337,", new: ",43.1850243,136.3789337,",
      column: "latitude"),
  ])
  func `one broken row leaves no store behind`(broken: Break) throws {
    let scratch = try Scratch()
    let folder = try scratch.brokenData(broken.file) { text in
      guard let range = text.range(of: broken.old) else { return text }
      return text.replacingCharacters(in: range, with: broken.new)
    }
    let outcome = try Register.create(
      at: scratch.store, from: folder, author: "tests", recordedAt: moment(Mosul.madeAt))
    #expect(!outcome.isAccepted)
    #expect(outcome.stored == 0)
    #expect(outcome.rowsIn == outcome.refused + outcome.duplicates)
    let issue = try #require(outcome.issues.first)
    #expect(issue.file == broken.file)
    #expect(issue.row >= 2)
    #expect(issue.column == broken.column, "\(issue)")
    #expect(try scratch.names() == ["data"])
  }

  @Test func `a folder without tables is refused and leaves no store behind`() throws {
    let scratch = try Scratch()
    let folder = scratch.folder.appending(path: "empty")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    #expect(throws: InterchangeError.noTables(folder: "empty")) {
      try Register.create(
        at: scratch.store, from: folder, author: "tests", recordedAt: moment(Mosul.madeAt))
    }
    #expect(try scratch.names() == ["empty"])
  }
}
