import SimpleFeatures

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A box of a question, ready to judge many discs at once by arithmetic alone.
///
/// It judges only what ``AreaShape/relation(ofDiscAt:radiusMeters:box:)`` would judge alike for each
/// disc, with room for the rounding of both, and else leaves the discs to it one by one. Neither the
/// box nor a disc may meet the antimeridian.
struct BoxJudge {
  /// Discs described together.
  struct Discs {
    /// The box around their centres.
    var centers: Envelope
    /// The box around their boxes.
    var reach: Envelope
    /// Their least and greatest radius, metres.
    var radii: ClosedRange<Double>
    /// The least and greatest cosine of their centres' latitudes.
    var cosines: ClosedRange<Double>
  }

  let box: Envelope
  private let leastCosine: Double

  /// `nil` for an area that is not a box or meets the antimeridian.
  init?(_ shape: AreaShape) {
    guard case .box(let box, _) = shape, !box.meetsAntimeridian else { return nil }
    self.box = box
    leastCosine = min(Self.cosine(ofLatitude: box.south), Self.cosine(ofLatitude: box.north))
  }

  /// The cosine of a latitude, never below zero.
  static func cosine(ofLatitude degrees: Double) -> Double { max(0, cos(degrees * .pi / 180)) }

  /// How every one of the discs lies to the box; `nil` where they differ or arithmetic is too
  /// coarse to tell.
  func relation(of discs: Discs) -> AreaRelation? {
    guard box.intersects(discs.reach) else { return .disjoint }
    if box.covers(discs.reach) { return .covered }
    let least = leastMeters(to: discs)
    if least > discs.radii.upperBound + Self.hair { return .disjoint }
    if least == 0 || least < discs.radii.lowerBound, reachesEdge(from: discs) { return .partial }
    return nil
  }

  /// More than a box without width is widened by, metres.
  private static let hair = 0.01
  private static let metersPerDegree = EarthSphere.radiusMeters * .pi / 180

  /// No centre is nearer to the box than so many metres.
  ///
  /// From the haversine, with sin² *x* ≥ *x*² (1 − *x*² / 3).
  private func leastMeters(to discs: Discs) -> Double {
    let centers = discs.centers
    let radian = Double.pi / 180
    let high = max(0, max(box.south - centers.north, centers.south - box.north)) * radian
    var wide = max(0, max(box.west - centers.east, centers.west - box.east)) * radian
    // Half around the world the other way is nearer.
    if max(box.east - centers.west, centers.east - box.west) > 180 { wide = 0 }
    let square =
      high * high * (1 - high * high / 12)
      + leastCosine * discs.cosines.lowerBound * wide * wide * max(0, 1 - wide * wide / 12)
    return max(0, square).squareRoot() * EarthSphere.radiusMeters * (1 - 1e-9)
  }

  /// Whether each disc surely goes over the edge of the box.
  ///
  /// Every centre is near enough to one position of the edge, in the plane that touches the sphere
  /// at the centre. The exact test picks another position no farther in that plane, whose distance
  /// on the sphere is longer by less than the factor: by the cosine at its own latitude, and by the
  /// arc over its chord.
  private func reachesEdge(from discs: Discs) -> Bool {
    let radius = discs.radii.lowerBound
    let angle = radius / EarthSphere.radiusMeters
    let (least, greatest) = (discs.cosines.lowerBound, discs.cosines.upperBound)
    guard angle < 0.1, least > 0.5 else { return false }
    let slope = (1 - least * least).squareRoot() / least
    let factor = 1.001 + 0.6 * angle * slope
    let edge = positionOnEdge(near: discs.centers.center, shrink: greatest)
    let centers = discs.centers
    let wide =
      max(abs(centers.west - edge.longitude), abs(centers.east - edge.longitude)) * greatest
    let high = max(abs(centers.south - edge.latitude), abs(centers.north - edge.latitude))
    let farthest = (wide * wide + high * high).squareRoot() * Self.metersPerDegree
    return farthest * factor + Self.hair <= radius
  }

  /// A position on the box's edge, the nearest in a plane.
  private func positionOnEdge(near center: Position, shrink: Double) -> Position {
    let x = min(max(center.longitude, box.west), box.east)
    let y = min(max(center.latitude, box.south), box.north)
    guard x == center.longitude, y == center.latitude else {
      return Position(longitude: x, latitude: y)
    }
    let (toWest, toEast) = ((x - box.west) * shrink, (box.east - x) * shrink)
    let (toSouth, toNorth) = (y - box.south, box.north - y)
    let sideways = min(toWest, toEast)
    if sideways < min(toSouth, toNorth) {
      return Position(longitude: toWest < toEast ? box.west : box.east, latitude: y)
    }
    return Position(longitude: x, latitude: toSouth < toNorth ? box.south : box.north)
  }
}
