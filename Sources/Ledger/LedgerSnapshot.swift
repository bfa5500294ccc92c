import GRDB
public import Records

/// The ledger's records as of one entry: it reads the same for ever.
///
/// Pinned to an entry's number rather than to a database transaction, so holding one costs
/// nothing and keeps no log from being cleared. A redaction shows in every snapshot: what was
/// taken out is gone from all of them.
public struct LedgerSnapshot: Sendable {
  let ledger: Ledger
  /// The last entry it holds; 0 before the first.
  public let sequence: Int
  /// How many records of each kind it holds.
  public let counts: RecordCounts
}

extension Ledger {
  /// The records as they are now.
  ///
  /// - Returns: A snapshot of the last entry.
  /// - Throws: ``LedgerError``.
  public func snapshot() throws -> LedgerSnapshot {
    try snapshot("SELECT max(sequence) FROM ledger_entries", .null)
  }

  /// The records as they were at a moment, by the writers' clocks.
  ///
  /// - Parameter moment: The last entry recorded then or before decides, and those before it count
  ///   whatever their clocks said.
  /// - Returns: A snapshot; an empty one before the first entry.
  /// - Throws: ``LedgerError``.
  public func snapshot(asRecorded moment: Instant) throws -> LedgerSnapshot {
    try snapshot(
      "SELECT max(sequence) FROM ledger_entries WHERE recorded_at <= ?",
      .text(moment.description))
  }

  /// The records as of an entry.
  ///
  /// - Parameter sequence: The entry's number; 0 is the empty ledger.
  /// - Returns: A snapshot.
  /// - Throws: ``LedgerError/unknownEntry(_:)``.
  public func snapshot(sequence: Int) throws -> LedgerSnapshot {
    let snapshot = try snapshot(
      "SELECT sequence FROM ledger_entries WHERE sequence = ?", .integer(sequence))
    guard snapshot.sequence == sequence else { throw LedgerError.unknownEntry(sequence) }
    return snapshot
  }

  /// - Complexity: O(*e*), *e* entries, well under a microsecond each.
  private func snapshot(_ lastEntry: String, _ value: ColumnValue) throws -> LedgerSnapshot {
    try storing {
      try readers.read { database in
        let last = try PreparedStatement(lastEntry, in: database)
        if value != .null { last.bind(value, at: 1) }
        defer { last.reset() }
        let sequence = try last.next() ? last.integer(0) : 0
        return LedgerSnapshot(
          ledger: self, sequence: sequence,
          counts: try Ledger.counts(upTo: sequence, in: database))
      }
    }
  }

  /// How many records of each kind were current after an entry and are not redacted.
  private static func counts(upTo sequence: Int, in database: Database) throws -> RecordCounts {
    let sums = RecordKind.allCases.map {
      "sum(\($0.table)_added - \($0.table)_replacing) - "
        + "(SELECT count(*) FROM ledger_redactions WHERE kind = \($0.number) AND first_entry <= ?1)"
    }
    let statement = try PreparedStatement(
      "SELECT \(sums.joined(separator: ", ")) FROM ledger_entries WHERE sequence <= ?1",
      in: database)
    statement.bind(sequence, at: 1)
    defer { statement.reset() }
    var counts = RecordCounts()
    guard try statement.next() else { return counts }
    for (column, kind) in RecordKind.allCases.enumerated() {
      counts[kind] = statement.integer(Int32(column))
    }
    return counts
  }
}
