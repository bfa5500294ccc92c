import GRDB
import Records
import SimpleFeatures

extension KindAppender {
  /// Inserts a run of rows that are ready.
  ///
  /// - Returns: `false` when the identifier of any is taken; then none of them is stored.
  mutating func insert(
    _ run: Range<Int>, of rows: PreparedRows, in database: Database
  ) throws -> Bool {
    let columns =
      ["fid", "hash", "record", "id"] + LedgerSchema.columns(of: kind).map(\.name) + ["geom"]
    let insertion = try BlockInsertion(
      into: kind.table, sharing: "recorded_entry", columns: columns, count: run.count,
      in: database)
    insertion.share(entry)
    let version = last + 1 - run.lowerBound
    let isWhole = try PreparedRowBinder.lend(rows) { binder in
      try insertion.insert(run) { row, statement, position, place in
        binder.bind(row, version: version + row, to: statement, at: position, place: place)
      }
    }
    guard isWhole else {
      let removal = try PreparedStatement(
        "DELETE FROM \(kind.table) WHERE fid > ?", in: database)
      removal.bind(last, at: 1)
      try removal.run()
      return false
    }
    for row in run {
      last += 1
      if let position = rows.position(row) { changes.add(Envelope(position), ofNewRow: last) }
    }
    stored += run.count
    return true
  }
}
