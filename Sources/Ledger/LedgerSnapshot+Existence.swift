import GRDB
public import Records

extension LedgerSnapshot {
  /// Visits the identifiers of one kind of record, in no order.
  ///
  /// A superset of what the snapshot holds: redacted records and later ones may be among them.
  ///
  /// - Parameters:
  ///   - kind: The kind.
  ///   - body: Takes an identifier.
  /// - Throws: ``LedgerError``.
  /// - Complexity: O(*n*), over the index of identifiers alone.
  public func forEachIdentifier(of kind: RecordKind, _ body: (String) -> Void) throws {
    try storing {
      try ledger.readers.read { database in
        let statement = try PreparedStatement(
          "SELECT id FROM \(kind.table) UNION ALL SELECT id FROM \(kind.historyTable)",
          in: database)
        defer { statement.reset() }
        while try statement.next() { body(statement.text(0)) }
      }
    }
  }

  /// The identifiers of one kind of record that the snapshot holds, redacted ones left out.
  ///
  /// - Parameter kind: The kind.
  /// - Returns: The identifiers.
  /// - Throws: ``LedgerError``.
  /// - Complexity: O(*n*), over all rows of the kind.
  public func identifiers(of kind: RecordKind) throws -> Set<String> {
    try storing {
      try ledger.readers.read { database in
        let statement = try PreparedStatement(
          LedgerSnapshot.heldRows(of: kind, "id"), in: database)
        statement.bind(sequence, at: 1)
        defer { statement.reset() }
        var identifiers = Set<String>(minimumCapacity: counts[kind])
        while try statement.next() { identifiers.insert(statement.text(0)) }
        return identifiers
      }
    }
  }

  /// Whether the snapshot holds a source.
  ///
  /// - Parameter id: The identifier.
  /// - Returns: `false` also when it was redacted.
  /// - Throws: ``LedgerError``.
  public func holds(_ id: SourceID) throws -> Bool { try holds(id.text, of: .source) }

  /// Whether the snapshot holds a place.
  ///
  /// - Parameter id: The identifier.
  /// - Returns: `false` also when it was redacted.
  /// - Throws: ``LedgerError``.
  public func holds(_ id: PlaceID) throws -> Bool { try holds(id.text, of: .place) }

  /// Whether the snapshot holds an incident.
  ///
  /// - Parameter id: The identifier.
  /// - Returns: `false` also when it was redacted.
  /// - Throws: ``LedgerError``.
  public func holds(_ id: IncidentID) throws -> Bool { try holds(id.text, of: .incident) }

  /// Whether the snapshot holds a claim.
  ///
  /// - Parameter id: The identifier.
  /// - Returns: `false` also when it was redacted.
  /// - Throws: ``LedgerError``.
  public func holds(_ id: ClaimID) throws -> Bool { try holds(id.text, of: .claim) }

  /// Asks the index alone; no record is decoded.
  private func holds(_ id: String, of kind: RecordKind) throws -> Bool {
    try storing {
      try ledger.readers.read { database in
        let statement = try PreparedStatement(
          LedgerSnapshot.heldRows(of: kind, "1", where: "id = ?2 AND"), in: database)
        statement.bind(sequence, at: 1)
        statement.bind(id, at: 2)
        defer { statement.reset() }
        return try statement.next()
      }
    }
  }

  /// The question for the rows that were current after entry `?1` and are not redacted.
  private static func heldRows(
    of kind: RecordKind, _ columns: String, where condition: String = ""
  ) -> String {
    """
    SELECT \(columns) FROM \(kind.table)
      WHERE \(condition) recorded_entry <= ?1 AND redacted_entry IS NULL
    UNION ALL
    SELECT \(columns) FROM \(kind.historyTable)
      WHERE \(condition) recorded_entry <= ?1 AND replaced_entry > ?1 AND redacted_entry IS NULL
    """
  }
}
