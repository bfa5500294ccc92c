import Foundation
import Ledger
import Records
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Large entries go straight into the file while nobody else has it open.
@Suite struct `Writing in place` {
  /// Records whose pages are more than the cache holds: some of them reach the file early.
  private static func overflow(_ appender: inout LedgerAppender) throws {
    let note = String(repeating: "a long note ", count: 80_000)
    for number in 0..<100 {
      try appender.insert(Sample.incident("large\(number)", title: note))
    }
  }

  @discardableResult
  private static func append(
    to ledger: Ledger, inPlace: Bool = true, _ body: (inout LedgerAppender) throws -> Void
  ) throws -> LedgerReceipt {
    try ledger.append(
      author: "tester", reason: "a load", recordedAt: .moment("2017-04-01T00:00:00Z"),
      inPlace: inPlace, body: body)
  }

  /// The format versions in a file's header: 2 for a log, 1 for a rollback journal.
  private static func journalling(_ path: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)).prefix(20).suffix(2))
  }

  private static func size(_ path: String) -> Int {
    ((try? FileManager.default.attributesOfItem(atPath: path))?[.size] as? NSNumber)?.intValue ?? 0
  }

  /// A ledger of one small entry, and its head.
  private static func start(_ scratch: Scratch) throws -> (Ledger, LedgerEntry?) {
    let ledger = try scratch.ledger()
    try ledger.write {
      try $0.insert(Sample.source("civil-defence"))
      try $0.insert(Sample.incident("CI550"))
      try $0.insert(Sample.claim("S01"))
    }
    return (ledger, try ledger.head)
  }

  /// The same with nobody left who has it open.
  private static func startAndEnd(_ scratch: Scratch) throws -> LedgerEntry? {
    let (ledger, head) = try start(scratch)
    ledger.close()
    return head
  }

  @Test func `what is stored is the same by either way`() throws {
    let scratch = try Scratch()
    var heads: [LedgerDigest?] = []
    for (name, inPlace) in [("log.gpkg", false), ("place.gpkg", true)] {
      let ledger = try scratch.ledger(name)
      try Self.append(to: ledger, inPlace: inPlace) { appender in
        for number in 0..<500 { try appender.insert(Sample.incident("i\(number)")) }
        // Whose journal is beside the file tells which way it is.
        let journal = scratch.path(name) + "-journal"
        #expect(FileManager.default.fileExists(atPath: journal) == inPlace)
      }
      heads.append(try ledger.head?.hash)
      #expect(try ledger.snapshot().counts.incidents == 500)
      #expect(try ledger.verify().isSound)
      // The next entry is logged again, beside readers.
      let other = try Ledger.open(at: scratch.path(name), access: .readOnly)
      try ledger.write {
        try $0.insert(Sample.incident("later"))
        #expect(try other.snapshot().counts.incidents == 500)
      }
      #expect(try other.snapshot().counts.incidents == 501)
      ledger.close()
      #expect(try Self.journalling(scratch.path(name)) == [2, 2])
    }
    #expect(heads[0] == heads[1])
    let left = try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path)
    #expect(!left.contains { $0.hasSuffix("-journal") })
  }

  @Test func `a reader that is there is not locked out`() throws {
    let scratch = try Scratch()
    let (ledger, _) = try Self.start(scratch)
    let reader = try Ledger.open(at: scratch.path(), access: .readOnly)
    #expect(try reader.snapshot().counts.incidents == 1)
    try Self.append(to: ledger) { appender in
      try Self.overflow(&appender)
      #expect(try reader.snapshot().counts.incidents == 1)
      #expect(try ledger.snapshot().counts.incidents == 1)
      #expect(!FileManager.default.fileExists(atPath: scratch.path() + "-journal"))
    }
    #expect(try reader.snapshot().counts.incidents == 101)
  }

  @Test func `who comes meanwhile is told why it must wait`() throws {
    let scratch = try Scratch()
    let (ledger, _) = try Self.start(scratch)
    let process = Int(ProcessInfo.processInfo.processIdentifier)
    let locked = LedgerError.lockedByLoad(path: scratch.path(), process: process)
    try Self.append(to: ledger) { appender in
      try appender.insert(Sample.incident("new"))
      #expect(throws: locked) { try Ledger.open(at: scratch.path(), access: .readInTurn) }
    }
    #expect(try ledger.snapshot().counts.incidents == 2)
    #expect(try Ledger.open(at: scratch.path(), access: .readOnly).snapshot().counts.incidents == 2)
  }

  @Test func `an entry that fails leaves the ledger as it was`() throws {
    struct Stop: Error {}
    let scratch = try Scratch()
    let head = try Self.startAndEnd(scratch)
    let before = try Data(contentsOf: URL(fileURLWithPath: scratch.path()))
    let again = try Ledger.open(at: scratch.path(), access: .readWrite)
    #expect(throws: Stop.self) {
      try Self.append(to: again) { appender in
        try Self.overflow(&appender)
        #expect(Self.size(scratch.path()) > 2 * before.count)
        throw Stop()
      }
    }
    #expect(try again.head == head)
    #expect(try again.verify().isSound)
    again.close()
    // All but the counters of changes in the header.
    let after = try Data(contentsOf: URL(fileURLWithPath: scratch.path()))
    #expect(after.count == before.count)
    #expect(after.dropFirst(100) == before.dropFirst(100))
  }

  @Test(arguments: [Ledger.Access.readOnly, .readInTurn, .readWrite])
  func `what a crash leaves is taken back by whoever opens it`(access: Ledger.Access) throws {
    let scratch = try Scratch()
    let (ledger, head) = try Self.start(scratch)
    let copy = scratch.path("copy.gpkg")
    try Self.append(to: ledger) { appender in
      try Self.overflow(&appender)
      // The files in the middle of an entry are what a killed process would leave.
      for suffix in ["", "-journal"] {
        try FileManager.default.copyItem(atPath: scratch.path() + suffix, toPath: copy + suffix)
      }
    }
    #expect(Self.size(copy) > 10_000_000)
    #expect(Self.size(copy + "-journal") > 512)
    let opened = try Ledger.open(at: copy, access: access)
    #expect(try opened.head == head)
    #expect(try opened.snapshot().counts == RecordCounts(sources: 1, incidents: 1, claims: 1))
    #expect(try opened.verify().isSound)
    #expect(Self.size(copy) < 10_000_000)
    #expect(Self.size(copy + "-journal") == 0)
    if access != .readWrite {
      let next = try Ledger.open(at: copy, access: .readWrite)
      try next.write { try $0.insert(Sample.incident("next")) }
    }
    #expect(try opened.verify().isSound)
  }

  /// Names the ledger to the process that is killed, which inherits the environment.
  private static let killedLedger = "SIJIL_TEST_KILLED_LEDGER"

  @Test func `a process killed in the middle leaves the ledger as it was`() async throws {
    let scratch = try Scratch()
    let head = try Self.startAndEnd(scratch)
    setenv(Self.killedLedger, scratch.path(), 1)
    await #expect(processExitsWith: .signal(SIGKILL)) {
      let path = ProcessInfo.processInfo.environment[Self.killedLedger] ?? ""
      let ledger = try Ledger.open(at: path, access: .readWrite)
      try Self.append(to: ledger) { appender in
        try Self.overflow(&appender)
        kill(getpid(), SIGKILL)
      }
    }
    #expect(Self.size(scratch.path()) > 10_000_000)
    #expect(Self.size(scratch.path() + "-journal") > 512)
    let reader = try Ledger.open(at: scratch.path(), access: .readOnly)
    #expect(try reader.head == head)
    #expect(try reader.verify().isSound)
    #expect(Self.size(scratch.path()) < 10_000_000)
  }
}
