import SimpleFeatures
import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// How much of discs too wide for a plane lies in a box, by clipping instead of an overlay.
///
/// The disc is the polygon that it is everywhere else, so the figures are those of an overlay but
/// for the last digits. Its own area is kept: a register has few widths, and each is asked for by
/// every question.
final class WideDiscs: Sendable {
  private struct Key: Hashable {
    let latitude: Double
    let radiusMeters: Double
  }

  private let areas = Mutex<[Key: Double]>([:])

  /// How many areas are kept: some 3 MB.
  static let limit = 1 << 16

  /// How much of a disc lies in a box.
  ///
  /// - Parameters:
  ///   - center: The middle of the disc.
  ///   - radius: Its radius, metres.
  ///   - box: The box.
  ///   - boxSquareMeters: The area of the box.
  /// - Returns: `nil` where it takes an overlay: near the antimeridian and towards the poles.
  func overlap(
    ofDiscAt center: Position, radiusMeters radius: Double, withBox box: Envelope,
    boxSquareMeters: Double
  ) -> AreaOverlap? {
    let degrees = radius / EarthSphere.metersPerDegree
    // Below 70° a disc is less than three times as wide in degrees as it is high.
    guard radius > 0, radius < 600_000, center.latitude.magnitude + degrees < 70,
      center.longitude.magnitude + 3 * degrees < 180, !box.meetsAntimeridian
    else { return nil }
    if Self.isInside(box, ofDiscAt: center, radiusMeters: radius) {
      let whole = whole(center, radius) { Self.ring(center, radius).areaSquareMeters }
      return AreaOverlap(shared: boxSquareMeters, whole: whole)
    }
    if let facing = OffCentreBox(box, ofDiscAt: center, radiusMeters: radius) {
      let whole = whole(center, radius) { Self.ring(center, radius).areaSquareMeters }
      return AreaOverlap(
        shared: LinearRing(facing.shared).areaSquareMeters, whole: whole)
    }
    let ring = Self.ring(center, radius)
    let whole = whole(center, radius) { ring.areaSquareMeters }
    let shared = LinearRing(ring.positions.clipped(to: box)).areaSquareMeters
    return AreaOverlap(shared: shared, whole: whole)
  }

  /// Whether all corners surely lie well inside.
  ///
  /// The polygon is nowhere narrower than 0.998 of the disc, and so far from the poles it bulges
  /// outwards everywhere. The corner farthest off is no farther than in a plane whose parallels are
  /// as long as the longest one on the way; the arc is longer than its chord by less than 0.04 %.
  private static func isInside(
    _ box: Envelope, ofDiscAt center: Position, radiusMeters radius: Double
  ) -> Bool {
    let radian = Double.pi / 180
    let high =
      radian * max(abs(box.south - center.latitude), abs(box.north - center.latitude))
    let wide = radian * max(abs(box.west - center.longitude), abs(box.east - center.longitude))
    let cosine = cos(center.latitude * radian)
    let square = high * high + cosine * (cosine + high) * wide * wide
    return square.squareRoot() * EarthSphere.radiusMeters * 1.000_4 < 0.998 * radius
  }

  /// The ring of `Polygon.disc(center:radiusMeters:segments:)`: the east mirrors the west, and the
  /// directions are the same for every disc.
  private static func ring(_ center: Position, _ radius: Double) -> LinearRing {
    let angle = radius / EarthSphere.radiusMeters
    let (far, near) = (sin(angle), cos(angle))
    let latitude = center.latitude * .pi / 180
    let (start, shrink) = (sin(latitude), cos(latitude))
    var positions = [Position](repeating: center, count: 2 * half + 1)
    for (number, direction) in directions.enumerated() {
      let sine = max(-1, min(1, start * near + shrink * far * direction.cosine))
      let turn = atan2(direction.sine * far * shrink, near - start * sine) * 180 / .pi
      let reached = asin(sine) * 180 / .pi
      positions[number] = Position(longitude: center.longitude - turn, latitude: reached)
      positions[2 * half - number] = Position(
        longitude: center.longitude + turn, latitude: reached)
    }
    return LinearRing(positions)
  }

  /// Corners of half a ring, north and south among them.
  private static let half = 32
  private static let directions = (0...half).map { number in
    let angle = Double(number) * .pi / Double(half)
    return (sine: sin(angle), cosine: cos(angle))
  }

  private func whole(
    _ center: Position, _ radius: Double, _ measure: () -> Double
  ) -> Double {
    let key = Key(latitude: center.latitude, radiusMeters: radius)
    if let known = areas.withLock({ $0[key] }) { return known }
    let area = measure()
    areas.withLock { areas in
      if areas.count >= Self.limit { areas.removeAll(keepingCapacity: true) }
      areas[key] = area
    }
    return area
  }
}

extension [Position] {
  /// The part of a closed ring that lies in a box; edges are straight in longitude and latitude.
  ///
  /// - Note: Source – I. Sutherland, G. Hodgman, Reentrant polygon clipping, CACM 17 (1974),
  ///   doi:10.1145/360767.360802.
  fileprivate func clipped(to box: Envelope) -> [Position] {
    clipped(at: box.west, sign: 1) { $0.longitude }
      .clipped(at: box.east, sign: -1) { $0.longitude }
      .clipped(at: box.south, sign: 1) { $0.latitude }
      .clipped(at: box.north, sign: -1) { $0.latitude }
  }

  @inline(__always)
  private func clipped(
    at bound: Double, sign: Double, _ ordinate: (Position) -> Double
  ) -> [Position] {
    // Most sides of a box cut off nothing.
    if allSatisfy({ (ordinate($0) - bound) * sign >= 0 }) { return self }
    var kept: [Position] = []
    kept.reserveCapacity(count + 4)
    var previous: Position?
    for next in self {
      let far = (ordinate(next) - bound) * sign
      if let previous {
        let near = (ordinate(previous) - bound) * sign
        if (near < 0) != (far < 0) {
          let part = near / (near - far)
          kept.append(
            Position(
              longitude: previous.longitude + part * (next.longitude - previous.longitude),
              latitude: previous.latitude + part * (next.latitude - previous.latitude)))
        }
      }
      if far >= 0 { kept.append(next) }
      previous = next
    }
    if let first = kept.first, first != kept.last { kept.append(first) }
    return kept
  }
}
