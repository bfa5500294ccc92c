import SimpleFeatures

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Reads the value of a property by its slot.
public typealias RowReading = (_ slot: Int) -> FilterValue

/// Makes the result of a function of the row.
public typealias RowCalling =
  (_ call: FilterCall, _ arguments: [FilterValue]) throws(FilterError) -> FilterValue

/// What a predicate is asked of, with names looked up and literals made ready.
indirect enum Operand: Sendable {
  case constant(FilterValue)
  /// A geometry literal with its envelope.
  case fixed(FixedGeometry)
  case property(slot: Int)
  case arithmetic(ArithmeticOperator, Operand, Operand)
  case folded(TextFolding, Operand)
  /// An absent end is open.
  case interval(Operand?, Operand?)
  case array([Operand])
  case call(FilterCall, FilterFunction, [Operand])
  case predicate(Predicate)

  /// The value, when it is the same for every row.
  var constant: FilterValue? {
    switch self {
    case .constant(let value): value
    case .fixed(let literal): .geometry(literal.geometry)
    default: nil
    }
  }

  var fixedGeometry: FixedGeometry? {
    switch self {
    case .fixed(let literal): literal
    case .constant(.geometry(let geometry)): FixedGeometry(geometry)
    default: nil
    }
  }

  /// Makes the value for a row.
  func value(_ row: RowReading, _ calling: RowCalling) throws(FilterError) -> FilterValue {
    switch self {
    case .constant(let value): return value
    case .fixed(let literal): return .geometry(literal.geometry)
    case .property(let slot): return row(slot)
    case .arithmetic(let operation, let first, let second):
      return operation.result(try first.value(row, calling), try second.value(row, calling))
    case .folded(let folding, let operand):
      guard case .string(let text) = try operand.value(row, calling) else { return .null }
      return .string(folding.folded(text))
    case .interval(let start, let end): return try Self.span(start, end, row, calling)
    case .array(let operands):
      var values: [FilterValue] = []
      values.reserveCapacity(operands.count)
      for operand in operands { values.append(try operand.value(row, calling)) }
      return .array(values)
    case .call(let call, let function, let operands):
      var values: [FilterValue] = []
      values.reserveCapacity(operands.count)
      for operand in operands { values.append(try operand.value(row, calling)) }
      if let evaluate = function.evaluate { return try evaluate(values) }
      return try calling(call, values)
    case .predicate(let predicate):
      return try predicate.truth(row, calling).map(FilterValue.boolean) ?? .null
    }
  }

  /// An interval; unknown when an end is missing or lies before the other.
  private static func span(
    _ start: Operand?, _ end: Operand?, _ row: RowReading, _ calling: RowCalling
  ) throws(FilterError) -> FilterValue {
    var first: TimeSpan?
    if let start {
      guard let span = try start.value(row, calling).time else { return .null }
      first = span
    }
    var last: TimeSpan?
    if let end {
      guard let span = try end.value(row, calling).time else { return .null }
      last = span
    }
    return TimeSpan(from: first, to: last).map(FilterValue.time) ?? .null
  }
}

extension ArithmeticOperator {
  /// The result, or null where an operand is missing or the result is no finite number.
  ///
  /// Integers stay integers while they fit; a division by zero is null.
  func result(_ first: FilterValue, _ second: FilterValue) -> FilterValue {
    if case .integer(let left) = first, case .integer(let right) = second,
      let exact = wholeResult(left, right)
    {
      return .integer(exact)
    }
    guard let left = first.double, let right = second.double else { return .null }
    let value: Double
    switch self {
    case .plus: value = left + right
    case .minus: value = left - right
    case .times: value = left * right
    case .divide: value = left / right
    case .modulo: value = fmod(left, right)
    case .wholeDivide: value = (left / right).rounded(.towardZero)
    case .power: value = pow(left, right)
    }
    return value.isFinite ? .number(value) : .null
  }

  /// The result of integers as an integer, or `nil` where it is none or does not fit.
  private func wholeResult(_ left: Int, _ right: Int) -> Int? {
    let (value, overflow): (Int, Bool)
    switch self {
    case .plus: (value, overflow) = left.addingReportingOverflow(right)
    case .minus: (value, overflow) = left.subtractingReportingOverflow(right)
    case .times: (value, overflow) = left.multipliedReportingOverflow(by: right)
    case .modulo: (value, overflow) = left.remainderReportingOverflow(dividingBy: right)
    case .wholeDivide: (value, overflow) = left.dividedReportingOverflow(by: right)
    case .divide, .power: return nil
    }
    return overflow ? nil : value
  }
}
