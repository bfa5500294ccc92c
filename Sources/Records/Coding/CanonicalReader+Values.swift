extension CanonicalReader {
  /// The bytes between two quotes, as long as no escape stands among them.
  private mutating func plainText() throws(RecordCodingError) -> PlainText? {
    if needsComma { try expect(UInt8(ascii: ",")) }
    try expect(UInt8(ascii: "\""))
    var end = offset
    var seen: UInt8 = 0
    while end < bytes.count {
      let byte = bytes[end]
      if byte == UInt8(ascii: "\"") {
        let run = UnsafeBufferPointer(rebasing: bytes[offset..<end])
        offset = end + 1
        needsComma = true
        return PlainText(bytes: run, isASCII: seen < 0x80)
      }
      if byte == UInt8(ascii: "\\") { return nil }
      guard byte >= 0x20 else { throw .expected("an escape", offset: end) }
      seen |= byte
      end += 1
    }
    throw .expected("the end of a text", offset: end)
  }

  mutating func text() throws(RecordCodingError) -> String {
    let start = offset
    if let run = try plainText() {
      guard let text = run.string else { throw .notUTF8(offset: start) }
      return text
    }
    let unescaped = try escapedText()
    guard let text = String(validating: unescaped, as: UTF8.self) else {
      throw .notUTF8(offset: start)
    }
    return text
  }

  private mutating func escapedText() throws(RecordCodingError) -> [UInt8] {
    var text: [UInt8] = []
    while true {
      let byte = self[offset]
      guard byte >= 0x20 else { throw .expected("the end of a text", offset: offset) }
      offset += 1
      if byte == UInt8(ascii: "\"") {
        needsComma = true
        return text
      }
      text.append(byte == UInt8(ascii: "\\") ? try escape() : byte)
    }
  }

  /// One of the escapes that the writer uses; any other way to write the same is not canonical.
  private mutating func escape() throws(RecordCodingError) -> UInt8 {
    let start = offset - 1
    let letter = self[offset]
    offset += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): return letter
    case UInt8(ascii: "n"): return 0x0A
    case UInt8(ascii: "r"): return 0x0D
    case UInt8(ascii: "t"): return 0x09
    case UInt8(ascii: "u"):
      var value: UInt8 = 0
      for place in 0..<4 {
        guard let digit = hexadecimal(self[offset + place]), place > 1 || digit == 0 else {
          throw .invalid("escape", offset: start)
        }
        value = value << 4 | digit
      }
      guard value < 0x20, value != 0x0A, value != 0x0D, value != 0x09 else {
        throw .invalid("escape", offset: start)
      }
      offset += 4
      return value
    default: throw .invalid("escape", offset: start)
    }
  }

  private func hexadecimal(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    default: nil
    }
  }

  mutating func identifier<Record>() throws(RecordCodingError) -> Identifier<Record> {
    let start = offset
    guard let run = try plainText(), let identifier = Identifier<Record>(run.bytes) else {
      throw .invalid("identifier", offset: start)
    }
    return identifier
  }

  mutating func code<Code: Vocabulary>() throws(RecordCodingError) -> Code {
    let start = offset
    if let run = try plainText() {
      if let code = Code.table.code(of: run.bytes) { return code }
      throw .unknownCode(run.string ?? "?", list: Code.name, offset: start)
    }
    let text = String(decoding: try escapedText(), as: UTF8.self)
    throw .unknownCode(text, list: Code.name, offset: start)
  }

  mutating func time() throws(RecordCodingError) -> StatedTime {
    let start = offset
    if let day = plainDay() { return StatedTime(day) }
    let text = try text()
    guard let time = StatedTime(text) else { throw .invalid("time", offset: start) }
    // A date has one spelling; an interval and a moment may be read from several.
    if case .date = time { return time }
    guard time.description == text else { throw .invalid("time", offset: start) }
    return time
  }

  /// Takes a quoted `YYYY-MM-DD` when it is next: what most times are.
  private mutating func plainDay() -> CivilDate? {
    let first = offset + (needsComma ? 1 : 0)
    guard first + 12 <= bytes.count, bytes[first] == UInt8(ascii: "\""),
      bytes[first + 11] == UInt8(ascii: "\""), bytes[first + 5] == UInt8(ascii: "-"),
      bytes[first + 8] == UInt8(ascii: "-"),
      !needsComma || bytes[offset] == UInt8(ascii: ",")
    else { return nil }
    var fields = (year: 0, month: 0, day: 0)
    for index in 1...4 { fields.year = fields.year * 10 + digit(at: first + index, or: 10_000) }
    for index in 6...7 { fields.month = fields.month * 10 + digit(at: first + index, or: 100) }
    for index in 9...10 { fields.day = fields.day * 10 + digit(at: first + index, or: 100) }
    guard let day = CivilDate(year: fields.year, month: fields.month, day: fields.day) else {
      return nil
    }
    offset = first + 12
    needsComma = true
    return day
  }

  /// A digit's value, or a number so large that no date can hold it.
  private func digit(at position: Int, or wrong: Int) -> Int {
    let byte = bytes[position]
    return byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
      ? Int(byte &- UInt8(ascii: "0")) : wrong
  }

  mutating func day() throws(RecordCodingError) -> CivilDate {
    let start = offset
    guard let day = CivilDate(try text()) else { throw .invalid("day", offset: start) }
    return day
  }

  /// The value of a member that is left out when false.
  mutating func flag(_ name: StaticString) throws(RecordCodingError) -> Bool {
    guard key(name) else { return false }
    for byte in "true".utf8 { try expect(byte) }
    needsComma = true
    return true
  }

  mutating func optionalText(_ name: StaticString) throws(RecordCodingError) -> String? {
    key(name) ? try text() : nil
  }

  mutating func optionalTime(_ name: StaticString) throws(RecordCodingError) -> StatedTime? {
    key(name) ? try time() : nil
  }

  mutating func optionalIdentifier<Record>(
    _ name: StaticString
  ) throws(RecordCodingError) -> Identifier<Record>? {
    key(name) ? try identifier() : nil
  }

  mutating func optionalCode<Code: Vocabulary>(
    _ name: StaticString
  ) throws(RecordCodingError) -> Code? {
    key(name) ? try code() : nil
  }
}

/// A text without escapes, still as bytes.
private struct PlainText {
  let bytes: UnsafeBufferPointer<UInt8>
  let isASCII: Bool

  /// The text, or `nil` when it is not UTF-8.
  var string: String? {
    isASCII ? String(decoding: bytes, as: UTF8.self) : String(validating: bytes, as: UTF8.self)
  }
}
