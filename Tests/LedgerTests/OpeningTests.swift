import Foundation
import Ledger
import Records
import Testing

@Suite struct `Opening a ledger` {
  @Test func `a new ledger is not made over a file`() throws {
    let scratch = try Scratch()
    try Data("precious".utf8).write(to: URL(fileURLWithPath: scratch.path()))
    #expect(throws: LedgerError.fileExists(path: scratch.path())) { try scratch.ledger() }
    #expect(try Data(contentsOf: URL(fileURLWithPath: scratch.path())) == Data("precious".utf8))
  }

  @Test func `what is no ledger is named as such`() throws {
    let scratch = try Scratch()
    #expect(throws: LedgerError.fileNotFound(path: scratch.path())) {
      try Ledger.open(at: scratch.path(), access: .readOnly)
    }
    for bytes in [Data(), Data("SQLite format 3\0".utf8), Data(repeating: 7, count: 4_096)] {
      try bytes.write(to: URL(fileURLWithPath: scratch.path()))
      for access in [Ledger.Access.readOnly, .readInTurn, .readWrite] {
        #expect(throws: LedgerError.notALedger(path: scratch.path())) {
          try Ledger.open(at: scratch.path(), access: access)
        }
      }
    }
    #expect(throws: LedgerError.notALedger(path: scratch.folder.path)) {
      try Ledger.open(at: scratch.folder.path, access: .readOnly)
    }
  }

  @Test func `a second writer is refused, readers are not`() throws {
    let scratch = try Scratch()
    let writer = try scratch.ledger()
    try writer.write { try $0.insert(Sample.incident("a")) }
    let process = Int(ProcessInfo.processInfo.processIdentifier)
    #expect(throws: LedgerError.lockedByWriter(path: scratch.path(), process: process)) {
      try Ledger.open(at: scratch.path(), access: .readWrite)
    }
    let reader = try Ledger.open(at: scratch.path(), access: .readOnly)
    #expect(try reader.snapshot().counts.incidents == 1)
    #expect(throws: LedgerError.openedReadOnly) {
      try reader.write { try $0.insert(Sample.incident("b")) }
    }
    writer.close()
    let next = try Ledger.open(at: scratch.path(), access: .readWrite)
    try next.write { try $0.insert(Sample.incident("b")) }
    #expect(try reader.snapshot().counts.incidents == 2)
  }

  @Test func `a closed ledger is one file and opens for reading again`() throws {
    let scratch = try Scratch()
    do {
      let ledger = try scratch.ledger()
      try ledger.write { try $0.insert(Sample.incident("a")) }
    }
    #expect(!FileManager.default.fileExists(atPath: scratch.path() + "-wal"))
    let reader = try Ledger.open(at: scratch.path(), access: .readOnly)
    #expect(try reader.snapshot().incident(Sample.id("a")) == Sample.incident("a"))
  }

  @Test(arguments: [Ledger.Access.readOnly, .readInTurn])
  func `readers see the last entry while the next is being written`(
    access: Ledger.Access
  ) throws {
    let scratch = try Scratch()
    let ledger = try scratch.ledger()
    try ledger.write { try $0.insert(Sample.incident("a")) }
    let other = try Ledger.open(at: scratch.path(), access: access)
    try ledger.write { appender in
      for number in 0..<5_000 { try appender.insert(Sample.incident("i\(number)")) }
      #expect(try ledger.snapshot().counts.incidents == 1)
      #expect(try other.snapshot().counts.incidents == 1)
      #expect(try other.snapshot().incident(Sample.id("i7")) == nil)
    }
    #expect(try ledger.snapshot().counts.incidents == 5_001)
    #expect(try other.snapshot().counts.incidents == 5_001)
  }
}
