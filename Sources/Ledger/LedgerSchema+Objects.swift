import GRDB

extension LedgerSchema {
  /// Everything that the schema defines, by name, in the words that define it.
  static func objects(in database: Database) throws -> [String: String] {
    let statement = try PreparedStatement(
      "SELECT name, coalesce(sql, '') FROM sqlite_schema WHERE name NOT LIKE 'sqlite_stat%'",
      in: database)
    defer { statement.reset() }
    var objects: [String: String] = [:]
    while try statement.next() { objects[statement.text(0)] = statement.text(1) }
    return objects
  }

  /// What a new ledger has: made in memory, so that nothing is written down twice.
  static let expectedObjects = Result {
    try DatabaseQueue().write { database in
      try database.execute(sql: all)
      for kind in RecordKind.allCases where kind.isLayer {
        try database.execute(sql: LayerIndexSchema.create(for: kind))
      }
      return try objects(in: database)
    }
  }
}

extension LayerIndexSchema {
  /// Whether a name belongs to one of the spatial indexes.
  static func isPart(_ name: String) -> Bool {
    RecordKind.allCases.contains { $0.isLayer && name.hasPrefix(table(of: $0)) }
  }
}
