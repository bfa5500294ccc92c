import GRDB
import GRDBSQLite
public import Records
import Synchronization

extension Ledger {
  /// Writes one entry: all of it or, when anything fails, nothing.
  ///
  /// It is on the disk when the call returns. When the body stores nothing new, no entry is made.
  /// Appends wait for one another; readers do not notice. The body must not append again.
  ///
  /// - Parameters:
  ///   - author: Who writes.
  ///   - reason: Why.
  ///   - recordedAt: When, by the writer's clock.
  ///   - origin: The file that is imported, if any.
  ///   - inPlace: Whether to write straight into the file if nobody else has it open: half the
  ///     cost of a bulk load. Nobody can read until the call returns, the body neither; whoever
  ///     opens the ledger meanwhile waits five seconds and gets
  ///     ``LedgerError/lockedByLoad(path:process:)``.
  ///   - body: Hands over the records.
  /// - Returns: The entry and what became of the records.
  /// - Throws: ``LedgerError``, or what the body throws.
  /// - Complexity: O(*n* log *N*), *n* records into *N*.
  @discardableResult
  public func append(
    author: String, reason: String, recordedAt: Instant, origin: ImportOrigin? = nil,
    inPlace: Bool = false, body: (inout LedgerAppender) throws -> Void
  ) throws -> LedgerReceipt {
    try append(
      author: author, reason: reason, recordedAt: recordedAt, origin: origin,
      indexLimit: LayerChanges.limit, inPlace: inPlace, body: body)
  }

  /// The same with another bound on how many rows of an entry a spatial index follows.
  package func append(
    author: String, reason: String, recordedAt: Instant, origin: ImportOrigin?, indexLimit: Int,
    inPlace: Bool = false, body: (inout LedgerAppender) throws -> Void
  ) throws -> LedgerReceipt {
    let header = EntryHeader(
      author: author, reason: reason, recordedAt: recordedAt, origin: origin)
    return try writing(inPlace: inPlace) { database in
      try Ledger.writeEntry(header, indexLimit: indexLimit, in: database, body: body)
    }
  }

  /// What the caller says of an entry.
  struct EntryHeader {
    let author: String
    let reason: String
    let recordedAt: Instant
    var origin: ImportOrigin?
  }

  /// Writes one entry in a transaction of its own; none when the body brings nothing new.
  static func writeEntry(
    _ header: EntryHeader, indexLimit: Int = LayerChanges.limit, in database: Database,
    body: (inout LedgerAppender) throws -> Void
  ) throws -> LedgerReceipt {
    var receipt: LedgerReceipt?
    try database.inTransaction(.immediate) {
      let head = try EntryTable.last(in: database)
      var appender = try LedgerAppender(
        database, entry: (head?.sequence ?? 0) + 1, indexLimit: indexLimit)
      try body(&appender)
      guard !appender.isEmpty else {
        receipt = appender.receipt(for: nil)
        return .rollback
      }
      try appender.finishLayers(recordedAt: header.recordedAt)
      let counts = appender.counts
      var entry = LedgerEntry(
        sequence: appender.entry, recordedAt: header.recordedAt, author: header.author,
        reason: header.reason, added: counts.added, replacing: counts.replacing,
        redactionCount: appender.redactionCount, origin: header.origin,
        rowsHash: appender.hasher.hash, previousHash: head?.hash ?? .zero, hash: .zero)
      entry.hash = entry.computedHash
      try EntryTable.insert(entry, in: database)
      receipt = appender.receipt(for: entry)
      return .commit
    }
    guard let receipt else { throw LedgerError.damaged("the entry was not written") }
    return receipt
  }

  /// Runs work on the one writing connection, then moves pages from the log when there are many.
  ///
  /// - Parameters:
  ///   - inPlace: Whether to leave the log for the time if nobody else has the ledger open.
  ///   - work: What to do.
  /// - Returns: What the work returns.
  /// - Throws: ``LedgerError``, or what the work throws.
  func writing<Result>(
    inPlace: Bool = false, _ work: (Database) throws -> Result
  ) throws -> Result {
    try storing {
      let state = writer.withLock { ($0?.connection, $0?.hasFailed ?? false) }
      guard let connection = state.0 else { throw LedgerError.openedReadOnly }
      guard !state.1 else { throw LedgerError.writerStopped }
      if inPlace { readers.close() }
      do {
        return try connection.writeWithoutTransaction { database in
          let isAlone = inPlace && InPlaceWriting.begin(database)
          defer { if isAlone { InPlaceWriting.end(database) } }
          let result = try work(database)
          Ledger.checkpointIfDue(database)
          return result
        }
      } catch let error as DatabaseError where error.resultCode == .SQLITE_IOERR {
        // After a failed sync the system may have dropped pages that it calls written.
        writer.withLock { $0?.hasFailed = true }
        throw error
      }
    }
  }

  /// Moves the log's pages into the file once about 1,000 were written since the last time.
  ///
  /// Only this connection does so (see ``WriterLock``), and passively: nobody waits. When readers
  /// keep it from finishing, the next commit tries again.
  private static func checkpointIfDue(_ database: Database) {
    var written: Int32 = 0
    var highest: Int32 = 0
    sqlite3_db_status(
      database.sqliteConnection, SQLITE_DBSTATUS_CACHE_WRITE, &written, &highest, 0)
    guard written >= 1_000 else { return }
    _ = try? database.checkpoint(.passive)
    sqlite3_db_status(
      database.sqliteConnection, SQLITE_DBSTATUS_CACHE_WRITE, &written, &highest, 1)
  }
}
