import GRDB
public import Records

// Walks over all versions, in chunks by their numbers.
//
// A version is either current or in the history in any one moment, and its number never changes,
// so chunks read at different moments neither skip nor repeat one.
extension LedgerSnapshot {
  /// Makes something of the incidents, piece by piece on several threads, and takes the pieces in
  /// the order written.
  ///
  /// - Parameters:
  ///   - empty: A piece of nothing.
  ///   - add: Adds an incident to a piece, on any thread.
  ///   - take: Takes a piece, on the calling thread.
  /// - Throws: ``LedgerError``, or what the last body throws.
  /// - Complexity: O(*n*); the bytes of a few thousand records are held at a time.
  public func forEachPieceOfIncidents<Piece: Sendable>(
    from empty: Piece, adding add: @escaping @Sendable (inout Piece, borrowing Incident) -> Void,
    taking take: (Piece) throws -> Void
  ) throws {
    try forEachPiece(from: empty, adding: add, taking: take)
  }

  /// Makes something of the claims, piece by piece on several threads, and takes the pieces in the
  /// order written.
  ///
  /// - Parameters:
  ///   - empty: A piece of nothing.
  ///   - add: Adds a claim to a piece, on any thread.
  ///   - take: Takes a piece, on the calling thread.
  /// - Throws: ``LedgerError``, or what the last body throws.
  /// - Complexity: O(*n*); the bytes of a few thousand records are held at a time.
  public func forEachPieceOfClaims<Piece: Sendable>(
    from empty: Piece, adding add: @escaping @Sendable (inout Piece, borrowing Claim) -> Void,
    taking take: (Piece) throws -> Void
  ) throws {
    try forEachPiece(from: empty, adding: add, taking: take)
  }

  /// Visits the records of one kind in the order written.
  func forEach<Record: LedgerRecord>(
    _ body: (Record, inout Bool) throws -> Void
  ) throws {
    let chunks = try Chunks(of: Record.recordKind, in: self)
    var stops = false
    for number in 0..<chunks.count {
      try chunks.forEachRecord(number) { (record: borrowing Record) in
        if !stops { try body(record, &stops) }
      }
      if stops { return }
    }
  }

  private func forEachPiece<Record: LedgerRecord, Piece: Sendable>(
    from empty: Piece, adding add: @escaping @Sendable (inout Piece, borrowing Record) -> Void,
    taking take: (Piece) throws -> Void
  ) throws {
    let chunks = try Chunks(of: Record.recordKind, in: self)
    try OrderedWork.run(
      count: chunks.count,
      making: { number in
        var piece = empty
        try chunks.forEachRecord(number) { add(&piece, $0) }
        return piece
      }, taking: take)
  }
}

/// The versions of one kind of record in runs of their numbers.
private struct Chunks: Sendable {
  private static let size = 4_096

  private let snapshot: LedgerSnapshot
  private let kind: RecordKind
  private let last: Int
  private let hasHistory: Bool

  var count: Int { (last + Self.size - 1) / Self.size }

  init(of kind: RecordKind, in snapshot: LedgerSnapshot) throws {
    self.snapshot = snapshot
    self.kind = kind
    (last, hasHistory) = try storing {
      try snapshot.ledger.readers.read { database in
        let history = try PreparedStatement(
          "SELECT 1 FROM \(kind.historyTable) LIMIT 1", in: database)
        defer { history.reset() }
        return (try KindAppender.lastVersion(of: kind, in: database), try history.next())
      }
    }
  }

  /// Visits the records of a chunk.
  ///
  /// Only their bytes are fetched while the connection is held, and a record is lent, not copied:
  /// it has twenty parts to count references to.
  func forEachRecord<Record: LedgerRecord>(
    _ number: Int, _ body: (borrowing Record) throws -> Void
  ) throws {
    let raw = try storing { try snapshot.ledger.readers.read { try rows(number, in: $0) } }
    try raw.bytes.withUnsafeBufferPointer { bytes in
      var start = 0
      for (index, end) in raw.ends.enumerated() {
        let own = UnsafeBufferPointer(rebasing: bytes[start..<end])
        let fid = raw.fids[index]
        let record: Record
        do throws(RecordCodingError) {
          record = try Record(canonicalJSON: own)
        } catch {
          throw LedgerError.unreadableRecord(kind, id: try id(ofVersion: fid), error)
        }
        try body(record)
        start = end
      }
    }
  }

  private struct Rows {
    var bytes: [UInt8] = []
    var ends: [Int] = []
    var fids: [Int] = []
  }

  private func rows(_ number: Int, in database: Database) throws -> Rows {
    var rows = Rows()
    rows.bytes.reserveCapacity(512 * min(Self.size, last))
    let statement = try statement(in: database)
    statement.bind(number * Self.size, at: 1)
    statement.bind((number + 1) * Self.size, at: 2)
    statement.bind(snapshot.sequence, at: 3)
    defer { statement.reset() }
    while try statement.next() {
      rows.fids.append(statement.integer(0))
      rows.bytes.append(contentsOf: statement.bytes(1))
      rows.ends.append(rows.bytes.count)
    }
    return rows
  }

  private func statement(in database: Database) throws -> PreparedStatement {
    let current = """
      SELECT fid, record FROM \(kind.table)
      WHERE fid > ?1 AND fid <= ?2 AND recorded_entry <= ?3 AND redacted_entry IS NULL
      """
    let replaced = """
      SELECT fid, record FROM \(kind.historyTable)
      WHERE fid > ?1 AND fid <= ?2 AND recorded_entry <= ?3 AND replaced_entry > ?3
        AND redacted_entry IS NULL
      """
    return try PreparedStatement(
      (hasHistory ? "\(current) UNION ALL \(replaced)" : current) + " ORDER BY fid", in: database)
  }

  private func id(ofVersion fid: Int) throws -> String {
    try storing {
      try snapshot.ledger.readers.read { database in
        let statement = try PreparedStatement(
          "SELECT id FROM \(kind.table) WHERE fid = ?1 UNION ALL "
            + "SELECT id FROM \(kind.historyTable) WHERE fid = ?1", in: database)
        statement.bind(fid, at: 1)
        defer { statement.reset() }
        return try statement.next() ? statement.text(0) : "version \(fid)"
      }
    }
  }
}
