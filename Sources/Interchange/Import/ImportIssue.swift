/// One reason why a row was refused, and where it stands.
public struct ImportIssue: Hashable, Sendable {
  /// The file's name.
  public let file: String
  /// The line on which the row starts, counted from 1 with the header; in GeoJSON the feature's
  /// number, counted from 1.
  public let row: Int
  /// The column, or the member of a feature, where the fault lies in one.
  public let column: String?
  /// What is wrong and what would be right.
  public let reason: String

  /// Makes an issue.
  ///
  /// - Parameters:
  ///   - file: The file's name.
  ///   - row: Line or feature, counted from 1.
  ///   - column: Where the fault lies in one column.
  ///   - reason: What is wrong and what would be right.
  public init(file: String, row: Int, column: String? = nil, reason: String) {
    self.file = file
    self.row = row
    self.column = column
    self.reason = reason
  }
}

extension ImportIssue: CustomStringConvertible {
  /// One line: file, row, column, reason.
  public var description: String {
    "\(file):\(row): \(column.map { "\($0): " } ?? "")\(reason)"
  }
}
