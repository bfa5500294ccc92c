import CSQLite
import GRDB
public import SimpleFeatures

extension FeatureTable {
  /// A row of a layer of any GeoPackage.
  public struct Finding: Sendable {
    /// Its number in the layer, counted from 1.
    public var number: Int
    /// The values of the layer's columns but the geometry, in their order.
    public var values: [Value]
    /// Where it is, or why that cannot be read.
    public var geometry: Result<Geometry?, UnreadableGeometry>
  }

  /// Why the geometry of a row cannot be read.
  public struct UnreadableGeometry: Error, Sendable, CustomStringConvertible {
    /// The column.
    public let column: String
    /// What is wrong, in words.
    public let description: String
  }

  /// Reads a layer of a GeoPackage, row by row; the file is only read and need not be ours.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - layer: The layer; `nil` for the only one.
  ///   - onRow: Takes each row with the names of the columns, in the order of the table.
  /// - Throws: ``LedgerError/noLayer(path:wanted:layers:)`` or
  ///   ``LedgerError/notAGeoPackage(path:reason:)``; what `onRow` throws.
  /// - Complexity: O(*n*), *n* rows; memory holds one.
  /// - Note: Source – OGC 12-128r17, GeoPackage 1.3.1, clauses 1.1.3 and 2.1.5.
  public static func read(
    at path: String, layer: String?, onRow: (_ names: [String], Finding) throws -> Void
  ) throws {
    do {
      let connection = try Connections.readers(path: path, inTurn: true)
      try connection.read { database in
        let (table, geometry) = try sought(layer, at: path, in: database)
        let statement = try database.makeStatement(
          sql: "SELECT * FROM \"\(table.replacing("\"", with: "\"\""))\"")
        let names = statement.columnNames.filter { $0 != geometry }
        let rows = try GRDB.Row.fetchCursor(statement)
        var number = 0
        while let row = try rows.next() {
          number += 1
          try onRow(names, finding(row, number: number, geometry: geometry))
        }
      }
      try connection.close()
    } catch let error as DatabaseError {
      throw LedgerError.notAGeoPackage(path: path, reason: error.message ?? "unreadable")
    }
  }

  /// The layers of features of a GeoPackage.
  ///
  /// - Parameter path: The file.
  /// - Returns: Their names in order.
  /// - Throws: ``LedgerError/notAGeoPackage(path:reason:)``.
  public static func layers(at path: String) throws -> [String] {
    do {
      let connection = try Connections.readers(path: path, inTurn: true)
      let names = try connection.read { try layers(in: $0).map(\.table) }
      try connection.close()
      return names
    } catch let error as DatabaseError {
      throw LedgerError.notAGeoPackage(path: path, reason: error.message ?? "unreadable")
    }
  }

  /// The table of a layer and the column of its geometry.
  private static func sought(
    _ layer: String?, at path: String, in database: Database
  ) throws -> (table: String, geometry: String) {
    let layers = try layers(in: database)
    let found = layer.map { name in layers.filter { $0.table == name } } ?? layers
    guard found.count == 1 else {
      throw LedgerError.noLayer(path: path, wanted: layer, layers: layers.map(\.table))
    }
    return found[0]
  }

  private static func layers(
    in database: Database
  ) throws -> [(table: String, geometry: String)] {
    let rows = try GRDB.Row.fetchAll(
      database,
      sql: """
        SELECT g.table_name, g.column_name FROM gpkg_geometry_columns g
        JOIN gpkg_contents c ON c.table_name = g.table_name
        WHERE c.data_type = 'features' ORDER BY g.table_name
        """)
    return rows.map { row in
      (String.fromDatabaseValue(row[0]) ?? "", String.fromDatabaseValue(row[1]) ?? "")
    }
  }

  private static func finding(_ row: GRDB.Row, number: Int, geometry column: String) -> Finding {
    var values: [Value] = []
    var geometry: Result<Geometry?, UnreadableGeometry> = .success(nil)
    for (name, value) in row {
      guard name == column else {
        values.append(Value(value))
        continue
      }
      switch value.storage {
      case .null: break
      case .blob(let data):
        do {
          geometry = .success(try GeoPackageGeometry.decode([UInt8](data)))
        } catch {
          geometry = .failure(UnreadableGeometry(column: column, description: "\(error)"))
        }
      default:
        geometry = .failure(UnreadableGeometry(column: column, description: "it is no blob"))
      }
    }
    return Finding(number: number, values: values, geometry: geometry)
  }
}

extension FeatureTable.Value {
  /// The value of a cell; bytes become hexadecimal text.
  fileprivate init(_ value: DatabaseValue) {
    switch value.storage {
    case .null: self = .absent
    case .int64(let integer): self = Int(exactly: integer).map(Self.integer) ?? .absent
    case .double(let real): self = .real(real)
    case .string(let text): self = .text(text)
    case .blob(let data):
      self = .text(data.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined())
    }
  }
}

extension GeoPackageGeometryError: CustomStringConvertible {
  /// One line: what is wrong.
  var description: String {
    switch self {
    case .notGeoPackage: "it does not begin as a GeoPackage geometry"
    case .unknownVersion(let version): "version \(version) of the blob, wanted 0"
    case .unknownFlags(let flags): "flags 0x\(String(flags, radix: 16)) of the blob are not known"
    case .otherReferenceSystem(let id):
      "reference system \(id), wanted 4326; transform the layer first"
    case .cut: "the blob ends inside its header"
    case .badGeometry(let error): "\(error)"
    }
  }
}
