import Records
import SimpleFeatures

/// Looks up names, checks types and makes a filter ready.
///
/// Visits expressions in the order in which the readers noted their places: children first.
struct FilterChecker {
  /// An expression that was checked.
  struct Checked {
    let operand: Operand
    let type: FilterType
    let location: FilterLocation
  }

  private(set) var properties: [Queryable]
  private(set) var calls: [FilterCall] = []
  private let isOpen: Bool
  private let functions: [FilterFunction]
  let relations: SpatialRelations
  private let locations: [FilterLocation]
  private var visited = 0

  init(
    _ filter: ParsedFilter, queryables: Queryables, functions: [FilterFunction],
    relations: SpatialRelations
  ) {
    properties = queryables.properties
    isOpen = queryables.isOpen
    self.functions = functions
    self.relations = relations
    locations = filter.locations
  }

  mutating func checkFilter(_ expression: FilterExpression) throws(FilterError) -> Predicate {
    try predicate(of: try check(expression))
  }

  /// The place of the expression whose children were all visited.
  private mutating func nextLocation() -> FilterLocation {
    defer { visited += 1 }
    return visited < locations.count ? locations[visited] : .unlocated
  }

  mutating func check(_ expression: FilterExpression) throws(FilterError) -> Checked {
    switch expression {
    case .boolean(let truth): leaf(.boolean(truth), .boolean)
    case .integer(let value): leaf(.integer(value), .integer)
    case .number(let value): leaf(.number(value), .number)
    case .string(let text): leaf(.string(text), .string)
    case .date(let date): leaf(.time(TimeSpan(date)), .date)
    case .timestamp(let instant): leaf(.time(TimeSpan(instant)), .timestamp)
    case .geometry(let geometry):
      Checked(operand: .fixed(FixedGeometry(geometry)), type: .geometry, location: nextLocation())
    case .envelope(let box):
      Checked(operand: .fixed(FixedGeometry(box)), type: .geometry, location: nextLocation())
    case .property(let name): try checkProperty(name)
    case .function(let name, let arguments): try checkCall(name, arguments)
    case .array(let items): try checkArray(items)
    case .interval(let start, let end): try checkInterval(start, end)
    case .folded, .arithmetic: try checkScalar(expression)
    case .and, .or, .not, .comparison, .like, .between, .inList, .isNull:
      try checkPredicate(expression)
    case .spatial, .temporal, .arrays: try checkRelation(expression)
    }
  }

  private mutating func leaf(_ value: FilterValue, _ type: FilterType) -> Checked {
    Checked(operand: .constant(value), type: type, location: nextLocation())
  }

  /// A checked expression whose children were checked before.
  mutating func checked(_ operand: Operand, _ type: FilterType) -> Checked {
    Checked(operand: operand, type: type, location: nextLocation())
  }

  mutating func checkAll(_ expressions: [FilterExpression]) throws(FilterError) -> [Checked] {
    var all: [Checked] = []
    for expression in expressions { all.append(try check(expression)) }
    return all
  }

  func require(
    _ checked: Checked, _ isTaken: (FilterType) -> Bool, wanted: String
  ) throws(FilterError) {
    guard checked.type == .any || isTaken(checked.type) else {
      throw FilterError(.wrongType(checked.type, wanted: wanted), at: checked.location)
    }
  }

  /// The predicate that an expression of boolean type is.
  func predicate(of checked: Checked) throws(FilterError) -> Predicate {
    try require(checked, { $0 == .boolean }, wanted: "a predicate that is true or false")
    switch checked.operand {
    case .predicate(let predicate): return predicate
    case .constant(.boolean(let truth)): return .constant(truth)
    default: return .truth(checked.operand)
    }
  }
}

// Names and values.
extension FilterChecker {
  private mutating func checkProperty(_ name: String) throws(FilterError) -> Checked {
    let location = nextLocation()
    if let slot = properties.firstIndex(where: { $0.name == name }) {
      return Checked(
        operand: .property(slot: slot), type: properties[slot].type, location: location)
    }
    guard isOpen else {
      throw FilterError(
        .unknownProperty(
          name, nearest: NearestName.nearest(to: name, in: properties.map(\.name))), at: location)
    }
    properties.append(Queryable(name, .any))
    return Checked(
      operand: .property(slot: properties.count - 1), type: .any, location: location)
  }

  private mutating func checkCall(
    _ name: String, _ arguments: [FilterExpression]
  ) throws(FilterError) -> Checked {
    let values = try checkAll(arguments)
    let location = nextLocation()
    let lowered = name.lowercased()
    guard let index = functions.firstIndex(where: { $0.name.lowercased() == lowered }) else {
      throw FilterError(
        .unknownFunction(name, nearest: NearestName.nearest(to: name, in: functions.map(\.name))),
        at: location)
    }
    let function = functions[index]
    guard values.count == function.arguments.count else {
      throw FilterError(
        .wrongArgumentCount(
          function.name, found: values.count, wanted: function.arguments.count), at: location)
    }
    for (value, argument) in zip(values, function.arguments) {
      try require(value, argument.type.takes, wanted: "\(argument.type.phrase) (\(argument.title))")
    }
    let call = FilterCall(
      function: index, name: function.name, ordinal: calls.count,
      constants: values.map(\.operand.constant))
    calls.append(call)
    return Checked(
      operand: .call(call, function, values.map(\.operand)), type: function.returns,
      location: location)
  }

  private mutating func checkArray(_ items: [FilterExpression]) throws(FilterError) -> Checked {
    let operands = try checkAll(items).map(\.operand)
    let constants = operands.compactMap(\.constant)
    return constants.count == operands.count
      ? checked(.constant(.array(constants)), .array) : checked(.array(operands), .array)
  }

  private mutating func checkInterval(
    _ start: FilterExpression?, _ end: FilterExpression?
  ) throws(FilterError) -> Checked {
    var ends: [Checked?] = []
    for end in [start, end] {
      guard let end else {
        ends.append(nil)
        continue
      }
      let instant = try check(end)
      try require(instant, \.mayBeInstant, wanted: "a date or a timestamp")
      ends.append(instant)
    }
    let constants = ends.compactMap { $0?.operand.constant?.time }
    guard constants.count == ends.compactMap({ $0 }).count else {
      return checked(.interval(ends[0]?.operand, ends[1]?.operand), .interval)
    }
    guard
      let span = TimeSpan(
        from: ends[0]?.operand.constant?.time, to: ends[1]?.operand.constant?.time)
    else { throw FilterError(.reversedInterval, at: nextLocation()) }
    return checked(.constant(.time(span)), .interval)
  }

  private mutating func checkScalar(_ expression: FilterExpression) throws(FilterError) -> Checked {
    if case .folded(let folding, let text) = expression {
      let value = try check(text)
      try require(value, { $0 == .string }, wanted: "a string")
      guard let constant = value.operand.constant?.string else {
        return checked(.folded(folding, value.operand), .string)
      }
      return checked(.constant(.string(folding.folded(constant))), .string)
    }
    guard case .arithmetic(let operation, let first, let second) = expression else {
      return checked(.constant(.null), .any)
    }
    let left = try check(first)
    let right = try check(second)
    for value in [left, right] { try require(value, \.mayBeNumber, wanted: "a number") }
    let keepsIntegers = operation != .divide && operation != .power
    let isWhole = keepsIntegers && left.type == .integer && right.type == .integer
    let type = isWhole ? FilterType.integer : .number
    if let first = left.operand.constant, let second = right.operand.constant {
      return checked(.constant(operation.result(first, second)), type)
    }
    return checked(.arithmetic(operation, left.operand, right.operand), type)
  }
}
