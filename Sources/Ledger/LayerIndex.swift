import GRDB
import SimpleFeatures
import SpatialIndex

/// Fills the R-tree of a layer.
enum LayerIndex {
  struct Row {
    let fid: Int
    let envelope: Envelope
  }

  static func exists(for kind: RecordKind, in database: Database) throws -> Bool {
    let statement = try PreparedStatement(
      "SELECT 1 FROM gpkg_extensions WHERE table_name = ? AND extension_name = 'gpkg_rtree_index'",
      in: database)
    statement.bind(kind.table, at: 1)
    defer { statement.reset() }
    return try statement.next()
  }

  /// Takes out rows that have no geometry any more.
  static func remove(
    _ rows: some Collection<Int>, of kind: RecordKind, in database: Database
  ) throws {
    guard !rows.isEmpty else { return }
    let statement = try PreparedStatement(
      "DELETE FROM \(LayerIndexSchema.table(of: kind)) WHERE id = ?", in: database)
    for fid in rows.sorted() {
      statement.bind(fid, at: 1)
      try statement.run()
    }
  }

  /// Inserts rows along the Hilbert curve: neighbours go into the same nodes, one after another.
  ///
  /// An empty index is filled from the leaves up.
  static func insert(_ rows: [Row], for kind: RecordKind, in database: Database) throws {
    let rows = rows.sorted { $0.fid < $1.fid }
    let order: [Int]
    do {
      order = try HilbertCurve.order(of: rows.map(\.envelope))
    } catch {
      throw LedgerError.damaged("a geometry of layer \(kind.table) has no envelope")
    }
    if let empty = try PackedLayerIndex(of: kind, in: database) {
      return try empty.fill(with: rows, along: order)
    }
    let statement = try PreparedStatement(
      "INSERT OR REPLACE INTO \(LayerIndexSchema.table(of: kind)) VALUES (?, ?, ?, ?, ?)",
      in: database)
    for ordinal in order {
      let box = LayerExtent.plain(rows[ordinal].envelope)
      statement.bind(rows[ordinal].fid, at: 1)
      statement.bind(box.west, at: 2)
      statement.bind(box.east, at: 3)
      statement.bind(box.south, at: 4)
      statement.bind(box.north, at: 5)
      try statement.run()
    }
  }
}
