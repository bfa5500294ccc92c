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
  ///   - fields: Which fields say what, in forms that take a mapping.
  ///   - layer: The layer of a GeoPackage; `nil` for the only one.
  ///   - author: Who writes.
  ///   - reason: Why.
  ///   - recordedAt: When.
  ///   - alone: Whether the program lets others wait for a large file: see the parameter `inPlace`
  ///     of `append`. It makes no difference while anybody has the ledger open.
  ///   - progress: Called after each batch.
  /// - Returns: The counts and every issue.
  /// - Throws: `LedgerError` or `InterchangeError`; the store is then as it was.
  /// - Complexity: O(*n* log *N*), *n* rows into *N*; memory holds three batches.
  public func importFile(
    at file: URL, schema: ImportSchema, fields: IncidentFields = .exported, layer: String? = nil,
    author: String, reason: String, recordedAt: Instant, alone: Bool = false,
    progress: (ImportProgress) -> Void = { _ in }
  ) throws -> ImportOutcome {
    try importFile(
      at: file, schema: schema, fields: fields, layer: layer, author: author, reason: reason,
      recordedAt: recordedAt, aloneFrom: alone ? Self.largeFile : .max, progress: progress)
  }

  /// The same, for a file of at least so many bytes alone.
  package func importFile(
    at file: URL, schema: ImportSchema, fields: IncidentFields = .exported, layer: String? = nil,
    author: String, reason: String, recordedAt: Instant, aloneFrom largeFile: Int,
    progress: (ImportProgress) -> Void = { _ in }
  ) throws -> ImportOutcome {
    let held = try HeldRecords(
      try snapshot(), readingAhead: ImportOrigin.byteCount(of: file) >= largeFile)
    var outcome: ImportOutcome?
    do {
      try append(
        author: author, reason: reason, recordedAt: recordedAt,
        origin: try ImportOrigin(of: file, schema: schema), inPlace: held.isReadAhead
      ) { appender in
        let read = try Handover<PreparedBatch>.run(
          making: { handOver in
            try Self.read(file, schema, fields, layer, held.known) { batch, done in
              try handOver(PreparedBatch(records: batch, progress: done))
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

  /// Reads a file of any schema; a GeoPackage through the only target that speaks to SQLite.
  private static func read(
    _ file: URL, _ schema: ImportSchema, _ fields: IncidentFields, _ layer: String?,
    _ known: KnownRecords, onBatch: (PreparedRecords, ImportProgress) throws -> Void
  ) throws -> ImportOutcome {
    guard schema == .geoPackage else {
      return try RecordImporter.read(
        file: file, schema: schema, fields: fields, known: known, into: PreparedRecords.self,
        onBatch: onBatch)
    }
    return try RecordImporter.read(
      features: { take in
        try FeatureTable.read(at: file.path, layer: layer) { names, row in
          try take(RecordImporter.FeatureFinding(row, names: names))
        }
      }, file: file.lastPathComponent, fields: fields, known: known, into: PreparedRecords.self,
      onBatch: onBatch)
  }

  /// From how many bytes on a file is worth locking others out: some 40,000 rows.
  private static var largeFile: Int { 4_000_000 }

  private struct PreparedBatch: Sendable {
    let records: PreparedRecords
    let progress: ImportProgress
  }

  /// Rows were refused: the transaction is taken back.
  private struct Refused: Error {}
}

extension ImportOrigin {
  /// The size of a plain file; 0 for anything else.
  fileprivate static func byteCount(of file: URL) -> Int {
    let attributes = try? FileManager.default.attributesOfItem(atPath: file.path)
    guard attributes?[.type] as? FileAttributeType == .typeRegular else { return 0 }
    return (attributes?[.size] as? NSNumber)?.intValue ?? 0
  }

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
