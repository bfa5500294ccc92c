import SimpleFeatures

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The area that a disc shares with polygons or with another disc, by formula instead of overlay.
///
/// Worked out in a plane in metres that touches the sphere at the disc's centre; good to 0.3 % of
/// the disc up to ``limitMeters``, within 60° of latitude.
///
/// - Note: Source – the sum of signed triangles and sectors, one for each piece of each edge, as in
///   J. O'Rourke, Computational Geometry in C, 1998, §1.3, with sectors in place of what lies
///   outside the circle.
struct DiscOverlap {
  let center: Position
  let radiusMeters: Double
  private let metersPerLongitude: Double

  /// The largest disc that the plane is good enough for.
  static let limitMeters = 20_000.0

  init(center: Position, radiusMeters: Double) {
    self.center = center
    self.radiusMeters = radiusMeters
    metersPerLongitude = EarthSphere.metersPerDegree * cos(center.latitude * .pi / 180)
  }

  /// Square metres shared with polygons.
  func squareMeters(with geometry: Geometry) -> Double {
    geometry.polygons.reduce(0) { sum, polygon in
      polygon.interiorRings.reduce(sum + squareMeters(in: polygon.exteriorRing)) {
        $0 - squareMeters(in: $1)
      }
    }
  }

  /// Square metres shared with another disc.
  func squareMeters(withDiscAt other: Position, radiusMeters otherRadius: Double) -> Double {
    let distance = center.distanceMeters(to: other)
    let (large, small) = (max(radiusMeters, otherRadius), min(radiusMeters, otherRadius))
    if distance >= large + small { return 0 }
    if distance <= large - small { return .pi * small * small }
    let x = (distance * distance + large * large - small * small) / (2 * distance)
    let half = max(0, large * large - x * x).squareRoot()
    return large * large * atan2(half, x) + small * small * atan2(half, distance - x)
      - distance * half
  }

  private func squareMeters(in ring: LinearRing) -> Double {
    var sum = 0.0
    var last: (x: Double, y: Double)?
    for position in ring.positions {
      let next = (
        x: (position.longitude - center.longitude) * metersPerLongitude,
        y: (position.latitude - center.latitude) * EarthSphere.metersPerDegree
      )
      if let last { sum += doubleArea(from: last, to: next) }
      last = next
    }
    return sum.magnitude / 2
  }

  /// Twice the signed area of the triangle between the centre and an edge, inside the circle.
  private func doubleArea(
    from a: (x: Double, y: Double), to b: (x: Double, y: Double)
  ) -> Double {
    let square = radiusMeters * radiusMeters
    let (dx, dy) = (b.x - a.x, b.y - a.y)
    let length = dx * dx + dy * dy
    guard length > 0 else { return 0 }
    let (fromSquare, toSquare) = (a.x * a.x + a.y * a.y, b.x * b.x + b.y * b.y)
    if fromSquare <= square, toSquare <= square { return a.x * b.y - a.y * b.x }
    // Where the line meets the circle, as parts of the edge.
    let half = (a.x * dx + a.y * dy) / length
    let discriminant = half * half - (fromSquare - square) / length
    guard discriminant > 0 else { return square * angle(a, b) }
    let root = discriminant.squareRoot()
    let enter = max(0, min(1, -half - root))
    let leave = max(0, min(1, -half + root))
    guard enter < leave else { return square * angle(a, b) }
    let p = (x: a.x + enter * dx, y: a.y + enter * dy)
    let q = (x: a.x + leave * dx, y: a.y + leave * dy)
    return (enter > 0 ? square * angle(a, p) : 0) + (p.x * q.y - p.y * q.x)
      + (leave < 1 ? square * angle(q, b) : 0)
  }

  private func angle(_ a: (x: Double, y: Double), _ b: (x: Double, y: Double)) -> Double {
    atan2(a.x * b.y - a.y * b.x, a.x * b.x + a.y * b.y)
  }
}
