import SimpleFeatures
import Topology

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// An area that a question asks about or that a candidate allows.
enum AreaShape: Sendable {
  /// Everywhere within a distance of a position, measured on the sphere.
  case disc(center: Position, radiusMeters: Double)
  /// A box, which only a question has, with the same as an area.
  case box(Envelope, Region)
  /// An area of polygons.
  case region(Region)

  /// An area of polygons, or `nil` when it is empty.
  init?(_ geometry: Geometry) {
    guard let region = Region(geometry) else { return nil }
    self = .region(region)
  }

  /// A box, in two parts when it crosses the antimeridian.
  init?(_ envelope: Envelope) {
    guard let region = Region(envelope.geometry) else { return nil }
    self = .box(envelope, region)
  }

  /// The box around the area.
  var envelope: Envelope {
    switch self {
    case .disc(let center, let radius): Envelope(center).expanded(byMeters: radius)
    case .box(let box, _): box
    case .region(let region): region.envelope
    }
  }

  /// The area as a geometry; a disc becomes a polygon whose corners lie on the circle.
  var geometry: Geometry {
    switch self {
    case .disc(let center, let radius): .disc(center: center, radiusMeters: radius)
    case .box(_, let region), .region(let region): region.geometry
    }
  }

  /// The area in square metres on the sphere.
  var areaSquareMeters: Double {
    switch self {
    case .disc(_, let radius):
      // A cap of the sphere; the half angle keeps small discs exact.
      let half = sin(radius / EarthSphere.radiusMeters / 2)
      return 4 * .pi * EarthSphere.radiusMeters * EarthSphere.radiusMeters * half * half
    case .box(_, let region), .region(let region): return region.areaSquareMeters
    }
  }

  /// Metres that a point drawn in the area may be off: to the edge of a disc, or half the way
  /// across the box around anything else.
  var reachMeters: Double {
    switch self {
    case .disc(_, let radius): return radius
    case .box(let box, _): return box.halfDiagonalMeters
    case .region(let region): return region.envelope.halfDiagonalMeters
    }
  }

  /// Metres from a position to the area, 0 inside.
  func distanceMeters(from position: Position) -> Double {
    switch self {
    case .disc(let center, let radius): return max(0, position.distanceMeters(to: center) - radius)
    case .box(_, let region), .region(let region):
      if region.covers(position) { return 0 }
      return region.geometry.boundaryDistanceMeters(from: position) ?? .infinity
    }
  }
}

extension Envelope {
  fileprivate var halfDiagonalMeters: Double {
    Position(longitude: west, latitude: south)
      .distanceMeters(to: Position(longitude: east, latitude: north)) / 2
  }

  /// The box as an area, in two parts when it crosses the antimeridian.
  ///
  /// A box without width or height is widened by a hundred-millionth of a degree, about a
  /// millimetre, so that it is an area at all.
  fileprivate var geometry: Geometry {
    let hair = 1e-8
    let low = south < north ? south : max(-90, south - hair)
    let high = south < north ? north : min(90, north + hair)
    func part(_ west: Double, _ east: Double) -> Polygon {
      let left = west < east ? west : max(-180, west - hair)
      let right = west < east ? east : min(180, east + hair)
      return Polygon(
        exteriorRing: LinearRing(
          [(left, low), (right, low), (right, high), (left, high), (left, low)].map {
            Position(longitude: $0.0, latitude: $0.1)
          }))
    }
    return crossesAntimeridian
      ? .multiPolygon([part(west, 180), part(-180, east)]) : .polygon(part(west, east))
  }
}

extension Envelope {
  /// Whether the box ends on or goes over the 180° meridian, where distances in a plane fail.
  var meetsAntimeridian: Bool { crossesAntimeridian || west <= -180 || east >= 180 }
}
