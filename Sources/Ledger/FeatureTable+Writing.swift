import GRDB
import Glibc
import SimpleFeatures

extension FeatureTable {
  /// Writes the table as a new GeoPackage with an R-tree, in one transaction.
  ///
  /// A file appears only when it is whole: on any failure it is taken away again.
  ///
  /// - Parameters:
  ///   - path: The file; nothing may stand there.
  ///   - rows: Hands each row to its argument, one at a time.
  /// - Returns: How many features were written.
  /// - Throws: ``LedgerError``; ``LedgerError/fileExists(path:)`` when something stands there; what
  ///   `rows` throws.
  /// - Complexity: O(*n* log *n*) for the R-tree; memory does not grow with the rows.
  /// - Note: Source – OGC 12-128r17, GeoPackage 1.3.1, clauses 1.1.3, 2.1 and annex F.3.
  @discardableResult
  public func write(
    to path: String, rows: ((Row) throws -> Void) throws -> Void
  ) throws -> Int {
    try storing {
      let descriptor = Glibc.open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
      guard descriptor >= 0 else {
        throw errno == EEXIST
          ? LedgerError.fileExists(path: path)
          : LedgerError.storage(code: Int(errno), message: String(cString: strerror(errno)))
      }
      Glibc.close(descriptor)
      do {
        let connection = try Connections.exporter(path: path)
        var count = 0
        try connection.write { database in
          try database.execute(sql: GeoPackageSchema.tables)
          try database.execute(sql: creation)
          try database.execute(sql: LayerIndexSchema.create(onLayer: name))
          count = try insert(rows, in: database)
        }
        try connection.close()
        return count
      } catch {
        for suffix in ["", "-journal"] { unlink(path + suffix) }
        throw error
      }
    }
  }

  /// The table and what announces it.
  private var creation: String {
    let fields = columns.map {
      "\(Self.quoted($0.name)) \($0.type.rawValue)\($0.isRequired ? " NOT NULL" : "")"
    }
    return """
      CREATE TABLE \(Self.quoted(name)) (
        \((["fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL", "geom GEOMETRY"] + fields)
        .joined(separator: ", "))
      );
      INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id)
      VALUES (\(Self.literal(name)), 'features', \(Self.literal(name)), \(Self.literal(summary)),
        4326);
      INSERT INTO gpkg_geometry_columns
      VALUES (\(Self.literal(name)), 'geom', 'GEOMETRY', 4326, 0, 0);
      """
  }

  private func insert(
    _ rows: ((Row) throws -> Void) throws -> Void, in database: Database
  ) throws -> Int {
    let places = columns.map { _ in ", ?" }.joined()
    let insertion = try PreparedStatement(
      "INSERT INTO \(Self.quoted(name)) VALUES (?, ?\(places))", in: database)
    let indexing = try PreparedStatement(
      "INSERT INTO \(Self.quoted("rtree_\(name)_geom")) VALUES (?, ?, ?, ?, ?)", in: database)
    var extent: Envelope?
    var fid = 0
    try rows { row in
      fid += 1
      insertion.bind(fid, at: 1)
      let geometry = row.geometry.flatMap { $0.isEmpty ? nil : $0 }
      insertion.bind(
        geometry.map { ColumnValue.blob(GeoPackageGeometry.encode($0)) } ?? .null, at: 2)
      for (column, value) in zip(columns.indices, row.values) {
        insertion.bind(ColumnValue(value), at: Int32(3 + column))
      }
      try insertion.run()
      guard let box = geometry?.envelope.map(LayerExtent.plain) else { return }
      indexing.bind(fid, at: 1)
      for (place, edge) in [box.west, box.east, box.south, box.north].enumerated() {
        indexing.bind(edge, at: Int32(2 + place))
      }
      try indexing.run()
      extent = LayerExtent.union(extent, box)
    }
    try finish(extent, in: database)
    return fid
  }

  private func finish(_ extent: Envelope?, in database: Database) throws {
    let statement = try PreparedStatement(
      """
      UPDATE gpkg_contents SET last_change = coalesce(?, last_change),
        min_x = ?, min_y = ?, max_x = ?, max_y = ? WHERE table_name = ?
      """, in: database)
    statement.bind(ColumnValue(changedAt?.geoPackageText), at: 1)
    let edges = [extent?.west, extent?.south, extent?.east, extent?.north]
    for (place, edge) in edges.enumerated() {
      statement.bind(ColumnValue(edge), at: Int32(2 + place))
    }
    statement.bind(name, at: 6)
    try statement.run()
  }

  private static func quoted(_ name: String) -> String {
    "\"" + name.replacing("\"", with: "\"\"") + "\""
  }

  private static func literal(_ text: String) -> String {
    "'" + text.replacing("'", with: "''") + "'"
  }
}

extension ColumnValue {
  fileprivate init(_ value: FeatureTable.Value) {
    switch value {
    case .absent: self = .null
    case .text(let text): self = .text(text)
    case .integer(let integer): self = .integer(integer)
    case .real(let real): self = .real(real)
    case .truth(let truth): self = .integer(truth ? 1 : 0)
    }
  }
}
