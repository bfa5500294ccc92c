/// Binds prepared rows where they lie, without copying anything.
struct PreparedRowBinder {
  private let rows: PreparedRows
  private let text: UnsafeBufferPointer<UInt8>
  private let bytes: UnsafeBufferPointer<UInt8>
  private let cells: UnsafeBufferPointer<CellTable.Cell>
  private let digests: UnsafeRawBufferPointer
  /// What is bound in a block's rows: the same value need not be bound again.
  private var bound: [CellTable.Cell?]

  /// Lends a binder of rows, to be used with one block statement and while the body runs.
  static func lend<Result>(
    _ rows: PreparedRows, _ body: (inout PreparedRowBinder) throws -> Result
  ) rethrows -> Result {
    try rows.withText { text in
      try rows.cells.withBytes { bytes in
        try rows.cells.cells.withUnsafeBufferPointer { cells in
          try rows.digests.withUnsafeBytes { digests in
            var binder = PreparedRowBinder(
              rows: rows, text: text, bytes: bytes, cells: cells, digests: digests,
              bound: Array(
                repeating: nil, count: BlockInsertion.height * rows.cells.width))
            return try body(&binder)
          }
        }
      }
    }
  }

  /// Binds version, digest, canonical text and cells.
  ///
  /// - Parameters:
  ///   - row: The row's number.
  ///   - version: The number of the version.
  ///   - statement: The statement.
  ///   - position: Where the version goes.
  ///   - place: The row's place in a block, `nil` for a row that goes alone.
  mutating func bind(
    _ row: Int, version: Int, to statement: PreparedStatement, at position: Int32, place: Int?
  ) {
    statement.bind(version, at: position)
    let digest = row * 32..<row * 32 + 32
    statement.bind(
      borrowedBlob: UnsafeRawBufferPointer(rebasing: digests[digest]), at: position + 1)
    statement.bind(borrowedText: rows.text(row, in: text), at: position + 2)
    let width = rows.cells.width
    for column in 0..<width {
      let cell = cells[row * width + column]
      if let place {
        let slot = place * width + column
        if bound[slot] == cell { continue }
        bound[slot] = cell
      }
      bind(cell, to: statement, at: position + 3 + Int32(column))
    }
  }

  private func bind(
    _ cell: CellTable.Cell, to statement: PreparedStatement, at position: Int32
  ) {
    switch cell {
    case .null: statement.bindNull(at: position)
    case .integer(let integer): statement.bind(integer, at: position)
    case .real(let real): statement.bind(real, at: position)
    case .text(let start, let count):
      statement.bind(
        borrowedText: UnsafeBufferPointer(rebasing: bytes[start..<start + Int(count)]),
        at: position)
    case .blob(let start, let count):
      statement.bind(
        borrowedBlob: UnsafeRawBufferPointer(
          UnsafeBufferPointer(rebasing: bytes[start..<start + Int(count)])), at: position)
    }
  }

  /// Binds the text of one cell.
  func bind(_ row: Int, column: Int, to statement: PreparedStatement, at position: Int32) {
    bind(cells[row * rows.cells.width + column], to: statement, at: position)
  }
}
