import Foundation
import SimpleFeatures
import TestSupport
import Testing

@testable import SpatialIndex

struct NeighborsTests {
  private static let everywhere = Double.infinity

  /// The oracle measures every item and sorts all of them.
  private func scan(
    _ boxes: [Envelope], from position: Position, count: Int, within meters: Double = everywhere,
    where isIncluded: (Int) -> Bool = { _ in true }
  ) -> [Neighbor] {
    let vantage = SphericalVantage(position)
    let measured = boxes.indices.filter(isIncluded).map {
      Neighbor(ordinal: $0, distanceMeters: vantage.meters(to: boxes[$0]))
    }
    let sorted = measured.filter { $0.distanceMeters <= meters }
      .sorted { ($0.distanceMeters, $0.ordinal) < ($1.distanceMeters, $1.ordinal) }
    return Array(sorted.prefix(count))
  }

  /// Great-circle distance by vectors, a formula of its own.
  private func angleMeters(_ a: Position, _ b: Position) -> Double {
    func vector(_ p: Position) -> (Double, Double, Double) {
      let (l, f) = (p.longitude * .pi / 180, p.latitude * .pi / 180)
      return (cos(f) * cos(l), cos(f) * sin(l), sin(f))
    }
    let (u, v) = (vector(a), vector(b))
    let cross = (
      u.1 * v.2 - u.2 * v.1, u.2 * v.0 - u.0 * v.2, u.0 * v.1 - u.1 * v.0
    )
    let sine = (cross.0 * cross.0 + cross.1 * cross.1 + cross.2 * cross.2).squareRoot()
    return EarthSphere.radiusMeters
      * atan2(sine, u.0 * v.0 + u.1 * v.1 + u.2 * v.2)
  }

