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
  public func snapshot() throws -> LedgerSnapshot { try snapshot { _ in true } }

  /// The records as they were at a moment, by the writers' clocks.
  ///
  /// - Parameter moment: The last entry recorded then or before decides, and those before it count
  ///   whatever their clocks said.
  /// - Returns: A snapshot; an empty one before the first entry.
  /// - Throws: ``LedgerError``.
  public func snapshot(asRecorded moment: Instant) throws -> LedgerSnapshot {
    try snapshot { $0.recordedAt <= moment }
  }

  /// The records as of an entry.
  ///
  /// - Parameter sequence: The entry's number; 0 is the empty ledger.
  /// - Returns: A snapshot.
  /// - Throws: ``LedgerError/unknownEntry(_:)``.
  public func snapshot(sequence: Int) throws -> LedgerSnapshot {
    let snapshot = try snapshot { $0.sequence <= sequence }
    guard snapshot.sequence == sequence else { throw LedgerError.unknownEntry(sequence) }
    return snapshot
  }

  private func snapshot(_ isHeld: (LedgerEntry) -> Bool) throws -> LedgerSnapshot {
    try storing {
      try readers.read { database in
        let entries = try EntryTable.all(in: database)
        guard let last = entries.lastIndex(where: isHeld) else {
          return LedgerSnapshot(ledger: self, sequence: 0, counts: .init())
        }
        var counts = RecordCounts()
        for entry in entries[...last] {
          for kind in RecordKind.allCases {
            counts[kind] += entry.added[kind] - entry.replacing[kind]
          }
        }
        let sequence = entries[last].sequence
        try Ledger.discount(redactionsUpTo: sequence, from: &counts, in: database)
        return LedgerSnapshot(ledger: self, sequence: sequence, counts: counts)
      }
    }
  }

  private static func discount(
    redactionsUpTo sequence: Int, from counts: inout RecordCounts, in database: Database
  ) throws {
    let statement = try PreparedStatement(
      "SELECT kind, count(*) FROM ledger_redactions WHERE first_entry <= ? GROUP BY kind",
      in: database)
    statement.bind(sequence, at: 1)
    while try statement.next() {
      let number = statement.integer(0)
      guard let kind = RecordKind.allCases.first(where: { $0.number == number }) else { continue }
      counts[kind] -= statement.integer(1)
    }
  }
}
