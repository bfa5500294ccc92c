import JSONText
import Records
import SimpleFeatures

/// Walks the JSON of a filter and keeps the pointer to the place where it is.
///
/// - Note: Source – OGC 21-065r2 annex C (`cql2.json`).
struct JSONFilterReader {
  let limits: FilterLimits
  let frame: CoordinateFrame
  private(set) var locations: [FilterLocation] = []
  private var path: [Step] = []
  private var level = 0

  private enum Step {
    case name(String)
    case index(Int)
  }

  init(limits: FilterLimits, frame: CoordinateFrame) {
    self.limits = limits
    self.frame = frame
  }

  mutating func read(_ bytes: [UInt8]) throws(FilterError) -> FilterExpression {
    let value: JSONValue
    // An expression is an object and an array deep; a geometry adds its collections and arrays.
    let depth = 2 * limits.depth + 2 * limits.geometry.nesting + 8
    do { value = try JSONValue(parsing: bytes, maximumDepth: depth) } catch {
      throw FilterError(.json(error), at: .text(offset: error.offset ?? 0))
    }
    return try read(value)
  }

  private mutating func read(_ value: JSONValue) throws(FilterError) -> FilterExpression {
    guard level < limits.depth else { throw refusal(.tooDeep(limit: limits.depth)) }
    level += 1
    let expression = try readUnbounded(value)
    level -= 1
    locations.append(location)
    return expression
  }

  private mutating func readUnbounded(_ value: JSONValue) throws(FilterError) -> FilterExpression {
    switch value {
    case .null: throw refusal(.unexpected("null", wanted: "an expression; see isNull"))
    case .boolean(let truth): return .boolean(truth)
    case .string(let text): return .string(text)
    case .number(let number):
      guard let literal = FilterExpression(digits: number.text) else { throw refusal(.badNumber) }
      return literal
    case .array(let items): return .array(try readItems(items))
    case .object(let object):
      if let name = object["op"] { return try readOperation(named: name, object) }
      return try readInstance(object)
    }
  }

  private mutating func readItems(_ items: [JSONValue]) throws(FilterError) -> [FilterExpression] {
    guard items.count <= limits.items else { throw refusal(.tooManyItems(limit: limits.items)) }
    var expressions: [FilterExpression] = []
    for (index, item) in items.enumerated() {
      expressions.append(
        try inside(.index(index)) { reader throws(FilterError) in try reader.read(item) })
    }
    return expressions
  }

  var location: FilterLocation {
    var pointer = ""
    for step in path {
      switch step {
      case .index(let index): pointer += "/\(index)"
      case .name(let name): pointer += "/" + name
      }
    }
    return .json(pointer: pointer)
  }

  func refusal(_ fault: FilterFault) -> FilterError { FilterError(fault, at: location) }

  private mutating func inside<Result>(
    _ step: Step, _ body: (inout JSONFilterReader) throws(FilterError) -> Result
  ) throws(FilterError) -> Result {
    path.append(step)
    let result = try body(&self)
    path.removeLast()
    return result
  }
}

// Operations: `{"op": …, "args": […]}`.
extension JSONFilterReader {
  private mutating func readOperation(
    named value: JSONValue, _ object: JSONObject
  ) throws(FilterError) -> FilterExpression {
    guard let name = value.string else {
      throw try inside(.name("op")) { reader throws(FilterError) in
        reader.refusal(.unexpected(value.phrase, wanted: "the name of an operator"))
      }
    }
    return try inside(.name("args")) { reader throws(FilterError) in
      guard let values = object["args"]?.array else {
        throw reader.refusal(
          .unexpected(object["args"]?.phrase ?? "nothing", wanted: "an array of arguments"))
      }
      return try reader.readOperation(name, values)
    }
  }

  private mutating func readOperation(
    _ name: String, _ values: [JSONValue]
  ) throws(FilterError) -> FilterExpression {
    if name == "in" { return try readInList(values) }
    let arguments = try readItems(values)
    if let wanted = Self.argumentCount(of: name), arguments.count != wanted {
      throw refusal(.wrongArgumentCount(name, found: arguments.count, wanted: wanted))
    }
    switch name {
    case "and", "or":
      guard arguments.count >= 2 else {
        throw refusal(.wrongArgumentCount(name, found: arguments.count, wanted: 2))
      }
      return name == "and" ? .and(arguments) : .or(arguments)
    case "not": return .not(arguments[0])
    case "isNull": return .isNull(arguments[0])
    case "like": return .like(arguments[0], pattern: arguments[1])
    case "between": return .between(arguments[0], low: arguments[1], high: arguments[2])
    default: break
    }
    if let comparison = ComparisonOperator(rawValue: name) {
      return .comparison(comparison, arguments[0], arguments[1])
    }
    if let arithmetic = ArithmeticOperator(rawValue: name) {
      return .arithmetic(arithmetic, arguments[0], arguments[1])
    }
    return StandardFunction.expression(name.lowercased(), arguments) ?? .function(name, arguments)
  }

  private static func argumentCount(of name: String) -> Int? {
    switch name {
    case "not", "isNull": 1
    case "like": 2
    case "between": 3
    default:
      ComparisonOperator(rawValue: name) != nil || ArithmeticOperator(rawValue: name) != nil
        ? 2 : StandardFunction.argumentCount(of: name.lowercased())
    }
  }

