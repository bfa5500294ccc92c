/// Writes one JSON text into a byte buffer, with every escape in one place.
///
/// Members appear in the order written and no white space is added, so equal calls give equal
/// bytes. Commas are placed by the writer; balancing `begin` and `end` is the caller's part.
///
/// - Note: Source – RFC 8259.
public struct JSONWriter: Sendable {
  /// The bytes so far.
  public internal(set) var bytes: [UInt8]
  @usableFromInline var needsComma = false

  /// Makes an empty writer.
  ///
  /// - Parameter capacity: Bytes to reserve.
  public init(reserving capacity: Int = 256) {
    bytes = []
    bytes.reserveCapacity(capacity)
  }

  /// Hands over the bytes written so far and keeps the place inside the text.
  ///
  /// - Returns: The bytes; the buffer is empty afterwards and keeps no storage.
  public mutating func takeBytes() -> [UInt8] {
    var taken: [UInt8] = []
    swap(&taken, &bytes)
    return taken
  }

  /// Empties the buffer for a new text and keeps its storage.
  public mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    needsComma = false
  }

  /// Writes a new text right behind bytes that stand elsewhere, without copying it there.
  ///
  /// - Parameters:
  ///   - buffer: Where the text is appended.
  ///   - write: Writes it.
  public mutating func write(into buffer: inout [UInt8], _ write: (inout JSONWriter) -> Void) {
    swap(&bytes, &buffer)
    needsComma = false
    write(&self)
    swap(&bytes, &buffer)
  }

  /// Opens an object.
  public mutating func beginObject() { open(UInt8(ascii: "{")) }

  /// Closes the innermost object.
  public mutating func endObject() { close(UInt8(ascii: "}")) }

  /// Opens an array.
  public mutating func beginArray() { open(UInt8(ascii: "[")) }

  /// Closes the innermost array.
  public mutating func endArray() { close(UInt8(ascii: "]")) }

  /// Ends a text, so that the next value begins another right behind it.
  public mutating func endText() { needsComma = false }

  /// Writes the name of a member whose value follows.
  ///
  /// - Parameter name: Any text.
  public mutating func key(_ name: String) {
    separate()
    appendQuoted(name)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  /// Writes the name of a member whose value follows, without looking for escapes in it.
  ///
  /// - Parameter name: ASCII without quotes, backslashes or control characters.
  public mutating func key(plain name: StaticString) {
    // One append of the whole is cheaper than five.
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: name.utf8CodeUnitCount + 4) { room in
      bytes.append(
        contentsOf: UnsafeBufferPointer(
          rebasing: room[..<Self.fill(room, withKey: name, isFirst: !needsComma)]))
    }
    needsComma = false
  }

  /// Writes a string, or `null`.
  ///
  /// - Parameter value: Any text; control characters are escaped.
  public mutating func string(_ value: String?) {
    guard let value else { return null() }
    separate()
    appendQuoted(value)
    needsComma = true
  }

  /// Writes an integer, or `null`.
  ///
  /// - Parameter value: Any integer.
  public mutating func integer(_ value: Int?) {
    guard let value else { return null() }
    separate()
    appendInteger(Int64(value))
    needsComma = true
  }

  /// Writes an integer of another width, or `null`.
  ///
  /// - Parameter value: Any integer.
  public mutating func integer<Value: BinaryInteger>(_ value: Value?) {
    guard let value else { return null() }
    separate()
    appendInteger(Int64(clamping: value))
    needsComma = true
  }

  /// Writes a number in its shortest form that reads back the same, or `null`.
  ///
  /// - Parameter value: Finite; anything else is written as `null`, for JSON has no other word.
  public mutating func number(_ value: Double?) {
    guard let value, value.isFinite else { return null() }
    separate()
    if value == value.rounded(), value.magnitude <= 0x1p53 {
      appendInteger(Int64(value))
    } else {
      bytes.append(contentsOf: value.description.utf8)
    }
    needsComma = true
  }

  /// Writes `true` or `false`, or `null`.
  ///
  /// - Parameter value: The truth.
  public mutating func boolean(_ value: Bool?) {
    guard let value else { return null() }
    separate()
    append(value ? "true" : "false")
    needsComma = true
  }

  /// Writes `null`: what is unknown is said, not left out.
  public mutating func null() {
    separate()
    append("null")
    needsComma = true
  }

  /// Writes a value that is JSON already.
  ///
  /// - Parameter json: The bytes of one complete JSON value.
  public mutating func raw(_ json: some Sequence<UInt8>) {
    separate()
    bytes.append(contentsOf: json)
    needsComma = true
  }

  /// Writes a line feed between values, for texts that people read.
  public mutating func lineFeed() { bytes.append(0x0A) }

  private mutating func open(_ byte: UInt8) {
    separate()
    bytes.append(byte)
    needsComma = false
  }

  private mutating func close(_ byte: UInt8) {
    bytes.append(byte)
    needsComma = true
  }

  mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
  }
}
