import Records
import SimpleFeatures

extension FilterExpression {
  /// The filter as CQL2 text.
  ///
  /// What is written reads back as the same tree. A list of one value outside the array functions
  /// stands in square brackets, which the standard's grammar has no other way to write.
  ///
  /// - Complexity: O(*n*), *n* expressions and positions.
  /// - Note: Source – OGC 21-065r2 annex B.
  public var text: String {
    var writer = TextWriter()
    writer.write(self, binding: .loosest)
    return writer.text
  }
}

/// Writes CQL2 text with the brackets that precedence needs.
struct TextWriter {
  /// How tightly an expression holds together.
  enum Binding: Int, Comparable {
    case loosest, or, and, not, predicate, sum, product, power, primary

    static func < (left: Binding, right: Binding) -> Bool { left.rawValue < right.rawValue }
  }

  private(set) var text = ""

  /// Writes an expression, in brackets where it holds together less than its place needs.
  mutating func write(_ expression: FilterExpression, binding: Binding) {
    guard expression.binding < binding else { return writeOpen(expression) }
    text += "("
    writeOpen(expression)
    text += ")"
  }

  private mutating func writeOpen(_ expression: FilterExpression) {
    switch expression {
    case .boolean, .integer, .number, .string, .date, .timestamp, .interval, .geometry, .envelope,
      .property:
      writeLiteral(expression)
    case .array(let items): writeArray(items, isArgument: false)
    case .function(let name, let arguments): writeCall(name, arguments)
    case .folded(let folding, let operand): writeCall(folding.rawValue.uppercased(), [operand])
    case .spatial(let relation, let first, let second):
      writeCall(relation.rawValue.uppercased(), [first, second])
    case .temporal(let relation, let first, let second):
      writeCall(relation.rawValue.uppercased(), [first, second])
    case .arrays(let relation, let first, let second): writeRelation(relation, [first, second])
    case .and(let operands): writeJoined(operands, " AND ", binding: .not)
    case .or(let operands): writeJoined(operands, " OR ", binding: .and)
    case .not(let operand):
      text += "NOT "
      write(operand, binding: .not)
    default: writePredicate(expression)
    }
  }

  private mutating func writePredicate(_ expression: FilterExpression) {
    switch expression {
    case .arithmetic(let arithmetic, let first, let second):
      let (left, right) = arithmetic.operandBindings
      writeInfix(first, " \(arithmetic.rawValue) ", second, left, right)
    case .comparison(let comparison, let first, let second):
      writeInfix(first, " \(comparison.rawValue) ", second, .sum, .sum)
    case .like(let value, let pattern): writeInfix(value, " LIKE ", pattern, .sum, .sum)
    case .between(let value, let low, let high):
      writeInfix(value, " BETWEEN ", low, .sum, .sum)
      text += " AND "
      write(high, binding: .sum)
    case .inList(let value, let items):
      write(value, binding: .sum)
      text += " IN ("
      writeItems(items)
      text += ")"
    case .isNull(let value):
      write(value, binding: .sum)
      text += " IS NULL"
    default: break
    }
  }

  private mutating func writeInfix(
    _ first: FilterExpression, _ sign: String, _ second: FilterExpression, _ left: Binding,
    _ right: Binding
  ) {
    write(first, binding: left)
    text += sign
    write(second, binding: right)
  }

  private mutating func writeJoined(
    _ operands: [FilterExpression], _ word: String, binding: Binding
  ) {
    guard operands.count > 1 else {
      if let only = operands.first { return write(only, binding: binding) }
      // Nothing to satisfy holds; nothing to choose from does not.
      text += word == " AND " ? "TRUE" : "FALSE"
      return
    }
    for (index, operand) in operands.enumerated() {
      if index > 0 { text += word }
      write(operand, binding: binding)
    }
  }

  private mutating func writeCall(_ name: String, _ arguments: [FilterExpression]) {
    text += name + "("
    writeItems(arguments)
    text += ")"
  }

