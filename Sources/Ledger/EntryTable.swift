import GRDB
import Records

/// Reads and writes `ledger_entries`.
enum EntryTable {
  private static let columns = """
    sequence, recorded_at, author, reason, sources_added, places_added, incidents_added, \
    claims_added, sources_replacing, places_replacing, incidents_replacing, claims_replacing, \
    redactions, origin_file, origin_hash, origin_schema, rows_hash, previous_hash, hash
    """

  static func last(in database: Database) throws -> LedgerEntry? {
    let statement = try PreparedStatement(
      "SELECT \(columns) FROM ledger_entries ORDER BY sequence DESC LIMIT 1", in: database)
    defer { statement.reset() }
    return try statement.next() ? try entry(statement) : nil
  }

  static func all(in database: Database) throws -> [LedgerEntry] {
    let statement = try PreparedStatement(
      "SELECT \(columns) FROM ledger_entries ORDER BY sequence", in: database)
    defer { statement.reset() }
    var entries: [LedgerEntry] = []
    while try statement.next() { entries.append(try entry(statement)) }
    return entries
  }

  static func insert(_ entry: LedgerEntry, in database: Database) throws {
    let statement = try PreparedStatement(
      """
      INSERT INTO ledger_entries (\(columns)) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)
      """, in: database)
    statement.bind(entry.sequence, at: 1)
    statement.bind(entry.recordedAt.description, at: 2)
    statement.bind(entry.author, at: 3)
    statement.bind(entry.reason, at: 4)
    for (index, kind) in RecordKind.allCases.enumerated() {
      statement.bind(entry.added[kind], at: Int32(5 + index))
      statement.bind(entry.replacing[kind], at: Int32(9 + index))
    }
    statement.bind(entry.redactionCount, at: 13)
    statement.bind(ColumnValue(entry.origin?.fileName), at: 14)
    statement.bind(entry.origin.map { .blob($0.fileHash.bytes) } ?? .null, at: 15)
    statement.bind(ColumnValue(entry.origin?.schema), at: 16)
    statement.bind(entry.rowsHash, at: 17)
    statement.bind(entry.previousHash, at: 18)
    statement.bind(entry.hash, at: 19)
    try statement.run()
  }

  private static func entry(_ row: PreparedStatement) throws -> LedgerEntry {
    let sequence = row.integer(0)
    guard let recordedAt = Instant(row.text(1)), let rowsHash = row.digest(16),
      let previousHash = row.digest(17), let hash = row.digest(18)
    else { throw LedgerError.damaged("entry \(sequence) cannot be read") }
    var added = RecordCounts()
    var replacing = RecordCounts()
    for (index, kind) in RecordKind.allCases.enumerated() {
      added[kind] = row.integer(Int32(4 + index))
      replacing[kind] = row.integer(Int32(8 + index))
    }
    var origin: ImportOrigin?
    if let file = row.optionalText(13), let fileHash = row.digest(14) {
      origin = ImportOrigin(fileName: file, fileHash: fileHash, schema: row.text(15))
    }
    return LedgerEntry(
      sequence: sequence, recordedAt: recordedAt, author: row.text(2), reason: row.text(3),
      added: added, replacing: replacing, redactionCount: row.integer(12), origin: origin,
      rowsHash: rowsHash, previousHash: previousHash, hash: hash)
  }
}
