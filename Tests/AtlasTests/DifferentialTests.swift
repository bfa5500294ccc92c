import Assessment
import Atlas
import Inquiry
import Records
import SimpleFeatures
import TestSupport
import Testing

/// The atlas against answers worked out record by record with GEOS.
struct DifferentialTests {
  @Test func `every answer equals the one worked out plainly`() throws {
    let register = try SyntheticRegister(seed: 20_170_317, count: 90)
    var generator = SeededGenerator(seed: 7_919)
    for _ in 0..<40 {
      let query = try self.query(&generator)
      let page = try register.atlas.page(query)
      let plain = try PlainAnswer(query, of: register)
      // A disc is round here and a polygon there: what lies within a metre of a border may differ.
      let differing = Set(page.ids).symmetricDifference(plain.matching)
      #expect(differing.isSubset(of: plain.doubtful), "\(query)")
      if plain.doubtful.isEmpty {
        #expect(page.ids == plain.matching, "\(query)")
        #expect(page.counts == plain.counts, "\(query)")
        #expect(page.numberMatched == plain.matching.count)
      }
      let counts = page.counts
      let sum =
        counts.certain + counts.possible + counts.excluded + counts.unplaced
        + counts.notYetReported + (query.includesUndated ? 0 : counts.undated)
      #expect(sum == plain.considered, "\(query)")
      for feature in page.features { expectHonest(feature, query) }
    }
  }

  /// What must hold of every feature of every answer.
  private func expectHonest(_ feature: IncidentFeature, _ query: IncidentQuery) {
    for range in [feature.assessment.killed, feature.assessment.injured] {
      #expect(range.minimum?.claims.isEmpty != true && range.maximum?.claims.isEmpty != true)
      if let low = range.minimum, let high = range.maximum { #expect(low.value <= high.value) }
    }
    #expect((feature.point == nil) == (feature.support == nil))
    guard let placement = feature.placement else { return }
    switch placement.certainty {
    case .certain: #expect(placement.share == 1)
    case .possible, .excluded: #expect((0...1).contains(placement.share ?? -1))
    case .unplaced: #expect(placement.share == nil && query.includesUnplaced)
    }
    #expect(placement.certainty == .unplaced || !placement.decidedBy.isEmpty)
  }

  private func query(_ generator: inout SeededGenerator) throws -> IncidentQuery {
    var query = IncidentQuery()
    query.limit = 1_000
    let a = SyntheticRegister.position(&generator)
    let b = SyntheticRegister.position(&generator)
    let corners = box(
      min(a.longitude, b.longitude), min(a.latitude, b.latitude), max(a.longitude, b.longitude),
      max(a.latitude, b.latitude))
    switch generator.integer(in: 0...4) {
    case 0: query.area = nil
    case 1:
      let triangle = LinearRing([
        Position(longitude: corners.west, latitude: corners.south),
        Position(longitude: corners.east, latitude: corners.south),
        Position(longitude: corners.east, latitude: corners.north),
        Position(longitude: corners.west, latitude: corners.south),
      ])
      query.area = .geometry(.polygon(Polygon(exteriorRing: triangle)))
    case 2:
      query.area = .disc(center: a, radiusMeters: Double(generator.integer(in: 100...15_000)))
    default: query.area = .envelope(corners)
    }
    query.match = generator.isOnce(in: 3) ? .certain : .possible
    query.includesUnplaced = generator.isOnce(in: 2)
    query.includesUndated = generator.isOnce(in: 2)
    let base = try day("2017-01-01")
    if generator.isOnce(in: 3) {
      query.asOf = base.adding(days: generator.integer(in: -5...90))
    }
    if generator.isOnce(in: 3) {
      let start = base.adding(days: generator.integer(in: -5...60))
      query.time = DayInterval(
        start: generator.isOnce(in: 4) ? nil : start,
        end: generator.isOnce(in: 4) ? nil : start.adding(days: generator.integer(in: 0...20)))
    }
    if generator.isOnce(in: 4) { query.kinds = [.airstrike] }
    if generator.isOnce(in: 4) { query.attributedTo = "Party 1" }
    return query
  }

  @Test func `pages of every size give each incident once and in order`() throws {
    let register = try SyntheticRegister(seed: 42, count: 70)
    for area in [nil, QueryArea.envelope(box(42.95, 36.25, 43.2, 36.45))] {
      var query = IncidentQuery()
      query.area = area
      query.includesUnplaced = true
      query.limit = 10_000
      let whole = try register.atlas.page(query)
      #expect(whole.next == nil && whole.numberMatched == whole.features.count)
      for limit in 1...80 {
        query.limit = limit
        query.cursor = nil
        var walked: [String] = []
        var pages = 0
        repeat {
          let page = try register.atlas.page(query)
          #expect(page.numberMatched == whole.numberMatched && page.counts == whole.counts)
          #expect(page.features.count <= limit)
          walked += page.ids
          query.cursor = page.next.flatMap { PageCursor(text: $0.text) }
          pages += 1
        } while query.cursor != nil && pages <= 80
        #expect(walked == whole.ids, "limit \(limit)")
      }
    }
  }

  @Test func `the order of recording never shows`() throws {
    let plain = try SyntheticRegister(seed: 99, count: 80).atlas
    let shuffled = try SyntheticRegister(seed: 99, count: 80, shuffled: true).atlas
    for asOf in [nil, try day("2017-02-10")] {
      let first = try plain.all { $0.asOf = asOf }
      let second = try shuffled.all { $0.asOf = asOf }
      #expect(first.ids == second.ids && first.counts == second.counts)
      for (a, b) in zip(first.features, second.features) {
        #expect(a.assessment.killed == b.assessment.killed)
        #expect(a.assessment.injured == b.assessment.injured)
        #expect(a.attributedTo == b.attributedTo && a.districts == b.districts)
        #expect(a.point == b.point && a.support == b.support)
      }
    }
    let claims = try plain.claims(ClaimQuery()).claims.map(\.id)
    #expect(try shuffled.claims(ClaimQuery()).claims.map(\.id) == claims)
  }
}
