import Inquiry
import Records
import SimpleFeatures
import TestSupport
import Testing

@testable import Atlas

/// Counts by subtree against the same questions answered disc by disc.
struct BoxCensusTests {
  @Test func `a second box is answered as a first one is`() throws {
    let register = try SyntheticRegister(seed: 20_161_017, count: 60)
    var generator = SeededGenerator(seed: 31)
    let warm = register.atlas
    _ = try warm.all { $0.area = .envelope(SyntheticRegister.region) }
    for _ in 0..<25 {
      let query = Self.query(around: SyntheticRegister.position(&generator), &generator)
      try Self.expectEqual(warm, try Self.fresh(register), query)
    }
  }

  @Test func `discs of every size are counted as each alone is judged`() throws {
    var generator = SeededGenerator(seed: 77)
    print("seed \(generator.seed): replay with SIJIL_SEED=\(generator.seed)")
    let batch = try Self.discs(3_000, &generator)
    let warm = try makeAtlas(batch)
    _ = try warm.all { $0.area = .envelope(box(42, 35, 44, 37)) }
    let census = try #require(try warm.boxCensus.census(of: warm))
    #expect(census.discs.count > 8 && census.others.isEmpty && census.named.isEmpty)
    for _ in 0..<120 {
      let center = Position(
        longitude: Double.random(in: 42...44.5, using: &generator),
        latitude: Double.random(in: 35...37.5, using: &generator))
      let query = Self.query(around: center, &generator)
      guard case .envelope(let asked)? = query.area else { continue }
      let page = try warm.page(query)
      let (certain, possible) = try Self.judgedAlone(asked, warm)
      #expect(page.counts.certain == certain.count && page.counts.possible == possible.count)
      #expect(page.counts.excluded == 3_000 - certain.count - possible.count)
      let matching = (query.match == .certain ? certain : certain + possible).sorted()
      var begin = 0
      if case .after(let day, let id)? = query.cursor {
        begin = warm.incidents.firstOrdinal(after: day, id)
      }
      let expected = matching.filter { $0 >= begin }.dropFirst(query.offset).prefix(query.limit)
      #expect(page.features.map(\.id) == expected.map { warm.incidents.ids[$0] }, "\(query)")
      #expect(page.numberMatched == matching.count)
    }
  }

  @Test func `discs at the edge of the world are asked one by one`() throws {
    let place = try discIncident("E1", at: Position(longitude: 179.99, latitude: 10), meters: 5_000)
    let pole = try discIncident("E2", at: Position(longitude: 10, latitude: 89.99), meters: 5_000)
    let inner = try discIncident("E3", at: Position(longitude: 10, latitude: 80), meters: 0)
    let batch = RecordBatch(incidents: [place, pole, inner])
    let warm = try makeAtlas(batch)
    for asked in [
      box(170, 0, -170, 20), box(170, 0, 180, 20), box(-180, -90, 180, 90), box(0, 70, 20, 90),
      box(10, 80, 10, 80), box(-180, 9, -179.99, 11),
    ] {
      var query = IncidentQuery()
      query.area = .envelope(asked)
      try Self.expectEqual(warm, try makeAtlas(batch), query)
    }
    #expect(try warm.boxCensus.census(of: warm)?.others.count == 2)
  }

  /// Which incidents a box covers and which it meets, by the test of one disc.
  private static func judgedAlone(
    _ asked: Envelope, _ atlas: Atlas
  ) throws -> (certain: [Int], possible: [Int]) {
    let area = try AreaTest(.envelope(asked), areas: atlas.areas)
    var (certain, possible): ([Int], [Int]) = ([], [])
    for incident in 0..<atlas.incidentCount {
      switch try atlas.certainty(of: incident, in: area, asOf: nil) {
      case .certain: certain.append(incident)
      case .possible: possible.append(incident)
      case .excluded, .unplaced: break
      }
    }
    return (certain, possible)
  }

  private static func fresh(_ register: SyntheticRegister) throws -> Atlas {
    try makeAtlas(
      RecordBatch(
        places: register.places, incidents: register.incidents, claims: register.claims))
  }

  private static func expectEqual(
    _ warm: Atlas, _ fresh: Atlas, _ query: IncidentQuery
  ) throws {
    let page = try warm.page(query)
    let plain = try fresh.page(query)
    #expect(page.counts == plain.counts && page.numberMatched == plain.numberMatched, "\(query)")
    #expect(page.ids == plain.ids && page.next == plain.next, "\(query)")
  }

  private static func query(
    around center: Position, _ generator: inout SeededGenerator
  ) -> IncidentQuery {
    var query = IncidentQuery()
    // From no width at all to the whole region.
    let half = generator.pick([0, 0.0001, 0.003, 0.02, 0.1, 0.5, 1.5])
    let wide = half * Double.random(in: 0.2...1, using: &generator)
    query.area = .envelope(
      box(
        center.longitude - wide, center.latitude - half, center.longitude + wide,
        center.latitude + half))
    query.match = generator.isOnce(in: 4) ? .certain : .possible
    query.includesUnplaced = generator.isOnce(in: 2)
    query.limit = generator.pick([0, 1, 10, 100, 10_000])
    query.offset = generator.isOnce(in: 4) ? 3 : 0
    if generator.isOnce(in: 3) {
      query.cursor = PageCursor(
        text: "\(String(generator.integer(in: 17_100...17_400), radix: 36))~I5")
    }
    return query
  }

  /// Discs of eleven sizes, four in ten of them on one of three positions, the rest anywhere.
  private static func discs(
    _ count: Int, _ generator: inout SeededGenerator
  ) throws -> RecordBatch {
    let towns = (0..<3).map { _ in SyntheticRegister.position(&generator) }
    let radii = [0, 0.5, 1, 100, 500, 1_500, 5_000, 7_000, 25_000, 150_000, 800_000.0]
    let incidents = try (0..<count).map { number in
      let position =
        generator.integer(in: 0...9) < 4
        ? generator.pick(towns)
        : Position(
          longitude: Double.random(in: 42...44.5, using: &generator),
          latitude: Double.random(in: 35...37.5, using: &generator))
      return try discIncident(
        "I\(number)", at: position, meters: generator.pick(radii),
        on: CivilDate(daysSinceEpoch: 17_100 + generator.integer(in: 0...300)))
    }
    return RecordBatch(incidents: incidents)
  }
}

private func discIncident(
  _ text: String, at position: Position, meters: Double, on day: CivilDate? = nil
) throws -> Incident {
  Incident(
    id: try id(text), title: text, time: day.map { StatedTime($0) }, kind: .airstrike,
    locations: [
      LocationCandidate(
        assertedBy: try id("C1"), scale: .exact,
        extent: .disc(center: position, radiusMeters: meters))
    ])
}
