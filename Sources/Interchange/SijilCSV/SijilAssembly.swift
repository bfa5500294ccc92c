import Records

/// Records being made from the tables of `sijil-csv`, with everything that is wrong with them.
///
/// Tables are read in the order of ``SijilTable``, so a row finds the record that it belongs to;
/// references are checked once all tables are read.
struct SijilAssembly {
  /// A reference to be checked when all rows are in.
  private struct Reference {
    let target: RecordReference
    let table: SijilTable
    let line: Int
    let column: SijilColumn
  }

  /// What is counted of one table.
  private struct Log {
    var file: String
    var rowsIn = 0
    var duplicateLines: Set<Int> = []
    var refusedLines: Set<Int> = []
    var issues: [ImportIssue] = []
  }

  let known: KnownRecords
  var sources = Roster<Source>()
  var places = Roster<Place>()
  var incidents = Roster<Incident>()
  var claims = Roster<Claim>()
  /// The last hop read of each claim's chain.
  var lastHops: [ClaimID: Int] = [:]
  /// The places whose geometry was read.
  var locatedPlaces: Set<PlaceID> = []
  /// The places with a parent, to look for loops.
  var parents: [PlaceID: (parent: PlaceID, line: Int)] = [:]
  private var references: [Reference] = []
  private var logs: [SijilTable: Log] = [:]
  private var order: [SijilTable] = []

  init(known: KnownRecords) { self.known = known }

  /// Starts a table's log.
  mutating func open(_ table: SijilTable, file: String) {
    logs[table] = Log(file: file)
    order.append(table)
  }

  /// Notes something wrong with one row, found while reading or later.
  mutating func refuse(_ table: SijilTable, _ issue: ImportIssue) {
    logs[table]?.issues.append(issue)
    logs[table]?.refusedLines.insert(issue.row)
  }

  /// Notes something wrong with a table as a whole.
  mutating func note(_ table: SijilTable, _ issue: ImportIssue) {
    logs[table]?.issues.append(issue)
  }

  /// Counts a row that was read.
  mutating func count(_ table: SijilTable, line: Int, issues: [ImportIssue], isDuplicate: Bool) {
    logs[table]?.rowsIn += 1
    for issue in issues { refuse(table, issue) }
    if isDuplicate { logs[table]?.duplicateLines.insert(line) }
  }

  /// Remembers a reference.
  mutating func refer(
    to target: RecordReference?, _ table: SijilTable, _ row: TableRow, _ column: SijilColumn
  ) {
    guard let target else { return }
    references.append(Reference(target: target, table: table, line: row.line, column: column))
  }

  /// Whether the batch declares a record or the ledger holds it.
  private func exists(_ target: RecordReference) -> Bool {
    switch target {
    case .source(let id): sources.declares(id) || known.source(id)
    case .place(let id): places.declares(id) || known.place(id)
    case .incident(let id): incidents.declares(id) || known.incident(id)
    case .claim(let id): claims.declares(id) || known.claim(id)
    }
  }

  /// Checks what can be checked only with every row at hand.
  mutating func checkWhole() {
    for reference in references where !exists(reference.target) {
      refuse(
        reference.table,
        ImportIssue(
          file: logs[reference.table]?.file ?? reference.table.fileName, row: reference.line,
          column: reference.column.rawValue,
          reason: "there is no \(reference.target), neither here nor in the ledger"))
    }
    for (line, reason) in loopsOfParents() {
      refuse(
        .places,
        ImportIssue(
          file: logs[.places]?.file ?? SijilTable.places.fileName, row: line,
          column: SijilColumn.parent.rawValue, reason: reason))
    }
  }

  /// The records, and a report for each table in the order read.
  func finish() -> (batch: RecordBatch, outcome: ImportOutcome) {
    let batch = RecordBatch(
      sources: sources.records, places: places.records, incidents: incidents.records,
      claims: claims.records)
    let reports = order.compactMap { logs[$0] }.map { log in
      ImportReport(
        file: log.file, rowsIn: log.rowsIn, refused: log.refusedLines.count,
        duplicates: log.duplicateLines.subtracting(log.refusedLines).count, issues: log.issues)
    }
    return (batch, ImportOutcome(reports: reports))
  }
}

// Records and the rows that belong to them.
extension SijilAssembly {
  /// Where a row of a child table belongs.
  enum Owner {
    /// A record being made, by its ordinal.
    case draft(Int)
    /// A record that the ledger holds: so is this row.
    case duplicate
    /// A record whose row was refused, or none at all; the row says so.
    case none
  }

  /// Declares a record by its row; answers whether the ledger holds it already.
  static func declare<Record>(
    _ id: Identifier<Record>?, _ record: Record?, in roster: inout Roster<Record>,
    isKnown: (Identifier<Record>) -> Bool, _ row: inout TableRow
  ) -> Bool {
    guard let id else { return false }
    let isDuplicate = isKnown(id)
    let earlier = roster.declare(id, line: row.line, record: record, isKnown: isDuplicate)
    if let earlier { row.refuse(.id, "\(id) was declared already on line \(earlier)") }
    return isDuplicate
  }

  /// Finds the record that a child row belongs to.
  static func owner<Record>(
    _ id: Identifier<Record>?, in roster: Roster<Record>, isKnown: (Identifier<Record>) -> Bool,
    named name: String, _ column: SijilColumn, _ row: inout TableRow
  ) -> Owner {
    guard let id else { return .none }
    switch roster.slot(of: id) {
    case .draft(let ordinal): return .draft(ordinal)
    case .duplicate: return .duplicate
    case .refused: return .none
    case nil: break
    }
    row.refuse(
      column,
      isKnown(id)
        ? "\(name) \(id) is in the ledger already; an import adds to no record that is held"
        : "there is no \(name) \(id) here")
    return .none
  }
}
