import Records

// What storing one record of each kind does besides its row.
extension LedgerAppender {
  @discardableResult
  mutating func insert(
    _ source: Source, _ row: PreparedRow, _ policy: InsertionPolicy
  ) throws -> InsertionOutcome {
    try store(source, row, at: nil, policy)
  }

  @discardableResult
  mutating func insert(
    _ place: Place, _ row: PreparedRow, _ policy: InsertionPolicy
  ) throws -> InsertionOutcome {
    let outcome = try store(place, row, at: nil, policy)
    if outcome.isNew { settling.changed(place.id) }
    return outcome
  }

  @discardableResult
  mutating func insert(
    _ incident: Incident, _ row: PreparedRow, _ policy: InsertionPolicy
  ) throws -> InsertionOutcome {
    let point = try settling.point(of: incident)
    let outcome = try store(incident, row, at: point, policy)
    if outcome.isNew {
      settling.stored(incident)
      try settling.notePlaces(of: .incident, row: kinds[RecordKind.incident.number].last)
    }
    return outcome
  }

  @discardableResult
  mutating func insert(
    _ claim: Claim, _ row: PreparedRow, _ policy: InsertionPolicy
  ) throws -> InsertionOutcome {
    let point = try settling.point(of: claim)
    let outcome = try store(claim, row, at: point, policy)
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
    _ record: Record, _ row: PreparedRow, at point: LayerPoint?, _ policy: InsertionPolicy
  ) throws -> InsertionOutcome {
    if try insertRow(record, row, at: point) { return .stored }
    let number = Record.recordKind.number
    guard let existing = try kinds[number].existing(record.id.text) else {
      throw try foreignClash(of: record)
    }
    if existing.hash == row.digest {
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
      guard try insertRow(record, row, at: point) else {
        throw try foreignClash(of: record)
      }
      return .replaced
    }
  }

  /// Inserts a row; answers `false` when its identifier or its foreign one is taken.
  private mutating func insertRow<Record: LedgerRecord>(
    _ record: Record, _ row: PreparedRow, at point: LayerPoint?
  ) throws -> Bool {
    let isNew = try kinds[Record.recordKind.number].insert(record, row, at: point)
    if isNew { hasher.add(row.digest, of: Record.recordKind) }
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
      settling.reopen(incident)
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
