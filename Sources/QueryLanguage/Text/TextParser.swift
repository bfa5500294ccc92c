import SimpleFeatures

/// A recursive-descent parser of CQL2 text; the depth limit bounds its stack.
///
/// One grammar takes every expression, and types are checked later: so a misplaced value is told
/// by its type, not as a stray character.
///
/// - Note: Source – OGC 21-065r2 annex B.
struct TextParser {
  /// An expression and how deep its tree is.
  struct Node {
    let expression: FilterExpression
    let depth: Int
  }

  let language: FilterLanguage
  let limits: FilterLimits
  let frame: CoordinateFrame
  var lexer: Lexer
  var token: Token
  /// Brackets and prefixes open at the moment.
  var openLevels = 0
  private(set) var locations: [FilterLocation] = []

  init(
    _ bytes: [UInt8], language: FilterLanguage, limits: FilterLimits, frame: CoordinateFrame
  ) throws(FilterError) {
    self.language = language
    self.limits = limits
    self.frame = frame
    lexer = try Lexer(bytes)
    token = try lexer.next()
  }

  /// Reads the whole text.
  mutating func parseFilter() throws(FilterError) -> FilterExpression {
    let node = try parseOr()
    guard token.kind == .end else { throw unexpected(wanted: "AND, OR or the end of the filter") }
    return node.expression
  }

  /// Notes a new expression whose parts were noted before it.
  mutating func node(
    _ expression: FilterExpression, at start: Int, over depth: Int = 0
  ) throws(FilterError) -> Node {
    guard depth < limits.depth else {
      throw FilterError(.tooDeep(limit: limits.depth), at: .text(offset: start))
    }
    locations.append(.text(offset: start))
    return Node(expression: expression, depth: depth + 1)
  }

  mutating func advance() throws(FilterError) { token = try lexer.next() }

  /// Takes a sign where it stands.
  mutating func take(_ sign: Token.Sign) throws(FilterError) -> Bool {
    guard token.isSign(sign) else { return false }
    try advance()
    return true
  }

  /// Takes a keyword where it stands.
  mutating func take(_ keyword: Keyword) throws(FilterError) -> Bool {
    guard isAt(keyword) else { return false }
    try advance()
    return true
  }

  func isAt(_ keyword: Keyword) -> Bool {
    if case .word(let word) = token.kind { Keyword(word: word) == keyword } else { false }
  }

  mutating func expect(_ sign: Token.Sign) throws(FilterError) {
    guard try take(sign) else { throw unexpected(wanted: "'\(sign.rawValue)'") }
  }

  func unexpected(wanted: String) -> FilterError {
    FilterError(.unexpected(token.phrase, wanted: wanted), at: .text(offset: token.start))
  }

  /// Runs a step one level further down, unless that is too deep.
  mutating func deeper<Result>(
    _ body: (inout TextParser) throws(FilterError) -> Result
  ) throws(FilterError) -> Result {
    guard openLevels < limits.depth else {
      throw FilterError(.tooDeep(limit: limits.depth), at: .text(offset: token.start))
    }
    openLevels += 1
    let result = try body(&self)
    openLevels -= 1
    return result
  }
}

// Booleans: OR over AND over NOT over predicates.
extension TextParser {
  mutating func parseOr() throws(FilterError) -> Node {
    let start = token.start
    let (operands, depth) = try parseOperands(.or) { parser throws(FilterError) in
      try parser.parseAnd()
    }
    guard operands.count > 1 else { return Node(expression: operands[0], depth: depth) }
    return try node(.or(operands), at: start, over: depth)
  }

  private mutating func parseAnd() throws(FilterError) -> Node {
    let start = token.start
    let (operands, depth) = try parseOperands(.and) { parser throws(FilterError) in
      try parser.parseNot()
    }
    guard operands.count > 1 else { return Node(expression: operands[0], depth: depth) }
    return try node(.and(operands), at: start, over: depth)
  }

  private mutating func parseOperands(
    _ keyword: Keyword, _ parse: (inout TextParser) throws(FilterError) -> Node
  ) throws(FilterError) -> (operands: [FilterExpression], depth: Int) {
    var operands: [FilterExpression] = []
    var depth = 0
    repeat {
      guard operands.count < limits.items else {
        throw FilterError(.tooManyItems(limit: limits.items), at: .text(offset: token.start))
      }
      let operand = try parse(&self)
      operands.append(operand.expression)
      depth = max(depth, operand.depth)
    } while try take(keyword)
    return (operands, depth)
  }