  private mutating func writeRelation(_ relation: ArrayOperator, _ arguments: [FilterExpression]) {
    text += relation.rawValue.uppercased() + "("
    for (index, argument) in arguments.enumerated() {
      if index > 0 { text += ", " }
      if case .array(let items) = argument {
        writeArray(items, isArgument: true)
      } else {
        write(argument, binding: .loosest)
      }
    }
    text += ")"
  }

  private mutating func writeArray(_ items: [FilterExpression], isArgument: Bool) {
    let isBare = items.count == 1 && !isArgument
    text += isBare ? "[" : "("
    writeItems(items)
    text += isBare ? "]" : ")"
  }

  private mutating func writeItems(_ items: [FilterExpression]) {
    for (index, item) in items.enumerated() {
      if index > 0 { text += ", " }
      write(item, binding: .loosest)
    }
  }
}

// Literals and names.
extension TextWriter {
  private mutating func writeLiteral(_ expression: FilterExpression) {
    switch expression {
    case .boolean(let truth): text += truth ? "TRUE" : "FALSE"
    case .integer(let value): text += String(value)
    case .number(let value): text += value.description
    case .string(let string): writeString(string)
    case .date(let date): text += "DATE('\(date)')"
    case .timestamp(let instant): text += "TIMESTAMP('\(instant)')"
    case .interval(let start, let end):
      text += "INTERVAL("
      writeIntervalEnd(start)
      text += ", "
      writeIntervalEnd(end)
      text += ")"
    case .geometry(let geometry): text += geometry.wkt
    case .envelope(let box):
      let edges = [box.west, box.south, box.east, box.north].map { edge in
        FilterExpression(edge).text
      }
      text += "BBOX(" + edges.joined(separator: ", ") + ")"
    case .property(let name): writeName(name)
    default: break
    }
  }

  private mutating func writeIntervalEnd(_ end: FilterExpression?) {
    switch end {
    case nil: text += "'..'"
    case .date(let date)?: text += "'\(date)'"
    case .timestamp(let instant)?: text += "'\(instant)'"
    case let other?: write(other, binding: .primary)
    }
  }

  /// Writes a string with the escapes that the lexer reads.
  private mutating func writeString(_ string: String) {
    text += "'"
    for scalar in string.unicodeScalars {
      switch scalar.value {
      case 0x27: text += "''"
      case 0x5C: text += "\\\\"
      case 0x07...0x0D:
        text += "\\"
        text.unicodeScalars.append(
          Unicode.Scalar(Lexer.controlLetters[Int(scalar.value) - 7]))
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "'"
  }

  private mutating func writeName(_ name: String) {
    let scalars = name.unicodeScalars
    let isPlain =
      scalars.first.map(Lexer.startsWord) == true && scalars.allSatisfy(Lexer.continuesWord)
      && Keyword(word: name) == nil && name.uppercased() != "ILIKE"
    text +=
      isPlain
      ? name
      : "\""
        + name.split(separator: "\"", omittingEmptySubsequences: false)
        .joined(separator: "\"\"") + "\""
  }
}

extension FilterExpression {
  /// How tightly the expression holds together as text.
  var binding: TextWriter.Binding {
    switch self {
    case .or(let operands) where operands.count > 1: .or
    case .and(let operands) where operands.count > 1: .and
    case .or(let operands), .and(let operands): operands.first?.binding ?? .primary
    case .not: .not
    case .comparison, .like, .between, .inList, .isNull: .predicate
    case .arithmetic(let arithmetic, _, _):
      switch arithmetic.precedence {
      case 1: .sum
      case 2: .product
      default: .power
      }
    default: .primary
    }
  }
}

extension ArithmeticOperator {
  /// How tightly the operands must hold together: sums and products lean left, powers right.
  fileprivate var operandBindings: (TextWriter.Binding, TextWriter.Binding) {
    switch precedence {
    case 1: (.sum, .product)
    case 2: (.product, .power)
    default: (.primary, .power)
    }
  }
}
