extension JSONValue {
  /// Parses one complete JSON text.
  ///
  /// Stricter than the grammar: duplicate names, lone surrogates, numbers without a finite value
  /// and bytes after the value are refused; a byte-order mark at the start is skipped.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8.
  ///   - maximumDepth: Arrays and objects inside one another.
  ///   - maximumCount: Bytes at most.
  /// - Throws: ``JSONTextError`` with the byte's offset.
  /// - Complexity: O(*n*), *n* bytes.
  public init(
    parsing bytes: [UInt8], maximumDepth: Int = 64, maximumCount: Int = .max
  ) throws(JSONTextError) {
    guard bytes.count <= maximumCount else { throw .tooLong(limit: maximumCount) }
    var parser = JSONParser(bytes: bytes, maximumDepth: maximumDepth)
    self = try parser.parseText()
  }

  /// Parses one complete JSON text.
  ///
  /// - Parameters:
  ///   - text: The JSON.
  ///   - maximumDepth: Arrays and objects inside one another.
  /// - Throws: ``JSONTextError`` with the byte's offset.
  public init(parsing text: String, maximumDepth: Int = 64) throws(JSONTextError) {
    try self.init(parsing: Array(text.utf8), maximumDepth: maximumDepth)
  }
}

/// A recursive-descent parser over bytes; the depth limit bounds its stack.
struct JSONParser {
  let bytes: [UInt8]
  let maximumDepth: Int
  private(set) var offset = 0

  init(bytes: [UInt8], maximumDepth: Int) {
    self.bytes = bytes
    self.maximumDepth = maximumDepth
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
  }

  mutating func parseText() throws(JSONTextError) -> JSONValue {
    let value = try parseValue(depth: 0)
    skipWhiteSpace()
    guard offset == bytes.count else { throw .trailingBytes(offset: offset) }
    return value
  }

  private mutating func parseValue(depth: Int) throws(JSONTextError) -> JSONValue {
    skipWhiteSpace()
    switch try peek() {
    case UInt8(ascii: "{"): return .object(try parseObject(depth: depth))
    case UInt8(ascii: "["): return .array(try parseArray(depth: depth))
    case UInt8(ascii: "\""): return .string(try parseString())
    case UInt8(ascii: "t"): return try parseLiteral("true", as: .boolean(true))
    case UInt8(ascii: "f"): return try parseLiteral("false", as: .boolean(false))
    case UInt8(ascii: "n"): return try parseLiteral("null", as: .null)
    default: return .number(try parseNumber())
    }
  }

  private mutating func parseObject(depth: Int) throws(JSONTextError) -> JSONObject {
    try enter(depth)
    var members: [JSONObject.Member] = []
    var names: Set<String> = []
    skipWhiteSpace()
    if try peek() == UInt8(ascii: "}") {
      offset += 1
      return JSONObject([])
    }
    while true {
      skipWhiteSpace()
      let start = offset
      let name = try parseString()
      guard names.insert(name).inserted else { throw .duplicateName(name, offset: start) }
      skipWhiteSpace()
      try expect(UInt8(ascii: ":"))
      members.append(.init(name: name, value: try parseValue(depth: depth + 1)))
      if try endsList(with: UInt8(ascii: "}")) { return JSONObject(members) }
    }
  }

  private mutating func parseArray(depth: Int) throws(JSONTextError) -> [JSONValue] {
    try enter(depth)
    var elements: [JSONValue] = []
    skipWhiteSpace()
    if try peek() == UInt8(ascii: "]") {
      offset += 1
      return []
    }
    while true {
      elements.append(try parseValue(depth: depth + 1))
      if try endsList(with: UInt8(ascii: "]")) { return elements }
    }
  }

  private mutating func enter(_ depth: Int) throws(JSONTextError) {
    guard depth < maximumDepth else { throw .tooDeep(limit: maximumDepth, offset: offset) }
    offset += 1
  }

  private mutating func endsList(with end: UInt8) throws(JSONTextError) -> Bool {
    skipWhiteSpace()
    let byte = try peek()
    guard byte == end || byte == UInt8(ascii: ",") else {
      throw .unexpectedByte(byte, offset: offset)
    }
    offset += 1
    return byte == end
  }