  private mutating func parseNot() throws(FilterError) -> Node {
    let start = token.start
    guard try take(.not) else { return try parsePredicate() }
    let operand = try deeper { parser throws(FilterError) in try parser.parseNot() }
    return try node(.not(operand.expression), at: start, over: operand.depth)
  }

  private mutating func parsePredicate() throws(FilterError) -> Node {
    let start = token.start
    let first = try parseSum()
    if case .sign(let sign) = token.kind,
      let comparison = ComparisonOperator(rawValue: sign.rawValue)
    {
      try advance()
      let second = try parseSum()
      return try node(
        .comparison(comparison, first.expression, second.expression), at: start,
        over: max(first.depth, second.depth))
    }
    if try take(.is) {
      let isNegated = try take(.not)
      guard try take(.null) else { throw unexpected(wanted: isNegated ? "NULL" : "NULL or NOT") }
      let test = try node(.isNull(first.expression), at: start, over: first.depth)
      return isNegated ? try node(.not(test.expression), at: start, over: test.depth) : test
    }
    let isNegated = try take(.not)
    guard let test = try parseTest(of: first, from: start) else {
      guard isNegated else { return first }
      throw unexpected(wanted: "LIKE, BETWEEN or IN")
    }
    return isNegated ? try node(.not(test.expression), at: start, over: test.depth) : test
  }

  /// Reads `LIKE`, `BETWEEN` or `IN` and what follows.
  private mutating func parseTest(
    of value: Node, from start: Int
  ) throws(FilterError) -> Node? {
    if try take(.like) {
      let pattern = try parseSum()
      return try node(
        .like(value.expression, pattern: pattern.expression), at: start,
        over: max(value.depth, pattern.depth))
    }
    if language == .cqlText, case .word(let word) = token.kind, word.uppercased() == "ILIKE" {
      return try parseCaseInsensitiveLike(of: value, from: start)
    }
    if try take(.between) {
      let low = try parseSum()
      guard try take(.and) else { throw unexpected(wanted: "AND") }
      let high = try parseSum()
      return try node(
        .between(value.expression, low: low.expression, high: high.expression), at: start,
        over: max(value.depth, low.depth, high.depth))
    }
    guard try take(.within) else { return nil }
    try expect(.open)
    guard !token.isSign(.close) else { throw unexpected(wanted: "a value") }
    let (items, depth) = try parseList(until: .close)
    return try node(.inList(value.expression, items), at: start, over: max(value.depth, depth))
  }

  /// `a ILIKE b` is `CASEI(a) LIKE CASEI(b)`.
  private mutating func parseCaseInsensitiveLike(
    of value: Node, from start: Int
  ) throws(FilterError) -> Node {
    try advance()
    // The value's own folding is noted after the value and before the pattern.
    let folded = try node(.folded(.letterCase, value.expression), at: start, over: value.depth)
    let patternStart = token.start
    let pattern = try parseSum()
    let foldedPattern = try node(
      .folded(.letterCase, pattern.expression), at: patternStart, over: pattern.depth)
    return try node(
      .like(folded.expression, pattern: foldedPattern.expression), at: start,
      over: max(folded.depth, foldedPattern.depth))
  }

  /// Reads expressions between commas up to a closing sign, and takes that too.
  mutating func parseList(
    until close: Token.Sign
  ) throws(FilterError) -> (items: [FilterExpression], depth: Int) {
    var items: [FilterExpression] = []
    var depth = 0
    if try take(close) { return ([], 0) }
    repeat {
      guard items.count < limits.items else {
        throw FilterError(.tooManyItems(limit: limits.items), at: .text(offset: token.start))
      }
      let item = try deeper { parser throws(FilterError) in try parser.parseOr() }
      items.append(item.expression)
      depth = max(depth, item.depth)
    } while try take(.comma)
    guard try take(close) else { throw unexpected(wanted: "',' or '\(close.rawValue)'") }
    return (items, depth)
  }
}
