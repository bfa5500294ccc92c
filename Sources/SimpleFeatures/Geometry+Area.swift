#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension LinearRing {
  /// The area inside the ring in square metres, on the sphere of radius 6 371 008.8 m.
  ///
  /// Exact to rounding for edges that are straight in longitude and latitude, which is what
  /// GeoJSON means by an edge (RFC 7946 §3.1.1), not for great circles. The ring must not cross
  /// itself or the antimeridian.
  ///
  /// - Complexity: O(*n*), *n* positions.
  /// - Note: Source – Archimedes' cylinder: the area under an edge is R² ∫ sin φ dλ, and the mean
  ///   of sin φ along a straight edge is sin of its middle times sinc of half its height.
  public var areaSquareMeters: Double {
    guard let base = positions.first else { return 0 }
    let radian = Double.pi / 180
    let level = sin(base.latitude * radian)
    var sum = 0.0
    var previous = base
    for next in positions.dropFirst() {
      let half = (next.latitude - previous.latitude) * radian / 2
      let middle = (next.latitude + previous.latitude) * radian / 2
      let sinc = abs(half) < 1e-5 ? 1 - half * half / 6 : sin(half) / half
      // Relative to the first position's parallel, so that small rings keep their digits.
      sum += (next.longitude - previous.longitude) * radian * (sin(middle) * sinc - level)
      previous = next
    }
    return abs(sum) * EarthSphere.radiusMeters * EarthSphere.radiusMeters
  }
}

extension Polygon {
  /// The area of the outer ring less its holes, square metres.
  ///
  /// - Complexity: O(*n*), *n* positions; see ``LinearRing/areaSquareMeters``.
  public var areaSquareMeters: Double {
    interiorRings.reduce(exteriorRing.areaSquareMeters) { $0 - $1.areaSquareMeters }
  }
}

extension Geometry {
  /// The area of all polygons, square metres; 0 for points and lines.
  ///
  /// Parts that overlap count twice: take their union first.
  ///
  /// - Complexity: O(*n*), *n* positions; see ``LinearRing/areaSquareMeters``.
  public var areaSquareMeters: Double {
    switch self {
    case .polygon(let polygon): polygon.areaSquareMeters
    case .multiPolygon(let polygons): polygons.reduce(0) { $0 + $1.areaSquareMeters }
    case .geometryCollection(let parts): parts.reduce(0) { $0 + $1.areaSquareMeters }
    case .point, .lineString, .multiPoint, .multiLineString: 0
    }
  }

  /// The length of all paths along great circles, metres; 0 for points and areas.
  ///
  /// - Complexity: O(*n*), *n* positions.
  public var lengthMeters: Double {
    switch self {
    case .lineString(let line): line.lengthMeters
    case .multiLineString(let lines): lines.reduce(0) { $0 + $1.lengthMeters }
    case .geometryCollection(let parts): parts.reduce(0) { $0 + $1.lengthMeters }
    case .point, .multiPoint, .polygon, .multiPolygon: 0
    }
  }
}

extension LineString {
  /// The length along great circles, metres on the sphere of radius 6 371 008.8 m.
  public var lengthMeters: Double {
    zip(positions, positions.dropFirst()).reduce(0) { $0 + $1.0.distanceMeters(to: $1.1) }
  }
}