  @Test(arguments: [2, 3, 4, 5, 16])
  func `every small tree answers as a scan of all items does`(nodeSize: Int) throws {
    var random = SeededGenerator(seed: 1_984)
    for count in 0...40 {
      for kind in BoxKind.allCases {
        let boxes = random.envelopes(count, kind)
        let tree = try PackedRTree(envelopes: boxes, nodeSize: nodeSize)
        for _ in 0..<6 {
          let from = random.position(onGrid: Bool.random(using: &random))
          let limit = Int.random(in: 1...45, using: &random)
          #expect(
            tree.neighbors(of: from, count: limit) == scan(boxes, from: from, count: limit),
            "seed \(random.seed), \(count) \(kind), \(limit) from \(from)")
        }
      }
    }
  }

  @Test(arguments: BoxKind.allCases)
  func `a tree of several levels answers as a scan of all items does`(kind: BoxKind) throws {
    var random = SeededGenerator(seed: 825)
    let boxes = random.envelopes(2_000, kind)
    let tree = try PackedRTree(envelopes: boxes)
    for _ in 0..<60 {
      let from = random.position(onGrid: Bool.random(using: &random))
      let reach = Double.random(in: 0...5_000_000, using: &random)
      let found = tree.neighbors(
        of: from, count: 25, maximumDistanceMeters: reach, where: { $0 % 3 != 0 })
      #expect(
        found == scan(boxes, from: from, count: 25, within: reach, where: { $0 % 3 != 0 }),
        "seed \(random.seed), from \(from)")
    }
  }

  @Test func `distances to points agree with vectors`() throws {
    var random = SeededGenerator(seed: 6_371)
    let positions = (0..<500).map { _ in random.position(onGrid: false) }
    let tree = try PackedRTree(positions: positions)
    let from = random.position(onGrid: false)
    let found = tree.neighbors(of: from, count: 500)
    #expect(found.count == 500)
    for neighbor in found {
      // Near the antipode a haversine loses half its digits: centimetres in 20 000 km.
      let exact = angleMeters(from, positions[neighbor.ordinal])
      #expect(abs(neighbor.distanceMeters - exact) < 0.5, "seed \(random.seed)")
    }
  }

  @Test func `the distance to a box is that to its nearest position`() throws {
    var random = SeededGenerator(seed: 4_326)
    for _ in 0..<400 {
      let box = random.envelope(.mixed)
      let from = random.position(onGrid: false)
      let meters = SphericalVantage(from).meters(to: box)
      var nearest = box.covers(from) ? 0 : Double.infinity
      for step in 0...200 {
        let share = Double(step) / 200
        let latitude = box.south + box.height * share
        let longitude = box.west + box.width * share
        for corner in [
          Position(longitude: box.west, latitude: latitude),
          Position(longitude: box.east, latitude: latitude),
          Position(longitude: longitude, latitude: box.south),
          Position(longitude: longitude, latitude: box.north),
        ] { nearest = min(nearest, angleMeters(from, corner)) }
      }
      #expect(meters <= nearest + 0.5, "seed \(random.seed), \(box) from \(from)")
      // Samples lie at most 360/200 degrees apart: the nearest is within half of that.
      #expect(nearest <= meters + 101_000, "seed \(random.seed), \(box) from \(from)")
    }
  }

  /// The bound of one box.
  private func bound(_ box: Envelope, from position: Position) -> Double {
    SphericalVantage(position).low(
      west: box.west, south: box.south, east: box.east, north: box.north)
  }

  @Test func `the bound is never beyond the reach of the distance itself`() throws {
    var random = SeededGenerator(seed: 9_000)
    for round in 0..<20_000 {
      let from = random.position(onGrid: Bool.random(using: &random))
      var box = random.envelope(BoxKind.allCases[round % 4])
      if round % 5 == 0 {
        // As near as rounding allows.
        let north = min(90, from.latitude.nextUp)
        box = Envelope(west: from.longitude, south: north, east: from.longitude, north: north)
      }
      let meters = SphericalVantage(from).meters(to: box)
      #expect(
        bound(box, from: from) <= SphericalVantage.reach(meters: meters),
        "seed \(random.seed), \(box) from \(from)")
    }
  }

  @Test func `the bound is close for small boxes near by`() throws {
    let from = Position(longitude: 43.13, latitude: 36.34)
    let item = Position(longitude: 43.2, latitude: 36.4)
    let reach = SphericalVantage.reach(meters: from.distanceMeters(to: item))
    #expect(bound(Envelope(item), from: from) / reach > 0.999_99)
  }

  @Test func `the distance to a point is that of the position's own measure`() throws {
    var random = SeededGenerator(seed: 1)
    let positions = (0..<200).map { _ in random.position(onGrid: false) }
    let from = random.position(onGrid: false)
    for neighbor in try PackedRTree(positions: positions).neighbors(of: from, count: 200) {
      #expect(neighbor.distanceMeters == from.distanceMeters(to: positions[neighbor.ordinal]))
    }
  }

  @Test func `the antimeridian and the poles are no obstacle`() throws {
    let tree = try PackedRTree(positions: [
      Position(longitude: -179.9, latitude: 0), Position(longitude: 179, latitude: 0),
      Position(longitude: 0, latitude: 89.9), Position(longitude: 180, latitude: 89.8),
    ])
    let fiji = tree.neighbors(of: Position(longitude: 179.95, latitude: 0), count: 2)
    #expect(fiji.map(\.ordinal) == [0, 1])
    let north = tree.neighbors(of: Position(longitude: 90, latitude: 90), count: 2)
    #expect(north.map(\.ordinal) == [2, 3])
    #expect(abs(north[0].distanceMeters - 11_119.5) < 0.1)
  }

  @Test func `equally near items come by ordinal, and the limit cuts among them`() throws {
    let mirrored = (0..<64).map { Position(longitude: $0 % 3 == 0 ? -10 : 10, latitude: 20) }
    let tree = try PackedRTree(positions: mirrored, nodeSize: 4)
    let middle = Position(longitude: 0, latitude: -5)
    for limit in 1...64 {
      #expect(tree.neighbors(of: middle, count: limit).map(\.ordinal) == Array(0..<limit))
    }
  }

  @Test func `an item at the greatest distance counts`() throws {
    let tree = try PackedRTree(positions: [Position(longitude: 1, latitude: 0)])
    let origin = Position(longitude: 0, latitude: 0)
    let meters = try #require(tree.neighbors(of: origin, count: 1).first).distanceMeters
    let within = { tree.neighbors(of: origin, count: 1, maximumDistanceMeters: $0).count }
    #expect(within(meters) == 1)
    #expect(within(meters.nextDown) == 0)
  }

  @Test func `a senseless question has no neighbours`() throws {
    let tree = try PackedRTree(positions: [Position(longitude: 1, latitude: 0)])
    #expect(tree.neighbors(of: Position(longitude: .nan, latitude: 0), count: 1) == [])
    #expect(tree.neighbors(of: Position(longitude: 0, latitude: 91), count: 1) == [])
    #expect(tree.neighbors(of: Position(longitude: 0, latitude: 0), count: -1) == [])
    let origin = Position(longitude: 0, latitude: 0)
    #expect(tree.neighbors(of: origin, count: 1, maximumDistanceMeters: -1) == [])
    #expect(tree.neighbors(of: origin, count: 1, maximumDistanceMeters: .nan) == [])
  }
}
