internal import SimpleFeatures

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A plane in metres that touches the sphere in the middle of something.
///
/// Azimuthal equidistant: distances from the middle are true, all others are too long by at most
/// d² / 6R² (0.004 % at 100 km from it, 0.4 % at 1,000 km). The projected `Position`s carry metres
/// east and north in place of degrees and never leave this target.
///
/// - Note: Source – J. P. Snyder, Map Projections – A Working Manual, USGS 1395, 1987, p. 191.
struct LocalPlane {
  private let center: Position
  private let sine: Double
  private let cosine: Double

  /// The farthest that something may reach from the middle, metres.
  static let reachMeters = 1_000_000.0

  /// Refuses what is too wide for one plane, or near a pole or the antimeridian.
  init(
    around envelope: Envelope, margin: Double = 0, for operation: TopologyOperation
  ) throws(TopologyError) {
    let center = envelope.center
    let corner = Position(
      longitude: envelope.west,
      latitude: center.latitude < 0 ? envelope.north : envelope.south)
    guard center.distanceMeters(to: corner) + margin <= Self.reachMeters,
      center.latitude.magnitude * EarthSphere.metersPerDegree + Self.reachMeters
        < 90 * EarthSphere.metersPerDegree
    else { throw .outsideLocalPlane(operation) }
    self.center = center
    sine = sin(center.latitude * .pi / 180)
    cosine = cos(center.latitude * .pi / 180)
  }

  /// Metres east and north of the middle.
  func project(_ position: Position) -> Position {
    let turn = (position.longitude - center.longitude) * .pi / 180
    let latitude = position.latitude * .pi / 180
    let angle = position.distanceMeters(to: center) / EarthSphere.radiusMeters
    let scale = angle < 1e-9 ? 1 : angle / sin(angle)
    let east = cos(latitude) * sin(turn)
    let north = cosine * sin(latitude) - sine * cos(latitude) * cos(turn)
    return Position(
      longitude: EarthSphere.radiusMeters * scale * east,
      latitude: EarthSphere.radiusMeters * scale * north)
  }

  /// Degrees of a place in the plane.
  func unproject(_ place: Position) -> Position {
    let x = place.longitude
    let y = place.latitude
    let distance = (x * x + y * y).squareRoot()
    guard distance > 0 else { return center }
    let angle = distance / EarthSphere.radiusMeters
    let latitude = asin(
      max(-1, min(1, cos(angle) * sine + y / distance * sin(angle) * cosine)))
    let turn = atan2(
      x * sin(angle), distance * cosine * cos(angle) - y * sine * sin(angle))
    return Position(
      longitude: center.longitude + turn * 180 / .pi, latitude: latitude * 180 / .pi)
  }

  /// A geometry of the plane in degrees; refused where it reaches over the antimeridian.
  func unproject(
    _ geometry: Geometry, for operation: TopologyOperation
  ) throws(TopologyError) -> Geometry {
    let value = geometry.mapPositions(unproject)
    do {
      try value.forEachPosition { position throws(TopologyError) in
        guard position.isValid else { throw .outsideLocalPlane(operation) }
      }
    } catch { throw error }
    return value
  }
}

extension Geometry {
  /// The geometry with every position replaced; equal positions stay equal, so rings stay closed.
  func mapPositions(_ transform: (Position) -> Position) -> Geometry {
    switch self {
    case .point(let position): .point(transform(position))
    case .multiPoint(let positions): .multiPoint(positions.map(transform))
    case .lineString(let line): .lineString(LineString(line.positions.map(transform)))
    case .multiLineString(let lines):
      .multiLineString(lines.map { LineString($0.positions.map(transform)) })
    case .polygon(let polygon): .polygon(polygon.mapPositions(transform))
    case .multiPolygon(let polygons): .multiPolygon(polygons.map { $0.mapPositions(transform) })
    case .geometryCollection(let parts):
      .geometryCollection(parts.map { $0.mapPositions(transform) })
    }
  }
}

extension Polygon {
  fileprivate func mapPositions(_ transform: (Position) -> Position) -> Polygon {
    Polygon(
      exteriorRing: LinearRing(exteriorRing.positions.map(transform)),
      interiorRings: interiorRings.map { LinearRing($0.positions.map(transform)) })
  }
}
