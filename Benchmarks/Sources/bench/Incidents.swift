import Foundation
import SimpleFeatures

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
      return try seeded(size)
    }
    let base = URL(fileURLWithPath: folder)
    let incidents = try Incidents(
      csv: base.appending(path: "incidents_\(size).csv"),
      queries: base.appending(path: "queries_\(size).json"))
    guard incidents.positions.count == size else {
      throw UnreadableRows(read: incidents.positions.count, expected: size)
    }
    return incidents
  }

  /// Some rows of the file have no position: the figures would not compare.
  struct UnreadableRows: Error {
    var read: Int
    var expected: Int
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

  init(positions: [Position], boxes: [String: [Envelope]], vantages: [Position]) {
    (self.positions, self.boxes, self.vantages) = (positions, boxes, vantages)
  }
}
