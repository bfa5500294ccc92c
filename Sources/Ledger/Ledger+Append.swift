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
  ///   - body: Hands over the records.
  /// - Returns: The entry and what became of the records.
  /// - Throws: ``LedgerError``, or what the body throws.
  /// - Complexity: O(*n* log *N*), *n* records into *N*.
  @discardableResult
  public func append(
    author: String, reason: String, recordedAt: Instant, origin: ImportOrigin? = nil,
    body: (inout LedgerAppender) throws -> Void
  ) throws -> LedgerReceipt {
    try append(
      author: author, reason: reason, recordedAt: recordedAt, origin: origin,
      indexLimit: LayerChanges.limit, body: body)
  }

  /// The same with another bound on how many rows of an entry a spatial index follows.
  package func append(
    author: String, reason: String, recordedAt: Instant, origin: ImportOrigin?, indexLimit: Int,
    body: (inout LedgerAppender) throws -> Void
  ) throws -> LedgerReceipt {
    try writing { database in
      var receipt: LedgerReceipt?
      try database.inTransaction(.immediate) {
        let head = try EntryTable.last(in: database)
        let sequence = (head?.sequence ?? 0) + 1
        var appender = try LedgerAppender(
          database, entry: sequence, indexLimit: indexLimit)
        try body(&appender)
        let counts = appender.counts
        guard counts.added.total > 0 else {
          receipt = appender.receipt(for: nil)
          return .rollback
        }
        try appender.finishLayers(recordedAt: recordedAt)
        var entry = LedgerEntry(
          sequence: sequence, recordedAt: recordedAt, author: author, reason: reason,
          added: counts.added, replacing: counts.replacing, redactionCount: 0, origin: origin,
          rowsHash: appender.hasher.hash, previousHash: head?.hash ?? .zero, hash: .zero)
        entry.hash = entry.computedHash
        try EntryTable.insert(entry, in: database)
        receipt = appender.receipt(for: entry)
        return .commit
      }
      guard let receipt else { throw LedgerError.damaged("the entry was not written") }
      return receipt
    }
  }

  /// Runs work on the one writing connection, then moves pages from the log when there are many.
  func writing<Result>(_ work: (Database) throws -> Result) throws -> Result {
    try storing {
      guard let connection = writer.withLock({ $0?.connection }) else {
        throw LedgerError.openedReadOnly
      }
      return try connection.writeWithoutTransaction { database in
        let result = try work(database)
        Ledger.checkpointIfDue(database)
        return result
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
