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

  /// Where the mapping finds its columns among those of a file.
  func columns(named names: [String]) -> ForeignColumns<Column>

  /// Maps one row: hands its records over, or notes what is wrong with it.
  ///
  /// A record that rows refer to and no row makes, such as the data set's own source, goes before
  /// the first record that needs it.
  ///
  /// - Parameters:
  ///   - row: The row.
  ///   - sink: Where the records go.
  /// - Returns: Whether the row's records are new or held already; ignored when issues were noted.
  /// - Throws: What the sink throws.
  mutating func map(
    _ row: inout ForeignRow<Column>, into sink: inout some RecordSink
  ) throws -> ImportReport.Outcome
}

extension RowMapping {
  func columns(named names: [String]) -> ForeignColumns<Column> { ForeignColumns(names) }
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
  /// The ordinals of the columns that the mapping does not know.
  let others: [Int]
  private let ordinals: [Int?]
  private let fallbacks: [[UInt8]]

  /// Finds each column by its own name.
  init(_ names: [String]) {
    self.init(names, ordinals: Column.allCases.map { names.firstIndex(of: $0.name) })
  }

  /// Takes columns that were found in another way.
  ///
  /// - Parameters:
  ///   - names: All columns of the file.
  ///   - ordinals: Where each of `Column.allCases` is.
  ///   - fallbacks: What an absent or empty cell of each stands for; empty for nothing.
  init(_ names: [String], ordinals: [Int?], fallbacks: [[UInt8]] = []) {
    self.names = names
    self.ordinals = ordinals
    self.fallbacks = fallbacks
    let known = Set(ordinals.compactMap { $0 })
    others = names.indices.filter { !known.contains($0) }
  }

  subscript(column: Column) -> Int? {
    ordinals.indices.contains(column.rawValue) ? ordinals[column.rawValue] : nil
  }

  /// What stands for an absent or empty cell.
  func fallback(_ column: Column) -> ArraySlice<UInt8> {
    fallbacks.indices.contains(column.rawValue) ? fallbacks[column.rawValue][...] : []
  }

  /// The column's name in the file, or our own where the file has none.
  func name(of column: Column) -> String { self[column].map { names[$0] } ?? column.name }
}
