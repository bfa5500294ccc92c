import Records

/// Turns the rows of a foreign table, one by one, into records.
///
/// One mapping a schema; the importer owns reading, batching, counting and duplicates.
protocol RowMapping {
  /// The columns by which the mapping finds its cells.
  associatedtype Column: ForeignColumn

  /// The columns that a file must have; others are kept as foreign fields where the record has a
  /// place for them.
  static var requiredColumns: [Column] { get }

  /// Records that the rows refer to and no row makes, such as the data set's own source.
  mutating func takeReferencedRecords() -> RecordBatch

  /// Maps one row: adds its records to the batch, or notes what is wrong with it.
  ///
  /// - Parameters:
  ///   - row: The row.
  ///   - batch: Where the records go.
  /// - Returns: Whether the row's records are new or held already; ignored when issues were noted.
  mutating func map(
    _ row: inout ForeignRow<Column>, into batch: inout RecordBatch
  ) -> ImportReport.Outcome
}

/// A column that a mapping knows; raw values count 0, 1, 2 … in the order of the cases.
protocol ForeignColumn: RawRepresentable, CaseIterable, Sendable where RawValue == Int {
  /// The name in the file's first line.
  var name: String { get }
}

/// The ordinals of the columns that a mapping knows, and the names of all.
struct ForeignColumns<Column: ForeignColumn> {
  /// All columns of the file.
  let names: [String]
  private let ordinals: [Int?]

  init(_ names: [String]) {
    self.names = names
    ordinals = Column.allCases.map { names.firstIndex(of: $0.name) }
  }

  subscript(column: Column) -> Int? {
    ordinals.indices.contains(column.rawValue) ? ordinals[column.rawValue] : nil
  }
}
