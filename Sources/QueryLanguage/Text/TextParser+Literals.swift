import Records
import SimpleFeatures

// Times, boxes and geometries.
extension TextParser {
  /// Reads the string of `DATE(` or `TIMESTAMP(`.
  mutating func parseInstant(_ name: String, from start: Int) throws(FilterError) -> Node {
    guard case .string(let text) = token.kind else { throw unexpected(wanted: "a string") }
    let place = FilterLocation.text(offset: token.start)
    try advance()
    try expect(.close)
    if name == "date" {
      guard let date = CivilDate(text) else { throw FilterError(.badDate(text), at: place) }
      return try node(.date(date), at: start)
    }
    guard let instant = Instant(text) else { throw FilterError(.badTimestamp(text), at: place) }
    return try node(.timestamp(instant), at: start)
  }

  /// Reads the two ends of `INTERVAL(`.
  mutating func parseInterval(from start: Int) throws(FilterError) -> Node {
    let first = try parseIntervalEnd()
    try expect(.comma)
    let second = try parseIntervalEnd()
    try expect(.close)
    let interval = FilterExpression.interval(start: first?.expression, end: second?.expression)
    if let fault = interval.intervalFault { throw FilterError(fault, at: .text(offset: start)) }
    return try node(interval, at: start, over: max(first?.depth ?? 0, second?.depth ?? 0))
  }

  /// Reads an end: a string, `'..'`, a property or a function.
  private mutating func parseIntervalEnd() throws(FilterError) -> Node? {
    guard case .string(let text) = token.kind else {
      return try deeper { parser throws(FilterError) in try parser.parsePrimary() }
    }
    let start = token.start
    guard let end = IntervalEnd(text) else {
      throw FilterError(.badIntervalEnd(text), at: .text(offset: start))
    }
    try advance()
    guard let literal = end.literal else { return nil }
    return try node(literal, at: start)
  }

  /// Reads the four or six numbers of `BBOX(`.
  mutating func parseBox(from start: Int) throws(FilterError) -> Node {
    var numbers: [Double] = []
    repeat {
      numbers.append(try parseBoxNumber())
    } while try take(.comma)
    guard try take(.close) else { throw unexpected(wanted: "',' or ')'") }
    let envelope = try frame.envelope(ofBox: numbers, at: .text(offset: start))
    return try node(.envelope(envelope), at: start)
  }

  private mutating func parseBoxNumber() throws(FilterError) -> Double {
    let start = token.start
    let isNegative = try take(.minus)
    if !isNegative { _ = try take(.plus) }
    guard case .number(let digits) = token.kind else { throw unexpected(wanted: "a number") }
    guard let value = Double(strictDecimal: digits) else {
      throw FilterError(.badNumber, at: .text(offset: start))
    }
    try advance()
    return isNegative ? -value : value
  }

  /// Reads well-known text; the current token is the name of its type.
  mutating func parseGeometry(
    _ type: GeometryType, from start: Int
  ) throws(FilterError) -> Node {
    var reader = WKTReader(
      bytes: lexer.bytes, offset: start, altitude: .dropped, limits: limits.geometry,
      toCRS84: frame.toCRS84)
    let geometry: Geometry
    do { geometry = try reader.readGeometry() } catch {
      throw FilterError(wktError: error, from: start)
    }
    lexer.offset = reader.offset
    try advance()
    return try node(.geometry(geometry), at: start)
  }
}

extension FilterError {
  /// A refusal of well-known text inside a filter.
  fileprivate init(wktError error: SimpleFeaturesError, from start: Int) {
    switch error {
    case .refused(let fault, at: .byte(let offset)):
      self.init(.geometry(fault), at: .text(offset: offset))
    case .refused(let fault, at: .member): self.init(.geometry(fault), at: .text(offset: start))
    case .notJSON(let error): self.init(.json(error), at: .text(offset: start))
    }
  }
}

extension GeometryType {
  /// The type whose tag in well-known text is this word, in any letter case.
  init?(wktWord word: String) {
    guard word.utf8.count <= 18 else { return nil }
    let tag = word.uppercased()
    guard let type = Self.allCases.first(where: { $0.wktName == tag }) else { return nil }
    self = type
  }
}
