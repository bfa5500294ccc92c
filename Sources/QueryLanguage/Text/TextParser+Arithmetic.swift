// Numbers: sums over products over powers over a sign.
extension TextParser {
  mutating func parseSum() throws(FilterError) -> Node {
    try parseChain { parser throws(FilterError) in
      try parser.parseProduct()
    } operation: { parser in
      switch parser.token.kind {
      case .sign(.plus): .plus
      case .sign(.minus): .minus
      default: nil
      }
    }
  }

  private mutating func parseProduct() throws(FilterError) -> Node {
    try parseChain { parser throws(FilterError) in
      try parser.parsePower()
    } operation: { parser in
      switch parser.token.kind {
      case .sign(.times): .times
      case .sign(.divide): .divide
      case .sign(.modulo): .modulo
      default: parser.isAt(.div) ? .wholeDivide : nil
      }
    }
  }

  /// Reads operands of one precedence from left to right.
  private mutating func parseChain(
    _ parseOperand: (inout TextParser) throws(FilterError) -> Node,
    operation: (TextParser) -> ArithmeticOperator?
  ) throws(FilterError) -> Node {
    let start = token.start
    var first = try parseOperand(&self)
    while let arithmetic = operation(self) {
      try advance()
      let second = try parseOperand(&self)
      first = try node(
        .arithmetic(arithmetic, first.expression, second.expression), at: start,
        over: max(first.depth, second.depth))
    }
    return first
  }

  /// Reads a power; `2 ^ 3 ^ 2` is `2 ^ (3 ^ 2)`, and a sign binds to the number it stands before.
  private mutating func parsePower() throws(FilterError) -> Node {
    let start = token.start
    let base = try parseSigned()
    guard try take(.power) else { return base }
    let exponent = try deeper { parser throws(FilterError) in try parser.parsePower() }
    return try node(
      .arithmetic(.power, base.expression, exponent.expression), at: start,
      over: max(base.depth, exponent.depth))
  }

  private mutating func parseSigned() throws(FilterError) -> Node {
    let start = token.start
    if try take(.plus) {
      guard case .number = token.kind else { throw unexpected(wanted: "a number") }
      return try parsePrimary()
    }
    guard try take(.minus) else { return try parsePrimary() }
    if case .number(let digits) = token.kind {
      let literal = try literal(ofDigits: "-" + digits, at: start)
      try advance()
      return try node(literal, at: start)
    }
    let factor = try node(.integer(-1), at: start)
    let operand = try deeper { parser throws(FilterError) in try parser.parseSigned() }
    return try node(
      .arithmetic(.times, factor.expression, operand.expression), at: start, over: operand.depth)
  }

  /// The literal of a number: an integer where nothing is lost by that.
  func literal(ofDigits digits: String, at start: Int) throws(FilterError) -> FilterExpression {
    guard let literal = FilterExpression(digits: digits) else {
      throw FilterError(.badNumber, at: .text(offset: start))
    }
    return literal
  }
}
