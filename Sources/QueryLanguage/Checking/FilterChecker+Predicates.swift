// Logic, comparisons and relations.
extension FilterChecker {
  mutating func checkPredicate(_ expression: FilterExpression) throws(FilterError) -> Checked {
    switch expression {
    case .and(let parts): return try checkLogic(parts) { .all($0) }
    case .or(let parts): return try checkLogic(parts) { .any($0) }
    case .not(let part):
      let inner = try predicate(of: try check(part))
      return checked(.predicate(.not(inner)), .boolean)
    case .comparison(let comparison, let first, let second):
      return try checkComparison(comparison, first, second)
    case .like(let value, let pattern): return try checkLike(value, pattern)
    case .between(let value, let low, let high): return try checkBetween(value, low, high)
    case .inList(let value, let items): return try checkInList(value, items)
    case .isNull(let value):
      let operand = try check(value).operand
      return checked(.predicate(.isNull(operand)), .boolean)
    default: return checked(.constant(.null), .any)
    }
  }

  private mutating func checkLogic(
    _ parts: [FilterExpression], _ make: ([Predicate]) -> Predicate
  ) throws(FilterError) -> Checked {
    var predicates: [Predicate] = []
    for part in parts { predicates.append(try predicate(of: try check(part))) }
    return checked(.predicate(make(predicates)), .boolean)
  }

  private mutating func checkComparison(
    _ comparison: ComparisonOperator, _ first: FilterExpression, _ second: FilterExpression
  ) throws(FilterError) -> Checked {
    let left = try check(first)
    let right = try check(second)
    let (start, end) = try comparable(left, right)
    return checked(.predicate(.comparison(comparison, start, end)), .boolean)
  }

  /// The operands when they can be compared; a string beside an instant is read as one.
  ///
  /// - Note: Source – OGC 21-065r2 §6.3.2, permission type-casts; its abstract tests of `IN` and
  ///   GDAL write times as bare strings.
  private func comparable(
    _ first: Checked, _ second: Checked
  ) throws(FilterError) -> (Operand, Operand) {
    let left = try asTime(first, beside: second) ?? first
    let right = try asTime(second, beside: first) ?? second
    guard FilterType.areComparable(left.type, right.type) else {
      throw FilterError(.incomparable(left.type, right.type), at: second.location)
    }
    return (left.operand, right.operand)
  }

  private func asTime(_ text: Checked, beside other: Checked) throws(FilterError) -> Checked? {
    guard other.type == .date || other.type == .timestamp,
      let string = text.operand.constant?.string
    else { return nil }
    guard let span = TimeSpan(string) else {
      throw FilterError(
        other.type == .date ? .badDate(string) : .badTimestamp(string), at: text.location)
    }
    return Checked(
      operand: .constant(.time(span)), type: span.unit == .day ? .date : .timestamp,
      location: text.location)
  }

  private mutating func checkLike(
    _ value: FilterExpression, _ pattern: FilterExpression
  ) throws(FilterError) -> Checked {
    let text = try check(value)
    try require(text, { $0 == .string }, wanted: "a string")
    let form = try check(pattern)
    guard let constant = form.operand.constant?.string else {
      throw FilterError(.wrongType(form.type, wanted: "a pattern in quotes"), at: form.location)
    }
    return checked(.predicate(.like(text.operand, LikePattern(constant))), .boolean)
  }

  private mutating func checkBetween(
    _ value: FilterExpression, _ low: FilterExpression, _ high: FilterExpression
  ) throws(FilterError) -> Checked {
    let parts = try checkAll([value, low, high])
    try require(
      parts[0], { $0.mayBeNumber || $0.mayBeInstant }, wanted: "a number, a date or a timestamp")
    let (operand, least) = try comparable(parts[0], parts[1])
    let (_, greatest) = try comparable(parts[0], parts[2])
    return checked(.predicate(.between(operand, low: least, high: greatest)), .boolean)
  }

  private mutating func checkInList(
    _ value: FilterExpression, _ items: [FilterExpression]
  ) throws(FilterError) -> Checked {
    let operand = try check(value)
    var operands: [Operand] = []
    for item in items {
      operands.append(try comparable(operand, try check(item)).1)
    }
    let texts = operands.compactMap { $0.constant?.string }
    if texts.count == operands.count, operand.type == .string {
      return checked(.predicate(.inStrings(operand.operand, Set(texts))), .boolean)
    }
    return checked(.predicate(.inList(operand.operand, operands)), .boolean)
  }

  mutating func checkRelation(_ expression: FilterExpression) throws(FilterError) -> Checked {
    let sides = try checkAll(expression.children)
    switch expression {
    case .spatial(let relation, _, _):
      for side in sides { try require(side, { $0 == .geometry }, wanted: "a geometry") }
      let test = SpatialTest(relation, sides[0].operand, sides[1].operand, relations)
      return checked(.predicate(.spatial(test)), .boolean)
    case .temporal(let relation, _, _):
      let times = try sides.map { side throws(FilterError) in try time(side, relation) }
      return checked(.predicate(.temporal(relation, times[0], times[1])), .boolean)
    case .arrays(let relation, _, _):
      for side in sides { try require(side, { $0 == .array }, wanted: "an array") }
      return checked(
        .predicate(.arrays(relation, sides[0].operand, sides[1].operand)), .boolean)
    default: return checked(.constant(.null), .any)
    }
  }

  /// An operand of a temporal relation.
  private func time(
    _ side: Checked, _ relation: TemporalOperator
  ) throws(FilterError) -> Operand {
    try require(side, FilterType.interval.takes, wanted: "a date, a timestamp or an interval")
    guard relation.takesInstants || (side.type != .date && side.type != .timestamp) else {
      throw FilterError(.intervalsOnly(relation), at: side.location)
    }
    return side.operand
  }
}
