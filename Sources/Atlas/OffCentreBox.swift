import SimpleFeatures

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A box that does not hold the centre of a wide disc: only the few sides of the disc's polygon that
/// face it can cut it, so the others are never made.
///
/// The polygon is convex where ``WideDiscs`` asks, and a position in the sector of a side is in the
/// polygon when it is on the inner hand of that side. Corners and sides are those of
/// `Polygon.disc(center:radiusMeters:segments:)`.
struct OffCentreBox {
  private let center: Position
  private let radiusMeters: Double
  private let box: Envelope
  /// The corners of the polygon around the sides that face the box.
  private let corners: [Position]

  private static let segments = 64
  private static let step = 2 * Double.pi / 64
  /// With more sides than that the whole polygon costs little more.
  private static let mostSides = 20

  /// `nil` where the box holds the centre or lies too near for few sides to face it.
  init?(_ box: Envelope, ofDiscAt center: Position, radiusMeters radius: Double) {
    self.center = center
    self.radiusMeters = radius
    self.box = box
    let shrink = cos(center.latitude * .pi / 180)
    let middle = (
      x: (box.center.longitude - center.longitude) * shrink,
      y: box.center.latitude - center.latitude
    )
    guard middle.x != 0 || middle.y != 0 else { return nil }
    var low = Double.infinity
    var high = -Double.infinity
    for corner in Self.corners(of: box) {
      let (x, y) = (
        (corner.longitude - center.longitude) * shrink, corner.latitude - center.latitude
      )
      let turn = atan2(middle.x * y - middle.y * x, middle.x * x + middle.y * y)
      (low, high) = (min(low, turn), max(high, turn))
    }
    // The ring begins in the north and runs against the clock. A direction in the plane is that on
    // the sphere to within a side or so, which is looked at below.
    let direction = atan2(-middle.x, middle.y)
    let first = Int(((direction + low) / Self.step).rounded(.down)) - 1
    let last = Int(((direction + high) / Self.step).rounded(.up)) + 1
    guard last - first <= Self.mostSides else { return nil }
    corners = (first...last).map { number in
      center.destination(
        bearingDegrees: -360 * Double(number) / Double(Self.segments), distanceMeters: radius)
    }
    guard isFaced else { return nil }
  }

  /// Whether the box lies in the sectors of the sides chosen.
  private var isFaced: Bool {
    guard let first = corners.first, let last = corners.last else { return false }
    return Self.corners(of: box).allSatisfy { corner in
      Self.turn(center, first, corner) > 0 && Self.turn(center, corner, last) > 0
    }
  }

  /// The part of the box inside the polygon, as a closed ring.
  var shared: [Position] {
    var part = Self.corners(of: box)
    for (start, end) in zip(corners, corners.dropFirst()) {
      part = Self.clip(part, to: start, end)
    }
    if let first = part.first { part.append(first) }
    return part
  }

  private static func corners(of box: Envelope) -> [Position] {
    [
      Position(longitude: box.west, latitude: box.south),
      Position(longitude: box.east, latitude: box.south),
      Position(longitude: box.east, latitude: box.north),
      Position(longitude: box.west, latitude: box.north),
    ]
  }

  /// Above nought where the second turns left from the first, seen from the origin.
  private static func turn(_ origin: Position, _ first: Position, _ second: Position) -> Double {
    (first.longitude - origin.longitude) * (second.latitude - origin.latitude)
      - (first.latitude - origin.latitude) * (second.longitude - origin.longitude)
  }

  /// The part of an open ring on the left of a line.
  ///
  /// - Note: Source – I. Sutherland, G. Hodgman, Reentrant polygon clipping, CACM 17 (1974),
  ///   doi:10.1145/360767.360802.
  private static func clip(
    _ ring: [Position], to start: Position, _ end: Position
  ) -> [Position] {
    let sides = ring.map { turn(start, end, $0) }
    if sides.allSatisfy({ $0 >= 0 }) { return ring }
    var kept: [Position] = []
    for (index, position) in ring.enumerated() {
      let next = index + 1 == ring.count ? 0 : index + 1
      if sides[index] >= 0 { kept.append(position) }
      guard (sides[index] < 0) != (sides[next] < 0) else { continue }
      let part = sides[index] / (sides[index] - sides[next])
      kept.append(
        Position(
          longitude: position.longitude + part * (ring[next].longitude - position.longitude),
          latitude: position.latitude + part * (ring[next].latitude - position.latitude)))
    }
    return kept
  }
}
