internal import SimpleFeatures

/// A geometry that is safe to hand to GEOS: not empty, without empty parts, in the world.
///
/// This is the one way in. GEOS 3.11 dies on multi-geometries with empty parts and on infinite
/// ordinates, so such values never get past here. A collection becomes at most one group of points,
/// one of lines and one of areas (merged where they overlap), because GEOS's predicates do not take
/// collections.
struct Normalised {
  /// Points, lines and areas: each a plain or multi-geometry, not empty, in rising dimension.
  let groups: [Geometry]
  let positionCount: Int

  /// Answers `nil` for a wholly empty geometry.
  init?(_ geometry: Geometry, for operation: TopologyOperation) throws(TopologyError) {
    var parts = Parts()
    try parts.take(geometry, operation)
    if geometry.type == .geometryCollection, parts.polygons.count > 1 {
      // Areas of a collection may overlap as those of a multi-polygon may not.
      parts.polygons = try Geometry.multiPolygon(parts.polygons).unaryUnion().polygons
    }
    groups = parts.groups
    guard !groups.isEmpty else { return nil }
    positionCount = groups.reduce(0) { $0 + $1.positionCount }
  }

  /// The groups as one geometry.
  var whole: Geometry { groups.count == 1 ? groups[0] : .geometryCollection(groups) }

  /// The only group, or an error where the operation takes no mixture.
  func single(_ operation: TopologyOperation) throws(TopologyError) -> Geometry {
    guard groups.count == 1 else { throw .mixedCollection(operation) }
    return groups[0]
  }

  /// Pairs of positions that one operation may have to look at.
  static let workLimit = 100_000_000

  /// Refuses work that GEOS 3.11 cannot be interrupted in.
  static func checkWork(
    _ first: Int, _ second: Int, _ operation: TopologyOperation
  ) throws(TopologyError) {
    let (product, overflow) = first.multipliedReportingOverflow(by: second)
    guard !overflow, product <= workLimit else {
      throw .tooMuchWork(operation, product: overflow ? .max : product, limit: workLimit)
    }
  }
}

/// The parts of a geometry by dimension, empty ones dropped and ordinates checked.
private struct Parts {
  var points: [Position] = []
  var lines: [LineString] = []
  var polygons: [Polygon] = []

  var groups: [Geometry] {
    var groups: [Geometry] = []
    if !points.isEmpty {
      groups.append(points.count == 1 ? .point(points[0]) : .multiPoint(points))
    }
    if !lines.isEmpty {
      groups.append(lines.count == 1 ? .lineString(lines[0]) : .multiLineString(lines))
    }
    if !polygons.isEmpty {
      groups.append(polygons.count == 1 ? .polygon(polygons[0]) : .multiPolygon(polygons))
    }
    return groups
  }

  mutating func take(
    _ geometry: Geometry, _ operation: TopologyOperation
  ) throws(TopologyError) {
    switch geometry {
    case .point(let position): points.append(try checked(position, operation))
    case .multiPoint(let positions): points += try checked(positions, operation)
    case .lineString(let line): try take(line, operation)
    case .multiLineString(let all): for line in all { try take(line, operation) }
    case .polygon(let polygon): try take(polygon, operation)
    case .multiPolygon(let all): for polygon in all { try take(polygon, operation) }
    case .geometryCollection(let parts): for part in parts { try take(part, operation) }
    }
  }

  private mutating func take(
    _ line: LineString, _ operation: TopologyOperation
  ) throws(TopologyError) {
    guard !line.positions.isEmpty else { return }
    lines.append(LineString(try checked(line.positions, operation)))
  }

  private mutating func take(
    _ polygon: Polygon, _ operation: TopologyOperation
  ) throws(TopologyError) {
    guard !polygon.isEmpty else { return }
    var holes: [LinearRing] = []
    for ring in polygon.interiorRings where !ring.positions.isEmpty {
      holes.append(LinearRing(try checked(ring.positions, operation)))
    }
    polygons.append(
      Polygon(
        exteriorRing: LinearRing(try checked(polygon.exteriorRing.positions, operation)),
        interiorRings: holes))
  }

  private func checked(
    _ positions: [Position], _ operation: TopologyOperation
  ) throws(TopologyError) -> [Position] {
    var flawed = false
    for position in positions {
      guard position.isValid else { throw .positionOutsideWorld(operation, position) }
      if position.isSubnormal { flawed = true }
    }
    return flawed ? positions.map(\.flushed) : positions
  }

  private func checked(
    _ position: Position, _ operation: TopologyOperation
  ) throws(TopologyError) -> Position {
    guard position.isValid else { throw .positionOutsideWorld(operation, position) }
    return position.flushed
  }
}

extension Position {
  /// Whether an ordinate is so near 0 that its products vanish, which hangs some algorithms.
  fileprivate var isSubnormal: Bool {
    (longitude != 0 && longitude.magnitude < 0x1p-500)
      || (latitude != 0 && latitude.magnitude < 0x1p-500)
  }

  /// The position with such ordinates set to 0: some 10⁻¹⁵⁰ degrees away.
  fileprivate var flushed: Position {
    Position(
      longitude: longitude.magnitude < 0x1p-500 ? 0 : longitude,
      latitude: latitude.magnitude < 0x1p-500 ? 0 : latitude)
  }
}
