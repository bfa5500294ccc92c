extension Polygon {
  /// The disc around a position as a polygon whose vertices lie on the circle.
  ///
  /// With 64 pieces the polygon is up to 0.12 % of the radius narrower than the disc. What lies
  /// beyond the antimeridian is cut off; ``Geometry/disc(center:radiusMeters:segments:)`` keeps it.
  ///
  /// - Parameters:
  ///   - center: Degrees.
  ///   - radius: Metres on the sphere of radius 6 371 008.8 m; more than 0, less than 10 000 km.
  ///   - segments: Pieces of the boundary, at least 8.
  /// - Returns: A counter-clockwise ring that starts in the north.
  public static func disc(
    center: Position, radiusMeters radius: Double, segments: Int = 64
  ) -> Polygon {
    let ring = discRing(center, radius, segments).map {
      Position(longitude: min(max($0.longitude, -180), 180), latitude: $0.latitude)
    }
    return Polygon(exteriorRing: LinearRing(ring))
  }

  /// The circle with longitudes that run on past ±180; over a pole it is closed along the pole.
  fileprivate static func discRing(
    _ center: Position, _ radius: Double, _ segments: Int
  ) -> [Position] {
    let count = max(segments, 8)
    let poleDistance = (90 - center.latitude.magnitude) * EarthSphere.metersPerDegree
    let steps = GreatCircleSteps(from: center, distanceMeters: radius)
    var ring = (0..<count).map { index in
      let step = steps.step(bearingDegrees: -360 * Double(index) / Double(count))
      return Position(
        longitude: center.longitude + step.longitudeChange, latitude: step.latitude)
    }
    if radius > poleDistance {
      // The circle runs once round the pole: order it by longitude and close it along the pole.
      let pole = center.latitude < 0 ? -90.0 : 90.0
      ring.sort { $0.longitude < $1.longitude }
      guard let first = ring.first, let last = ring.last else { return [] }
      let west = center.longitude - 180
      let east = center.longitude + 180
      let seam = (first.latitude + last.latitude) / 2
      ring.insert(Position(longitude: west, latitude: seam), at: 0)
      ring.append(Position(longitude: east, latitude: seam))
      ring.append(Position(longitude: east, latitude: pole))
      ring.append(Position(longitude: west, latitude: pole))
      if pole < 0 { ring.reverse() }
    }
    if let first = ring.first { ring.append(first) }
    return ring
  }
}

extension Geometry {
  /// The disc around a position, cut in two where it crosses the antimeridian.
  ///
  /// - Parameters:
  ///   - center: Degrees.
  ///   - radius: Metres on the sphere of radius 6 371 008.8 m, less than 10 000 km; 0 or less
  ///     gives the point itself.
  ///   - segments: Pieces of the boundary, at least 8.
  /// - Returns: A polygon, or a multi-polygon cut at ±180° as RFC 7946 §3.1.9 asks.
  public static func disc(
    center: Position, radiusMeters radius: Double, segments: Int = 64
  ) -> Geometry {
    guard radius > 0 else { return .point(center) }
    let ring = Polygon.discRing(center, radius, segments)
    if ring.allSatisfy({ $0.longitude.magnitude < 180 && $0.longitude != 0 }) {
      // Nothing to cut, as almost everywhere.
      let whole = LinearRing(ring)
      return whole.winding == nil ? .multiPolygon([]) : .polygon(Polygon(exteriorRing: whole))
    }
    let parts = [-360.0, 0, 360].compactMap { shift in
      polygon(of: ring, shiftedBy: shift)
    }
    return parts.count == 1 ? .polygon(parts[0]) : .multiPolygon(parts)
  }

  /// The part of a ring that lies in the world when it is shifted east.
  private static func polygon(of ring: [Position], shiftedBy shift: Double) -> Polygon? {
    let shifted = ring.map { Position(longitude: $0.longitude + shift, latitude: $0.latitude) }
    let west = cut(shifted, at: -180) { $0 >= -180 }
    var kept = cut(west, at: 180) { $0 <= 180 }
    guard let first = kept.first, kept.count >= 4 else { return nil }
    if kept.last != first { kept.append(first) }
    let polygon = LinearRing(kept)
    return polygon.winding == nil ? nil : Polygon(exteriorRing: polygon)
  }

  /// Cuts a closed ring along a meridian.
  ///
  /// - Note: Source – I. Sutherland, G. Hodgman, Reentrant polygon clipping, 1974,
  ///   doi:10.1145/360767.360802.
  private static func cut(
    _ ring: [Position], at meridian: Double, keeping keeps: (Double) -> Bool
  ) -> [Position] {
    var kept: [Position] = []
    for (start, end) in zip(ring, ring.dropFirst()) {
      if keeps(start.longitude) { kept.append(start) }
      if keeps(start.longitude) != keeps(end.longitude) {
        let part = (meridian - start.longitude) / (end.longitude - start.longitude)
        kept.append(
          Position(
            longitude: meridian,
            latitude: start.latitude + part * (end.latitude - start.latitude)))
      }
    }
    if let first = kept.first { kept.append(first) }
    return kept
  }
}
