import GRDB
import Records

extension Ledger {
  /// Computes everything anew that can be computed – the chain of entries, the digest of every
  /// version, the columns and geometries that repeat its content, indexes and extents – and lists
  /// every contradiction.
  ///
  /// Reads one moment of the ledger; writers go on.
  ///
  /// - Parameter anchor: An entry noted outside the ledger, to find an end that was cut off.
  /// - Returns: What was checked and found; damage is a finding, not an error.
  /// - Throws: ``LedgerError`` when the file cannot be read at all.
  /// - Complexity: O(*n* log *n*), *n* versions.
  public func verify(anchor: LedgerAnchor? = nil) throws -> LedgerVerification {
    try storing {
      try readers.read { database in
        var verifier = Verifier(database: database)
        return try verifier.verify(anchor: anchor)
      }
    }
  }
}

/// Goes through a ledger and gathers contradictions.
struct Verifier {
  let database: Database
  var entries: [LedgerEntry] = []
  var hashers: [RowsHasher] = []
  var versions = RecordCounts()
  var redactions: [RecordKind: [String: Redaction]] = [:]
  var problems: [LedgerProblem] = []
  /// How many links between claims and incidents the claims' content asks for.
  var linkCount = 0

  init(database: Database) { self.database = database }

  mutating func verify(anchor: LedgerAnchor?) throws -> LedgerVerification {
    try guarding("file") { try $0.checkStorage() }
    try guarding("schema") { try $0.checkSchema() }
    try guarding("ledger_entries") { verifier in
      verifier.entries = try EntryTable.all(in: verifier.database)
      verifier.checkChain(anchor: anchor)
    }
    hashers = entries.map { _ in RowsHasher() }
    try guarding("ledger_redactions") { try $0.readRedactions() }
    try guarding("sources") { try $0.checkRows(of: Source.self) }
    try guarding("places") { try $0.checkRows(of: Place.self) }
    try guarding("incidents") { try $0.checkRows(of: Incident.self) }
    try guarding("claims") { try $0.checkRows(of: Claim.self) }
    for (entry, hasher) in zip(entries, hashers) where hasher.hash != entry.rowsHash {
      report(.rowsChanged, entry: entry.sequence, "ledger_entries")
    }
    for kind in RecordKind.allCases {
      try guarding(kind.historyTable) { try $0.checkReplacements(of: kind) }
      if kind.isLayer { try guarding(kind.table) { try $0.checkLayer(kind) } }
    }
    try guarding("claim_incidents") { try $0.checkMembershipCount() }
    return LedgerVerification(
      entryCount: entries.count, versions: versions,
      head: entries.last.map { LedgerAnchor(sequence: $0.sequence, hash: $0.hash) },
      problems: problems)
  }

  mutating func report(
    _ fault: LedgerFault, entry: Int? = nil, _ table: String, id: String? = nil
  ) {
    problems.append(LedgerProblem(entry: entry, table: table, id: id, fault: fault))
  }

  /// Runs one check; what stops it is one more finding.
  private mutating func guarding(
    _ table: String, _ check: (inout Verifier) throws -> Void
  ) throws {
    do {
      try check(&self)
    } catch let error as DatabaseError {
      report(.storageDamaged("\(LedgerError(error))"), table)
    } catch let error as LedgerError {
      report(.storageDamaged(error.description), table)
    }
  }

  private mutating func checkStorage() throws {
    let statement = try PreparedStatement("PRAGMA integrity_check(20)", in: database)
    defer { statement.reset() }
    while try statement.next() {
      let line = statement.text(0)
      if line != "ok" { report(.storageDamaged(line), "file") }
    }
  }

  private mutating func checkSchema() throws {
    let expected = try LedgerSchema.expectedObjects.get()
    let actual = try LedgerSchema.objects(in: database)
    for (name, sql) in expected where actual[name] != sql {
      // An index may be absent until someone asks for it; then all of it is.
      if LayerIndexSchema.isPart(name), try !isIndexed(name) { continue }
      report(.schemaDiffers, name)
    }
    for name in actual.keys where expected[name] == nil { report(.schemaDiffers, name) }
  }

  private func isIndexed(_ name: String) throws -> Bool {
    try RecordKind.allCases.contains {
      try $0.isLayer && name.hasPrefix(LayerIndexSchema.table(of: $0))
        && LayerIndex.exists(for: $0, in: database)
    }
  }

  private mutating func checkChain(anchor: LedgerAnchor?) {
    var previous = LedgerDigest.zero
    var expected = 1
    for entry in entries {
      if entry.sequence != expected {
        report(.entryMissing, entry: entry.sequence, "ledger_entries")
      }
      if entry.previousHash != previous {
        report(.chainBroken, entry: entry.sequence, "ledger_entries")
      }
      if entry.computedHash != entry.hash {
        report(.entryChanged, entry: entry.sequence, "ledger_entries")
      }
      previous = entry.hash
      expected = entry.sequence + 1
    }
    guard let anchor else { return }
    if let entry = entries.first(where: { $0.sequence == anchor.sequence }) {
      if entry.hash != anchor.hash {
        report(.differsFromAnchor, entry: anchor.sequence, "ledger_entries")
      }
    } else {
      report(.endsBeforeAnchor, entry: anchor.sequence, "ledger_entries")
    }
  }

  private mutating func readRedactions() throws {
    var found: [Int: Int] = [:]
    for redaction in try Redaction.all(in: database) {
      redactions[redaction.kind, default: [:]][redaction.id] = redaction
      found[redaction.entry, default: 0] += 1
      if let index = entries.firstIndex(where: { $0.sequence == redaction.entry }) {
        hashers[index].add(redaction: redaction.digest)
      } else {
        report(.belongsToNoEntry, entry: redaction.entry, "ledger_redactions", id: redaction.id)
      }
    }
    for entry in entries where entry.redactionCount != found[entry.sequence, default: 0] {
      report(.redactionDiffers, entry: entry.sequence, "ledger_redactions")
    }
  }
}
