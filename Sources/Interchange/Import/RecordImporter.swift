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
  ///   - schema: What it holds; a GeoPackage is read by ``read(features:file:fields:known:batchSize:onBatch:)``.
  ///   - fields: Which fields say what, in forms that take a mapping.
  ///   - known: What the ledger holds already.
  ///   - batchSize: Rows a batch holds at most.
  ///   - onBatch: Takes a batch, never empty, and the progress so far.
  /// - Throws: ``InterchangeError`` when the file cannot be read as the schema; what `onBatch`
  ///   throws.
  /// - Returns: The counts and the issues; `rowsIn = stored + refused + duplicates`.
  /// - Complexity: O(*n*), *n* bytes.
  public static func read(
    file: URL, schema: ImportSchema, fields: IncidentFields = .exported,
    known: KnownRecords = .none, batchSize: Int = 5_000,
    onBatch: (RecordBatch, ImportProgress) throws -> Void
  ) throws -> ImportOutcome {
    try read(
      file: file, schema: schema, fields: fields, known: known, into: RecordBatch.self,
      batchSize: batchSize, onBatch: onBatch)
  }

  /// The same, for batches that keep of the records what the caller wants.
  ///
  /// - Parameters:
  ///   - file: The file, or for `sijil-csv` a folder of tables.
  ///   - schema: What it holds.
  ///   - fields: Which fields say what, in forms that take a mapping.
  ///   - known: What the ledger holds already.
  ///   - sink: What takes the records of a batch.
  ///   - batchSize: Rows a batch holds at most.
  ///   - onBatch: Takes a batch, never empty, and the progress so far.
  /// - Throws: ``InterchangeError``; what the batch and `onBatch` throw.
  /// - Returns: The counts and the issues.
  public static func read<Sink: RecordSink>(
    file: URL, schema: ImportSchema, fields: IncidentFields = .exported,
    known: KnownRecords = .none, into sink: Sink.Type, batchSize: Int = 5_000,
    onBatch: (Sink, ImportProgress) throws -> Void
  ) throws -> ImportOutcome {
    let isFolder = try isFolder(file)
    guard !isFolder || schema == .sijilCSV else {
      throw InterchangeError.folderNotTaken(folder: file.lastPathComponent, schema: schema)
    }
    func incidents(_ fields: IncidentFields) -> IncidentsMapping {
      IncidentsMapping(known: known, file: file.lastPathComponent, fields: fields)
    }
    switch schema {
    case .sijilCSV: return try readTables(file, isFolder, known, onBatch)
    case .ucdpGED: return try readRows(file, UCDPMapping(known: known), batchSize, onBatch)
    case .acled: return try readRows(file, ACLEDMapping(known: known), batchSize, onBatch)
    case .placesCSV:
      let required = PlacesMapping.requiredColumns.map(\.name)
      let mapping = try PlacesMapping(
        known: known,
        containersFrom: CSVReader(reading: file, columns: .atLeast(required)))
      return try readRows(file, mapping, batchSize, onBatch)
    case .incidentsCSV: return try readIncidents(file, incidents(.plain), batchSize, onBatch)
    case .airwars: return try readIncidents(file, incidents(.airwars), batchSize, onBatch)
    case .csv: return try readIncidents(file, incidents(fields), batchSize, onBatch)
    case .geoJSON, .geoJSONSequence:
      return try readGeoJSON(file, incidents(fields), batchSize, onBatch)
    case .flatGeobuf: return try readFlatGeobuf(file, incidents(fields), batchSize, onBatch)
    case .geoPackage: throw InterchangeError.notRead(file: file.lastPathComponent, schema: schema)
    }
  }

  private static func isFolder(_ file: URL) throws(InterchangeError) -> Bool {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder) else {
      throw .unreadable(file: file.lastPathComponent, reason: "no such file")
    }
    return isFolder.boolValue
  }

  private static func readTables<Sink: RecordSink>(
    _ file: URL, _ isFolder: Bool, _ known: KnownRecords,
    _ onBatch: (Sink, ImportProgress) throws -> Void
  ) throws -> ImportOutcome {
    let (batch, outcome) =
      isFolder
      ? try SijilCSVReader.read(folder: file, known: known)
      : try SijilCSVReader.read(file: file, known: known)
    if outcome.isAccepted, !batch.isEmpty {
      try onBatch(
        Sink(batch), ImportProgress(bytesRead: 0, bytesTotal: 0, rowsIn: outcome.rowsIn))
    }
    return outcome
  }

  private static func readRows<Mapping: RowMapping, Sink: RecordSink>(
    _ file: URL, _ mapping: Mapping, _ batchSize: Int,
    _ onBatch: (Sink, ImportProgress) throws -> Void
  ) throws -> ImportOutcome {
    let required = Mapping.requiredColumns.map(\.name)
    return try readRows(
      CSVReader(reading: file, columns: .atLeast(required)), mapping, batchSize, onBatch)
  }

  private static func readRows<Mapping: RowMapping, Sink: RecordSink>(
    _ reader: consuming CSVReader, _ mapping: Mapping, _ batchSize: Int,
    _ onBatch: (Sink, ImportProgress) throws -> Void
  ) throws -> ImportOutcome {
    var batcher = RowBatcher(mapping, into: Sink.self, file: reader.file, size: batchSize)
    let columns = reader.columns
    while let record = try reader.next() {
      batcher.bytes = (reader.bytesRead, reader.bytesTotal)
      switch record {
      case .refused(let fault):
        batcher.refuse(
          ImportIssue(
            file: reader.file, row: fault.line, column: reader.columnName(of: fault),
            reason: fault.reason.description))
      case .row(let cells) where cells.line == 2 && cells.isTagRow: continue
      case .row(let cells): try batcher.take(cells, columns: columns, onBatch)
      }
    }
    return try batcher.finish(onBatch)
  }

  /// Reads a table whose columns the mapping finds by names of its own.
  private static func readIncidents<Sink: RecordSink>(
    _ file: URL, _ mapping: IncidentsMapping, _ batchSize: Int,
    _ onBatch: (Sink, ImportProgress) throws -> Void
  ) throws -> ImportOutcome {
    let reader = try CSVReader(reading: file)
    let missing = mapping.fields.missing(among: reader.columns)
    guard missing.isEmpty else {
      throw InterchangeError.wrongColumns(
        file: reader.file, missing: missing, unknown: [], repeated: [])
    }
    return try readRows(reader, mapping, batchSize, onBatch)
  }
}

extension CSVRow {
  /// Whether the row is a line of HXL tags, which says nothing of its own.
  ///
  /// - Note: Source – HXL 1.1: tags stand in the row right above the data.
  fileprivate var isTagRow: Bool {
    let texts = (0..<count).map { self[$0] }.filter { !$0.isEmpty }
    return !texts.isEmpty && texts.allSatisfy { $0.first == UInt8(ascii: "#") }
  }
}
