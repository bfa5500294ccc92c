import GRDB

/// Inserts many rows with one statement.
///
/// SQLite keeps its place in every tree from one row of a statement to the next, and what a
/// statement costs before its first row is paid once. `OR IGNORE` is for NOT NULL too: a statement
/// of several rows that might fail would have every page that it touches copied first.
struct BlockInsertion {
  /// Rows of one statement.
  static let height = 16

  private let block: PreparedStatement?
  private let single: PreparedStatement
  private let width: Int
  /// The position of the first row's first value.
  private let first: Int32

  /// Prepares statements that pass over rows whose identifiers are taken.
  ///
  /// - Parameters:
  ///   - table: The table.
  ///   - shared: The column that has the same value in every row, which is the first to be bound.
  ///   - columns: The others.
  ///   - count: How many rows there will be.
  ///   - database: The connection.
  /// - Throws: What SQLite says.
  init(
    into table: String, sharing shared: String? = nil, columns: [String], count: Int,
    in database: Database
  ) throws {
    width = columns.count
    let first = shared == nil ? 1 : 2
    func statement(_ height: Int) throws -> PreparedStatement {
      let rows = (0..<height).map { row in
        let places = columns.indices.map { "?\(first + row * columns.count + $0)" }
        return "(" + ((shared == nil ? [] : ["?1"]) + places).joined(separator: ",") + ")"
      }
      let names = ([shared].compactMap { $0 } + columns).joined(separator: ", ")
      return try PreparedStatement(
        "INSERT OR IGNORE INTO \(table) (\(names)) VALUES \(rows.joined(separator: ","))",
        in: database)
    }
    block = count >= Self.height ? try statement(Self.height) : nil
    single = try statement(1)
    self.first = Int32(first)
  }

  /// Binds what all rows share.
  func share(_ value: Int) {
    block?.bind(value, at: 1)
    single.bind(value, at: 1)
  }

  /// Inserts rows.
  ///
  /// - Parameters:
  ///   - rows: The rows' numbers.
  ///   - bind: Binds a row's values from a position of a statement on; the last argument is the
  ///     row's place in the block, `nil` for a row that goes alone.
  /// - Returns: Whether every row was inserted; at the first block where not, the rest is left.
  /// - Throws: What SQLite says.
  func insert(
    _ rows: Range<Int>, bind: (Int, PreparedStatement, Int32, Int?) -> Void
  ) throws -> Bool {
    var row = rows.lowerBound
    while row < rows.upperBound {
      let isBlock = rows.upperBound - row >= Self.height
      let height = isBlock ? Self.height : 1
      let statement = isBlock ? block ?? single : single
      for place in 0..<height {
        bind(row + place, statement, first + Int32(place * width), isBlock ? place : nil)
      }
      try statement.run()
      guard statement.changes == height else { return false }
      row += height
    }
    return true
  }
}
