import SimpleFeatures

// What stands between operators: literals, properties, functions, brackets.
extension TextParser {
  mutating func parsePrimary() throws(FilterError) -> Node {
    let start = token.start
    switch token.kind {
    case .string(let text): return try literalNode(.string(text))
    case .number(let digits): return try literalNode(try literal(ofDigits: digits, at: start))
    case .name(let name): return try literalNode(.property(name))
    case .word(let word): return try parseWord(word)
    case .sign(.open):
      try advance()
      return try parseBracketed(from: start)
    case .sign(.openBracket):
      try advance()
      let (items, depth) = try parseList(until: .closeBracket)
      return try node(.array(items), at: start, over: depth)
    case .sign, .end: throw unexpected(wanted: "a value or a predicate")
    }
  }

  private mutating func literalNode(_ expression: FilterExpression) throws(FilterError) -> Node {
    let start = token.start
    try advance()
    return try node(expression, at: start)
  }

  /// Reads what follows an open bracket: one expression, or the elements of an array.
  private mutating func parseBracketed(from start: Int) throws(FilterError) -> Node {
    if try take(.close) { return try node(.array([]), at: start) }
    let first = try deeper { parser throws(FilterError) in try parser.parseOr() }
    if try take(.close) { return first }
    guard try take(.comma) else { throw unexpected(wanted: "')', ',' or an operator") }
    let (rest, depth) = try parseList(until: .close)
    guard !rest.isEmpty else { throw unexpected(wanted: "a value") }
    return try node(
      .array([first.expression] + rest), at: start, over: max(first.depth, depth))
  }

  private mutating func parseWord(_ word: String) throws(FilterError) -> Node {
    if let keyword = Keyword(word: word) {
      switch keyword {
      case .true, .false: return try literalNode(.boolean(keyword == .true))
      default: throw unexpected(wanted: "a value or a predicate")
      }
    }
    let start = token.start
    if let type = GeometryType(wktWord: word), isGeometryText() {
      return try parseGeometry(type, from: start)
    }
    guard isBeforeBracket() else { return try literalNode(.property(word)) }
    try advance()
    try expect(.open)
    return try parseCall(of: word, from: start)
  }

  private func isBeforeBracket() -> Bool {
    var ahead = lexer
    ahead.skipWhiteSpace()
    return ahead.offset < ahead.bytes.count && ahead.bytes[ahead.offset] == UInt8(ascii: "(")
  }

  /// Whether a bracket, `Z`, `M`, `ZM` or `EMPTY` follows the name of a geometry type.
  private func isGeometryText() -> Bool {
    if isBeforeBracket() { return true }
    var ahead = lexer
    guard case .word(let word)? = try? ahead.next().kind else { return false }
    return ["Z", "M", "ZM", "EMPTY"].contains(word.uppercased())
  }

  /// Reads a function of the standard or another; the open bracket is taken already.
  private mutating func parseCall(of word: String, from start: Int) throws(FilterError) -> Node {
    let name = word.lowercased()
    switch name {
    case "date", "timestamp": return try parseInstant(name, from: start)
    case "interval": return try parseInterval(from: start)
    case "bbox": return try parseBox(from: start)
    default: break
    }
    if ArrayOperator(textName: name) != nil { return try parseArrayCall(name, from: start) }
    let (arguments, depth) = try parseList(until: .close)
    if let wanted = StandardFunction.argumentCount(of: name), wanted != arguments.count {
      throw FilterError(
        .wrongArgumentCount(word.uppercased(), found: arguments.count, wanted: wanted),
        at: .text(offset: start))
    }
    let call = StandardFunction.expression(name, arguments) ?? .function(word, arguments)
    return try node(call, at: start, over: depth)
  }

  /// Reads two arrays; here even one value in brackets is an array.
  private mutating func parseArrayCall(
    _ name: String, from start: Int
  ) throws(FilterError) -> Node {
    var arguments: [FilterExpression] = []
    var depth = 0
    repeat {
      let argumentStart = token.start
      let argument: Node
      if try take(.open) {
        let (items, below) = try parseList(until: .close)
        argument = try node(.array(items), at: argumentStart, over: below)
      } else {
        argument = try deeper { parser throws(FilterError) in try parser.parseOr() }
      }
      arguments.append(argument.expression)
      depth = max(depth, argument.depth)
    } while try take(.comma)
    guard try take(.close) else { throw unexpected(wanted: "',' or ')'") }
    guard arguments.count == 2, let call = StandardFunction.expression(name, arguments) else {
      throw FilterError(
        .wrongArgumentCount(name.uppercased(), found: arguments.count, wanted: 2),
        at: .text(offset: start))
    }
    return try node(call, at: start, over: depth)
  }
}

/// The functions that the standard names, by their names in small letters.
enum StandardFunction {
  static func argumentCount(of name: String) -> Int? {
    if TextFolding(rawValue: name) != nil { return 1 }
    let isRelation =
      SpatialOperator(rawValue: name) != nil || TemporalOperator(textName: name) != nil
      || ArrayOperator(textName: name) != nil
    return isRelation ? 2 : nil
  }

  /// The expression of a call whose arguments have been counted; `nil` for another function.
  static func expression(_ name: String, _ arguments: [FilterExpression]) -> FilterExpression? {
    if let folding = TextFolding(rawValue: name), arguments.count == 1 {
      return .folded(folding, arguments[0])
    }
    guard arguments.count == 2 else { return nil }
    if let relation = SpatialOperator(rawValue: name) {
      return .spatial(relation, arguments[0], arguments[1])
    }
    if let relation = TemporalOperator(textName: name) {
      return .temporal(relation, arguments[0], arguments[1])
    }
    if let relation = ArrayOperator(textName: name) {
      return .arrays(relation, arguments[0], arguments[1])
    }
    return nil
  }
}

extension TemporalOperator {
  /// Finds a relation by its name in small letters.
  init?(textName name: String) {
    guard let found = Self.allCases.first(where: { $0.rawValue.lowercased() == name }) else {
      return nil
    }
    self = found
  }
}

extension ArrayOperator {
  /// Finds a relation by its name in small letters.
  init?(textName name: String) {
    guard let found = Self.allCases.first(where: { $0.rawValue.lowercased() == name }) else {
      return nil
    }
    self = found
  }
}
