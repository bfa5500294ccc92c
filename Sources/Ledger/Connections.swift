import CSQLite
import GRDB
import GRDBSQLite

/// How the ledger's connections are set up.
enum Connections {
  /// Whether SQLite was told in time to keep no statistics of its memory; harmless when not.
  private static let isQuick = sijil_keep_no_statistics() == SQLITE_OK

  /// The one connection that writes.
  static func writer(path: String, isNew: Bool) throws -> DatabaseQueue {
    _ = isQuick
    var configuration = Configuration()
    configuration.busyMode = .timeout(5)
    configuration.label = "ledger-writer"
    configuration.prepareDatabase { database in
      try protect(database)
      if isNew {
        try database.execute(sql: "PRAGMA page_size = 16384; PRAGMA auto_vacuum = 0;")
      }
      try database.execute(
        sql: """
          PRAGMA journal_mode = WAL;
          PRAGMA synchronous = FULL;
          PRAGMA wal_autocheckpoint = 0;
          PRAGMA journal_size_limit = 67108864;
          PRAGMA cache_size = -65536;
          """)
      try silenceTriggers(on: database)
    }
    return try DatabaseQueue(path: path, configuration: configuration)
  }

  /// The connection that writes an export: one transaction, and no file left beside it.
  static func exporter(path: String) throws -> DatabaseQueue {
    _ = isQuick
    var configuration = Configuration()
    configuration.label = "export-writer"
    configuration.prepareDatabase { database in
      try protect(database)
      try set("PRAGMA journal_mode = MEMORY; PRAGMA synchronous = FULL;", on: database)
      try silenceTriggers(on: database)
    }
    return try DatabaseQueue(path: path, configuration: configuration)
  }

  /// Connections that only read, each with the whole state of one moment; a single one where
  /// threads read in turn.
  static func readers(path: String, inTurn: Bool) throws -> any DatabaseReader {
    _ = isQuick
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(5)
    configuration.maximumReaderCount = 4
    configuration.label = "ledger-reader"
    configuration.prepareDatabase { database in
      try protect(database)
      // Not so on the writer: SQLite before 3.42 takes R-trees in triggers for unsafe then.
      try set(
        """
        PRAGMA trusted_schema = OFF;
        PRAGMA query_only = 1;
        PRAGMA cache_size = -16384;
        """, on: database)
    }
    return inTurn
      ? try DatabaseQueue(path: path, configuration: configuration)
      : try DatabasePool(path: path, configuration: configuration)
  }

  /// Files are damaged or hostile until shown otherwise.
  private static func protect(_ database: Database) throws {
    let connection = database.sqliteConnection
    sqlite3_limit(connection, SQLITE_LIMIT_ATTACHED, 0)
    sqlite3_limit(connection, SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1_000)
    sqlite3_limit(connection, SQLITE_LIMIT_VARIABLE_NUMBER, 2_000)
    sqlite3_limit(connection, SQLITE_LIMIT_SQL_LENGTH, 262_144)
    try set(
      """
      PRAGMA cell_size_check = ON;
      PRAGMA mmap_size = 0;
      """, on: database)
  }

  /// Runs settings as they are: wrapping each in a statement of its own takes longer than opening.
  private static func set(_ pragmas: String, on database: Database) throws {
    let connection = database.sqliteConnection
    let code = sqlite3_exec(connection, pragmas, nil, nil, nil)
    guard code == SQLITE_OK else {
      throw DatabaseError(
        resultCode: ResultCode(rawValue: code),
        message: sqlite3_errmsg(connection).map { String(cString: $0) })
    }
  }

  /// Keeps triggers quiet on the writing connection.
  ///
  /// They are there for other programs. Ours builds the spatial index itself, after a batch and in
  /// Hilbert order; and with a trigger that may fail, SQLite would copy every page that a row
  /// touches before touching it, which is two thirds of the cost of a bulk import.
  private static func silenceTriggers(on database: Database) throws {
    let code = sijil_silence_triggers(database.sqliteConnection)
    guard code == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
  }
}

/// Runs storage work and turns what SQLite throws into the ledger's own errors.
func storing<Result>(_ work: () throws -> Result) throws -> Result {
  do {
    return try work()
  } catch let error as DatabaseError {
    throw LedgerError(error)
  }
}

extension LedgerError {
  init(_ error: DatabaseError) {
    switch error.resultCode {
    case .SQLITE_FULL: self = .diskFull
    case .SQLITE_CORRUPT, .SQLITE_NOTADB: self = .damaged(error.message ?? "unreadable page")
    case .SQLITE_READONLY: self = .openedReadOnly
    default:
      self = .storage(
        code: Int(error.extendedResultCode.rawValue), message: error.message ?? "no reason given")
    }
  }
}
