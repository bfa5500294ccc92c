import GRDB
public import Records

extension LedgerSnapshot {
  /// Visits every source in the order written.
  ///
  /// - Parameter body: Called once a record; setting its second argument ends the walk.
  /// - Throws: ``LedgerError``, or what the body throws.
  /// - Complexity: O(*n*); a thousand records are held at a time.
  public func forEachSource(_ body: (Source, inout Bool) throws -> Void) throws {
    try forEach(body)
  }

  /// Visits every place in the order written.
  ///
  /// - Parameter body: Called once a record; setting its second argument ends the walk.
  /// - Throws: ``LedgerError``, or what the body throws.
  public func forEachPlace(_ body: (Place, inout Bool) throws -> Void) throws {
    try forEach(body)
  }

  /// Visits every incident in the order written.
  ///
  /// - Parameter body: Called once a record; setting its second argument ends the walk.
  /// - Throws: ``LedgerError``, or what the body throws.
  public func forEachIncident(_ body: (Incident, inout Bool) throws -> Void) throws {
    try forEach(body)
  }

  /// Visits every claim in the order written.
  ///
  /// - Parameter body: Called once a record; setting its second argument ends the walk.
  /// - Throws: ``LedgerError``, or what the body throws.
  public func forEachClaim(_ body: (Claim, inout Bool) throws -> Void) throws {
    try forEach(body)
  }

  /// The source with an identifier, if the snapshot holds one.
  ///
  /// - Parameter id: The identifier.
  /// - Returns: `nil` when there is none, or it was redacted.
  /// - Throws: ``LedgerError``.
  public func source(_ id: SourceID) throws -> Source? { try record(id) }

  /// The place with an identifier, if the snapshot holds one.
  ///
  /// - Parameter id: The identifier.
  /// - Returns: `nil` when there is none, or it was redacted.
  /// - Throws: ``LedgerError``.
  public func place(_ id: PlaceID) throws -> Place? { try record(id) }

  /// The incident with an identifier, if the snapshot holds one.
  ///
  /// - Parameter id: The identifier.
  /// - Returns: `nil` when there is none, or it was redacted.
  /// - Throws: ``LedgerError``.
  public func incident(_ id: IncidentID) throws -> Incident? { try record(id) }

  /// The claim with an identifier, if the snapshot holds one.
  ///
  /// - Parameter id: The identifier.
  /// - Returns: `nil` when there is none, or it was redacted.
  /// - Throws: ``LedgerError``.
  public func claim(_ id: ClaimID) throws -> Claim? { try record(id) }

  /// The claims that speak of an incident, in the order written.
  ///
  /// - Parameter incident: The incident.
  /// - Returns: Its claims; none for an incident that is not there.
  /// - Throws: ``LedgerError``.
  /// - Complexity: O(log *n* + *k*), *k* claims.
  public func claims(of incident: IncidentID) throws -> [Claim] {
    try storing {
      try ledger.readers.read { database in
        let statement = try PreparedStatement(
          """
          SELECT m.claim_fid, c.record, c.id FROM claim_incidents m JOIN claims c
            ON c.fid = m.claim_fid
          WHERE m.incident = ?1 AND c.recorded_entry <= ?2 AND c.redacted_entry IS NULL
          UNION ALL
          SELECT m.claim_fid, h.record, h.id FROM claim_incidents m JOIN claims_history h
            ON h.fid = m.claim_fid
          WHERE m.incident = ?1 AND h.recorded_entry <= ?2 AND h.replaced_entry > ?2
            AND h.redacted_entry IS NULL
          ORDER BY 1
          """, in: database)
        statement.bind(incident.text, at: 1)
        statement.bind(sequence, at: 2)
        defer { statement.reset() }
        var claims: [Claim] = []
        while try statement.next() {
          claims.append(try Claim(stored: statement.bytes(1), id: statement.text(2)))
        }
        return claims
      }
    }
  }

  private func record<Record: LedgerRecord>(_ id: Identifier<Record>) throws -> Record? {
    let kind = Record.recordKind
    return try storing {
      try ledger.readers.read { database in
        let statement = try PreparedStatement(
          """
          SELECT record FROM \(kind.table)
            WHERE id = ?1 AND recorded_entry <= ?2 AND redacted_entry IS NULL
          UNION ALL
          SELECT record FROM \(kind.historyTable)
            WHERE id = ?1 AND recorded_entry <= ?2 AND replaced_entry > ?2
              AND redacted_entry IS NULL
          """, in: database)
        statement.bind(id.text, at: 1)
        statement.bind(sequence, at: 2)
        defer { statement.reset() }
        guard try statement.next() else { return nil }
        return try Record(stored: statement.bytes(0), id: id.text)
      }
    }
  }
}
