import SimpleFeatures
import SpatialIndex
import TestSupport

/// How the boxes of a random test lie.
enum BoxKind: CaseIterable {
  /// Single positions on a coarse grid, many of them equal.
  case gridPoints
  /// Single positions anywhere.
  case points
  /// Boxes on a coarse grid, so that edges touch and repeat.
  case gridBoxes
  /// Boxes, lines and points anywhere, one in four across the antimeridian.
  case mixed
}

extension SeededGenerator {
  mutating func position(onGrid: Bool) -> Position {
    onGrid
      ? Position(
        longitude: Double(Int.random(in: -6...6, using: &self)) * 30,
        latitude: Double(Int.random(in: -3...3, using: &self)) * 30)
      : Position(
        longitude: Double.random(in: -180...180, using: &self),
        latitude: Double.random(in: -90...90, using: &self))
  }

  mutating func envelope(_ kind: BoxKind) -> Envelope {
    switch kind {
    case .gridPoints: return Envelope(position(onGrid: true))
    case .points: return Envelope(position(onGrid: false))
    case .gridBoxes: return box(onGrid: true, crossing: Bool.random(using: &self))
    case .mixed:
      let sort = Int.random(in: 0..<4, using: &self)
      return sort == 3
        ? Envelope(position(onGrid: false)) : box(onGrid: false, crossing: sort == 0)
    }
  }

  mutating func envelopes(_ count: Int, _ kind: BoxKind) -> [Envelope] {
    (0..<count).map { _ in envelope(kind) }
  }

  private mutating func box(onGrid: Bool, crossing: Bool) -> Envelope {
    let (a, b) = (position(onGrid: onGrid), position(onGrid: onGrid))
    let (low, high) = (min(a.longitude, b.longitude), max(a.longitude, b.longitude))
    return Envelope(
      west: crossing ? high : low, south: min(a.latitude, b.latitude),
      east: crossing ? low : high, north: max(a.latitude, b.latitude))
  }
}

/// The independent oracle: every box looked at, none skipped.
func linearScan(_ boxes: [Envelope], _ query: Envelope) -> [Int] {
  boxes.indices.filter { boxes[$0].intersects(query) }
}
