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
    try alternately(repetitions, "tree_of_points", size, into: &methods) { threads in
      try PositionIndex(positions, threads: threads).pairs(with: polygons, threads: threads)
    }
    try alternately(repetitions, "tree_of_polygons", size, into: &methods) { threads in
      try PolygonIndex(polygons, threads: threads).pairs(with: positions, threads: threads)
    }
    return [
      [
        "peer": .text("sijil"), "polygons": .number(Double(polygons.count)),
        "methods": .object(methods), "rss_mb": .rounded(peakMegabytes()),
      ]
    ]
  }

  /// One thread and two in turn, so that both meet the same moments of a shared machine.
  private static func alternately(
    _ repetitions: Int, _ name: String, _ size: Int, into methods: inout [String: JSON],
    _ join: (_ threads: Int) throws -> Int
  ) rethrows {
    var timings = [Timing(), Timing()]
    var pairs = 0
    for repetition in 0...repetitions {
      for threads in [1, 2] {
        let watch = Stopwatch()
        pairs = try join(threads)
        // The first of each is a warm-up.
        guard repetition > 0 else { continue }
        timings[threads - 1].wall.append(watch.wall)
        timings[threads - 1].cpu.append(watch.cpu)
      }
    }
    for (index, timing) in timings.enumerated() {
      methods["\(name)_\(index + 1)"] = .object([
        "wall_s": .rounded(median(timing.wall), digits: 6),
        "wall_best_s": .rounded(timing.wall.min() ?? .nan, digits: 6),
        "cpu_s": .rounded(median(timing.cpu), digits: 6), "pairs": .number(Double(pairs)),
        "points_per_s": .rounded(Double(size) / median(timing.wall), digits: 0),
        "points_per_cpu_s": .rounded(Double(size) / median(timing.cpu), digits: 0),
      ])
    }
    methods["\(name)_times"] = .object([
      "median": .rounded(median(zip(timings[0].wall, timings[1].wall).map { $0 / $1 }), digits: 2),
      "least_wall": .rounded(
        (timings[0].wall.min() ?? .nan) / (timings[1].wall.min() ?? .nan), digits: 2),
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

/// Sums what threads count in parts of a range; whoever is done takes the next part, so that dense
/// parts hold nobody up.
private func sum(
  over count: Int, by length: Int, threads: Int, _ part: @Sendable (Range<Int>) -> Int
) -> Int {
  let total = Atomic(0)
  let next = Atomic(0)
  DispatchQueue.concurrentPerform(iterations: threads) { _ in
    var counted = 0
    while true {
      let first = next.add(length, ordering: .relaxed).oldValue
      guard first < count else { break }
      counted += part(first..<min(first + length, count))
    }
    total.add(counted, ordering: .relaxed)
  }
  return total.load(ordering: .relaxed)
}

/// What each thread makes of its own share of some values, in their order.
private func shares<Value: Sendable, Made: Sendable>(
  of values: [Value], threads: Int, _ make: @Sendable (ArraySlice<Value>) -> Made
) -> [Made] {
  let made = Mutex([Made?](repeating: nil, count: threads))
  let length = (values.count + threads - 1) / threads
  DispatchQueue.concurrentPerform(iterations: threads) { thread in
    let first = min(thread * length, values.count)
    let share = make(values[first..<min(first + length, values.count)])
    made.withLock { $0[thread] = share }
  }
  return made.withLock { $0.compactMap { $0 } }
}

/// Positions that can be asked which of them a polygon holds: a tree for each thread that builds.
private struct PositionIndex: Sendable {
  /// A share of the positions.
  struct Part {
    let positions: ArraySlice<Position>
    let tree: PackedRTree
  }

  let parts: [Part]

  init(_ positions: [Position], threads: Int) throws {
    parts = try shares(of: positions, threads: threads) { share in
      Result { Part(positions: share, tree: try PackedRTree(positions: share)) }
    }.map { try $0.get() }
  }

  /// How many pairs of a position and a polygon that holds it there are.
  func pairs(with polygons: [Geometry], threads: Int) -> Int {
    sum(over: polygons.count, by: 16, threads: threads) { range in
      var count = 0
      for polygon in polygons[range] {
        guard let envelope = polygon.envelope else { continue }
        // Few polygons are asked more than once, so a locator lives for one of them.
        let locator = PointInAreaLocator(polygon)
        for part in parts {
          let first = part.positions.startIndex
          part.tree.search(envelope) { item in
            if locator.covers(part.positions[first + item]) { count += 1 }
            return .proceed
          }
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

  init(_ polygons: [Geometry], threads: Int) throws {
    tree = try PackedRTree(envelopes: polygons.map { $0.envelope ?? .world })
    locators = shares(of: polygons, threads: threads) { $0.map { PointInAreaLocator($0) } }
      .flatMap { $0 }
  }

  /// How many pairs of a position and a polygon that holds it there are.
  func pairs(with positions: [Position], threads: Int) -> Int {
    sum(over: positions.count, by: 4_096, threads: threads) { range in
      var count = 0
      for position in positions[range] {
        tree.search(Envelope(position)) { item in
          if locators[item].covers(position) { count += 1 }
          return .proceed
        }
      }
      return count
    }
  }
}
