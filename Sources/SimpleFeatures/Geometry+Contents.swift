extension Geometry {
  /// The type among the seven of the model.
  public var type: GeometryType {
    switch self {
    case .point: .point
    case .lineString: .lineString
    case .polygon: .polygon
    case .multiPoint: .multiPoint
    case .multiLineString: .multiLineString
    case .multiPolygon: .multiPolygon
    case .geometryCollection: .geometryCollection
    }
  }

  /// Whether the geometry is one position.
  public var isPoint: Bool { position != nil }

  /// The position, when the geometry is a single point.
  public var position: Position? {
    if case .point(let position) = self { position } else { nil }
  }

  /// Whether the geometry holds no position at all.
  ///
  /// - Complexity: O(*p*), *p* parts.
  public var isEmpty: Bool {
    switch self {
    case .point: false
    case .lineString(let line): line.positions.isEmpty
    case .polygon(let polygon): polygon.isEmpty
    case .multiPoint(let positions): positions.isEmpty
    case .multiLineString(let lines): lines.allSatisfy(\.positions.isEmpty)
    case .multiPolygon(let polygons): polygons.allSatisfy(\.isEmpty)
    case .geometryCollection(let parts): parts.allSatisfy(\.isEmpty)
    }
  }

  /// The number of positions, a ring's closing one counted.
  ///
  /// - Complexity: O(*p*), *p* parts and rings.
  public var positionCount: Int {
    switch self {
    case .point: 1
    case .lineString(let line): line.positions.count
    case .polygon(let polygon): polygon.positionCount
    case .multiPoint(let positions): positions.count
    case .multiLineString(let lines): lines.reduce(0) { $0 + $1.positions.count }
    case .multiPolygon(let polygons): polygons.reduce(0) { $0 + $1.positionCount }
    case .geometryCollection(let parts): parts.reduce(0) { $0 + $1.positionCount }
    }
  }

  /// The highest dimension of a part: 0 points, 1 lines, 2 areas; `nil` when empty.
  ///
  /// - Note: Source – ISO 19125-1 §6.1.2.2 `dimension`.
  public var dimension: Int? {
    guard !isEmpty else { return nil }
    switch self {
    case .point, .multiPoint: return 0
    case .lineString, .multiLineString: return 1
    case .polygon, .multiPolygon: return 2
    case .geometryCollection(let parts): return parts.compactMap(\.dimension).max()
    }
  }

  /// Visits every position in order, a ring's closing one too.
  ///
  /// - Parameter body: Called once a position.
  /// - Throws: What `body` throws.
  /// - Complexity: O(*n*), *n* positions; nothing is allocated.
  public func forEachPosition<Failure: Error>(
    _ body: (Position) throws(Failure) -> Void
  ) throws(Failure) {
    switch self {
    case .point(let position): try body(position)
    case .lineString(let line): for position in line.positions { try body(position) }
    case .polygon(let polygon): try polygon.forEachPosition(body)
    case .multiPoint(let positions): for position in positions { try body(position) }
    case .multiLineString(let lines):
      for line in lines { for position in line.positions { try body(position) } }
    case .multiPolygon(let polygons): for polygon in polygons { try polygon.forEachPosition(body) }
    case .geometryCollection(let parts): for part in parts { try part.forEachPosition(body) }
    }
  }

  /// Whether two neighbouring positions of a path or ring lie more than 180° of longitude apart.
  ///
  /// Such a geometry was most likely meant to cross the antimeridian and not cut there as RFC 7946
  /// §3.1.9 asks; taken as it is, it goes the long way round.
  ///
  /// - Complexity: O(*n*), *n* positions.
  public var jumpsOverHalfTheWorld: Bool {
    switch self {
    case .point, .multiPoint: false
    case .lineString(let line): line.positions.jump
    case .multiLineString(let lines): lines.contains { $0.positions.jump }
    case .polygon(let polygon): polygon.rings.contains { $0.positions.jump }
    case .multiPolygon(let polygons):
      polygons.contains { $0.rings.contains { $0.positions.jump } }
    case .geometryCollection(let parts): parts.contains(where: \.jumpsOverHalfTheWorld)
    }
  }

  /// The areas of the geometry, collections opened, in order; points and lines are left out.
  public var polygons: [Polygon] {
    switch self {
    case .polygon(let polygon): polygon.isEmpty ? [] : [polygon]
    case .multiPolygon(let polygons): polygons.filter { !$0.isEmpty }
    case .geometryCollection(let parts): parts.flatMap(\.polygons)
    case .point, .lineString, .multiPoint, .multiLineString: []
    }
  }
}

extension Polygon {
  /// Whether the polygon has no outer boundary.
  public var isEmpty: Bool { exteriorRing.positions.isEmpty }

  /// The outer ring followed by the holes.
  public var rings: [LinearRing] { [exteriorRing] + interiorRings }

  /// The number of positions in all rings, closing ones counted.
  public var positionCount: Int {
    interiorRings.reduce(exteriorRing.positions.count) { $0 + $1.positions.count }
  }

  /// Visits every position, outer ring first.
  ///
  /// - Parameter body: Called once a position.
  /// - Throws: What `body` throws.
  public func forEachPosition<Failure: Error>(
    _ body: (Position) throws(Failure) -> Void
  ) throws(Failure) {
    for position in exteriorRing.positions { try body(position) }
    for ring in interiorRings { for position in ring.positions { try body(position) } }
  }
}

extension [Position] {
  /// Whether two neighbours lie more than 180° of longitude apart.
  fileprivate var jump: Bool {
    zip(self, dropFirst()).contains { ($0.longitude - $1.longitude).magnitude > 180 }
  }
}
