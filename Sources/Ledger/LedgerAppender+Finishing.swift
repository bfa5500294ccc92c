import GRDB
import Records
import SimpleFeatures

// The end of an entry: points that waited for other records, spatial indexes, the entry itself.
extension LedgerAppender {
  /// How many record versions the entry adds, and how many of them replace one.
  var counts: (added: RecordCounts, replacing: RecordCounts) {
    var added = RecordCounts()
    var replacing = RecordCounts()
    for kind in kinds {
      added[kind.kind] = kind.last - kind.floor
      replacing[kind.kind] = kind.replaced
    }
    return (added, replacing)
  }

  /// Whether the entry would hold nothing.
  var isEmpty: Bool { counts.added.total == 0 && redactionCount == 0 }

  mutating func finishLayers(recordedAt: Instant) throws {
    try settlePoints()
    let text = recordedAt.geoPackageText
    for kind in kinds where kind.last > kind.floor || !kind.changes.isEmpty {
      try kind.changes.finish(database, recordedAt: text)
    }
  }

  func receipt(for entry: LedgerEntry?) -> LedgerReceipt {
    var receipt = LedgerReceipt(
      entry: entry, stored: .init(), replaced: .init(), duplicates: .init(), kept: .init())
    for kind in kinds {
      receipt.stored[kind.kind] = kind.stored
      receipt.replaced[kind.kind] = kind.replaced
      receipt.duplicates[kind.kind] = kind.duplicates
      receipt.kept[kind.kind] = kind.kept
    }
    return receipt
  }

  private mutating func settlePoints() throws {
    let openClaims = settling.close()
    var incidents: Set<Int> = []
    var claims: Set<Int> = []
    let dependents = try PreparedStatement(
      "SELECT kind, fid FROM location_places WHERE place = ?", in: database)
    for place in settling.changedPlaces {
      dependents.bind(place.text, at: 1)
      while try dependents.next() {
        let fid = dependents.integer(1)
        if dependents.integer(0) == RecordKind.incident.number {
          incidents.insert(fid)
        } else {
          claims.insert(fid)
        }
      }
    }
    for claim in openClaims {
      if let row = try kinds[RecordKind.claim.number].existing(claim.text) {
        claims.insert(row.fid)
      }
    }
    for fid in incidents.sorted() { try settle(Incident.self, row: fid) }
    for fid in claims.sorted() { try settle(Claim.self, row: fid) }
  }

  /// Computes a current row's point anew.
  private mutating func settle<Record: LedgerRecord>(_ type: Record.Type, row fid: Int) throws {
    let selection = try PreparedStatement(
      """
      SELECT record, id, geom FROM \(Record.recordKind.table)
      WHERE fid = ? AND redacted_entry IS NULL
      """, in: database)
    selection.bind(fid, at: 1)
    guard try selection.next() else { return }
    let record = try Record(stored: selection.bytes(0), id: selection.text(1))
    let old = Array(selection.bytes(2))
    selection.reset()
    let point: LayerPoint?
    switch record {
    case let incident as Incident: point = try settling.point(of: incident)
    case let claim as Claim: point = try settling.point(of: claim)
    default: return
    }
    try update(record, row: fid, point)
    try settling.notePlaces(of: Record.recordKind, row: fid)
    kinds[Record.recordKind.number].moved(
      row: fid, from: old, to: point.map { .point($0.position) })
  }

  private func update(
    _ record: some LedgerRecord, row fid: Int, _ point: LayerPoint?
  ) throws {
    let kind = type(of: record).recordKind
    let columns = LedgerSchema.columns(of: kind).map { "\($0.name) = ?" }
    let statement = try PreparedStatement(
      "UPDATE \(kind.table) SET \(columns.joined(separator: ", ")), geom = ? WHERE fid = ?",
      in: database)
    var position: Int32 = 1
    for value in record.columnValues(at: point) {
      statement.bind(value, at: position)
      position += 1
    }
    let geometry = point.map { GeoPackageGeometry.encode(.point($0.position)) }
    statement.bind(geometry.map { .blob($0) } ?? .null, at: position)
    statement.bind(fid, at: position + 1)
    try statement.run()
  }
}

extension Instant {
  /// The form of `gpkg_contents.last_change`.
  var geoPackageText: String { description.dropLast() + ".000Z" }
}
