import Foundation
import SimpleFeatures
import SpatialIndex

/// Positions of incidents and questions about them, the same for every suite and for the peers.
///
/// With `PEERS_DATA` set, the files that the peers read (`incidents_N.csv`, `queries_N.json`);
/// otherwise clusters over a wide scatter from a fixed seed.
struct Incidents {
  var positions: [Position]
  /// Boxes by how many items each holds: "10", "1000", "50000".
  var boxes: [String: [Envelope]]
  /// Where nearest neighbours are asked for.
  var vantages: [Position]

  /// Reads or makes the data of one size.
  static func load(_ size: Int) throws -> Incidents {
    guard let folder = ProcessInfo.processInfo.environment["PEERS_DATA"] else {
      return seeded(size)
    }
    let base = URL(fileURLWithPath: folder)
    return try Incidents(
      csv: base.appending(path: "incidents_\(size).csv"),
      queries: base.appending(path: "queries_\(size).json"))
  }

  private struct Queries: Decodable {
    var boxes: [String: [[Double]]]
    var points: [[Double]]
  }

  private init(csv: URL, queries: URL) throws {
    // Longitude and latitude are the last two columns and are never quoted.
    positions = try String(contentsOf: csv, encoding: .utf8).split(separator: "\n").dropFirst()
      .compactMap { line in
        let fields = line.utf8
        guard let second = fields.lastIndex(of: UInt8(ascii: ",")),
          let first = fields[..<second].lastIndex(of: UInt8(ascii: ",")),
          let longitude = Double(line[fields.index(after: first)..<second]),
          let latitude = Double(line[fields.index(after: second)...])
        else { return nil }
        return Position(longitude: longitude, latitude: latitude)
      }
    let asked = try JSONDecoder().decode(Queries.self, from: Data(contentsOf: queries))
    boxes = asked.boxes.mapValues { boxes in
      boxes.filter { $0.count == 4 }
        .map { Envelope(west: $0[0], south: $0[1], east: $0[2], north: $0[3]) }
    }
    vantages = asked.points.filter { $0.count == 2 }
      .map { Position(longitude: $0[0], latitude: $0[1]) }
  }

  private init(positions: [Position], boxes: [String: [Envelope]], vantages: [Position]) {
    (self.positions, self.boxes, self.vantages) = (positions, boxes, vantages)
  }

  /// Seven in ten in eight clusters, the rest over 13.5 by 9 degrees.
  private static func seeded(_ size: Int) -> Incidents {
    var random = FixedGenerator(state: 20_161_017)
    let centers = (0..<8).map { _ in scattered(&random) }
    let positions = (0..<size).map { _ in
      guard Int.random(in: 0..<10, using: &random) < 7 else { return scattered(&random) }
      let center = centers[Int.random(in: 0..<8, using: &random)]
      return Position(
        longitude: center.longitude + bell(&random) * 0.04,
        latitude: center.latitude + bell(&random) * 0.03)
    }
    let boxes = [10, 1_000, 50_000].filter { $0 <= size / 2 }.map { hits in
      (
        "\(hits)",
        (0..<100).map { _ in
          box(around: positions[Int.random(in: 0..<size, using: &random)], hits, positions.count)
        }
      )
    }
    let vantages = (0..<1_000).map { _ in
      let near = positions[Int.random(in: 0..<size, using: &random)]
      return Position(
        longitude: near.longitude + Double.random(in: -0.005...0.005, using: &random),
        latitude: near.latitude + Double.random(in: -0.005...0.005, using: &random))
    }
    return sized(
      Incidents(
        positions: positions, boxes: Dictionary(uniqueKeysWithValues: boxes), vantages: vantages))
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

  private static func box(around center: Position, _ hits: Int, _ count: Int) -> Envelope {
    Envelope(center)
  }

  /// Widens each box until it holds the items that its key says, by halving.
  private static func sized(_ incidents: Incidents) -> Incidents {
    guard let tree = try? PackedRTree(positions: incidents.positions) else { return incidents }
    var sized = incidents
    for (key, boxes) in incidents.boxes {
      let wanted = Int(key) ?? 0
      sized.boxes[key] = boxes.map { box in
        var (low, high) = (0.0, 14.0)
        for _ in 0..<40 {
          let half = (low + high) / 2
          if tree.count(meeting: widened(box, by: half)) < wanted {
            low = half
          } else {
            high = half
          }
        }
        return widened(box, by: high)
      }
    }
    return sized
  }

  private static func widened(_ box: Envelope, by half: Double) -> Envelope {
    Envelope(
      west: box.west - half, south: box.south - half, east: box.east + half,
      north: box.north + half)
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
