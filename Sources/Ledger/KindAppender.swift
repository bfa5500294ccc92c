import GRDB
import Records
import SimpleFeatures

/// The statements and counters by which an entry writes one kind of record.
struct KindAppender {
  let kind: RecordKind
  /// The last version number before the entry.
  let floor: Int
  /// The last version number now.
  var last: Int
  var stored = 0
  private(set) var replaced = 0
  var duplicates = 0
  var kept = 0
  var changes: LayerChanges

  private let insertion: PreparedStatement
  private let buffer = BindingBuffer()
  private let lookup: PreparedStatement
  private let archive: PreparedStatement
  private let removal: PreparedStatement
  let entry: Int

  /// What is stored under an identifier.
  struct Existing {
    let fid: Int
    let hash: LedgerDigest?
    let isRedacted: Bool
    let geometry: [UInt8]
    let record: [UInt8]
  }

  init(
    _ kind: RecordKind, entry: Int, indexLimit: Int, in database: Database
  ) throws {
    self.kind = kind
    self.entry = entry
    floor = try KindAppender.lastVersion(of: kind, in: database)
    last = floor
    changes = try LayerChanges(kind: kind, limit: indexLimit, in: database)
    let columns = LedgerSchema.columns(of: kind).map(\.name) + (kind.isLayer ? ["geom"] : [])
    insertion = try PreparedStatement(
      """
      INSERT INTO \(kind.table) (fid, id, recorded_entry, hash, record, \
      \(columns.joined(separator: ", "))) VALUES (?, ?, ?, ?, ?, \
      \(columns.map { _ in "?" }.joined(separator: ", "))) ON CONFLICT DO NOTHING
      """, in: database)
    lookup = try PreparedStatement(
      """
      SELECT fid, hash, redacted_entry, record, \(kind.isLayer ? "geom" : "NULL")
      FROM \(kind.table) WHERE id = ?
      """, in: database)
    archive = try PreparedStatement(
      """
      INSERT INTO \(kind.historyTable)
        (fid, id, recorded_entry, replaced_entry, redacted_entry, hash, record)
      SELECT fid, id, recorded_entry, ?, redacted_entry, hash, record
      FROM \(kind.table) WHERE fid = ?
      """, in: database)
    removal = try PreparedStatement("DELETE FROM \(kind.table) WHERE fid = ?", in: database)
  }

  static func lastVersion(of kind: RecordKind, in database: Database) throws -> Int {
    let statement = try PreparedStatement(
      """
      SELECT max(coalesce((SELECT max(fid) FROM \(kind.table)), 0),
        coalesce((SELECT max(fid) FROM \(kind.historyTable)), 0))
      """, in: database)
    defer { statement.reset() }
    return try statement.next() ? statement.integer(0) : 0
  }

  /// Inserts a row; answers `false` when its identifier or its foreign one is taken.
  mutating func insert<Record: LedgerRecord>(
    _ record: Record, _ row: PreparedRow, at point: LayerPoint?
  ) throws -> Bool {
    var binder = RowBinder(insertion, buffer)
    binder.add(last + 1)
    binder.add(record.id.text)
    binder.add(entry)
    binder.add(row.digest)
    binder.add(borrowedText: row.bytes)
    record.addColumns(at: point, to: &binder)
    let geometry = record.ownGeometry ?? point.map { .point($0.position) }
    if kind.isLayer { binder.add(blob: geometry.map { GeoPackageGeometry.encode($0) }) }
    try insertion.run()
    guard insertion.changes == 1 else { return false }
    last += 1
    stored += 1
    if kind.isLayer, let envelope = geometry?.envelope { changes.add(envelope, ofNewRow: last) }
    return true
  }

  /// Notes that a row's geometry was computed anew.
  mutating func moved(row fid: Int, from old: [UInt8], to geometry: Geometry?) {
    changes.remove(envelope(of: old), ofRow: fid)
    changes.set(geometry?.envelope, forRow: fid)
  }

  /// Notes that a row's geometry went and must not show even in the layer's extent.
  mutating func lostGeometry(ofRow fid: Int?) {
    if let fid { changes.set(nil, forRow: fid) }
    changes.loseExtent()
  }

  private func envelope(of blob: [UInt8]) -> Envelope? {
    blob.isEmpty ? nil : (try? GeoPackageGeometry.decode(blob))?.envelope
  }

  func existing(_ id: String) throws -> Existing? {
    lookup.bind(id, at: 1)
    defer { lookup.reset() }
    guard try lookup.next() else { return nil }
    return Existing(
      fid: lookup.integer(0), hash: lookup.digest(1), isRedacted: !lookup.isNull(2),
      geometry: Array(lookup.bytes(4)), record: Array(lookup.bytes(3)))
  }

  /// Moves a row to the history.
  mutating func replace(_ row: Existing) throws {
    let fid = row.fid
    archive.bind(entry, at: 1)
    archive.bind(fid, at: 2)
    try archive.run()
    removal.bind(fid, at: 1)
    try removal.run()
    changes.remove(envelope(of: row.geometry), ofRow: fid)
    replaced += 1
    stored -= 1
  }
}
