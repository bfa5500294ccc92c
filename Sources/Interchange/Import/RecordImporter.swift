public import Foundation
public import Records

/// How far an import has come.
public struct ImportProgress: Hashable, Sendable {
  /// Bytes read so far.
  public let bytesRead: Int
  /// Bytes in all; 0 when that is not known.
  public let bytesTotal: Int
  /// Rows read so far.
  public let rowsIn: Int
}

/// Reads a file of any schema into batches of records: the one way in for bulk data.
public enum RecordImporter {
  /// Reads a file and hands over its records batch by batch.
  ///
  /// Memory holds one batch at a time, whatever the size of the file (`sijil-csv` comes as a single
  /// batch, for its rows refer to each other). Once a row has an issue no further batch is handed
  /// over, but reading goes on, so that every issue is found. The caller appends the batches inside
  /// one entry of the ledger and takes that entry back unless the outcome is accepted.
  ///
  /// - Parameters:
  ///   - file: The file, or for `sijil-csv` a folder of tables.
  ///   - schema: What it holds.
  ///   - known: What the ledger holds already.
  ///   - batchSize: Rows a batch holds at most.
  ///   - onBatch: Takes a batch, never empty, and the progress so far.
  /// - Throws: ``InterchangeError`` when the file cannot be read as the schema; what `onBatch`
  ///   throws.
  /// - Returns: The counts and the issues; `rowsIn = stored + refused + duplicates`.
  /// - Complexity: O(*n*), *n* bytes.
  public static func read(
    file: URL, schema: ImportSchema, known: KnownRecords = .none, batchSize: Int = 5_000,
    onBatch: (RecordBatch, ImportProgress) throws -> Void
  ) throws -> ImportOutcome {
    let isFolder = try isFolder(file)
    guard !isFolder || schema == .sijilCSV else {
      throw InterchangeError.folderNotTaken(folder: file.lastPathComponent, schema: schema)
    }
    switch schema {
    case .sijilCSV: return try readTables(file, isFolder, known, onBatch)
    case .ucdpGED: return try readRows(file, UCDPMapping(known: known), batchSize, onBatch)
    case .placesCSV:
      let required = PlacesMapping.requiredColumns.map(\.name)
      let mapping = try PlacesMapping(
        known: known,
        containersFrom: CSVReader(reading: file, columns: .atLeast(required)))
      return try readRows(file, mapping, batchSize, onBatch)
    case .incidentsCSV:
      let columns = try CSVReader(reading: file).columns
      let mapping = IncidentsMapping(
        known: known, file: file.lastPathComponent, columns: columns)
      return try readRows(file, mapping, batchSize, onBatch)
    }
  }

  private static func isFolder(_ file: URL) throws(InterchangeError) -> Bool {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder) else {
      throw .unreadable(file: file.lastPathComponent, reason: "no such file")
    }
    return isFolder.boolValue
  }

  private static func readTables(
    _ file: URL, _ isFolder: Bool, _ known: KnownRecords,
    _ onBatch: (RecordBatch, ImportProgress) throws -> Void
  ) throws -> ImportOutcome {
    let (batch, outcome) =
      isFolder
      ? try SijilCSVReader.read(folder: file, known: known)
      : try SijilCSVReader.read(file: file, known: known)
    if outcome.isAccepted, !batch.isEmpty {
      try onBatch(batch, ImportProgress(bytesRead: 0, bytesTotal: 0, rowsIn: outcome.rowsIn))
    }
    return outcome
  }

  private static func readRows<Mapping: RowMapping>(
    _ file: URL, _ mapping: Mapping, _ batchSize: Int,
    _ onBatch: (RecordBatch, ImportProgress) throws -> Void
  ) throws -> ImportOutcome {
    var mapping = mapping
    let required = Mapping.requiredColumns.map(\.name)
    var reader = try CSVReader(reading: file, columns: .atLeast(required))
    let columns = ForeignColumns<Mapping.Column>(reader.columns)
    var report = ImportReport(file: reader.file)
    var batch = RecordBatch()
    func handOver() throws {
      guard report.isAccepted, !batch.isEmpty else { return }
      try onBatch(
        batch,
        ImportProgress(
          bytesRead: reader.bytesRead, bytesTotal: reader.bytesTotal, rowsIn: report.rowsIn))
    }
    var rows = 0
    while let record = try reader.next() {
      switch record {
      case .refused(let fault): report.refuse(fault, column: reader.columnName(of: fault))
      case .row(let cells):
        var row = ForeignRow(file: reader.file, row: cells, columns: columns)
        let outcome = mapping.map(&row, into: &batch)
        for issue in row.issues { report.add(issue) }
        report.count(row.isSound ? outcome : .refused)
        rows += 1
      }
      if rows == batchSize {
        batch.prepend(mapping.takeReferencedRecords())
        try handOver()
        batch = RecordBatch(reserving: batch)
        rows = 0
      }
    }
    if !batch.isEmpty { batch.prepend(mapping.takeReferencedRecords()) }
    try handOver()
    return ImportOutcome(reports: [report])
  }
}

extension ImportReport {
  /// Counts a row whose form is broken.
  mutating func refuse(_ fault: CSVFault, column: String?) {
    add(
      ImportIssue(
        file: file, row: fault.line, column: column,
        reason: fault.reason.description))
    count(.refused)
  }
}

extension RecordBatch {
  /// An empty batch with room for as many records as another had.
  fileprivate init(reserving other: RecordBatch) {
    self.init()
    places.reserveCapacity(other.places.count)
    incidents.reserveCapacity(other.incidents.count)
    claims.reserveCapacity(other.claims.count)
  }

  /// Puts the records that others refer to first.
  fileprivate mutating func prepend(_ other: RecordBatch) {
    guard !other.isEmpty else { return }
    sources.insert(contentsOf: other.sources, at: 0)
    places.insert(contentsOf: other.places, at: 0)
  }
}
