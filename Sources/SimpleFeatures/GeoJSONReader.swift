public import JSONText

extension Geometry {
  /// Reads a GeoJSON geometry object.
  ///
  /// Types, nesting of arrays, ring closure and ordinates are checked; foreign members are passed
  /// over, but a `crs` other than CRS84 is refused. A third ordinate is refused unless `altitude`
  /// says to drop it. An empty `coordinates` gives an empty geometry (an empty multi-point for
  /// `Point`).
  ///
  /// - Parameters:
  ///   - value: The object.
  ///   - altitude: What to do with a third ordinate.
  ///   - limits: What to take at most.
  ///   - toCRS84: Turns two ordinates as written, first as longitude, into a position of CRS84;
  ///     `nil` for an object that is in CRS84.
  /// - Throws: ``SimpleFeaturesError/refused(_:at:)`` with the member's path.
  /// - Complexity: O(*n*), *n* positions.
  /// - Note: Source – RFC 7946 §3.1.
  public init(
    geoJSON value: JSONValue, altitude: AltitudeRule = .refused,
    limits: GeometryLimits = .standard, toCRS84: (@Sendable (Position) -> Position)? = nil
  ) throws(SimpleFeaturesError) {
    var reader = GeoJSONReader(altitude: altitude, limits: limits, toCRS84: toCRS84)
    self = try reader.readGeometry(value, nesting: 0)
  }

  /// Reads a GeoJSON geometry object that fills the bytes.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8.
  ///   - altitude: What to do with a third ordinate.
  ///   - limits: What to take at most.
  /// - Throws: ``SimpleFeaturesError`` with the byte or the member's path.
  public init(
    geoJSONBytes bytes: [UInt8], altitude: AltitudeRule = .refused,
    limits: GeometryLimits = .standard
  ) throws(SimpleFeaturesError) {
    let value: JSONValue
    // A collection is an object and an array deep, and its innermost coordinates are four more.
    do { value = try JSONValue(parsing: bytes, maximumDepth: 2 * limits.nesting + 8) } catch {
      throw .notJSON(error)
    }
    try self.init(geoJSON: value, altitude: altitude, limits: limits)
  }
}

/// Walks a GeoJSON geometry and keeps the path to the place where it is.
struct GeoJSONReader {
  private enum Step {
    case name(String)
    case index(Int)
  }

  let altitude: AltitudeRule
  let toCRS84: (@Sendable (Position) -> Position)?
  private var budget: GeometryBudget
  private var path: [Step] = []

  init(
    altitude: AltitudeRule, limits: GeometryLimits,
    toCRS84: (@Sendable (Position) -> Position)? = nil
  ) {
    self.altitude = altitude
    self.toCRS84 = toCRS84
    budget = GeometryBudget(limits)
  }

  mutating func readGeometry(
    _ value: JSONValue, nesting: Int
  ) throws(SimpleFeaturesError) -> Geometry {
    guard let object = value.object else {
      throw refusal(.unexpected(value.kindName, wanted: "a geometry object"))
    }
    guard let name = object["type"]?.string else { throw refusal(.missingMember("type")) }
    guard let type = GeometryType(geoJSONName: name) else { throw refusal(.unknownType(name)) }
    try checkReferenceSystem(of: object)
    if type == .geometryCollection { return try readCollection(object, nesting: nesting) }
    return try inside(.name("coordinates")) { reader throws(SimpleFeaturesError) in
      guard let coordinates = object["coordinates"]?.array else {
        throw reader.refusal(.missingMember("coordinates"))
      }
      return try reader.readCoordinates(coordinates, type)
    }
  }

  private mutating func readCollection(
    _ object: JSONObject, nesting: Int
  ) throws(SimpleFeaturesError) -> Geometry {
    guard nesting < budget.limits.nesting else {
      throw refusal(.tooDeep(limit: budget.limits.nesting))
    }
    return try inside(.name("geometries")) { reader throws(SimpleFeaturesError) in
      guard let parts = object["geometries"]?.array else {
        throw reader.refusal(.missingMember("geometries"))
      }
      return .geometryCollection(
        try reader.each(parts) { reader, part throws(SimpleFeaturesError) in
          try reader.readGeometry(part, nesting: nesting + 1)
        })
    }
  }

  private mutating func readCoordinates(
    _ coordinates: [JSONValue], _ type: GeometryType
  ) throws(SimpleFeaturesError) -> Geometry {
    switch type {
    case .point:
      guard !coordinates.isEmpty else { return .multiPoint([]) }
      try check(budget.take(positions: 1))
      return .point(try readPosition(coordinates))
    case .multiPoint: return .multiPoint(try readPositions(coordinates))
    case .lineString: return .lineString(try readLine(coordinates))
    case .polygon: return .polygon(try readPolygon(coordinates))
    case .multiLineString:
      return .multiLineString(
        try each(coordinates) { reader, part throws(SimpleFeaturesError) in
          try reader.readLine(try reader.array(part))
        })
    case .multiPolygon:
      return .multiPolygon(
        try each(coordinates) { reader, part throws(SimpleFeaturesError) in
          try reader.readPolygon(try reader.array(part))
        })
    case .geometryCollection: return .geometryCollection([])
    }
  }

