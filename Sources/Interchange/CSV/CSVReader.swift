public import Foundation

/// Reads CSV row by row from a file or from memory; memory does not grow with the file.
///
/// The first line names the columns. A byte-order mark is skipped, lines end with LF or CRLF, lines
/// without a single byte are passed over. A row that breaks the form is handed out as refused, with
/// its line, and reading goes on.
///
/// - Note: Source – RFC 4180; where its §2 leaves room this reader is strict.
public struct CSVReader {
  /// Which columns the first line must name, in any order.
  public enum ColumnRule: Hashable, Sendable {
    /// Any, each once.
    case any
    /// These and no others.
    case exactly([String])
    /// These, and any others besides.
    case atLeast([String])
  }

  /// The columns in the order of the file.
  public private(set) var columns: [String] = []
  /// The file's name in messages.
  public let file: String
  /// Bytes read so far.
  public var bytesRead: Int { bufferOffset + start }
  /// Bytes in all.
  public var bytesTotal: Int { chunks.total }

  private var chunks: ByteChunks
  private let maximumRowBytes: Int
  private var buffer: [UInt8] = []
  /// Where in the file the buffer starts.
  private var bufferOffset = 0
  /// The first byte of the next row.
  private var start = 0
  private var isLast = false
  private var line = 1
  private var scanner = CSVScanner()

  /// Opens a file and reads its first line.
  ///
  /// - Parameters:
  ///   - url: The file.
  ///   - columns: Which columns it must have.
  ///   - maximumRowBytes: The longest row taken, with its quotes.
  /// - Throws: ``InterchangeError`` when it cannot be read or its columns are others.
  public init(
    reading url: URL, columns: ColumnRule = .any, maximumRowBytes: Int = 32 << 20
  ) throws(InterchangeError) {
    try self.init(
      ByteChunks(reading: url), file: url.lastPathComponent, columns, maximumRowBytes)
  }

  /// Reads bytes in memory, first line first.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8.
  ///   - file: The name in messages.
  ///   - columns: Which columns there must be.
  ///   - maximumRowBytes: The longest row taken, with its quotes.
  /// - Throws: ``InterchangeError`` when its columns are others.
  public init(
    _ bytes: [UInt8], file: String, columns: ColumnRule = .any, maximumRowBytes: Int = 32 << 20
  ) throws(InterchangeError) {
    try self.init(ByteChunks(bytes), file: file, columns, maximumRowBytes)
  }

  package init(
    _ chunks: ByteChunks, file: String, _ rule: ColumnRule, _ maximumRowBytes: Int
  ) throws(InterchangeError) {
    self.chunks = chunks
    self.file = file
    self.maximumRowBytes = maximumRowBytes
    while buffer.count < 3, !isLast { try refill() }
    if buffer.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
    switch try nextOfAnyLength() {
    case nil: throw .noHeader(file: file)
    case .refused(let fault): throw .malformedHeader(file: file, fault.reason)
    case .row(let row):
      columns = (0..<row.count).map { row.text($0) ?? "" }
    }
    try check(rule)
  }

  /// The ordinal of a column.
  ///
  /// - Parameter name: Exactly as in the first line.
  /// - Returns: `nil` when there is none.
  public func ordinal(of name: String) -> Int? { columns.firstIndex(of: name) }

  /// The name of the column in which a fault lies.
  ///
  /// - Parameter fault: Of a row of this reader.
  /// - Returns: `nil` when it lies in none, or past the last.
  public func columnName(of fault: CSVFault) -> String? {
    guard let ordinal = fault.column, columns.indices.contains(ordinal) else { return nil }
    return columns[ordinal]
  }

