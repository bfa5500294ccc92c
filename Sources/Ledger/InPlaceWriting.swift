import GRDB

/// Writing a large entry straight into the file, while nobody else has it open.
///
/// In the log every page is written twice: into the log, off the bounds of the system's pages, and
/// from there into the file. A rollback journal keeps the former content of changed pages instead,
/// and a bulk load hardly changes any: it appends. So a page is written once; the journal is
/// synced before the first and emptied by the commit, and whoever opens the file after a crash
/// takes back what it was. The price is that nobody can read meanwhile.
///
/// - Note: Source – "Atomic Commit In SQLite" and "PRAGMA locking_mode" of SQLite's documentation.
enum InPlaceWriting {
  /// Leaves the log for the rollback journal and locks the file.
  ///
  /// - Returns: `false`, and nothing is changed, when another connection has the file open.
  static func begin(_ database: Database) -> Bool {
    do {
      // The lock first: else a reader might come in between the change and the transaction.
      try set("locking_mode = EXCLUSIVE", on: database)
      if try set("journal_mode = TRUNCATE", on: database) == "truncate" { return true }
    } catch {
      // Busy, as a rule; a fault of the disk shows again when the log is used.
    }
    _ = try? set("locking_mode = NORMAL", on: database)
    return false
  }

  /// Gives the file free and goes back to the log.
  ///
  /// Should a reader that came at once keep the log from being set up, then it is when the ledger
  /// is next opened for writing; until then entries are as safe, but readers wait for a commit.
  static func end(_ database: Database) {
    _ = try? set("locking_mode = NORMAL", on: database)
    _ = try? set("journal_mode = DELETE", on: database)
    _ = try? set("journal_mode = WAL", on: database)
  }

  @discardableResult
  private static func set(_ pragma: String, on database: Database) throws -> String? {
    try String.fetchOne(database, sql: "PRAGMA \(pragma)")
  }
}
