/// Writes CSV cell by cell into a byte buffer, with quoting in one place.
///
/// Lines end with LF. Text that a spreadsheet would run as a formula gets a leading apostrophe
/// (``FormulaGuard``) unless the writer is told to write it raw; numbers are never touched.
///
/// - Note: Source – RFC 4180 §2.
public struct CSVWriter: Sendable {
  /// The bytes so far.
  public private(set) var bytes: [UInt8] = []
  /// Whether text that looks like a formula is made harmless.
  public let isFormulaSafe: Bool
  private var isAtLineStart = true

  /// Makes an empty writer.
  ///
  /// - Parameters:
  ///   - isFormulaSafe: Whether text that looks like a formula gets a leading apostrophe.
  ///   - capacity: Bytes to reserve.
  public init(isFormulaSafe: Bool = true, reserving capacity: Int = 256) {
    self.isFormulaSafe = isFormulaSafe
    bytes.reserveCapacity(capacity)
  }

  /// Hands over the bytes written so far.
  ///
  /// - Returns: The bytes; the buffer is empty afterwards and keeps no storage.
  public mutating func takeBytes() -> [UInt8] {
    var taken: [UInt8] = []
    swap(&taken, &bytes)
    return taken
  }

  /// Empties the buffer and keeps its storage.
  public mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    isAtLineStart = true
  }

  /// Writes a cell of text; `nil` is an empty cell: not known.
  ///
  /// - Parameter value: Any text.
  public mutating func text(_ value: String?) {
    separate()
    guard let value, !value.isEmpty else { return }
    let utf8 = value.utf8
    let isFormula = isFormulaSafe && FormulaGuard.isNeeded(for: value)
    guard isFormula || utf8.contains(where: Self.needsQuotes) else {
      bytes.append(contentsOf: utf8)
      return
    }
    bytes.append(UInt8(ascii: "\""))
    if isFormula { bytes.append(UInt8(ascii: "'")) }
    for byte in utf8 {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Writes a cell that needs neither quotes nor care: a code, a date, an identifier.
  ///
  /// - Parameter value: ASCII without commas, quotes and line ends; `nil` is an empty cell.
  public mutating func plain(_ value: String?) {
    separate()
    if let value { bytes.append(contentsOf: value.utf8) }
  }

  /// Writes a cell whose bytes were made elsewhere, such as a number's digits.
  ///
  /// - Parameter value: ASCII without commas, quotes and line ends.
  public mutating func plain(_ value: [UInt8]) {
    separate()
    bytes.append(contentsOf: value)
  }

  /// Writes a whole number; `nil` is an empty cell: not known.
  ///
  /// - Parameter value: Any integer.
  public mutating func integer(_ value: Int?) {
    separate()
    if let value { bytes.append(contentsOf: String(value).utf8) }
  }

  /// Ends the row.
  public mutating func endRow() {
    bytes.append(0x0A)
    isAtLineStart = true
  }

  private mutating func separate() {
    if !isAtLineStart { bytes.append(UInt8(ascii: ",")) }
    isAtLineStart = false
  }

  private static func needsQuotes(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\"") || byte == UInt8(ascii: ",") || byte == 0x0A || byte == 0x0D
  }
}
