// What needs no escape, written without looking for one: exports write it by the million.
extension JSONWriter {
  /// Writes the name of a member whose value follows.
  ///
  /// - Parameter name: The name as it stands behind another member: a comma, the name in quotes, a
  ///   colon. The comma is left out where the member is the first.
  public mutating func key(separated name: StaticString) {
    let first = needsComma ? 0 : 1
    bytes.append(
      contentsOf: UnsafeBufferPointer(
        start: name.utf8Start + first, count: name.utf8CodeUnitCount - first))
    needsComma = false
  }

  /// Writes a member whose name and value hold nothing to escape.
  ///
  /// - Parameters:
  ///   - name: ASCII without quotes, backslashes or control characters.
  ///   - value: The same.
  public mutating func member(plain name: StaticString, _ value: String) {
    var value = value
    value.withUTF8 { value in
      let capacity = name.utf8CodeUnitCount + value.count + 6
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: capacity) { room in
        let start = Self.fill(room, withKey: name, isFirst: !needsComma)
        room[start] = UInt8(ascii: "\"")
        let text = UnsafeMutableBufferPointer(rebasing: room[(start + 1)...])
        let end = start + 1 + text.update(fromContentsOf: value)
        room[end] = UInt8(ascii: "\"")
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: room[...end]))
      }
    }
    needsComma = true
  }

  /// Writes the name of a member with what stands around it to the beginning of a buffer.
  ///
  /// - Returns: Where the value goes.
  static func fill(
    _ buffer: UnsafeMutableBufferPointer<UInt8>, withKey name: StaticString, isFirst: Bool
  ) -> Int {
    var end = 0
    if !isFirst {
      buffer[0] = UInt8(ascii: ",")
      end = 1
    }
    buffer[end] = UInt8(ascii: "\"")
    let source = UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)
    end += 1
    end += UnsafeMutableBufferPointer(rebasing: buffer[end...]).update(fromContentsOf: source)
    buffer[end] = UInt8(ascii: "\"")
    buffer[end + 1] = UInt8(ascii: ":")
    return end + 2
  }

  /// Writes a string made of parts that hold nothing to escape.
  ///
  /// - Parameters:
  ///   - opening: The program's own beginning.
  ///   - middle: ASCII without quotes, backslashes or control characters, as all parts.
  ///   - next: The program's own words behind it.
  ///   - end: The rest.
  public mutating func string(
    plain opening: StaticString, _ middle: String, _ next: StaticString, _ end: String
  ) {
    separate()
    append("\"")
    append(opening)
    bytes.append(contentsOf: middle.utf8)
    append(next)
    bytes.append(contentsOf: end.utf8)
    append("\"")
    needsComma = true
  }

  /// Writes a string that holds nothing to escape, or `null`.
  ///
  /// - Parameter value: ASCII without quotes, backslashes or control characters.
  public mutating func string(plain value: String?) {
    guard var value else { return null() }
    value.withUTF8 { string(plain: $0) }
  }

  /// Writes a string that holds nothing to escape.
  ///
  /// - Parameter value: ASCII without quotes, backslashes or control characters.
  public mutating func string(plain value: UnsafeBufferPointer<UInt8>) {
    separate()
    // One append of the whole is cheaper than three.
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: value.count + 2) { quoted in
      quoted[0] = UInt8(ascii: "\"")
      if let start = value.baseAddress, let target = quoted.baseAddress {
        (target + 1).initialize(from: start, count: value.count)
      }
      quoted[value.count + 1] = UInt8(ascii: "\"")
      bytes.append(contentsOf: UnsafeBufferPointer(quoted))
    }
    needsComma = true
  }

  /// Appends a text of the program's own.
  mutating func append(_ text: StaticString) {
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }
}
