import GRDB
import JSONText
public import Records
import SimpleFeatures

/// Writes the records of one entry; handed to the body of
/// ``Ledger/append(author:reason:recordedAt:origin:body:)`` and of no use outside it.
public struct LedgerAppender: ~Copyable {
  let database: Database
  let entry: Int
  var kinds: [KindAppender]
  var hasher = RowsHasher()
  var settling: Settling
  var redactionCount = 0
  private var writer = JSONWriter(reserving: 4_096)
  let membership: PreparedStatement
  let foreignHolder: [RecordKind: PreparedStatement]

  init(
    _ database: Database, entry: Int, indexLimit: Int = LayerChanges.limit
  ) throws {
    let kinds = try RecordKind.allCases.map {
      try KindAppender($0, entry: entry, indexLimit: indexLimit, in: database)
    }
    let settling = try Settling(database)
    let membership = try PreparedStatement(
      "INSERT INTO claim_incidents VALUES (?, ?) ON CONFLICT DO NOTHING", in: database)
    var holders: [RecordKind: PreparedStatement] = [:]
    for kind in [RecordKind.incident, .claim] {
      holders[kind] = try PreparedStatement(
        "SELECT id FROM \(kind.table) WHERE foreign_source = ? AND foreign_id = ?", in: database)
    }
    self.database = database
    self.entry = entry
    self.kinds = kinds
    self.settling = settling
    self.membership = membership
    foreignHolder = holders
  }

  /// Stores a source.
  ///
  /// - Parameters:
  ///   - source: The record.
  ///   - policy: What to do about other content under the same identifier.
  /// - Returns: What became of it.
  /// - Throws: ``LedgerError``.
  @discardableResult
  public mutating func insert(
    _ source: Source, policy: InsertionPolicy = .replace
  ) throws -> InsertionOutcome {
    try preparing(source) { try $0.insert($1, $2, policy) }
  }

  /// Stores a place.
  ///
  /// - Parameters:
  ///   - place: The record.
  ///   - policy: What to do about other content under the same identifier.
  /// - Returns: What became of it.
  /// - Throws: ``LedgerError``.
  @discardableResult
  public mutating func insert(
    _ place: Place, policy: InsertionPolicy = .replace
  ) throws -> InsertionOutcome {
    try preparing(place) { try $0.insert($1, $2, policy) }
  }

  /// Stores an incident.
  ///
  /// - Parameters:
  ///   - incident: The record.
  ///   - policy: What to do about other content under the same identifier.
  /// - Returns: What became of it.
  /// - Throws: ``LedgerError``; ``LedgerError/foreignIDTaken(_:foreignID:by:)`` when another
  ///   incident came from the same row.
  @discardableResult
  public mutating func insert(
    _ incident: Incident, policy: InsertionPolicy = .replace
  ) throws -> InsertionOutcome {
    try preparing(incident) { try $0.insert($1, $2, policy) }
  }

  /// Stores a claim.
  ///
  /// - Parameters:
  ///   - claim: The record.
  ///   - policy: What to do about other content under the same identifier.
  /// - Returns: What became of it.
  /// - Throws: ``LedgerError``; ``LedgerError/foreignIDTaken(_:foreignID:by:)`` when another claim
  ///   came from the same row.
  @discardableResult
  public mutating func insert(
    _ claim: Claim, policy: InsertionPolicy = .replace
  ) throws -> InsertionOutcome {
    try preparing(claim) { try $0.insert($1, $2, policy) }
  }

  /// Hands on a record with its canonical bytes and their digest.
  private mutating func preparing<Record: LedgerRecord, Result>(
    _ record: Record, _ body: (inout LedgerAppender, Record, PreparedRow) throws -> Result
  ) throws -> Result {
    writer.removeAll()
    do {
      try record.encode(into: &writer)
    } catch {
      throw LedgerError.unreadableRecord(Record.recordKind, id: record.id.text, error)
    }
    let bytes = writer.bytes
    return try bytes.withUnsafeBufferPointer {
      let digest = LedgerDigest(hashing: UnsafeRawBufferPointer($0))
      return try body(&self, record, PreparedRow(bytes: $0, digest: digest))
    }
  }
}

extension InsertionOutcome {
  /// Whether a new version was written.
  var isNew: Bool { self == .stored || self == .replaced }
}
