/// Writes JSON into room that was made beforehand, so that no step has to ask for any.
///
/// Where the room ends too soon it says so and writes nothing more; ``JSONWriter/append(room:_:)``
/// then begins again with twice as much. Members place their commas by ``needsComma``; values do
/// not.
public struct JSONCursor {
  @usableFromInline var next: UnsafeMutablePointer<UInt8>
  @usableFromInline let end: UnsafeMutablePointer<UInt8>
  /// Whether something did not fit.
  @usableFromInline var isFull = false
  /// Whether the next member follows another.
  public var needsComma: Bool

  @usableFromInline
  init(from start: UnsafeMutablePointer<UInt8>, room: Int, needsComma: Bool) {
    next = start
    end = start + room
    self.needsComma = needsComma
  }

  /// Makes room for so many bytes, or says that there is none.
  @inlinable @inline(__always)
  mutating func hasRoom(_ count: Int) -> Bool {
    if end - next >= count { return true }
    isFull = true
    return false
  }

  /// Writes bytes as they are.
  ///
  /// - Parameter bytes: Part of a JSON text.
  @inlinable @inline(__always)
  public mutating func raw(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard hasRoom(bytes.count), let start = bytes.baseAddress else { return }
    next.update(from: start, count: bytes.count)
    next += bytes.count
  }

  /// Writes a text of the program's own.
  ///
  /// - Parameter text: Part of a JSON text.
  @inlinable @inline(__always)
  public mutating func raw(_ text: StaticString) {
    raw(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Writes one byte.
  ///
  /// - Parameter byte: Part of a JSON text.
  @inlinable @inline(__always)
  public mutating func raw(_ byte: UInt8) {
    guard hasRoom(1) else { return }
    next.pointee = byte
    next += 1
  }

  /// Writes the name of a member whose value follows, as ``JSONWriter/key(separated:)`` does.
  ///
  /// - Parameter name: A comma, the name in quotes, a colon.
  @inlinable @inline(__always)
  public mutating func key(_ name: StaticString) {
    let first = needsComma ? 0 : 1
    raw(
      UnsafeBufferPointer(
        start: name.utf8Start + first, count: name.utf8CodeUnitCount - first))
    needsComma = true
  }

  /// Writes a string that holds nothing to escape.
  ///
  /// - Parameter text: ASCII without quotes, backslashes or control characters.
  @inlinable @inline(__always)
  public mutating func plain(_ text: String) {
    raw(UInt8(ascii: "\""))
    inner(plain: text)
    raw(UInt8(ascii: "\""))
  }

  /// Writes a part of a string that holds nothing to escape, without quotes.
  ///
  /// - Parameter text: ASCII without quotes, backslashes or control characters.
  @inlinable @inline(__always)
  public mutating func inner(plain text: String) {
    var text = text
    text.withUTF8 { raw($0) }
  }

  /// Writes `true` or `false`.
  ///
  /// - Parameter truth: The truth.
  @inlinable @inline(__always)
  public mutating func boolean(_ truth: Bool) {
    if truth { raw("true") } else { raw("false") }
  }
}

extension JSONWriter {
  /// Appends what a closure writes into room made beforehand.
  ///
  /// - Parameters:
  ///   - room: Bytes to begin with; with too little the closure runs again.
  ///   - write: Writes whole members, or one value.
  public mutating func append(room: Int, _ write: (inout JSONCursor) -> Void) {
    var room = max(room, 64)
    var isWritten = false
    var comma = needsComma
    while !isWritten {
      bytes.append(addingCapacity: room) { output in
        output.withUnsafeMutableBufferPointer { buffer, count in
          guard let start = buffer.baseAddress else { return }
          var cursor = JSONCursor(
            from: start + count, room: buffer.count - count, needsComma: needsComma)
          write(&cursor)
          guard !cursor.isFull else { return }
          count = cursor.next - start
          comma = cursor.needsComma
          isWritten = true
        }
      }
      room *= 2
    }
    needsComma = comma
  }
}
