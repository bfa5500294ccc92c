public import Foundation
public import Interchange
import Ledger
public import Records

extension Register {
  /// Makes a new store and loads a folder of tables into it, all of it or nothing.
  ///
  /// - Parameters:
  ///   - path: Where the store shall be; an existing file is refused.
  ///   - folder: Tables of the `sijil-csv` schema.
  ///   - author: Who writes.
  ///   - recordedAt: When.
  /// - Returns: The counts and every issue; when there is one, no store is left behind.
  /// - Throws: `LedgerError` when the store cannot be made, `InterchangeError` when the folder
  ///   cannot be read.
  public static func create(
    at path: String, from folder: URL, author: String, recordedAt: Instant
  ) throws -> ImportOutcome {
    // A reader of an existing store must not see it go because a row is bad.
    guard !FileManager.default.fileExists(atPath: path) else {
      throw LedgerError.fileExists(path: path)
    }
    let (batch, outcome) = try SijilCSVReader.read(folder: folder)
    guard outcome.isAccepted else { return outcome.withNothingStored() }
    let ledger = try Ledger.create(at: path, createdAt: recordedAt)
    do {
      try ledger.append(
        author: author, reason: "facts that come with sijil", recordedAt: recordedAt, origin: nil
      ) { appender in
        try appender.insert(PreparedRecords(batch))
      }
      // The areas and names must be usable too before the store counts as made.
      _ = try Register(ledger: ledger)
      ledger.close()
    } catch {
      ledger.close()
      for suffix in ["", "-wal", "-shm", ".lock"] {
        try? FileManager.default.removeItem(atPath: path + suffix)
      }
      throw error
    }
    return outcome
  }

  /// Loads a file, all of it or nothing, and publishes the new state.
  ///
  /// - Parameters:
  ///   - file: The file, or a folder of tables.
  ///   - schema: How to read it.
  ///   - fields: Which fields say what, in forms that take a mapping.
  ///   - layer: The layer of a GeoPackage; `nil` for the only one.
  ///   - author: Who writes.
  ///   - reason: Why.
  ///   - recordedAt: When.
  ///   - progress: Called after each batch.
  /// - Returns: The counts and every issue.
  /// - Throws: `LedgerError` or `InterchangeError`; the store is then as it was.
  public func importFile(
    at file: URL, schema: ImportSchema, fields: IncidentFields = .exported, layer: String? = nil,
    author: String, reason: String, recordedAt: Instant,
    progress: (ImportProgress) -> Void = { _ in }
  ) throws -> ImportOutcome {
    let outcome = try ledger.importFile(
      at: file, schema: schema, fields: fields, layer: layer, author: author, reason: reason,
      recordedAt: recordedAt, progress: progress)
    if outcome.isAccepted { try publish() }
    return outcome
  }
}
