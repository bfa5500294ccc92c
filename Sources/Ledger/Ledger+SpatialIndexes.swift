import GRDB

extension Ledger {
  /// Builds the spatial index of every layer that lacks one.
  ///
  /// Entries of up to 100,000 rows a layer keep the indexes as they go; a larger one drops the
  /// layer's, for into an index that holds others rows go one by one, at several times the cost of
  /// the import itself. GIS programs work without, only slower. Rows go in along the Hilbert curve.
  ///
  /// - Returns: The kinds of records whose layers got an index.
  /// - Throws: ``LedgerError``.
  /// - Complexity: O(*n* log *n*) time and O(*n*) memory, 40 bytes a row.
  @discardableResult
  public func buildSpatialIndexes() throws -> [RecordKind] {
    try writing { database in
      var built: [RecordKind] = []
      try database.inTransaction(.immediate) {
        for kind in RecordKind.allCases where kind.isLayer {
          guard try !LayerIndex.exists(for: kind, in: database) else { continue }
          try database.execute(sql: LayerIndexSchema.create(for: kind))
          var rows: [LayerIndex.Row] = []
          try LayerExtent.forEachEnvelope(of: kind, in: database) { fid, envelope in
            rows.append(LayerIndex.Row(fid: fid, envelope: envelope))
          }
          try LayerIndex.insert(rows, for: kind, in: database)
          built.append(kind)
        }
        return .commit
      }
      return built
    }
  }
}
