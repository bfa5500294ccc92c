extension Geometry {
  /// Reads one well-known text geometry that fills the text, white space around it apart.
  ///
  /// Keywords in any letter case; numbers by ``StrictDecimal``; Z, M, open rings, ordinates outside
  /// the world and text after the geometry are refused. `POINT EMPTY` reads as an empty multi-point
  /// and is left out of a multi-point, for the model has no empty point.
  ///
  /// - Parameters:
  ///   - text: WKT.
  ///   - limits: What to take at most.
  /// - Throws: ``SimpleFeaturesError/refused(_:at:)`` with the byte's offset in UTF-8.
  /// - Complexity: O(*n*), *n* bytes.
  /// - Note: Source – ISO 19125-1 §7.
  public init(
    wkt text: some StringProtocol, limits: GeometryLimits = .standard
  ) throws(SimpleFeaturesError) {
    var reader = WKTReader(bytes: Array(text.utf8), limits: limits)
    self = try reader.readGeometry()
    reader.skipWhiteSpace()
    guard reader.offset == reader.bytes.count else { throw reader.refusal(.trailing) }
  }
}

/// A cursor that reads well-known text out of a longer text, as a filter language needs.
///
/// ```swift
/// var reader = WKTReader(bytes: Array("S_WITHIN(geom, POINT(43 36))".utf8), offset: 15)
/// let point = try reader.readGeometry()   // reader.offset is now 27
/// ```
public struct WKTReader: Sendable {
  /// The whole text, UTF-8.
  public let bytes: [UInt8]
  /// The next byte to be read.
  public internal(set) var offset: Int
  var budget: GeometryBudget
  let altitude: AltitudeRule
  let toCRS84: (@Sendable (Position) -> Position)?

  /// Makes a cursor.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8.
  ///   - offset: Where the geometry starts, 0…`bytes.count`.
  ///   - altitude: What to do with a third ordinate and the word Z.
  ///   - limits: What to take at most.
  ///   - toCRS84: Turns two ordinates as written, first as longitude, into a position of CRS84;
  ///     `nil` for a text that is in CRS84.
  public init(
    bytes: [UInt8], offset: Int = 0, altitude: AltitudeRule = .refused,
    limits: GeometryLimits = .standard, toCRS84: (@Sendable (Position) -> Position)? = nil
  ) {
    self.bytes = bytes
    self.offset = min(max(offset, 0), bytes.count)
    self.altitude = altitude
    self.toCRS84 = toCRS84
    budget = GeometryBudget(limits)
  }

  /// Reads one geometry and stops behind it.
  ///
  /// - Returns: The geometry; ``offset`` is the byte after it.
  /// - Throws: ``SimpleFeaturesError/refused(_:at:)`` with the byte's offset.
  public mutating func readGeometry() throws(SimpleFeaturesError) -> Geometry {
    try readGeometry(nesting: 0)
  }

  func refusal(_ fault: GeometryFault) -> SimpleFeaturesError {
    .refused(fault, at: .byte(offset))
  }

  private mutating func readGeometry(nesting: Int) throws(SimpleFeaturesError) -> Geometry {
    switch try readType() {
    case .point:
      guard try !readEmpty() else { return .multiPoint([]) }
      return .point(try readBracketedPosition())
    case .lineString: return .lineString(try readLine())
    case .polygon: return .polygon(try readPolygon())
    case .multiPoint:
      return .multiPoint(
        try readParts { reader throws(SimpleFeaturesError) in try reader.readPointPart() }
          .compactMap { $0 })
    case .multiLineString:
      return .multiLineString(
        try readParts { reader throws(SimpleFeaturesError) in try reader.readLine() })
    case .multiPolygon:
      return .multiPolygon(
        try readParts { reader throws(SimpleFeaturesError) in try reader.readPolygon() })
    case .geometryCollection:
      guard nesting < budget.limits.nesting else {
        throw refusal(.tooDeep(limit: budget.limits.nesting))
      }
      return .geometryCollection(
        try readParts { reader throws(SimpleFeaturesError) in
          try reader.readGeometry(nesting: nesting + 1)
        })
    }
  }

  private mutating func readType() throws(SimpleFeaturesError) -> GeometryType {
    skipWhiteSpace()
    let start = offset
    let word = readWord()
    guard !word.isEmpty else { throw unexpected(wanted: "a geometry type") }
    guard let type = GeometryType.allCases.first(where: { $0.wktName == word }) else {
      offset = start
      let solids = ["Z", "M", "ZM"]
      let isSolid = GeometryType.allCases.contains { type in
        solids.contains { type.wktName + $0 == word }
      }
      throw refusal(isSolid ? .notTwoDimensional : .unknownType(word))
    }
    skipWhiteSpace()
    let afterType = offset
    let dimensions = readWord()
    if dimensions == "Z", altitude == .dropped { return type }
    offset = afterType
    if ["Z", "M", "ZM"].contains(dimensions) { throw refusal(.notTwoDimensional) }
    return type
  }

  private mutating func readPointPart() throws(SimpleFeaturesError) -> Position? {
    guard try !readEmpty() else { return nil }
    // Both ((1 2), (3 4)) and the older (1 2, 3 4) are in use.
    return peek() == UInt8(ascii: "(") ? try readBracketedPosition() : try readPosition()
  }

