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
    return boxes.indices.filter(isIncluded)
      .map {
        let box = boxes[$0]
        let haversine = vantage.haversine(
          west: box.west, south: box.south, east: box.east, north: box.north)
        return Neighbor(
          ordinal: $0, distanceMeters: SphericalVantage.meters(haversine: haversine))
      }
      .filter { $0.distanceMeters <= meters }
      .sorted { ($0.distanceMeters, $0.ordinal) < ($1.distanceMeters, $1.ordinal) }
      .prefix(count).map { $0 }
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
    return SphericalVantage.earthRadiusMeters
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
      let vantage = SphericalVantage(from)
      let meters = SphericalVantage.meters(
        haversine: vantage.haversine(
          west: box.west, south: box.south, east: box.east, north: box.north))
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

  @Test func `the bound is never above the haversine of any position inside`() {
    var random = SeededGenerator(seed: 9_000)
    for _ in 0..<20_000 {
      let box = random.envelope(.mixed)
      let vantage = SphericalVantage(random.position(onGrid: Bool.random(using: &random)))
      let east = box.east < box.west ? box.east + 360 : box.east
      let bound = vantage.bound(west: box.west, south: box.south, east: east, north: box.north)
      let exact = vantage.haversine(
        west: box.west, south: box.south, east: box.east, north: box.north)
      #expect(bound <= exact, "seed \(random.seed), \(box)")
    }
  }

  @Test func `the bound is close for small boxes near by`() {
    let vantage = SphericalVantage(Position(longitude: 43.13, latitude: 36.34))
    let bound = vantage.bound(west: 43.2, south: 36.4, east: 43.2, north: 36.4)
    let exact = vantage.haversine(west: 43.2, south: 36.4, east: 43.2, north: 36.4)
    #expect(bound / exact > 0.999_99)
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