  private mutating func parseLiteral(
    _ word: StaticString, as value: JSONValue
  ) throws(JSONTextError) -> JSONValue {
    for index in 0..<word.utf8CodeUnitCount { try expect(word.utf8Start[index]) }
    return value
  }

  private mutating func parseNumber() throws(JSONTextError) -> JSONNumber {
    let start = offset
    if current == UInt8(ascii: "-") { offset += 1 }
    if current == UInt8(ascii: "0") { offset += 1 } else { try skipDigits(from: start) }
    if current == UInt8(ascii: ".") {
      offset += 1
      try skipDigits(from: start)
    }
    if current == UInt8(ascii: "e") || current == UInt8(ascii: "E") {
      offset += 1
      if current == UInt8(ascii: "+") || current == UInt8(ascii: "-") { offset += 1 }
      try skipDigits(from: start)
    }
    let number = JSONNumber(String(decoding: bytes[start..<offset], as: UTF8.self))
    guard number.double != nil else { throw .badNumber(offset: start) }
    return number
  }

  private mutating func skipDigits(from start: Int) throws(JSONTextError) {
    let first = offset
    while let byte = current, byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") { offset += 1 }
    guard offset > first else {
      guard let byte = current else { throw .unexpectedEnd(offset: offset) }
      throw offset == start ? .unexpectedByte(byte, offset: offset) : .badNumber(offset: start)
    }
  }

  private var current: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  private func peek() throws(JSONTextError) -> UInt8 {
    guard let current else { throw .unexpectedEnd(offset: offset) }
    return current
  }

  private mutating func expect(_ byte: UInt8) throws(JSONTextError) {
    let found = try peek()
    guard found == byte else { throw .unexpectedByte(found, offset: offset) }
    offset += 1
  }

  private mutating func skipWhiteSpace() {
    while let byte = current, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      offset += 1
    }
  }
}

// Strings: runs of plain bytes are taken whole; only escapes are looked at one by one.
extension JSONParser {
  fileprivate mutating func parseString() throws(JSONTextError) -> String {
    try expect(UInt8(ascii: "\""))
    var text = ""
    var start = offset
    while true {
      let byte = try peek()
      if byte == UInt8(ascii: "\"") {
        try appendRun(from: start, to: &text)
        offset += 1
        return text
      } else if byte == UInt8(ascii: "\\") {
        try appendRun(from: start, to: &text)
        text.unicodeScalars.append(try parseEscape())
        start = offset
      } else if byte < 0x20 {
        throw .unexpectedByte(byte, offset: offset)
      } else {
        offset += 1
      }
    }
  }

  private func appendRun(from start: Int, to text: inout String) throws(JSONTextError) {
    guard offset > start else { return }
    guard let run = String(validating: bytes[start..<offset], as: UTF8.self) else {
      throw .notUTF8(offset: start)
    }
    text += run
  }

  private mutating func parseEscape() throws(JSONTextError) -> Unicode.Scalar {
    let start = offset
    offset += 1
    let letter = try peek()
    offset += 1
    switch letter {
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(letter)
    case UInt8(ascii: "u"): return try parseCodePoint(from: start)
    default: throw .badEscape(offset: start)
    }
  }

  private mutating func parseCodePoint(from start: Int) throws(JSONTextError) -> Unicode.Scalar {
    let first = try parseFourDigits(from: start)
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard first < 0xDC00, try peek() == UInt8(ascii: "\\") else { throw .badEscape(offset: start) }
    offset += 1
    guard try peek() == UInt8(ascii: "u") else { throw .badEscape(offset: start) }
    offset += 1
    let second = try parseFourDigits(from: start)
    guard second >= 0xDC00, second <= 0xDFFF,
      let scalar = Unicode.Scalar(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00))
    else { throw .badEscape(offset: start) }
    return scalar
  }

  private mutating func parseFourDigits(from start: Int) throws(JSONTextError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      let byte = try peek()
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw .badEscape(offset: start)
      }
      value = value << 4 | UInt32(digit)
      offset += 1
    }
    return value
  }
}
