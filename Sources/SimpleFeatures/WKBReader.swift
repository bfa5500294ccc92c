extension Geometry {
  /// Reads one well-known binary geometry that fills the bytes.
  ///
  /// Both byte orders, ISO codes and the EWKB reference-system flag with SRID 4326 are taken; Z, M,
  /// curves, other reference systems, open rings, ordinates outside the world and bytes after the
  /// geometry are refused. The model has no empty point: a lone one (NaN NaN) reads as an empty
  /// multi-point, and one among the parts of a multi-point is left out.
  ///
  /// - Parameters:
  ///   - bytes: WKB.
  ///   - limits: What to take at most.
  /// - Throws: ``SimpleFeaturesError/refused(_:at:)`` with the byte's offset from the slice's start.
  /// - Complexity: O(*n*), *n* bytes; counts are checked against the bytes left before reserving.
  /// - Note: Source – ISO 19125-1 §8; PostGIS EWKB for the flag.
  public init(
    wkb bytes: ArraySlice<UInt8>, limits: GeometryLimits = .standard
  ) throws(SimpleFeaturesError) {
    var reader = WKBReader(bytes: bytes, limits: limits)
    self = try reader.readGeometry(inside: nil, nesting: 0)
    guard reader.offset == bytes.endIndex else { throw reader.refusal(.trailing) }
  }

  /// Reads one well-known binary geometry that fills the bytes.
  ///
  /// - Parameters:
  ///   - bytes: WKB.
  ///   - limits: What to take at most.
  /// - Throws: ``SimpleFeaturesError/refused(_:at:)`` with the byte's offset.
  public init(
    wkb bytes: [UInt8], limits: GeometryLimits = .standard
  ) throws(SimpleFeaturesError) {
    try self.init(wkb: bytes[...], limits: limits)
  }
}

/// A cursor over WKB; the nesting limit bounds its stack.
struct WKBReader {
  let bytes: ArraySlice<UInt8>
  var offset: Int
  private var budget: GeometryBudget
  private var isBigEndian = false

  init(bytes: ArraySlice<UInt8>, limits: GeometryLimits) {
    self.bytes = bytes
    offset = bytes.startIndex
    budget = GeometryBudget(limits)
  }

  func refusal(_ fault: GeometryFault) -> SimpleFeaturesError {
    .refused(fault, at: .byte(offset - bytes.startIndex))
  }

  private func check(_ fault: GeometryFault?) throws(SimpleFeaturesError) {
    if let fault { throw refusal(fault) }
  }

  /// Reads a geometry with its header; `whole` is the multi-geometry that it must fit into.
  mutating func readGeometry(
    inside whole: GeometryType?, nesting: Int
  ) throws(SimpleFeaturesError) -> Geometry {
    let type = try readHeader()
    if let whole, whole != .geometryCollection, type != whole.part {
      throw refusal(.wrongPart(type, inside: whole))
    }
    switch type {
    case .point: return try readPoint().map(Geometry.point) ?? .multiPoint([])
    case .lineString: return .lineString(try readLine())
    case .polygon: return .polygon(try readPolygon())
    case .multiPoint:
      return .multiPoint(try readParts(of: type, nesting).compactMap(\.position))
    case .multiLineString:
      return .multiLineString(
        try readParts(of: type, nesting).compactMap {
          if case .lineString(let line) = $0 { line } else { nil }
        })
    case .multiPolygon:
      return .multiPolygon(
        try readParts(of: type, nesting).compactMap {
          if case .polygon(let polygon) = $0 { polygon } else { nil }
        })
    case .geometryCollection:
      guard nesting < budget.limits.nesting else {
        throw refusal(.tooDeep(limit: budget.limits.nesting))
      }
      return .geometryCollection(try readParts(of: type, nesting + 1))
    }
  }

  private mutating func readHeader() throws(SimpleFeaturesError) -> GeometryType {
    guard offset < bytes.endIndex else { throw refusal(.unexpectedEnd) }
    let order = bytes[offset]
    guard order <= 1 else { throw refusal(.unknownByteOrder(order)) }
    offset += 1
    isBigEndian = order == 0
    let start = offset
    let code = try readUInt32()
    if code & 0x2000_0000 != 0 {
      let identifier = try readUInt32()
      guard identifier == 4326 else {
        offset = start
        throw refusal(.unsupportedReferenceSystem("SRID \(identifier)"))
      }
    }
    let isEWKBSolid = code & 0xC000_0000 != 0
    let base = code & 0x1FFF_FFFF
    guard let type = GeometryType(rawValue: base % 1000), base < 4000 else {
      offset = start
      throw refusal(.unknownType("WKB code \(code)"))
    }
    guard !isEWKBSolid, base < 1000 else {
      offset = start
      throw refusal(.notTwoDimensional)
    }
    return type
  }

