import SimpleFeatures
import SpatialIndex

extension Incidents {
  /// Seven in ten in eight clusters, the rest over 13.5 by 9 degrees; boxes round incidents.
  static func seeded(_ size: Int) throws -> Incidents {
    var random = FixedGenerator(state: 20_161_017)
    let centers = (0..<8).map { _ in scattered(&random) }
    let positions = (0..<size).map { _ in
      guard Int.random(in: 0..<10, using: &random) < 7 else { return scattered(&random) }
      let center = centers[Int.random(in: 0..<8, using: &random)]
      return Position(
        longitude: center.longitude + bell(&random) * 0.04,
        latitude: center.latitude + bell(&random) * 0.03)
    }
    let tree = try PackedRTree(positions: positions)
    var boxes: [String: [Envelope]] = [:]
    for hits in [10, 1_000, 50_000] where hits <= size / 2 {
      boxes["\(hits)"] = (0..<100).map { _ in
        box(around: positions[Int.random(in: 0..<size, using: &random)], holding: hits, of: tree)
      }
    }
    let vantages = (0..<1_000).map { _ in
      let near = positions[Int.random(in: 0..<size, using: &random)]
      return Position(
        longitude: near.longitude + Double.random(in: -0.005...0.005, using: &random),
        latitude: near.latitude + Double.random(in: -0.005...0.005, using: &random))
    }
    return Incidents(positions: positions, boxes: boxes, vantages: vantages)
  }

  private static func scattered(_ random: inout FixedGenerator) -> Position {
    Position(
      longitude: Double.random(in: 35.5...49, using: &random),
      latitude: Double.random(in: 29...38, using: &random))
  }

  /// A bell curve as the sum of twelve uniforms.
  private static func bell(_ random: inout FixedGenerator) -> Double {
    (0..<12).reduce(-6) { sum, _ in sum + Double.random(in: 0..<1, using: &random) }
  }

  /// The least square about a position that holds so many items, found by halving.
  private static func box(
    around center: Position, holding hits: Int, of tree: PackedRTree
  ) -> Envelope {
    func square(_ half: Double) -> Envelope {
      Envelope(
        west: center.longitude - half, south: center.latitude - half,
        east: center.longitude + half, north: center.latitude + half)
    }
    var (low, high) = (0.0, 14.0)
    for _ in 0..<40 {
      let half = (low + high) / 2
      if tree.count(meeting: square(half)) < hits { low = half } else { high = half }
    }
    return square(high)
  }
}

/// SplitMix64, so that the same seed gives the same data on every machine.
struct FixedGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
