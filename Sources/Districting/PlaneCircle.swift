internal import SimpleFeatures

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A circle in plane longitude and latitude, far around everything that is to be cut.
struct PlaneCircle {
  let center: Position
  let radius: Double

  /// Where a ray from a position inside, away from another, meets the circle.
  func exit(of start: Position, awayFrom behind: Position) -> Position? {
    let dx = start.longitude - behind.longitude
    let dy = start.latitude - behind.latitude
    let x = start.longitude - center.longitude
    let y = start.latitude - center.latitude
    // |start + t · d − center| = radius, the root ahead.
    let square = dx * dx + dy * dy
    let half = x * dx + y * dy
    let discriminant = half * half - square * (x * x + y * y - radius * radius)
    guard square > 0, discriminant >= 0 else { return nil }
    let step = (discriminant.squareRoot() - half) / square
    guard step >= 0 else { return nil }
    return Position(
      longitude: start.longitude + step * dx, latitude: start.latitude + step * dy)
  }

  /// Positions on the circle between two on it, against the hands of a clock, ends left out.
  func arc(from start: Position, to end: Position) -> [Position] {
    let first = angle(of: start)
    var turn = angle(of: end) - first
    if turn <= 0 { turn += 2 * .pi }
    let pieces = 72
    return (1..<pieces).map { index in
      let angle = first + turn * Double(index) / Double(pieces)
      return Position(
        longitude: center.longitude + radius * cos(angle),
        latitude: center.latitude + radius * sin(angle))
    }
  }

  private func angle(of position: Position) -> Double {
    atan2(position.latitude - center.latitude, position.longitude - center.longitude)
  }
}
