import Foundation
import GRDB
import Ledger
import Records
import SimpleFeatures
import TestSupport
import Testing

@Suite struct `Points of the layers` {
  private func atPlace(_ id: String, _ place: String, assertedBy claim: String) -> Incident {
    Incident(
      id: Sample.id(id), title: id, time: nil,
      locations: [
        LocationCandidate(
          assertedBy: Sample.id(claim), scale: .neighbourhood, extent: .place(Sample.id(place)))
      ])
  }

  private enum Step {
    case place(Place)
    case incident(Incident)
    case claim(Claim)
  }

  private var steps: [Step] {
    var stated = Sample.claim("c4", of: [])
    stated.placeCandidates = [PlaceCandidate(place: Sample.id("jadida"), certainty: .certain)]
    return [
      .place(Sample.place("jadida")), .place(Sample.area("west-mosul")),
      .incident(atPlace("a", "jadida", assertedBy: "c1")),
      .incident(atPlace("b", "west-mosul", assertedBy: "c2")),
      .incident(Sample.incident("c", at: [(43.2, 36.4), (43.3, 36.5)], assertedBy: "c3")),
      .incident(Sample.incident("d", at: [(43.4, 36.1)], assertedBy: "c1")),
      .claim(Sample.claim("c1", of: ["a", "d"])), .claim(Sample.claim("c2", of: ["b"])),
      .claim(Sample.claim("c3", of: ["c", "d"])), .claim(stated),
    ]
  }

  private func write(_ steps: ArraySlice<Step>, to ledger: Ledger) throws {
    try ledger.write { appender in
      for step in steps {
        switch step {
        case .place(let place): try appender.insert(place)
        case .incident(let incident): try appender.insert(incident)
        case .claim(let claim): try appender.insert(claim)
        }
      }
    }
  }

  @Test func `points do not hang on the order in which records come`() throws {
    var generator = SeededGenerator(seed: 550)
    let seed = generator.seed
    var layers: Set<[String]> = []
    for round in 0..<12 {
      let scratch = try Scratch()
      let ledger = try scratch.ledger()
      let shuffled = steps.shuffled(using: &generator)
      let size = [1, 3, steps.count][round % 3]
      for start in stride(from: 0, to: shuffled.count, by: size) {
        try write(shuffled[start..<min(start + size, shuffled.count)], to: ledger)
      }
      #expect(try ledger.verify().problems.map(\.description) == [], "SIJIL_SEED=\(seed) \(round)")
      layers.insert(try points(in: scratch.path()))
    }
    #expect(layers.count == 1, "SIJIL_SEED=\(seed)")
    #expect(
      layers.first == [
        "a 43.11 36.32 neighbourhood_area 500.0", "b", "c 43.2 36.4 within_100m 100.0",
        "c1 43.11 36.32", "c2", "c3 43.2 36.4", "c4 43.11 36.32", "d 43.4 36.1 within_100m 100.0",
      ])
  }

  @Test func `a place that moves takes along what stands on it`() throws {
    let scratch = try Scratch()
    let ledger = try scratch.ledger()
    try ledger.write { appender in
      try appender.insert(Sample.place("jadida", longitude: 43.9))
      try appender.insert(atPlace("a", "jadida", assertedBy: "c1"))
      try appender.insert(Sample.claim("c1", of: ["a"]))
    }
    try ledger.write { try $0.insert(Sample.place("jadida", longitude: 43.1)) }
    #expect(try ledger.verify().problems.map(\.description) == [])
    #expect(
      try points(in: scratch.path())
        == ["a 43.1 36.32 neighbourhood_area 500.0", "c1 43.1 36.32"])
    try ledger.write { try $0.insert(Sample.incident("a", at: [(43.5, 36.5)], assertedBy: "c1")) }
    #expect(try ledger.verify().problems.map(\.description) == [])
    #expect(
      try points(in: scratch.path()) == ["a 43.5 36.5 within_100m 100.0", "c1 43.5 36.5"])
  }

  /// Identifier, longitude, latitude, scale and radius of every row of the point layers.
  private func points(in path: String) throws -> [String] {
    var configuration = Configuration()
    configuration.readonly = true
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    return try queue.read { database in
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT id, geom, location_scale, radius_m FROM incidents
          UNION ALL SELECT id, geom, NULL, NULL FROM claims ORDER BY id
          """)
      return try rows.map { row in
        var words = [row["id"] as String]
        if let blob = row["geom"] as Data? {
          let position = try #require(try Geometry(wkb: [UInt8](blob.dropFirst(8))).position)
          words += ["\(position.longitude)", "\(position.latitude)"]
        }
        if let scale = row["location_scale"] as String? { words.append(scale) }
        if let radius = row["radius_m"] as Double? { words.append("\(radius)") }
        return words.joined(separator: " ")
      }
    }
  }
}
