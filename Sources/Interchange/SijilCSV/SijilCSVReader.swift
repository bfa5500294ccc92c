public import Foundation
public import Records

/// Reads the tables of the `sijil-csv` schema into one batch of records.
///
/// Every row is looked at and every fault is reported, not only the first. A batch with any issue
/// is not to be stored.
public enum SijilCSVReader {
  /// The longest areas.geojson taken, bytes.
  static let areasLimit = 256 << 20

  /// Reads a folder: each table by its file's name; tables that are absent have no rows.
  ///
  /// - Parameters:
  ///   - folder: Holds at least one table; other files in it are left alone.
  ///   - known: What the ledger holds already.
  /// - Throws: ``InterchangeError`` when a file cannot be read at all.
  /// - Returns: The records, and a report for each table that is there.
  public static func read(
    folder: URL, known: KnownRecords = .none
  ) throws(InterchangeError) -> (batch: RecordBatch, outcome: ImportOutcome) {
    var assembly = SijilAssembly(known: known)
    var count = 0
    for table in SijilTable.allCases {
      let file = folder.appendingPathComponent(table.fileName)
      guard FileManager.default.fileExists(atPath: file.path) else { continue }
      count += 1
      if table == .areas {
        try assembly.readAreas(file)
      } else {
        try assembly.readTable(table, file)
      }
    }
    guard count > 0 else { throw .noTables(folder: folder.lastPathComponent) }
    assembly.checkWhole()
    return assembly.finish()
  }

  /// Reads one table, told by its columns (or by `.geojson` in its name).
  ///
  /// - Parameters:
  ///   - file: Any name.
  ///   - known: What the ledger holds already.
  /// - Throws: ``InterchangeError`` when it cannot be read, or its columns are of no table.
  /// - Returns: The records, and one report.
  public static func read(
    file: URL, known: KnownRecords = .none
  ) throws(InterchangeError) -> (batch: RecordBatch, outcome: ImportOutcome) {
    var assembly = SijilAssembly(known: known)
    if file.pathExtension == "geojson" {
      try assembly.readAreas(file)
    } else {
      let columns = try CSVReader(reading: file).columns
      guard let table = SijilTable(columns: columns) else {
        throw .unknownTable(file: file.lastPathComponent, columns: columns)
      }
      try assembly.readTable(table, file)
    }
    assembly.checkWhole()
    return assembly.finish()
  }
}

extension SijilAssembly {
  mutating func readAreas(_ file: URL) throws(InterchangeError) {
    let bytes = try ByteChunks.contents(of: file, limit: SijilCSVReader.areasLimit)
    addAreas(bytes, file: file.lastPathComponent)
  }

  /// Reads one table; a header with other columns is its one issue.
  mutating func readTable(_ table: SijilTable, _ file: URL) throws(InterchangeError) {
    open(table, file: file.lastPathComponent)
    var reader: CSVReader
    do {
      reader = try CSVReader(reading: file, columns: .exactly(table.columns.map(\.rawValue)))
    } catch .wrongColumns(let file, let missing, let unknown, let repeated) {
      for (word, columns) in [("missing", missing), ("unknown", unknown), ("repeated", repeated)] {
        for column in columns {
          note(
            table, ImportIssue(file: file, row: 1, column: column, reason: "\(word) column"))
        }
      }
      return
    }
    var ordinals: [SijilColumn: Int] = [:]
    for column in table.columns { ordinals[column] = reader.ordinal(of: column.rawValue) }
    while let record = try reader.next() {
      switch record {
      case .refused(let fault):
        let issue = ImportIssue(
          file: reader.file, row: fault.line, column: reader.columnName(of: fault),
          reason: fault.reason.description)
        count(table, line: fault.line, issues: [issue], isDuplicate: false)
      case .row(let cells):
        var row = TableRow(file: reader.file, row: cells, ordinals: ordinals)
        let isDuplicate = add(&row, to: table)
        count(table, line: row.line, issues: row.issues, isDuplicate: isDuplicate)
      }
    }
  }

  /// Adds a row to its table; answers whether the ledger holds its record already.
  private mutating func add(_ row: inout TableRow, to table: SijilTable) -> Bool {
    switch table {
    case .sources: addSource(&row)
    case .reliability: addReliability(&row)
    case .places: addPlace(&row)
    case .areas: false
    case .incidents: addIncident(&row)
    case .incidentLinks: addIncidentLink(&row)
    case .claims: addClaim(&row)
    case .claimIncidents: addClaimIncident(&row)
    case .claimPlaces: addClaimPlace(&row)
    case .relays: addRelay(&row)
    case .quantities: addQuantity(&row)
    case .claimEdges: addClaimEdge(&row)
    case .locations: addLocation(&row)
    }
  }
}