  private mutating func readLine() throws(SimpleFeaturesError) -> LineString {
    skipWhiteSpace()
    let start = offset
    let positions = try readPositions()
    if let fault = GeometryBudget.fault(ofPath: positions) {
      throw .refused(fault, at: .byte(start))
    }
    return LineString(positions)
  }

  private mutating func readPolygon() throws(SimpleFeaturesError) -> Polygon {
    skipWhiteSpace()
    let start = offset
    let rings = try readParts { reader throws(SimpleFeaturesError) in
      reader.skipWhiteSpace()
      let ringStart = reader.offset
      let positions = try reader.readPositions()
      if let fault = GeometryBudget.fault(ofRing: positions) {
        throw .refused(fault, at: .byte(ringStart))
      }
      return LinearRing(positions)
    }
    guard let polygon = Polygon(rings: rings) else {
      throw .refused(.holesWithoutExterior, at: .byte(start))
    }
    return polygon
  }
}

// The shared grammar below the types: EMPTY, lists, positions, numbers.
extension WKTReader {
  fileprivate mutating func readParts<Part>(
    _ readPart: (inout WKTReader) throws(SimpleFeaturesError) -> Part
  ) throws(SimpleFeaturesError) -> [Part] {
    guard try !readEmpty() else { return [] }
    try expect(UInt8(ascii: "("))
    var parts: [Part] = []
    repeat {
      if let fault = budget.take(parts: 1) { throw refusal(fault) }
      parts.append(try readPart(&self))
    } while try continuesList()
    return parts
  }

  fileprivate mutating func readPositions() throws(SimpleFeaturesError) -> [Position] {
    guard try !readEmpty() else { return [] }
    try expect(UInt8(ascii: "("))
    var positions: [Position] = []
    repeat { positions.append(try readPosition()) } while try continuesList()
    return positions
  }

  fileprivate mutating func readBracketedPosition() throws(SimpleFeaturesError) -> Position {
    try expect(UInt8(ascii: "("))
    let position = try readPosition()
    try expect(UInt8(ascii: ")"))
    return position
  }

  fileprivate mutating func readPosition() throws(SimpleFeaturesError) -> Position {
    if let fault = budget.take(positions: 1) { throw refusal(fault) }
    skipWhiteSpace()
    let start = offset
    var position = Position(longitude: try readNumber(), latitude: try readNumber())
    skipWhiteSpace()
    if altitude == .dropped, let next = peek(), Self.isNumberByte(next) {
      _ = try readNumber()
      skipWhiteSpace()
    }
    if let next = peek(), Self.isNumberByte(next) { throw refusal(.notTwoDimensional) }
    if let toCRS84 { position = toCRS84(position) }
    guard budget.allows(position) else {
      throw .refused(
        .outsideWorld(longitude: position.longitude, latitude: position.latitude),
        at: .byte(start))
    }
    return position
  }

  private mutating func readNumber() throws(SimpleFeaturesError) -> Double {
    skipWhiteSpace()
    let start = offset
    while let byte = peek(), Self.isNumberByte(byte) { offset += 1 }
    guard offset > start else { throw unexpected(wanted: "a number") }
    guard let value = Double(strictDecimal: bytes[start..<offset]) else {
      throw .refused(.badNumber, at: .byte(start))
    }
    return value
  }

  private static func isNumberByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"),
      UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"):
      true
    default: false
    }
  }

  private mutating func continuesList() throws(SimpleFeaturesError) -> Bool {
    skipWhiteSpace()
    switch peek() {
    case UInt8(ascii: ","):
      offset += 1
      return true
    case UInt8(ascii: ")"):
      offset += 1
      return false
    default: throw unexpected(wanted: "',' or ')'")
    }
  }

  /// Takes the word EMPTY where it stands; any other word is refused.
  fileprivate mutating func readEmpty() throws(SimpleFeaturesError) -> Bool {
    skipWhiteSpace()
    let start = offset
    let word = readWord()
    if word.isEmpty { return false }
    guard word == "EMPTY" else {
      offset = start
      throw unexpected(wanted: "'(' or EMPTY")
    }
    return true
  }

  private mutating func expect(_ byte: UInt8) throws(SimpleFeaturesError) {
    skipWhiteSpace()
    guard peek() == byte else {
      throw unexpected(wanted: "'\(Character(Unicode.Scalar(byte)))'")
    }
    offset += 1
  }

  /// Reads ASCII letters, in capitals.
  fileprivate mutating func readWord() -> String {
    var letters: [UInt8] = []
    while let byte = peek() {
      let capital = byte & 0xDF
      guard capital >= UInt8(ascii: "A"), capital <= UInt8(ascii: "Z") else { break }
      letters.append(capital)
      offset += 1
    }
    return String(decoding: letters, as: UTF8.self)
  }

  mutating func skipWhiteSpace() {
    while let byte = peek(), byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
      offset += 1
    }
  }

  private func peek() -> UInt8? { offset < bytes.count ? bytes[offset] : nil }

  fileprivate func unexpected(wanted: String) -> SimpleFeaturesError {
    guard let byte = peek() else { return refusal(.unexpectedEnd) }
    let found =
      byte > 0x20 && byte < 0x7F
      ? "'\(Character(Unicode.Scalar(byte)))'" : "byte 0x\(String(byte, radix: 16))"
    return refusal(.unexpected(found, wanted: wanted))
  }
}