  private mutating func readParts(
    of whole: GeometryType, _ nesting: Int
  ) throws(SimpleFeaturesError) -> [Geometry] {
    // The least part is an empty one: byte order, code and count.
    let count = try readCount(leastSize: 9)
    try check(budget.take(parts: count))
    var parts: [Geometry] = []
    parts.reserveCapacity(count)
    for _ in 0..<count {
      let order = isBigEndian
      parts.append(try readGeometry(inside: whole, nesting: nesting))
      isBigEndian = order
    }
    return parts
  }

  private mutating func readPoint() throws(SimpleFeaturesError) -> Position? {
    try check(budget.take(positions: 1))
    let start = offset
    let longitude = try readDouble()
    let latitude = try readDouble()
    if longitude.isNaN, latitude.isNaN { return nil }
    let position = Position(longitude: longitude, latitude: latitude)
    guard position.isValid else {
      offset = start
      throw refusal(.outsideWorld(longitude: longitude, latitude: latitude))
    }
    return position
  }

  private mutating func readLine() throws(SimpleFeaturesError) -> LineString {
    let start = offset
    let positions = try readPositions()
    if let fault = GeometryBudget.fault(ofPath: positions) {
      offset = start
      throw refusal(fault)
    }
    return LineString(positions)
  }

  private mutating func readPolygon() throws(SimpleFeaturesError) -> Polygon {
    let count = try readCount(leastSize: 4)
    try check(budget.take(parts: count))
    var rings: [LinearRing] = []
    rings.reserveCapacity(count)
    for _ in 0..<count {
      let start = offset
      let positions = try readPositions()
      if let fault = GeometryBudget.fault(ofRing: positions) {
        offset = start
        throw refusal(fault)
      }
      rings.append(LinearRing(positions))
    }
    guard let polygon = Polygon(rings: rings) else { throw refusal(.holesWithoutExterior) }
    return polygon
  }

  private mutating func readPositions() throws(SimpleFeaturesError) -> [Position] {
    let count = try readCount(leastSize: 16)
    try check(budget.take(positions: count))
    var positions: [Position] = []
    positions.reserveCapacity(count)
    for _ in 0..<count {
      let position = Position(longitude: try readDouble(), latitude: try readDouble())
      guard position.isValid else {
        offset -= 16
        throw refusal(
          .outsideWorld(longitude: position.longitude, latitude: position.latitude))
      }
      positions.append(position)
    }
    return positions
  }

  /// Reads a count and refuses it at once when that many could not be in the bytes left.
  private mutating func readCount(leastSize: Int) throws(SimpleFeaturesError) -> Int {
    let count = Int(try readUInt32())
    guard count <= (bytes.endIndex - offset) / leastSize else { throw refusal(.unexpectedEnd) }
    return count
  }

  private mutating func readUInt32() throws(SimpleFeaturesError) -> UInt32 {
    let raw = try load(UInt32.self)
    return isBigEndian ? UInt32(bigEndian: raw) : UInt32(littleEndian: raw)
  }

  private mutating func readDouble() throws(SimpleFeaturesError) -> Double {
    let raw = try load(UInt64.self)
    return Double(bitPattern: isBigEndian ? UInt64(bigEndian: raw) : UInt64(littleEndian: raw))
  }

  private mutating func load<Word: FixedWidthInteger & BitwiseCopyable>(
    _ type: Word.Type
  ) throws(SimpleFeaturesError) -> Word {
    let size = MemoryLayout<Word>.size
    guard bytes.endIndex - offset >= size else { throw refusal(.unexpectedEnd) }
    let word = bytes.span.bytes.unsafeLoadUnaligned(
      fromByteOffset: offset - bytes.startIndex, as: Word.self)
    offset += size
    return word
  }
}

extension GeometryType {
  /// The type that every part of a multi-geometry has.
  var part: GeometryType? {
    switch self {
    case .multiPoint: .point
    case .multiLineString: .lineString
    case .multiPolygon: .polygon
    case .point, .lineString, .polygon, .geometryCollection: nil
    }
  }
}

extension Polygon {
  /// Makes a polygon of rings, the outer one first; `nil` when there are holes in nothing.
  init?(rings: [LinearRing]) {
    guard let exterior = rings.first else {
      self.init(exteriorRing: LinearRing([]))
      return
    }
    guard rings.count == 1 || !exterior.positions.isEmpty else { return nil }
    self.init(exteriorRing: exterior, interiorRings: Array(rings.dropFirst()))
  }
}
