import Foundation
import SimpleFeatures
import SpatialIndex
import Synchronization

extension Suite {
  /// Points in 5,000 administrative polygons, exactly: an index of the points that each polygon
  /// asks, or one of the polygons that each point asks, for points that come one by one.
  ///
  /// Indexes and locators are made inside the clock, as the peers make theirs.
  static let join = Suite(name: "join") { size in
    let positions = try Incidents.load(size).positions
    let polygons = try administrativePolygons()
    let repetitions = size <= 100_000 ? 5 : 3
    var methods: [String: JSON] = [:]
    for threads in [1, 2] {
      methods["tree_of_points_\(threads)"] = try measured(size, repetitions) {
        try PositionIndex(positions).pairs(with: polygons, threads: threads)
      }
      methods["tree_of_polygons_\(threads)"] = try measured(size, repetitions) {
        try PolygonIndex(polygons).pairs(with: positions, threads: threads)
      }
    }
    return [
      [
        "peer": .text("sijil"), "polygons": .number(Double(polygons.count)),
        "methods": .object(methods), "rss_mb": .rounded(peakMegabytes()),
      ]
    ]
  }

  private static func measured(
    _ size: Int, _ repetitions: Int, _ join: () throws -> Int
  ) rethrows -> JSON {
    let (timing, pairs) = try Timing.measure(repetitions: repetitions, join)
    return .object([
      "wall_s": .rounded(median(timing.wall), digits: 6),
      "cpu_s": .rounded(median(timing.cpu), digits: 6), "pairs": .number(Double(pairs)),
      "points_per_s": .rounded(Double(size) / median(timing.wall), digits: 0),
      "points_per_cpu_s": .rounded(Double(size) / median(timing.cpu), digits: 0),
    ])
  }

  private static func administrativePolygons() throws -> [Geometry] {
    let text = try String(contentsOf: PeerFiles.url("admin_5000.csv"), encoding: .utf8)
    return try text.split(separator: "\n").dropFirst().map { line in
      // The text form is the last column, and the only quoted one.
      let fields = line.split(separator: "\"")
      return try Geometry(wkt: fields[fields.count - 1])
    }
  }
}

/// Sums what each of several threads counts in its own part of a range.
private func sum(over count: Int, threads: Int, _ part: @Sendable (Range<Int>) -> Int) -> Int {
  let total = Atomic(0)
  let length = (count + threads - 1) / threads
  DispatchQueue.concurrentPerform(iterations: threads) { thread in
    let first = min(thread * length, count)
    total.add(part(first..<min(first + length, count)), ordering: .relaxed)
  }
  return total.load(ordering: .relaxed)
}

/// Positions that can be asked which of them a polygon holds.
private struct PositionIndex: Sendable {
  let positions: [Position]
  let tree: PackedRTree

  init(_ positions: [Position]) throws {
    self.positions = positions
    tree = try PackedRTree(positions: positions)
  }

  /// How many pairs of a position and a polygon that holds it there are.
  func pairs(with polygons: [Geometry], threads: Int) -> Int {
    sum(over: polygons.count, threads: threads) { part in
      var count = 0
      for polygon in polygons[part] {
        guard let envelope = polygon.envelope else { continue }
        // Few polygons are asked more than once, so a locator lives for one of them.
        let locator = PointInAreaLocator(polygon)
        tree.search(envelope) { item in
          if locator.covers(positions[item]) { count += 1 }
          return .proceed
        }
      }
      return count
    }
  }
}

/// Polygons that can be asked which of them hold a position.
private struct PolygonIndex: Sendable {
  let tree: PackedRTree
  let locators: [PointInAreaLocator]

  init(_ polygons: [Geometry]) throws {
    tree = try PackedRTree(envelopes: polygons.map { $0.envelope ?? .world })
    locators = polygons.map { PointInAreaLocator($0) }
  }

  /// How many pairs of a position and a polygon that holds it there are.
  func pairs(with positions: [Position], threads: Int) -> Int {
    sum(over: positions.count, threads: threads) { part in
      var count = 0
      for position in positions[part] {
        tree.search(Envelope(position)) { item in
          if locators[item].covers(position) { count += 1 }
          return .proceed
        }
      }
      return count
    }
  }
}
