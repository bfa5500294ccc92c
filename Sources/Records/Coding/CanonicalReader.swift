/// Reads canonical JSON by asking for what must or may come next.
///
/// There is no tree in between: a record asks for its members in their fixed order, which makes
/// reading both strict and quick. The bytes must outlive the reader.
public struct CanonicalReader {
  let bytes: UnsafeBufferPointer<UInt8>
  var offset = 0
  var needsComma = false

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The byte at an offset, 0 past the end: no rule of the format allows that byte.
  subscript(position: Int) -> UInt8 {
    position < bytes.count ? bytes[position] : 0
  }

  mutating func end() throws(RecordCodingError) {
    guard offset == bytes.count else { throw .trailingBytes(offset: offset) }
  }

  mutating func expect(_ byte: UInt8) throws(RecordCodingError) {
    guard self[offset] == byte else {
      throw .expected("\"\(Unicode.Scalar(byte))\"", offset: offset)
    }
    offset += 1
  }

  private mutating func separate() throws(RecordCodingError) {
    if needsComma { try expect(UInt8(ascii: ",")) }
  }

  mutating func beginObject() throws(RecordCodingError) {
    try separate()
    try expect(UInt8(ascii: "{"))
    needsComma = false
  }

  mutating func endObject() throws(RecordCodingError) {
    try expect(UInt8(ascii: "}"))
    needsComma = true
  }

  mutating func beginArray() throws(RecordCodingError) {
    try separate()
    try expect(UInt8(ascii: "["))
    needsComma = false
  }

  /// Takes the end of an array when it is next.
  mutating func endsArray() -> Bool {
    guard self[offset] == UInt8(ascii: "]") else { return false }
    offset += 1
    needsComma = true
    return true
  }

  /// Takes a member's name when it is next.
  mutating func key(_ name: StaticString) -> Bool {
    var next = offset
    if needsComma {
      guard self[next] == UInt8(ascii: ",") else { return false }
      next += 1
    }
    let count = name.utf8CodeUnitCount
    guard next + count + 3 <= bytes.count, bytes[next] == UInt8(ascii: "\"") else { return false }
    next += 1
    // Asking a static string for its start checks what it is, so it is asked once.
    let wanted = name.utf8Start
    for index in 0..<count where bytes[next &+ index] != wanted[index] { return false }
    next += count
    guard bytes[next] == UInt8(ascii: "\""), bytes[next + 1] == UInt8(ascii: ":") else {
      return false
    }
    offset = next + 2
    needsComma = false
    return true
  }

  mutating func require(_ name: StaticString) throws(RecordCodingError) {
    guard key(name) else { throw .expected("member \"\(name)\"", offset: offset) }
  }

  mutating func list<Element>(
    _ element: (inout CanonicalReader) throws(RecordCodingError) -> Element
  ) throws(RecordCodingError) -> [Element] {
    try beginArray()
    var elements: [Element] = []
    while !endsArray() { elements.append(try element(&self)) }
    return elements
  }

  /// A list that is left out when empty.
  mutating func list<Element>(
    _ name: StaticString,
    of element: (inout CanonicalReader) throws(RecordCodingError) -> Element
  ) throws(RecordCodingError) -> [Element] {
    guard key(name) else { return [] }
    let start = offset
    let elements = try list(element)
    guard !elements.isEmpty else { throw .invalid("list: an empty one is left out", offset: start) }
    return elements
  }
}
