import GRDB
public import Records
import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The append-only store of records: one SQLite file that is a GeoPackage.
///
/// Every write is an entry of a hash chain; nothing is changed or removed but by a redaction that
/// leaves its trace. One process writes; any number of threads and processes read, each the state
/// of one moment, and none waits for the writer, unless it asked to have the file alone.
///
/// - Note: Source – OGC 12-128r17 (GeoPackage 1.3.1).
public final class Ledger: Sendable {
  /// What a ledger is opened for.
  public enum Access: Hashable, Sendable {
    /// Reading by any number of threads, also beside a process that writes.
    case readOnly
    /// The same over one connection, which threads take in turn: sooner open, for a program that
    /// asks a few questions and ends.
    case readInTurn
    /// Writing too; one process at a time.
    case readWrite
  }

  /// The writing side: the connection and the lock that goes with it.
  struct Writer: ~Copyable {
    let connection: DatabaseQueue
    let lock: WriterLock
    /// Set when the disk failed: nobody can tell any more what it holds.
    var hasFailed = false
  }

  /// The file.
  public let path: String
  /// What the ledger was opened for.
  public let access: Access
  let readers: LedgerReaders
  let writer: Mutex<Writer?>

  private init(path: String, access: Access, writer: consuming Writer?) throws {
    self.path = path
    self.access = access
    self.writer = Mutex(writer)
    readers = try LedgerReaders(path: path, inTurn: access == .readInTurn)
  }

  /// Makes a new, empty ledger and opens it for writing.
  ///
  /// - Parameters:
  ///   - path: The file; nothing may stand there.
  ///   - createdAt: The time that the layers carry until they hold something.
  /// - Returns: The ledger.
  /// - Throws: ``LedgerError``; ``LedgerError/fileExists(path:)`` when something stands there.
  public static func create(at path: String, createdAt: Instant) throws -> Ledger {
    try storing {
      let descriptor = Glibc.open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
      guard descriptor >= 0 else {
        throw errno == EEXIST
          ? LedgerError.fileExists(path: path)
          : LedgerError.storage(code: Int(errno), message: String(cString: strerror(errno)))
      }
      Glibc.close(descriptor)
      do {
        let lock = try WriterLock(ledger: path)
        let connection = try Connections.writer(path: path, isNew: true)
        try connection.writeWithoutTransaction { database in
          try database.inTransaction(.immediate) {
            try database.execute(sql: LedgerSchema.all)
            for kind in RecordKind.allCases {
              try database.execute(
                sql: GeoPackageSchema.registration(
                  of: kind, recordedAt: createdAt.geoPackageText))
              if kind.isLayer { try database.execute(sql: LayerIndexSchema.create(for: kind)) }
            }
            return .commit
          }
          // The file itself says from now on what it is, not only its log.
          try database.checkpoint(.truncate)
        }
        return try Ledger(
          path: path, access: .readWrite, writer: Writer(connection: connection, lock: lock))
      } catch {
        for suffix in ["", "-wal", "-shm", ".lock"] { unlink(path + suffix) }
        throw error
      }
    }
  }

  /// Opens a ledger.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - access: For reading, or for writing too.
  /// - Returns: The ledger.
  /// - Throws: ``LedgerError``; ``LedgerError/lockedByWriter(path:process:)`` when another process
  ///   writes.
  public static func open(at path: String, access: Access) throws -> Ledger {
    try storing {
      guard Glibc.access(path, F_OK) == 0 else { throw LedgerError.fileNotFound(path: path) }
      try checkHeader(of: path)
      var writer: Writer?
      if access == .readWrite {
        let lock = try WriterLock(ledger: path)
        writer = Writer(connection: try Connections.writer(path: path, isNew: false), lock: lock)
      }
      let ledger = try Ledger(path: path, access: access, writer: writer)
      try ledger.checkFormat()
      return ledger
    }
  }

  /// Ends writing: moves what is in the log into the file and gives the lock back.
  ///
  /// Reading goes on. The same happens when the last reference goes.
  public func close() {
    writer.withLock { writer in
      guard let open = writer.take() else { return }
      Ledger.finish(open.connection)
    }
  }

  deinit {
    // The writer last: then SQLite takes the log away.
    readers.close()
    writer.withLock { writer in
      if let open = writer.take() { Ledger.finish(open.connection) }
    }
  }

  /// A log that readers still use stays; the next writer takes it up.
  private static func finish(_ connection: DatabaseQueue) {
    try? connection.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
    try? connection.close()
  }

  /// Tells a ledger from other files before SQLite touches anything beside it.
  private static func checkHeader(of path: String) throws(LedgerError) {
    let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      throw .storage(code: Int(errno), message: String(cString: strerror(errno)))
    }
    defer { Glibc.close(descriptor) }
    var header = [UInt8](repeating: 0, count: 100)
    guard pread(descriptor, &header, header.count, 0) == header.count,
      header.starts(with: "SQLite format 3\0".utf8),
      Array(header[68..<72]) == [0x47, 0x50, 0x4B, 0x47]
    else { throw .notALedger(path: path) }
  }

  private func checkFormat() throws {
    try readers.read { database in
      let table = try PreparedStatement(
        "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'ledger_format'", in: database)
      defer { table.reset() }
      guard try table.next() else { throw LedgerError.notALedger(path: path) }
      let statement = try PreparedStatement("SELECT version FROM ledger_format", in: database)
      defer { statement.reset() }
      guard try statement.next() else { throw LedgerError.damaged("the format is not stated") }
      let found = statement.integer(0)
      guard found == LedgerSchema.format else {
        throw LedgerError.unsupportedFormat(found: found, supported: LedgerSchema.format)
      }
    }
  }
}

extension Ledger {
  /// Every entry, the first one first.
  ///
  /// - Returns: The entries.
  /// - Throws: ``LedgerError``.
  public func entries() throws -> [LedgerEntry] {
    try storing { try readers.read { try EntryTable.all(in: $0) } }
  }

  /// The last entry; `nil` in an empty ledger.
  ///
  /// - Throws: ``LedgerError``.
  public var head: LedgerEntry? {
    get throws { try storing { try readers.read { try EntryTable.last(in: $0) } } }
  }
}
