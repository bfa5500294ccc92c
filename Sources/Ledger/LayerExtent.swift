import GRDB
import Records
import SimpleFeatures

/// The extent of a layer in `gpkg_contents`.
enum LayerExtent {
  /// Joins boxes as plain intervals: the format knows no box across the antimeridian.
  static func union(_ box: Envelope?, _ other: Envelope?) -> Envelope? {
    guard let box else { return other.map(plain) }
    guard let other = other.map(plain) else { return box }
    return Envelope(
      west: min(box.west, other.west), south: min(box.south, other.south),
      east: max(box.east, other.east), north: max(box.north, other.north))
  }

  /// The box as intervals: one across the antimeridian spans all longitudes.
  static func plain(_ box: Envelope) -> Envelope {
    box.crossesAntimeridian
      ? Envelope(west: -180, south: box.south, east: 180, north: box.north) : box
  }

  /// Whether a box reaches the edge of another, which may then be smaller without it.
  static func isOnEdge(_ box: Envelope, of whole: Envelope?) -> Bool {
    guard let whole else { return false }
    let box = plain(box)
    return box.west <= whole.west || box.south <= whole.south || box.east >= whole.east
      || box.north >= whole.north
  }

  static func store(
    _ extent: Envelope?, of kind: RecordKind, recordedAt: String, in database: Database
  ) throws {
    let statement = try PreparedStatement(
      """
      UPDATE gpkg_contents
      SET last_change = ?, min_x = ?, min_y = ?, max_x = ?, max_y = ? WHERE table_name = ?
      """, in: database)
    statement.bind(recordedAt, at: 1)
    let edges = [extent?.west, extent?.south, extent?.east, extent?.north]
    for (index, edge) in edges.enumerated() {
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

  /// The extent by the layer's geometries.
  static func computed(_ kind: RecordKind, in database: Database) throws -> Envelope? {
    var extent: Envelope?
    try forEachEnvelope(of: kind, in: database) { _, envelope in extent = union(extent, envelope) }
    return extent
  }

  /// Visits the box of every row that has a geometry.
  static func forEachEnvelope(
    of kind: RecordKind, in database: Database, _ body: (Int, Envelope) throws -> Void
  ) throws {
    let statement = try PreparedStatement(
      "SELECT fid, geom FROM \(kind.table) WHERE geom IS NOT NULL ORDER BY fid", in: database)
    defer { statement.reset() }
    while try statement.next() {
      guard let geometry = try? GeoPackageGeometry.decode(Array(statement.bytes(1))) else {
        throw LedgerError.damaged("row \(statement.integer(0)) of \(kind.table) has a bad geometry")
      }
      if let envelope = geometry.envelope { try body(statement.integer(0), envelope) }
    }
  }
}
