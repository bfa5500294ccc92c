import GRDB
import SimpleFeatures
import SpatialIndex

/// What an entry does to one layer's extent and spatial index.
///
/// The index takes a batch after its rows, in Hilbert order; past the limit the rows are too many
/// for one-by-one insertion, and the index is dropped until someone asks for it again, for a stale
/// one would answer wrongly.
struct LayerChanges {
  /// The most rows of one entry that the index follows.
  static let limit = 100_000

  let kind: RecordKind
  private var envelopes: [Int: Envelope?] = [:]
  private var extent: Envelope?
  private(set) var isTooLarge = false

  init(kind: RecordKind) { self.kind = kind }

  /// Notes a row's geometry, `nil` for none.
  mutating func set(_ envelope: Envelope?, forRow fid: Int) {
    if let envelope { extent = LayerExtent.union(extent, envelope) }
    guard !isTooLarge, envelope != nil || envelopes[fid] != nil else { return }
    envelopes[fid] = .some(envelope)
    if envelopes.count > LayerChanges.limit {
      isTooLarge = true
      envelopes = [:]
    }
  }

  /// Notes that a row was replaced.
  mutating func remove(row fid: Int) { envelopes[fid] = nil }

  /// Brings the index and the extent up to date.
  func finish(_ database: Database, recordedAt: String) throws {
    if try LayerIndex.exists(for: kind, in: database) {
      if isTooLarge {
        try database.execute(sql: LayerIndexSchema.drop(for: kind))
      } else {
        let rows = envelopes.compactMap { fid, envelope in
          envelope.map { LayerIndex.Row(fid: fid, envelope: $0) }
        }
        try LayerIndex.insert(rows, for: kind, in: database)
      }
    }
    try LayerExtent.widen(kind, by: extent, recordedAt: recordedAt, in: database)
  }
}

/// The extent of a layer in `gpkg_contents`.
enum LayerExtent {
  /// Joins boxes as plain intervals: the format knows no box across the antimeridian.
  static func union(_ box: Envelope?, _ other: Envelope) -> Envelope {
    guard let box else { return other }
    return Envelope(
      west: min(box.west, other.west), south: min(box.south, other.south),
      east: max(box.east, other.east), north: max(box.north, other.north))
  }

  static func widen(
    _ kind: RecordKind, by extent: Envelope?, recordedAt: String, in database: Database
  ) throws {
    var whole = extent
    if let extent, let stored = try stored(kind, in: database) { whole = union(stored, extent) }
    let statement = try PreparedStatement(
      """
      UPDATE gpkg_contents SET last_change = ?1, min_x = coalesce(?2, min_x),
        min_y = coalesce(?3, min_y), max_x = coalesce(?4, max_x), max_y = coalesce(?5, max_y)
      WHERE table_name = ?6
      """, in: database)
    statement.bind(recordedAt, at: 1)
    for (index, edge) in [whole?.west, whole?.south, whole?.east, whole?.north].enumerated() {
      statement.bind(ColumnValue(edge), at: Int32(2 + index))
    }
    statement.bind(kind.table, at: 6)
    try statement.run()
  }

  static func stored(_ kind: RecordKind, in database: Database) throws -> Envelope? {
    let statement = try PreparedStatement(
      "SELECT min_x, min_y, max_x, max_y FROM gpkg_contents WHERE table_name = ?", in: database)
    statement.bind(kind.table, at: 1)
    defer { statement.reset() }
    guard try statement.next(), !statement.isNull(0) else { return nil }
    return Envelope(
      west: statement.real(0), south: statement.real(1), east: statement.real(2),
      north: statement.real(3))
  }
}
