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
  private let membership: PreparedStatement
  private let foreignHolder: [RecordKind: PreparedStatement]

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
    try store(source, at: nil, policy)
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
    let outcome = try store(place, at: nil, policy)
    if outcome.isNew { settling.changed(place.id) }
    return outcome
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
    let point = try settling.point(of: incident)
    let outcome = try store(incident, at: point, policy)
    if outcome.isNew {
      settling.stored(incident)
      try settling.notePlaces(of: .incident, row: kinds[RecordKind.incident.number].last)
    }
    return outcome
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
    let point = try settling.point(of: claim)
    let outcome = try store(claim, at: point, policy)
    guard outcome.isNew else { return outcome }
    settling.stored(claim)
    let fid = kinds[RecordKind.claim.number].last
    try settling.notePlaces(of: .claim, row: fid)
    for link in claim.incidents {
      membership.bind(link.incident.text, at: 1)
      membership.bind(fid, at: 2)
      try membership.run()
    }
    return outcome
  }

  private mutating func store<Record: LedgerRecord>(
    _ record: Record, at point: LayerPoint?, _ policy: InsertionPolicy
  ) throws -> InsertionOutcome {
    writer.removeAll()
    do {
      try record.encode(into: &writer)
    } catch {
      throw LedgerError.unreadableRecord(Record.recordKind, id: record.id.text, error)
    }
    let bytes = writer.bytes
    let digest = LedgerDigest(hashing: bytes)
    if try insert(record, bytes, digest, at: point) { return .stored }
    let number = Record.recordKind.number
    guard let existing = try kinds[number].existing(record.id.text) else {
      throw try foreignClash(of: record)
    }
    if existing.hash == digest {
      kinds[number].duplicates += 1
      return .duplicate
    }
    switch policy {
    case .keep:
      kinds[number].kept += 1
      return .kept
    case .refuse: throw LedgerError.recordExists(Record.recordKind, id: record.id.text)
    case .replace:
      try archive(existing, under: record.id)
      guard try insert(record, bytes, digest, at: point) else {
        throw try foreignClash(of: record)
      }
      return .replaced
    }
  }

  /// Inserts a row; answers `false` when its identifier or its foreign one is taken.
  private mutating func insert<Record: LedgerRecord>(
    _ record: Record, _ bytes: [UInt8], _ digest: LedgerDigest, at point: LayerPoint?
  ) throws -> Bool {
    let number = Record.recordKind.number
    let isNew = try bytes.withUnsafeBufferPointer {
      try kinds[number].insert(record, $0, digest, at: point)
    }
    if isNew { hasher.add(digest, of: Record.recordKind) }
    return isNew
  }

  /// Moves what is stored under an identifier to the history.
  private mutating func archive<Record: LedgerRecord>(
    _ existing: KindAppender.Existing, under id: Identifier<Record>
  ) throws {
    guard !existing.isRedacted else {
      throw LedgerError.recordRedacted(Record.recordKind, id: id.text)
    }
    if Record.recordKind == .incident {
      let incident = try existing.record.withUnsafeBufferPointer {
        try Incident(stored: $0, id: id.text)
      }
      settling.replaced(incident)
    }
    try kinds[Record.recordKind.number].replace(existing)
  }

  /// The error for a record whose row of another data set is stored under another identifier.
  private func foreignClash(of record: some LedgerRecord) throws -> LedgerError {
    let kind = type(of: record).recordKind
    guard let origin = record.origin, let statement = foreignHolder[kind] else {
      return .damaged("\(kind.rawValue) \(record.id.text) is and is not there")
    }
    statement.bind(origin.source.text, at: 1)
    statement.bind(origin.id, at: 2)
    defer { statement.reset() }
    guard try statement.next() else {
      return .damaged("\(kind.rawValue) \(record.id.text) is and is not there")
    }
    return .foreignIDTaken(kind, foreignID: origin, by: statement.text(0))
  }
}

extension InsertionOutcome {
  /// Whether a new version was written.
  var isNew: Bool { self == .stored || self == .replaced }
}
