public import Foundation
public import Interchange
public import Ledger
public import Records

extension Ledger {
  /// Loads a file, all of it or nothing; no atlas is made, so a command that ends with the import
  /// pays for none.
  ///
  /// Rows are read, mapped, encoded and hashed on one thread while the batch before is written on
  /// another.
  ///
  /// - Parameters:
  ///   - file: The file, or a folder of tables.
  ///   - schema: How to read it.
  ///   - author: Who writes.
  ///   - reason: Why.
  ///   - recordedAt: When.
  ///   - progress: Called after each batch.
  /// - Returns: The counts and every issue.
  /// - Throws: `LedgerError` or `InterchangeError`; the store is then as it was.
  /// - Complexity: O(*n* log *N*), *n* rows into *N*; memory holds three batches.
  public func importFile(
    at file: URL, schema: ImportSchema, author: String, reason: String, recordedAt: Instant,
    progress: (ImportProgress) -> Void = { _ in }
  ) throws -> ImportOutcome {
    let held = HeldRecords(try snapshot())
    var outcome: ImportOutcome?
    do {
      try append(
        author: author, reason: reason, recordedAt: recordedAt,
        origin: try ImportOrigin(of: file, schema: schema)
      ) { appender in
        let read = try Handover<PreparedBatch>.run(
          making: { handOver in
            try RecordImporter.read(file: file, schema: schema, known: held.known) { batch, done in
              try handOver(PreparedBatch(records: PreparedRecords(batch), progress: done))
            }
          },
          taking: { batch in
            try appender.insert(batch.records)
            progress(batch.progress)
          })
        try held.check()
        outcome = read
        if !read.isAccepted { throw Refused() }
      }
    } catch is Refused {
      return outcome?.withNothingStored() ?? ImportOutcome(reports: [])
    }
    return outcome ?? ImportOutcome(reports: [])
  }

  private struct PreparedBatch: Sendable {
    let records: PreparedRecords
    let progress: ImportProgress
  }

  /// Rows were refused: the transaction is taken back.
  private struct Refused: Error {}
}

extension ImportOrigin {
  /// The file's name and digest; a folder of tables is told by its name alone.
  fileprivate init?(of file: URL, schema: ImportSchema) throws {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder),
      !isFolder.boolValue
    else { return nil }
    self.init(
      fileName: file.lastPathComponent, fileHash: try LedgerDigest(hashingFileAt: file.path),
      schema: schema.rawValue)
  }
}
