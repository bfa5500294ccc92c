import GRDB
import GRDBSQLite
import Synchronization

/// The ledger's reading connections; they can be closed for a while and open again when asked.
final class LedgerReaders: Sendable {
  private let path: String
  private let inTurn: Bool
  private let current: Mutex<(any DatabaseReader)?>

  /// Opens the connections.
  ///
  /// What a program left half done that ended while it wrote in place is taken back first.
  init(path: String, inTurn: Bool) throws {
    self.path = path
    self.inTurn = inTurn
    current = Mutex(try LedgerReaders.open(path: path, inTurn: inTurn))
  }

  /// Reads one state of the ledger.
  func read<Result>(_ body: (Database) throws -> Result) throws -> Result {
    let reader = try current.withLock { current in
      if let current { return current }
      let opened = try LedgerReaders.open(path: path, inTurn: inTurn)
      current = opened
      return opened
    }
    return try reader.read(body)
  }

  /// Closes the connections once no read is under way, so that the writer may have the file alone.
  func close() {
    current.withLock { current in
      try? current?.close()
      current = nil
    }
  }

  private static func open(path: String, inTurn: Bool) throws -> any DatabaseReader {
    do {
      return try Connections.readers(path: path, inTurn: inTurn)
    } catch let error as DatabaseError
      where error.extendedResultCode == .SQLITE_READONLY_ROLLBACK
    {
      try takeBack(path)
      return try Connections.readers(path: path, inTurn: inTurn)
    } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
      guard let process = WriterLock.holder(ofLedger: path) else { throw error }
      throw LedgerError.lockedByLoad(path: path, process: process)
    }
  }

  /// Takes back an entry of which only a part reached the file: a connection that may write does
  /// so by opening it.
  private static func takeBack(_ path: String) throws {
    let lock = try WriterLock(ledger: path)
    try Connections.writer(path: path, isNew: false).close()
    lock.release()
  }
}
