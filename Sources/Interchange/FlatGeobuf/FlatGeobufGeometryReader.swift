import SimpleFeatures

/// Reads the geometry of a feature, held to the same rules and limits as our other readers.
struct FlatGeobufGeometryReader {
  var buffer: FlatBuffer
  let altitude: AltitudeRule
  private var parts = 0
  private let limits = GeometryLimits.standard
  private typealias Field = FlatGeobufSchema.Geometry

  init(buffer: FlatBuffer, altitude: AltitudeRule) {
    self.buffer = buffer
    self.altitude = altitude
  }

  private func refusal(_ fault: GeometryFault, at place: Int) -> FlatGeobufError {
    buffer.refusal(.geometry(fault), at: place)
  }

  /// Reads a geometry.
  ///
  /// - Parameters:
  ///   - table: Its table.
  ///   - expected: The type that the header or the whole gives; `nil` where the table has its own.
  ///   - nesting: Geometries around it.
  /// - Returns: `nil` for a geometry without positions, which the format uses for nowhere.
  /// - Throws: ``FlatGeobufError/refused(_:at:)``.
  mutating func read(
    _ table: FlatBufferTable, expected: GeometryType?, nesting: Int
  ) throws(FlatGeobufError) -> Geometry? {
    guard nesting <= limits.nesting else {
      throw refusal(.tooDeep(limit: limits.nesting), at: table.start)
    }
    let code = try table.scalar(Field.type, default: 0 as UInt8, in: buffer)
    guard let type = expected ?? GeometryType(rawValue: UInt32(code)) else {
      throw refusal(.unknownType("FlatGeobuf type \(code)"), at: table.start)
    }
    switch type {
    case .multiPolygon:
      var polygons: [Polygon] = []
      try forEachPart(of: table) { (reader, part) throws(FlatGeobufError) in
        polygons.append(try reader.polygon(part))
      }
      return polygons.isEmpty ? nil : .multiPolygon(polygons)
    case .geometryCollection:
      var members: [Geometry] = []
      try forEachPart(of: table) { (reader, part) throws(FlatGeobufError) in
        let member = try reader.read(part, expected: nil, nesting: nesting + 1)
        if let member { members.append(member) }
      }
      return members.isEmpty ? nil : .geometryCollection(members)
    case .polygon:
      let polygon = try polygon(table)
      return polygon.isEmpty ? nil : .polygon(polygon)
    case .point, .multiPoint, .lineString, .multiLineString: return try paths(table, type)
    }
  }

  private mutating func paths(
    _ table: FlatBufferTable, _ type: GeometryType
  ) throws(FlatGeobufError) -> Geometry? {
    let runs = try runs(of: table)
    guard let positions = runs.first, !positions.isEmpty else { return nil }
    switch type {
    case .point:
      guard runs.count == 1, positions.count == 1 else {
        throw refusal(.wrongOrdinateCount(2 * positions.count), at: table.start)
      }
      return .point(positions[0])
    case .multiPoint: return .multiPoint(runs.flatMap { $0 })
    default:
      for run in runs where run.count == 1 { throw refusal(.lineTooShort, at: table.start) }
      let lines = runs.map { LineString($0) }
      if type == .multiLineString { return .multiLineString(lines) }
      guard lines.count == 1 else { throw buffer.refusal(.badEnds, at: table.start) }
      return .lineString(lines[0])
    }
  }

  private mutating func polygon(_ table: FlatBufferTable) throws(FlatGeobufError) -> Polygon {
    var rings: [LinearRing] = []
    for run in try runs(of: table) {
      guard run.first == run.last else { throw refusal(.ringNotClosed, at: table.start) }
      guard run.isEmpty || run.count >= 4 else {
        throw refusal(.ringTooShort(count: run.count), at: table.start)
      }
      rings.append(LinearRing(run))
    }
    guard let exterior = rings.first else { return Polygon(exteriorRing: LinearRing([])) }
    guard rings.count == 1 || !exterior.positions.isEmpty else {
      throw refusal(.holesWithoutExterior, at: table.start)
    }
    return Polygon(exteriorRing: exterior, interiorRings: Array(rings.dropFirst()))
  }

  private mutating func forEachPart(
    of table: FlatBufferTable,
    _ body: (inout FlatGeobufGeometryReader, FlatBufferTable) throws(FlatGeobufError) -> Void
  ) throws(FlatGeobufError) {
    guard let vector = try table.vector(Field.parts, elementSize: 4, in: &buffer) else { return }
    try take(parts: vector.count, at: vector.first)
    for ordinal in 0..<vector.count {
      let place = try buffer.target(of: vector.first + 4 * ordinal)
      try body(&self, try buffer.table(at: place))
    }
  }

  /// The runs of positions between the ends; one of all where there are no ends.
  private mutating func runs(of table: FlatBufferTable) throws(FlatGeobufError) -> [[Position]] {
    if altitude == .refused,
      let z = try table.vector(Field.z, elementSize: 8, in: &buffer), z.count > 0
    {
      throw refusal(.notTwoDimensional, at: z.first)
    }
    guard let xy = try table.vector(Field.xy, elementSize: 8, in: &buffer) else { return [] }
    guard xy.count % 2 == 0 else {
      throw refusal(.wrongOrdinateCount(xy.count), at: xy.first)
    }
    let count = xy.count / 2
    guard count <= limits.positions else {
      throw refusal(.tooManyPositions(limit: limits.positions), at: xy.first)
    }
    let ends = try self.ends(of: table, positions: count)
    var runs: [[Position]] = []
    var start = 0
    for end in ends {
      var run: [Position] = []
      run.reserveCapacity(end - start)
      for ordinal in start..<end { run.append(try position(at: xy.first + 16 * ordinal)) }
      runs.append(run)
      start = end
    }
    return runs
  }

  private mutating func ends(
    of table: FlatBufferTable, positions: Int
  ) throws(FlatGeobufError) -> [Int] {
    guard let vector = try table.vector(Field.ends, elementSize: 4, in: &buffer),
      vector.count > 0
    else { return [positions] }
    try take(parts: vector.count, at: vector.first)
    var ends: [Int] = []
    for ordinal in 0..<vector.count {
      let place = vector.first + 4 * ordinal
      let end = Int(try buffer.load(UInt32.self, at: place))
      guard end >= ends.last ?? 0, end <= positions else {
        throw buffer.refusal(.badEnds, at: place)
      }
      ends.append(end)
    }
    guard ends.last == positions else { throw buffer.refusal(.badEnds, at: vector.first) }
    return ends
  }

  private func position(at place: Int) throws(FlatGeobufError) -> Position {
    let position = Position(
      longitude: Double(bitPattern: try buffer.load(UInt64.self, at: place)),
      latitude: Double(bitPattern: try buffer.load(UInt64.self, at: place + 8)))
    guard position.isValid else {
      throw refusal(
        .outsideWorld(longitude: position.longitude, latitude: position.latitude), at: place)
    }
    return position
  }

  private mutating func take(parts count: Int, at place: Int) throws(FlatGeobufError) {
    parts += count
    guard parts <= limits.parts else {
      throw refusal(.tooManyParts(limit: limits.parts), at: place)
    }
  }
}
