#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension Envelope {
  /// The whole world.
  public static let world = Envelope(west: -180, south: -90, east: 180, north: 90)

  /// The box around positions, or `nil` when there are none.
  ///
  /// Plain least and greatest ordinates: the box never crosses the antimeridian, for a geometry
  /// that does is cut there (RFC 7946 §3.1.9).
  ///
  /// - Parameter positions: Degrees.
  public init?(enclosing positions: some Sequence<Position>) {
    var iterator = positions.makeIterator()
    guard let first = iterator.next() else { return nil }
    self.init(first)
    while let position = iterator.next() { extend(to: position) }
  }

  /// Grows a box that does not cross the antimeridian to hold the position.
  mutating func extend(to position: Position) {
    west = min(west, position.longitude)
    east = max(east, position.longitude)
    south = min(south, position.latitude)
    north = max(north, position.latitude)
  }

  /// Whether the other box lies in this one; shared edges count.
  ///
  /// - Parameter other: Either box may cross the antimeridian.
  /// - Returns: `true` when every position of `other` is in this box.
  public func covers(_ other: Envelope) -> Bool {
    south <= other.south && other.north <= north && coversLongitudes(of: other)
  }

  private func coversLongitudes(of other: Envelope) -> Bool {
    if west == -180 && east == 180 { return true }
    switch (crossesAntimeridian, other.crossesAntimeridian) {
    case (false, false): return west <= other.west && other.east <= east
    case (true, true): return west <= other.west && other.east <= east
    case (true, false): return other.west >= west || other.east <= east
    case (false, true): return false
    }
  }

  /// The narrowest box that holds both.
  ///
  /// - Parameter other: Either box may cross the antimeridian.
  /// - Returns: A box that crosses the antimeridian only where that is narrower, or where one of
  ///   the two does.
  public func union(_ other: Envelope) -> Envelope {
    let low = min(south, other.south)
    let high = max(north, other.north)
    let candidates = [
      (west, east), (other.west, other.east), (west, other.east), (other.west, east),
      (min(west, other.west), max(east, other.east)),
    ].map { Envelope(west: $0.0, south: low, east: $0.1, north: high) }
    // Plain boxes join plainly when that is no wider: (−180, 180) stands for the full circle.
    let fitting = candidates.filter {
      $0.coversLongitudes(of: self) && $0.coversLongitudes(of: other)
    }
    return fitting.min {
      ($0.width, $0.crossesAntimeridian ? 1 : 0) < ($1.width, $1.crossesAntimeridian ? 1 : 0)
    }
      ?? Envelope(west: -180, south: low, east: 180, north: high)
  }

  /// The box grown so that it holds everything within a distance of it.
  ///
  /// - Parameter distance: Metres on the sphere of radius 6 371 008.8 m, not negative.
  /// - Returns: A box over all longitudes where a pole is within the distance; never smaller than
  ///   the box itself.
  /// - Note: Source – J. P. Matuschek, Finding points within a distance of a latitude/longitude
  ///   using bounding coordinates.
  public func expanded(byMeters distance: Double) -> Envelope {
    guard distance > 0 else { return self }
    let angle = distance / EarthSphere.radiusMeters
    let step = angle * 180 / .pi
    let low = max(south - step, -90)
    let high = min(north + step, 90)
    let steepest = cos(max(abs(south), abs(north)) * .pi / 180)
    guard low > -90, high < 90, sin(angle) < steepest else {
      return Envelope(west: -180, south: low, east: 180, north: high)
    }
    // A hair wider than the formula, so that rounding never leaves a touching position out.
    let side = asin(sin(angle) / steepest) * 180 / .pi * (1 + 1e-12)
    guard width + 2 * side < 360 else {
      return Envelope(west: -180, south: low, east: 180, north: high)
    }
    return Envelope(
      west: west - side < -180 ? west - side + 360 : west - side, south: low,
      east: east + side > 180 ? east + side - 360 : east + side, north: high)
  }
}

extension Geometry {
  /// The box around the geometry, or `nil` when it is empty.
  ///
  /// Least and greatest ordinates: a geometry cut at the antimeridian has a box over all
  /// longitudes.
  ///
  /// - Complexity: O(*n*), *n* positions.
  public var envelope: Envelope? {
    var box: Envelope?
    forEachPosition { position in
      if box == nil { box = Envelope(position) } else { box?.extend(to: position) }
    }
    return box
  }
}

extension Polygon {
  /// The box around the outer ring, or `nil` when there is none.
  public var envelope: Envelope? { Envelope(enclosing: exteriorRing.positions) }
}
