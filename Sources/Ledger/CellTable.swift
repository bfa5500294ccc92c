import Records
import SimpleFeatures

/// The columns of many rows: the identifier, those of the schema, the geometry.
///
/// Texts lie in one buffer, and a text that a row shares with the row before is kept once: so the
/// codes of a layer take no room, and a statement to which the same place is bound already need
/// not be told again.
struct CellTable: ColumnSink, Sendable {
  /// A value; texts and blobs are ranges of the buffer.
  enum Cell: Equatable {
    case null
    case integer(Int)
    case real(Double)
    case text(start: Int, count: UInt32)
    case blob(start: Int, count: UInt32)
  }

  /// How many cells a row has.
  let width: Int
  private(set) var cells: [Cell] = []
  private var bytes: [UInt8] = []

  init(of kind: RecordKind) { width = LedgerSchema.columns(of: kind).count + 2 }

  init(roomOf other: CellTable) {
    width = other.width
    cells.reserveCapacity(other.cells.count)
    bytes.reserveCapacity(other.bytes.count / 8 * 9)
  }

  mutating func add(_ integer: Int?) { cells.append(integer.map { .integer($0) } ?? .null) }

  mutating func add(_ real: Double?) { cells.append(real.map { .real($0) } ?? .null) }

  mutating func add(_ text: String?) {
    guard var text else { return cells.append(.null) }
    text.withUTF8 { add($0) }
  }

  private mutating func add(_ text: UnsafeBufferPointer<UInt8>) {
    let above = cells.count - width
    if above >= 0, case .text(let start, let count) = cells[above], Int(count) == text.count,
      holds(text, from: start)
    {
      return cells.append(.text(start: start, count: count))
    }
    let start = bytes.count
    bytes.append(contentsOf: text)
    cells.append(.text(start: start, count: UInt32(clamping: text.count)))
  }

  private func holds(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      for index in text.indices where text[index] != bytes[start + index] { return false }
      return true
    }
  }

  /// Adds the geometry of a point.
  mutating func add(point: Position?) {
    guard let point else { return cells.append(.null) }
    let start = bytes.count
    GeoPackageGeometry.append(.point(point), to: &bytes)
    cells.append(.blob(start: start, count: UInt32(clamping: bytes.count - start)))
  }

  /// The text of a cell; empty where it holds none.
  func text(row: Int, column: Int) -> String {
    guard case .text(let start, let count) = cells[row * width + column] else { return "" }
    return String(decoding: bytes[start..<start + Int(count)], as: UTF8.self)
  }

  /// Lends the buffer of texts and blobs.
  func withBytes<Result>(
    _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result {
    try bytes.withUnsafeBufferPointer(body)
  }
}
