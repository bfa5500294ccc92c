import Records

// Batches that were made ready elsewhere.
extension LedgerAppender {
  /// Stores prepared records, those that others refer to first.
  ///
  /// Incidents and claims that hang on nothing but each other go in blocks of rows. Where an
  /// identifier is taken, and for all other records, they go one by one.
  ///
  /// - Parameters:
  ///   - prepared: The records.
  ///   - policy: What to do about other content under the same identifier.
  /// - Throws: ``LedgerError``.
  public mutating func insert(
    _ prepared: PreparedRecords, policy: InsertionPolicy = .replace
  ) throws {
    for source in prepared.sources { try insert(source, policy: policy) }
    for place in prepared.places { try insert(place, policy: policy) }
    var areNew = true
    try insert(prepared.incidents) { appender, run in
      let isNew = try appender.insertBlocks(run, of: prepared.incidents)
      areNew = areNew && isNew
      return isNew
    } one: { (appender, incident: Incident, row, _) in
      try appender.insert(incident, row, policy)
    }
    try insert(prepared.claims) { appender, run in
      // The points of these claims are those of incidents as they are in the batch.
      guard areNew, try appender.insertBlocks(run, of: prepared.claims) else { return false }
      try appender.insertMemberships(run, of: prepared.claims)
      return true
    } one: { (appender, claim: Claim, row, wasReady) in
      if wasReady { appender.settling.expect(claim) }
      try appender.insert(claim, row, policy)
    }
  }

  /// Stores the ready rows run by run, the others and those of runs that cannot be stored so as
  /// records read back from their canonical text.
  private mutating func insert<Record: LedgerRecord>(
    _ rows: PreparedRows,
    run insertRun: (inout LedgerAppender, Range<Int>) throws -> Bool,
    one insertOne: (inout LedgerAppender, Record, PreparedRow, Bool) throws -> Void
  ) throws {
    var first = 0
    while first < rows.count {
      let run = rows.run(from: first)
      first = run.upperBound
      let isReady = rows.isReady(run.lowerBound)
      if isReady, try insertRun(&self, run) { continue }
      try rows.withText { text in
        for row in run {
          let bytes = rows.text(row, in: text)
          try insertOne(
            &self, Record(stored: bytes, id: rows.identifier(row)),
            PreparedRow(bytes: bytes, digest: rows.digests[row]), isReady)
        }
      }
    }
  }

  /// Answers `false` when the identifier of any row is taken; then none of them is stored.
  private mutating func insertBlocks(_ run: Range<Int>, of rows: PreparedRows) throws -> Bool {
    guard try kinds[rows.kind.number].insert(run, of: rows, in: database) else { return false }
    hasher.add(rows.digests[run], of: rows.kind)
    return true
  }

  /// Links the claims stored last, each of which speaks of one incident, to that.
  private func insertMemberships(_ run: Range<Int>, of rows: PreparedRows) throws {
    let insertion = try BlockInsertion(
      into: "claim_incidents", columns: ["incident", "claim_fid"], count: run.count, in: database)
    let version = kinds[rows.kind.number].last + 1 - run.upperBound
    let areLinked = try PreparedRowBinder.lend(rows) { binder in
      try insertion.insert(run) { row, statement, position, _ in
        binder.bind(row, column: Claim.incidentsCell, to: statement, at: position)
        statement.bind(version + row, at: position + 1)
      }
    }
    guard areLinked else { throw LedgerError.damaged("claim_incidents knows claims to come") }
  }
}

extension Claim {
  /// The cell that names the incidents.
  fileprivate static let incidentsCell =
    1 + (LedgerSchema.columns(of: .claim).firstIndex { $0.name == "incidents" } ?? 0)
}