  /// The next row, well formed or refused, or `nil` at the end.
  ///
  /// - Throws: ``InterchangeError/unreadable(file:reason:)`` or
  ///   ``InterchangeError/rowTooLong(file:line:limit:)``; nothing can be read after either.
  /// - Returns: `nil` at the end of the file.
  /// - Complexity: O(*n*) in the row's bytes, no allocation in the steady state.
  public mutating func next() throws(InterchangeError) -> CSVRecord? {
    guard let record = try nextOfAnyLength() else { return nil }
    guard case .row(let row) = record, row.count != columns.count else { return record }
    return .refused(
      CSVFault(
        reason: .wrongCellCount(found: row.count, wanted: columns.count), line: row.line))
  }
}

// Rows out of the buffer.
extension CSVReader {
  private mutating func nextOfAnyLength() throws(InterchangeError) -> CSVRecord? {
    while try findRow() {
      let first = start
      let rowLine = line
      start = scanner.next
      line += 1 + scanner.innerLineFeeds
      if scanner.cells.count == 1, scanner.cells[0].isEmpty, scanner.fault == nil,
        buffer[first] != UInt8(ascii: "\"")
      {
        continue
      }
      if let fault = fault(in: first..<scanner.next) {
        return .refused(CSVFault(reason: fault, line: rowLine))
      }
      closeUpDoubledQuotes()
      return .row(CSVRow(line: rowLine, bytes: buffer, cells: scanner.cells))
    }
    return nil
  }

  /// Scans the next row, reading more of the file as long as its end is missing.
  private mutating func findRow() throws(InterchangeError) -> Bool {
    while true {
      if start < buffer.count, scanRow() { return true }
      if isLast { return false }
      guard buffer.count - start <= maximumRowBytes else {
        throw .rowTooLong(file: file, line: line, limit: maximumRowBytes)
      }
      try refill()
    }
  }

  private mutating func scanRow() -> Bool {
    // The copy shares its storage: the scanner reads it while the reader's scanner is written.
    let bytes = buffer
    return scanner.scanRow(bytes.span, from: start, isLast: isLast)
  }

  private mutating func refill() throws(InterchangeError) {
    guard let chunk = try chunks.next() else {
      isLast = true
      return
    }
    if start == buffer.count {
      bufferOffset += buffer.count
      buffer = chunk
    } else {
      bufferOffset += start
      buffer.removeSubrange(..<start)
      buffer += chunk
    }
    start = 0
  }

  /// The row's fault: of its form, or bytes that are not UTF-8.
  private func fault(in row: Range<Int>) -> CSVFault.Reason? {
    if case .zeroByte(let offset) = scanner.fault {
      return .zeroByte(offset: bufferOffset + offset)
    }
    if let fault = scanner.fault { return fault }
    guard scanner.mask & 0x80 != 0, let offset = UTF8Check.firstFault(buffer.span, in: row) else {
      return nil
    }
    return .notUTF8(offset: bufferOffset + offset)
  }

  /// Makes doubled quotes single, in place: the bytes of a row are never scanned again.
  private mutating func closeUpDoubledQuotes() {
    for ordinal in scanner.doubled {
      let cell = scanner.cells[ordinal]
      var write = cell.lowerBound
      var read = cell.lowerBound
      while read < cell.upperBound {
        let byte = buffer[read]
        buffer[write] = byte
        write += 1
        read += byte == UInt8(ascii: "\"") ? 2 : 1
      }
      scanner.cells[ordinal] = cell.lowerBound..<write
    }
  }

  private func check(_ rule: ColumnRule) throws(InterchangeError) {
    var seen: Set<String> = []
    let repeated = columns.filter { !seen.insert($0).inserted }
    var missing: [String] = []
    var unknown: [String] = []
    switch rule {
    case .any: break
    case .exactly(let names):
      missing = names.filter { !seen.contains($0) }
      unknown = columns.filter { !names.contains($0) }
    case .atLeast(let names): missing = names.filter { !seen.contains($0) }
    }
    guard missing.isEmpty, unknown.isEmpty, repeated.isEmpty else {
      throw .wrongColumns(file: file, missing: missing, unknown: unknown, repeated: repeated)
    }
  }
}