  private mutating func readInList(_ values: [JSONValue]) throws(FilterError) -> FilterExpression {
    guard values.count == 2 else {
      throw refusal(.wrongArgumentCount("in", found: values.count, wanted: 2))
    }
    let value = try inside(.index(0)) { reader throws(FilterError) in try reader.read(values[0]) }
    let items = try inside(.index(1)) { reader throws(FilterError) in
      guard let list = values[1].array, !list.isEmpty else {
        throw reader.refusal(.unexpected(values[1].phrase, wanted: "an array of values"))
      }
      return try reader.readItems(list)
    }
    return .inList(value, items)
  }
}

// Instances: properties, times, boxes, geometries.
extension JSONFilterReader {
  private mutating func readInstance(_ object: JSONObject) throws(FilterError) -> FilterExpression {
    if let value = object["property"] {
      return .property(try readText(value, of: "property", wanted: "the name of a property"))
    }
    if let value = object["date"] {
      let text = try readText(value, of: "date", wanted: "a date")
      guard let date = CivilDate(text) else { throw refusal(.badDate(text)) }
      return .date(date)
    }
    if let value = object["timestamp"] {
      let text = try readText(value, of: "timestamp", wanted: "a timestamp")
      guard let instant = Instant(text) else { throw refusal(.badTimestamp(text)) }
      return .timestamp(instant)
    }
    if let value = object["interval"] {
      return try inside(.name("interval")) { reader throws(FilterError) in
        try reader.readInterval(value)
      }
    }
    if let value = object["bbox"], object["type"] == nil {
      return try inside(.name("bbox")) { reader throws(FilterError) in try reader.readBox(value) }
    }
    guard object["type"] != nil else {
      throw refusal(
        .unexpected("an object", wanted: "op, property, date, timestamp, interval, bbox or type"))
    }
    return try readGeometry(object)
  }

  private mutating func readText(
    _ value: JSONValue, of member: String, wanted: String
  ) throws(FilterError) -> String {
    try inside(.name(member)) { reader throws(FilterError) in
      guard let text = value.string else {
        throw reader.refusal(.unexpected(value.phrase, wanted: wanted))
      }
      return text
    }
  }

  private mutating func readInterval(_ value: JSONValue) throws(FilterError) -> FilterExpression {
    guard let ends = value.array, ends.count == 2 else {
      throw refusal(.unexpected(value.phrase, wanted: "an array of two ends"))
    }
    let start = try inside(.index(0)) { reader throws(FilterError) in
      try reader.readIntervalEnd(ends[0])
    }
    let end = try inside(.index(1)) { reader throws(FilterError) in
      try reader.readIntervalEnd(ends[1])
    }
    let interval = FilterExpression.interval(start: start, end: end)
    if let fault = interval.intervalFault { throw refusal(fault) }
    return interval
  }

  private mutating func readIntervalEnd(_ value: JSONValue) throws(FilterError) -> FilterExpression?
  {
    guard let text = value.string else { return try read(value) }
    guard let end = IntervalEnd(text) else { throw refusal(.badIntervalEnd(text)) }
    guard let literal = end.literal else { return nil }
    locations.append(location)
    return literal
  }

  private func readBox(_ value: JSONValue) throws(FilterError) -> FilterExpression {
    guard let values = value.array else {
      throw refusal(.unexpected(value.phrase, wanted: "an array of 4 or 6 numbers"))
    }
    let numbers = values.compactMap(\.double)
    guard numbers.count == values.count else { throw refusal(.badNumber) }
    return .envelope(try frame.envelope(ofBox: numbers, at: location))
  }

  private func readGeometry(_ object: JSONObject) throws(FilterError) -> FilterExpression {
    do {
      return .geometry(
        try Geometry(
          geoJSON: .object(object), altitude: .dropped, limits: limits.geometry,
          toCRS84: frame.toCRS84))
    } catch {
      switch error {
      case .refused(let fault, at: .member(let member)):
        throw FilterError(.geometry(fault), at: location.appending(member: member))
      case .refused(let fault, at: .byte): throw refusal(.geometry(fault))
      case .notJSON(let error): throw refusal(.json(error))
      }
    }
  }
}

extension FilterLocation {
  /// The pointer followed by a member in the manner of `coordinates[0][3]`.
  func appending(member: String) -> FilterLocation {
    guard case .json(let pointer) = self, !member.isEmpty else { return self }
    let steps = member.split { $0 == "." || $0 == "[" || $0 == "]" }
    return .json(pointer: pointer + steps.map { "/" + $0 }.joined())
  }
}

extension JSONTextError {
  /// The byte where the JSON breaks.
  var offset: Int? {
    switch self {
    case .unexpectedEnd(let offset), .unexpectedByte(_, let offset), .trailingBytes(let offset),
      .tooDeep(_, let offset), .duplicateName(_, let offset), .badNumber(let offset),
      .badEscape(let offset), .notUTF8(let offset):
      offset
    case .tooLong: nil
    }
  }
}

extension JSONValue {
  /// What the value is, for an error.
  var phrase: String {
    switch self {
    case .null: "null"
    case .boolean: "a boolean"
    case .number: "a number"
    case .string: "a string"
    case .array(let items): items.isEmpty ? "an empty array" : "an array"
    case .object: "an object"
    }
  }
}
