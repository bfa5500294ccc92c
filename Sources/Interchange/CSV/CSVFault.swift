/// What is wrong with the form of one row, and on which line it starts.
public struct CSVFault: Hashable, Sendable {
  /// The rule that a row breaks.
  public enum Reason: Hashable, Sendable {
    /// More or fewer cells than the header has columns.
    case wrongCellCount(found: Int, wanted: Int)
    /// A quote inside a cell that does not start with one.
    case strayQuote(column: Int)
    /// Something other than a comma or the line's end follows a closing quote.
    case textAfterQuote(column: Int)
    /// The file ends inside a quoted cell.
    case unterminatedQuote(column: Int)
    /// A carriage return that no line feed follows, outside quotes.
    case strayCarriageReturn(column: Int)
    /// A zero byte.
    case zeroByte(offset: Int)
    /// Bytes that are not UTF-8; the offset counts from the start of the file.
    case notUTF8(offset: Int)
  }

  /// The rule.
  public let reason: Reason
  /// The line on which the row starts, counted from 1.
  public let line: Int

  /// Makes a fault.
  ///
  /// - Parameters:
  ///   - reason: The rule.
  ///   - line: The line on which the row starts, counted from 1.
  public init(reason: Reason, line: Int) {
    self.reason = reason
    self.line = line
  }

  /// The column's ordinal, where the fault lies in one cell.
  public var column: Int? {
    switch reason {
    case .strayQuote(let column), .textAfterQuote(let column), .unterminatedQuote(let column),
      .strayCarriageReturn(let column):
      column
    case .wrongCellCount, .zeroByte, .notUTF8: nil
    }
  }
}

extension CSVFault.Reason: CustomStringConvertible {
  /// The rule in words.
  public var description: String {
    switch self {
    case .wrongCellCount(let found, let wanted):
      "the row has \(found) cell\(found == 1 ? "" : "s"), the header \(wanted)"
    case .strayQuote: "a quote inside an unquoted cell; quote the cell and double the quote"
    case .textAfterQuote: "text after the closing quote; double a quote inside a quoted cell"
    case .unterminatedQuote: "the file ends inside a quoted cell"
    case .strayCarriageReturn: "a carriage return without a line feed"
    case .zeroByte(let offset): "a zero byte at offset \(offset)"
    case .notUTF8(let offset): "not UTF-8 at offset \(offset)"
    }
  }
}
