import GRDB
import GRDBSQLite

/// A value of a column.
enum ColumnValue: Equatable {
  case null
  case integer(Int)
  case real(Double)
  case text(String)
  case blob([UInt8])

  init(_ text: String?) { self = text.map { .text($0) } ?? .null }
  init(_ integer: Int?) { self = integer.map { .integer($0) } ?? .null }
  init(_ real: Double?) { self = real.map { .real($0) } ?? .null }
}

/// A statement that GRDB prepared, bound and stepped through SQLite's own interface.
///
/// On the bulk path a record is one step; binding without intermediate arrays of values is what
/// keeps it near SQLite's own speed. Belongs to the connection's queue, like the statement itself.
struct PreparedStatement {
  private let statement: Statement
  private let handle: OpaquePointer

  init(_ sql: String, in database: Database) throws {
    statement = try database.cachedStatement(sql: sql)
    handle = statement.sqliteStatement
    sqlite3_reset(handle)
  }

  /// Steps once, for statements without a result.
  func run() throws {
    let code = sqlite3_step(handle)
    sqlite3_reset(handle)
    guard code == SQLITE_DONE || code == SQLITE_ROW else { throw failure(code) }
  }

  /// Steps to the next row.
  func next() throws -> Bool {
    switch sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE:
      sqlite3_reset(handle)
      return false
    case let code:
      sqlite3_reset(handle)
      throw failure(code)
    }
  }

  /// Ends a walk over rows early.
  func reset() { sqlite3_reset(handle) }

  /// How many rows the last statement of this connection changed.
  var changes: Int { Int(sqlite3_changes(sqlite3_db_handle(handle))) }

  private func failure(_ code: Int32) -> DatabaseError {
    DatabaseError(
      resultCode: ResultCode(rawValue: code),
      message: sqlite3_errmsg(sqlite3_db_handle(handle)).map { String(cString: $0) })
  }
}

// Binding; positions count from 1.
extension PreparedStatement {
  func bind(_ value: Int, at position: Int32) { sqlite3_bind_int64(handle, position, Int64(value)) }

  func bind(_ value: Double, at position: Int32) { sqlite3_bind_double(handle, position, value) }

  func bindNull(at position: Int32) { sqlite3_bind_null(handle, position) }

  func bind(_ text: String, at position: Int32) {
    var text = text
    text.withUTF8 { bytes in
      // An empty text may have no address, and SQLite would take that for NULL.
      guard let start = UnsafeRawPointer(bytes.baseAddress) else {
        sqlite3_bind_text(handle, position, "", 0, copied)
        return
      }
      sqlite3_bind_text(
        handle, position, start.assumingMemoryBound(to: CChar.self), Int32(clamping: bytes.count),
        copied)
    }
  }

  func bind(_ bytes: [UInt8], at position: Int32) {
    _ = bytes.withUnsafeBytes {
      sqlite3_bind_blob(handle, position, $0.baseAddress, Int32(clamping: $0.count), copied)
    }
  }

  func bind(_ digest: LedgerDigest, at position: Int32) {
    _ = digest.withBytes {
      sqlite3_bind_blob(handle, position, $0.baseAddress, Int32($0.count), copied)
    }
  }

  /// Binds UTF-8 that outlives the next step, without copying it.
  func bind(borrowedText bytes: UnsafeBufferPointer<UInt8>, at position: Int32) {
    _ = bytes.withMemoryRebound(to: CChar.self) {
      sqlite3_bind_text(handle, position, $0.baseAddress, Int32(clamping: $0.count), nil)
    }
  }

  /// Binds bytes that outlive the next step, without copying them.
  func bind(borrowedBlob bytes: UnsafeRawBufferPointer, at position: Int32) {
    sqlite3_bind_blob(handle, position, bytes.baseAddress, Int32(clamping: bytes.count), nil)
  }

  func bind(_ value: ColumnValue, at position: Int32) {
    switch value {
    case .null: bindNull(at: position)
    case .integer(let integer): bind(integer, at: position)
    case .real(let real): bind(real, at: position)
    case .text(let text): bind(text, at: position)
    case .blob(let bytes): bind(bytes, at: position)
    }
  }
}

// Columns of the row stepped to; they count from 0.
extension PreparedStatement {
  func isNull(_ column: Int32) -> Bool { sqlite3_column_type(handle, column) == SQLITE_NULL }

  func integer(_ column: Int32) -> Int { Int(sqlite3_column_int64(handle, column)) }

  func real(_ column: Int32) -> Double { sqlite3_column_double(handle, column) }

  func text(_ column: Int32) -> String { String(decoding: bytes(column), as: UTF8.self) }

  func optionalText(_ column: Int32) -> String? { isNull(column) ? nil : text(column) }

  func digest(_ column: Int32) -> LedgerDigest? { LedgerDigest(bytes: bytes(column)) }

  /// The bytes of a text or blob; they last until the next step.
  func bytes(_ column: Int32) -> UnsafeBufferPointer<UInt8> {
    let start = sqlite3_column_blob(handle, column)
    let count = Int(sqlite3_column_bytes(handle, column))
    return UnsafeBufferPointer(start: start?.assumingMemoryBound(to: UInt8.self), count: count)
  }

  func value(_ column: Int32) -> ColumnValue {
    switch sqlite3_column_type(handle, column) {
    case SQLITE_INTEGER: .integer(integer(column))
    case SQLITE_FLOAT: .real(real(column))
    case SQLITE_TEXT: .text(text(column))
    case SQLITE_BLOB: .blob(Array(bytes(column)))
    default: .null
    }
  }
}

/// Tells SQLite to copy what is bound.
private let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
