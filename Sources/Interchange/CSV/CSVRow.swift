/// One row of a CSV text: its cells are ranges of bytes, made into text only when asked for.
///
/// Quotes are taken off and doubled quotes are single. Holding a row while reading on costs a copy
/// of the reader's buffer; take out what is needed instead.
public struct CSVRow: Sendable {
  /// The line on which the row starts, counted from 1 with the header.
  public let line: Int
  let bytes: [UInt8]
  let cells: [Range<Int>]

  /// How many cells.
  public var count: Int { cells.count }

  /// The bytes of a cell: valid UTF-8 without zero bytes, empty past the last cell.
  ///
  /// - Parameter column: The ordinal.
  public subscript(column: Int) -> ArraySlice<UInt8> {
    guard cells.indices.contains(column) else { return [] }
    return bytes[cells[column]]
  }

  /// The text of a cell, or `nil` when it is empty: an empty cell says that it is not known.
  ///
  /// - Parameter column: The ordinal.
  /// - Returns: `nil` past the last cell.
  public func text(_ column: Int) -> String? {
    let cell = self[column]
    return cell.isEmpty ? nil : String(decoding: cell, as: UTF8.self)
  }

  /// The text of a cell of a table that was written formula-safe, without its guard.
  ///
  /// - Parameter column: The ordinal.
  /// - Returns: What ``CSVWriter/text(_:)`` was given; `nil` where that was nothing.
  public func unguardedText(_ column: Int) -> String? {
    text(column).map(FormulaGuard.removed(from:))
  }
}

/// What a CSV reader finds next.
public enum CSVRecord: Sendable {
  /// A well-formed row.
  case row(CSVRow)
  /// A row that breaks the form; reading can go on after it.
  case refused(CSVFault)
}
