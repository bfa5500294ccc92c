import JSONText
import Records
import SimpleFeatures

/// What was made of one record; the bytes belong to the batch.
///
/// The record itself goes beside it, for in a structure it would be copied, and every text and
/// list in it counted.
struct PreparedRow {
  let bytes: UnsafeBufferPointer<UInt8>
  let digest: LedgerDigest
}

/// Rows of one layer, of which all is made that needs no database: canonical text, digest, columns.
///
/// The records themselves are let go of where they were made. What the quick way of storing cannot
/// do is done with the record read back from its canonical text.
struct PreparedRows: Sendable {
  private struct Row: Sendable {
    /// Where the canonical text ends; it begins where that of the row before ends.
    let textEnd: Int
    /// Where the layer shows the record, for rows that are ready.
    let position: Position?
    /// Whether the row hangs on no other record but those before it in the batch, so that its
    /// columns hold.
    var isReady: Bool
  }

  let kind: RecordKind
  private var rows: [Row] = []
  /// One after another, as the entry's digest takes them in.
  private(set) var digests: [LedgerDigest] = []
  private var writer: JSONWriter
  private(set) var cells: CellTable

  init(_ kind: RecordKind) {
    self.kind = kind
    writer = JSONWriter()
    cells = CellTable(of: kind)
  }

  /// Empty rows with room for as much as others hold.
  init(roomOf other: PreparedRows) {
    kind = other.kind
    // An eighth more, for the next batch is never quite as long.
    writer = JSONWriter(reserving: other.writer.bytes.count / 8 * 9)
    rows.reserveCapacity(other.rows.count)
    digests.reserveCapacity(other.rows.count)
    cells = CellTable(roomOf: other.cells)
  }

  var count: Int { rows.count }

  /// Adds a record.
  ///
  /// - Parameters:
  ///   - record: One of the kind.
  ///   - point: What stands for it in the layer, as far as that is known.
  ///   - isReady: Whether that is all it hangs on.
  /// - Throws: ``LedgerError/unreadableRecord(_:id:_:)`` when it has no canonical form.
  mutating func add<Record: LedgerRecord>(
    _ record: Record, at point: LayerPoint?, isReady: Bool
  ) throws(LedgerError) {
    let start = writer.bytes.count
    do {
      try record.encode(into: &writer)
    } catch {
      throw LedgerError.unreadableRecord(Record.recordKind, id: record.id.text, error)
    }
    writer.endText()
    digests.append(
      writer.bytes.withUnsafeBytes {
        LedgerDigest(hashing: UnsafeRawBufferPointer(rebasing: $0[start...]))
      })
    cells.add(record.id.text)
    record.addColumns(at: point, to: &cells)
    cells.add(point: point?.position)
    rows.append(
      Row(textEnd: writer.bytes.count, position: point?.position, isReady: isReady))
  }

  /// Says of the last row that it is ready after all.
  mutating func makeLastReady() {
    guard let last = rows.indices.last else { return }
    rows[last].isReady = true
  }

  func isReady(_ row: Int) -> Bool { rows[row].isReady }

  func position(_ row: Int) -> Position? { rows[row].position }

  /// The rows from one on that are ready as it is, or are not as it is not.
  func run(from first: Int) -> Range<Int> {
    let isReady = rows[first].isReady
    let end = rows[first...].firstIndex { $0.isReady != isReady } ?? rows.count
    return first..<end
  }

  func identifier(_ row: Int) -> String { cells.text(row: row, column: 0) }

  /// Lends the canonical texts of all rows, for ``text(_:in:)``.
  func withText<Result>(
    _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result {
    try writer.bytes.withUnsafeBufferPointer(body)
  }

  func text(_ row: Int, in text: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    let start = row == 0 ? 0 : rows[row - 1].textEnd
    return UnsafeBufferPointer(rebasing: text[start..<rows[row].textEnd])
  }
}
