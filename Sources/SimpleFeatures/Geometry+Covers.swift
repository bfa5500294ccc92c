/// Where a position lies with regard to a ring.
enum RingPlace {
  case inside
  case boundary
  case outside

  /// What a ray from a position to the east does at an edge.
  enum Crossing {
    case none
    case crossed
    case boundary
  }

  /// Finds what the ray does: the edge's lower end counts, its upper does not, so that a ray
  /// through a vertex counts once; the side is found without rounding error.
  ///
  /// - Note: Source – M. Shimrat, Algorithm 112, 1962, doi:10.1145/368637.368653.
  @inline(__always)
  static func crossing(
    of position: Position, from start: Position, to end: Position
  ) -> Crossing {
    let startIsAbove = start.latitude > position.latitude
    let endIsAbove = end.latitude > position.latitude
    guard startIsAbove != endIsAbove else {
      return liesOnFlatPart(position, start, end) ? .boundary : .none
    }
    // Wholly to the west the ray never meets the edge, wholly to the east it surely does.
    if start.longitude < position.longitude, end.longitude < position.longitude { return .none }
    if start.longitude > position.longitude, end.longitude > position.longitude {
      return .crossed
    }
    switch Orientation(from: start, to: end, of: position) {
    case .straight: return .boundary
    case .left: return endIsAbove ? .crossed : .none
    case .right: return startIsAbove ? .crossed : .none
    }
  }

  /// Whether a position lies on an edge that does not rise above its parallel.
  @inline(__always)
  private static func liesOnFlatPart(
    _ position: Position, _ start: Position, _ end: Position
  ) -> Bool {
    guard start.latitude == position.latitude || end.latitude == position.latitude else {
      return false
    }
    if start == position || end == position { return true }
    return start.latitude == end.latitude
      && min(start.longitude, end.longitude) <= position.longitude
      && position.longitude <= max(start.longitude, end.longitude)
  }
}

extension LinearRing {
  /// Places a position by the parity of the edges that a ray to the east crosses.
  func place(of position: Position) -> RingPlace {
    positions.withUnsafeBufferPointer { vertices in
      guard var previous = vertices.first else { return .outside }
      var isInside = false
      for next in vertices.dropFirst() {
        switch RingPlace.crossing(of: position, from: previous, to: next) {
        case .none: break
        case .crossed: isInside.toggle()
        case .boundary: return .boundary
        }
        previous = next
      }
      return isInside ? .inside : .outside
    }
  }
}

extension Polygon {
  /// Whether the polygon holds the position; its boundary counts.
  ///
  /// Exact in plane longitude and latitude: no rounding error moves a position over an edge. Rings
  /// may run either way; the antimeridian must have been cut.
  ///
  /// - Parameter position: Degrees.
  /// - Returns: `true` inside and on any ring.
  /// - Complexity: O(*n*), *n* positions.
  public func covers(_ position: Position) -> Bool {
    switch exteriorRing.place(of: position) {
    case .outside: return false
    case .boundary: return true
    case .inside: break
    }
    for hole in interiorRings {
      switch hole.place(of: position) {
      case .inside: return false
      case .boundary: return true
      case .outside: continue
      }
    }
    return true
  }
}

extension LineString {
  /// Whether the position lies on the path, without rounding error.
  ///
  /// - Parameter position: Degrees.
  /// - Returns: `true` on any piece.
  public func covers(_ position: Position) -> Bool {
    zip(positions, positions.dropFirst()).contains { start, end in
      min(start.longitude, end.longitude) <= position.longitude
        && position.longitude <= max(start.longitude, end.longitude)
        && min(start.latitude, end.latitude) <= position.latitude
        && position.latitude <= max(start.latitude, end.latitude)
        && Orientation(from: start, to: end, of: position) == .straight
    }
  }
}

extension Geometry {
  /// Whether the geometry holds the position; boundaries count.
  ///
  /// - Parameter position: Degrees.
  /// - Returns: `true` when any part holds it.
  /// - Complexity: O(*n*), *n* positions.
  public func covers(_ position: Position) -> Bool {
    switch self {
    case .point(let own): own == position
    case .multiPoint(let positions): positions.contains(position)
    case .lineString(let line): line.covers(position)
    case .multiLineString(let lines): lines.contains { $0.covers(position) }
    case .polygon(let polygon): polygon.covers(position)
    case .multiPolygon(let polygons): polygons.contains { $0.covers(position) }
    case .geometryCollection(let parts): parts.contains { $0.covers(position) }
    }
  }
}
