import GRDB
public import Records

extension Ledger {
  /// Takes the content of a record, in all its versions, out of the ledger for good.
  ///
  /// Its identifier, the digests of what it was and the reason stay, so the chain still holds. The
  /// freed bytes are overwritten; copies and backups made before are beyond reach.
  ///
  /// - Parameters:
  ///   - id: The record's identifier.
  ///   - kind: What kind of record it is.
  ///   - author: Who takes it out.
  ///   - reason: Why; stands where the content was.
  ///   - recordedAt: When, by the writer's clock.
  /// - Returns: The entry.
  /// - Throws: ``LedgerError/unknownRecord(_:id:)``, ``LedgerError/recordRedacted(_:id:)`` when it
  ///   was done before.
  /// - Complexity: O(*n*), *n* rows of the helper tables.
  @discardableResult
  public func redact(
    _ id: String, kind: RecordKind, author: String, reason: String, recordedAt: Instant
  ) throws -> LedgerEntry {
    let header = EntryHeader(author: author, reason: reason, recordedAt: recordedAt)
    return try writing { database in
      try database.execute(sql: "PRAGMA secure_delete = ON")
      defer { try? database.execute(sql: "PRAGMA secure_delete = OFF") }
      let receipt = try Ledger.writeEntry(header, in: database) { appender in
        let first = try Ledger.firstEntry(of: id, kind, in: database)
        try appender.redact(
          Redaction(entry: appender.entry, kind: kind, id: id, firstEntry: first, reason: reason))
      }
      // The log still holds the pages as they were.
      _ = try? database.checkpoint(.truncate)
      guard let entry = receipt.entry else {
        throw LedgerError.damaged("the redaction was not written")
      }
      return entry
    }
  }

  private static func firstEntry(
    of id: String, _ kind: RecordKind, in database: Database
  ) throws -> Int {
    let statement = try PreparedStatement(
      """
      SELECT min(recorded_entry), max(redacted_entry) FROM (
        SELECT recorded_entry, redacted_entry FROM \(kind.table) WHERE id = ?1
        UNION ALL
        SELECT recorded_entry, redacted_entry FROM \(kind.historyTable) WHERE id = ?1)
      """, in: database)
    statement.bind(id, at: 1)
    defer { statement.reset() }
    guard try statement.next(), !statement.isNull(0) else {
      throw LedgerError.unknownRecord(kind, id: id)
    }
    guard statement.isNull(1) else { throw LedgerError.recordRedacted(kind, id: id) }
    return statement.integer(0)
  }
}

extension LedgerAppender {
  /// Puts the tombstone in the place of every version.
  mutating func redact(_ redaction: Redaction) throws {
    let kind = redaction.kind
    try reopenDependents(of: redaction)
    try removeTraces(of: redaction)
    let current = try kinds[kind.number].existing(redaction.id)?.fid
    let columns = LedgerSchema.columns(of: kind).map(\.name) + (kind.isLayer ? ["geom"] : [])
    let updates = [
      (kind.table, columns.map { "\($0) = NULL, " }.joined()), (kind.historyTable, ""),
    ]
    for (table, cleared) in updates {
      let statement = try PreparedStatement(
        "UPDATE \(table) SET \(cleared) record = ?, redacted_entry = ? WHERE id = ?", in: database)
      statement.bind(String(decoding: redaction.tombstone, as: UTF8.self), at: 1)
      statement.bind(redaction.entry, at: 2)
      statement.bind(redaction.id, at: 3)
      try statement.run()
    }
    let trace = try PreparedStatement(
      """
      INSERT INTO ledger_redactions (entry, kind, id, first_entry, reason) VALUES (?, ?, ?, ?, ?)
      """, in: database)
    trace.bind(redaction.entry, at: 1)
    trace.bind(kind.number, at: 2)
    trace.bind(redaction.id, at: 3)
    trace.bind(redaction.firstEntry, at: 4)
    trace.bind(redaction.reason, at: 5)
    try trace.run()
    hasher.add(redaction: redaction.digest)
    redactionCount += 1
    kinds[kind.number].lostGeometry(ofRow: kind.isLayer ? current : nil)
  }

  /// Notes whose points hang on the record.
  private mutating func reopenDependents(of redaction: Redaction) throws {
    if redaction.kind == .place, let place = PlaceID(redaction.id) { settling.changed(place) }
    if redaction.kind == .incident,
      let row = try kinds[RecordKind.incident.number].existing(redaction.id)
    {
      let incident = try row.record.withUnsafeBufferPointer {
        try Incident(stored: $0, id: redaction.id)
      }
      settling.reopen(incident)
    }
  }

  /// Removes what helper tables keep of the record's content.
  private func removeTraces(of redaction: Redaction) throws {
    let kind = redaction.kind
    let versions =
      "SELECT fid FROM \(kind.table) WHERE id = ?1 UNION ALL "
      + "SELECT fid FROM \(kind.historyTable) WHERE id = ?1"
    var deletions = [
      "DELETE FROM location_places WHERE kind = \(kind.number) AND fid IN (\(versions))"
    ]
    if kind == .claim {
      deletions.append("DELETE FROM claim_incidents WHERE claim_fid IN (\(versions))")
    }
    for sql in deletions {
      let statement = try PreparedStatement(sql, in: database)
      statement.bind(redaction.id, at: 1)
      try statement.run()
    }
  }
}
