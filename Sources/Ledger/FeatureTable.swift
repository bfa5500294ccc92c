public import Records
public import SimpleFeatures

/// A table of features that becomes a GeoPackage of its own: columns and rows, whatever they mean.
///
/// This is how an answer leaves as a file that any GIS program opens; the ledger is not touched. It
/// lives here because only this target speaks to SQLite.
public struct FeatureTable: Sendable {
  /// The type of a column.
  ///
  /// - Note: Source – OGC 12-128r17, GeoPackage 1.3.1, clause 1.1.1.1.3, table 1.
  public enum ColumnType: String, Sendable {
    /// Text.
    case text = "TEXT"
    /// A whole number of 64 bits.
    case integer = "INTEGER"
    /// A number of double precision.
    case real = "DOUBLE"
    /// True or false.
    case truth = "BOOLEAN"
    /// A day as `YYYY-MM-DD`.
    case day = "DATE"
  }

  /// A column.
  public struct Column: Sendable {
    let name: String
    let type: ColumnType
    let isRequired: Bool

    /// Makes a column.
    ///
    /// - Parameters:
    ///   - name: Its name, none of `fid` and `geom`.
    ///   - type: The type of its values.
    ///   - isRequired: Whether every row has a value.
    public init(name: String, type: ColumnType, isRequired: Bool) {
      self.name = name
      self.type = type
      self.isRequired = isRequired
    }
  }

  /// The value of a column in one row.
  public enum Value: Sendable {
    /// Not known: NULL in the table.
    case absent
    /// Text, or a day.
    case text(String)
    /// A whole number.
    case integer(Int)
    /// A number.
    case real(Double)
    /// True or false.
    case truth(Bool)
  }

  /// A feature.
  public struct Row: Sendable {
    let geometry: Geometry?
    let values: [Value]

    /// Makes a row.
    ///
    /// - Parameters:
    ///   - geometry: Where it is; `nil` when nowhere.
    ///   - values: One for each column, in their order.
    public init(geometry: Geometry?, values: [Value]) {
      self.geometry = geometry
      self.values = values
    }
  }

  let name: String
  let summary: String
  let columns: [Column]
  let changedAt: Instant?

  /// Describes a table.
  ///
  /// - Parameters:
  ///   - name: The table's and the layer's name: letters, digits and `_`.
  ///   - summary: What the layer holds, for people.
  ///   - columns: Its columns besides `fid` and `geom`.
  ///   - changedAt: The state of its data; the time of writing when `nil`.
  public init(name: String, summary: String, columns: [Column], changedAt: Instant?) {
    self.name = name
    self.summary = summary
    self.columns = columns
    self.changedAt = changedAt
  }
}