  private mutating func readLine(
    _ coordinates: [JSONValue]
  ) throws(SimpleFeaturesError) -> LineString {
    let positions = try readPositions(coordinates)
    try check(GeometryBudget.fault(ofPath: positions))
    return LineString(positions)
  }

  private mutating func readPolygon(
    _ coordinates: [JSONValue]
  ) throws(SimpleFeaturesError) -> Polygon {
    let rings = try each(coordinates) { reader, ring throws(SimpleFeaturesError) in
      let positions = try reader.readPositions(try reader.array(ring))
      try reader.check(GeometryBudget.fault(ofRing: positions))
      return LinearRing(positions)
    }
    guard let polygon = Polygon(rings: rings) else { throw refusal(.holesWithoutExterior) }
    return polygon
  }

  private mutating func readPositions(
    _ coordinates: [JSONValue]
  ) throws(SimpleFeaturesError) -> [Position] {
    try check(budget.take(positions: coordinates.count))
    var positions: [Position] = []
    positions.reserveCapacity(coordinates.count)
    path.append(.index(0))
    for (index, value) in coordinates.enumerated() {
      path[path.count - 1] = .index(index)
      positions.append(try readPosition(try array(value)))
    }
    path.removeLast()
    return positions
  }

  private func readPosition(_ ordinates: [JSONValue]) throws(SimpleFeaturesError) -> Position {
    switch ordinates.count {
    case 2: break
    case 3 where altitude == .dropped: break
    case 3: throw refusal(.notTwoDimensional)
    default: throw refusal(.wrongOrdinateCount(ordinates.count))
    }
    guard let longitude = ordinates[0].double, let latitude = ordinates[1].double,
      ordinates.count == 2 || ordinates[2].double != nil
    else { throw refusal(.badNumber) }
    let written = Position(longitude: longitude, latitude: latitude)
    let position = toCRS84?(written) ?? written
    guard budget.allows(position) else {
      throw refusal(.outsideWorld(longitude: position.longitude, latitude: position.latitude))
    }
    return position
  }
}

// The path, and what is common to every level.
extension GeoJSONReader {
  private func refusal(_ fault: GeometryFault) -> SimpleFeaturesError {
    var text = ""
    for step in path {
      switch step {
      case .name(let name): text += text.isEmpty ? name : ".\(name)"
      case .index(let index): text += "[\(index)]"
      }
    }
    return .refused(fault, at: .member(text))
  }

  private func check(_ fault: GeometryFault?) throws(SimpleFeaturesError) {
    if let fault { throw refusal(fault) }
  }

  private func array(_ value: JSONValue) throws(SimpleFeaturesError) -> [JSONValue] {
    guard let elements = value.array else {
      throw refusal(.unexpected(value.kindName, wanted: "an array"))
    }
    return elements
  }

  private mutating func inside<Result>(
    _ step: Step, _ body: (inout GeoJSONReader) throws(SimpleFeaturesError) -> Result
  ) throws(SimpleFeaturesError) -> Result {
    path.append(step)
    let result = try body(&self)
    path.removeLast()
    return result
  }

  /// Reads the rings, paths or parts of a list.
  private mutating func each<Part>(
    _ values: [JSONValue],
    _ readPart: (inout GeoJSONReader, JSONValue) throws(SimpleFeaturesError) -> Part
  ) throws(SimpleFeaturesError) -> [Part] {
    try check(budget.take(parts: values.count))
    var parts: [Part] = []
    parts.reserveCapacity(values.count)
    for (index, value) in values.enumerated() {
      parts.append(
        try inside(.index(index)) { reader throws(SimpleFeaturesError) in
          try readPart(&reader, value)
        })
    }
    return parts
  }

  /// Refuses the `crs` member of the 2008 draft unless it names CRS84.
  private func checkReferenceSystem(of object: JSONObject) throws(SimpleFeaturesError) {
    guard let system = object["crs"], !system.isNull else { return }
    let name = system.object?["properties"]?.object?["name"]?.string ?? "without a name"
    guard name.hasSuffix(":CRS84") || name.hasSuffix("/CRS84") else {
      throw refusal(.unsupportedReferenceSystem(name))
    }
  }
}

extension JSONValue {
  /// What the value is, for an error.
  var kindName: String {
    switch self {
    case .null: "null"
    case .boolean: "a boolean"
    case .number: "a number"
    case .string: "a string"
    case .array: "an array"
    case .object: "an object"
    }
  }
}
