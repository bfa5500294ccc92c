import Assessment
import Cartography
import Inquiry
import MapRendering
import QueryLanguage
import Records
import Register
import SimpleFeatures
import TestSupport
import Testing

struct IncidentMapTests {
  @Test func `symbols and notes add up to what matched`() async throws {
    try await withMosul { register in
      let base = BaseMap(places: try register.allPlaces())
      var questions: [IncidentQuery] = []
      for area in [nil, "old-city", "west-mosul", "mosul-al-jadida"] {
        for asOf in [nil, "2015-12-31", "2017-03-24", "2017-06-30"] {
          for match in [Match.certain, .possible] {
            questions.append(
              try everything {
                $0.area = try area.map(place)
                $0.asOf = try asOf.map(day)
                $0.match = match
              })
          }
        }
      }
      var drawn = 0
      for query in questions {
        let page = try await register.page(query)
        let map = IncidentMap(page, on: base)
        #expect(
          map.scene.symbolTotal + map.scene.marginTotal == page.numberMatched, "\(query)")
        #expect(map.scene.total == page.numberMatched)
        #expect(map.scene.caption.total == page.numberMatched)
        drawn += map.scene.symbolTotal
      }
      #expect(drawn > 200)
    }
  }

  @Test func `the whole city has 65 symbols and 11 incidents that are too coarse`() async throws {
    try await withMosul { register in
      let page = try await register.page(everything())
      let map = IncidentMap(page, on: BaseMap(places: try register.allPlaces()))
      #expect(map.scene.symbolTotal == 65)
      #expect(map.scene.marginTotal == 11)
      let view = try MapView(envelope: map.envelope, width: 120, height: 40)
      let facts = MapRenderer.render(map.scene, view: view).facts
      let groups = facts.margin.map { "\($0.count) \($0.area?.string ?? "-")" }
      #expect(groups == ["6 West Mosul", "3 East Mosul", "1 Mosul", "1 Tanak"])
    }
  }

  @Test func `alone on a map, what is known only to half the city is hatched, not dotted`()
    async throws
  {
    try await withMosul { register in
      let whole = try await register.page(everything())
      let page = IncidentPage(
        features: whole.features.filter { $0.id.text == "CI399" }, numberMatched: 1,
        counts: MatchCounts(), next: nil, query: whole.query, dataVersion: whole.dataVersion)
      let base = BaseMap(places: try register.allPlaces())
      for (page, isHatched) in [(page, true), (whole, false)] {
        let map = IncidentMap(page, on: base)
        let view = try MapView(envelope: map.envelope, width: 120, height: 40)
        let drawn = MapRenderer.render(
          map.scene, view: view, capabilities: RenderCapabilities(glyphs: .braille))
        #expect(drawn.text.contains("known only to this area") == isHatched)
        #expect(drawn.clusters.isEmpty == isHatched)
        #expect(drawn.text.contains("known only to West Mosul"))
      }
    }
  }

  @Test func `a point good to no better than 2 km is never drawn`() async throws {
    try await withMosul { register in
      let page = try await register.page(everything())
      let base = BaseMap(places: try register.allPlaces())
      let view = try MapView(envelope: .world.cityBox, width: 400, height: 400)
      let map = MapRenderer.render(IncidentMap(page, on: base).scene, view: view)
      let leads = Set(map.clusters.map(\.leadID))
      var coarse = 0
      for feature in page.features where (feature.point?.radiusMeters ?? .infinity) > 2_000 {
        #expect(!leads.contains(feature.id.text), "\(feature.id)")
        coarse += 1
        let alone = IncidentPage(
          features: [feature], numberMatched: 1, counts: MatchCounts(), next: nil,
          query: page.query, dataVersion: page.dataVersion)
        #expect(IncidentMap(alone, on: base).scene.symbolTotal == 0, "\(feature.id)")
      }
      #expect(coarse == 11)
    }
  }

  @Test(arguments: [
    (1_999.9, 1), (2_000, 1), (2_000.1, 0), (8_000, 0),
  ])
  func `the limit is 2 km`(radius: Double, drawn: Int) throws {
    let page = try IncidentPage(one: radius)
    let scene = IncidentMap(page, on: BaseMap(places: [])).scene
    #expect(scene.symbolTotal == drawn)
    #expect(scene.marginTotal == 1 - drawn)
  }

  @Test(arguments: [LocationScale.city, .cityPart, .governorate])
  func `what is known to a large area is no point, however small its radius`(
    scale: LocationScale
  ) throws {
    let page = try IncidentPage(one: 300, scale: scale)
    let scene = IncidentMap(page, on: BaseMap(places: [])).scene
    #expect(scene.symbolTotal == 0)
    #expect(scene.marginTotal == 1)
  }

  @Test func `what was not yet reported is noted`() async throws {
    try await withMosul { register in
      let asOf = try day("2017-03-24")
      let page = try await register.page(everything { $0.asOf = asOf })
      let map = IncidentMap(page, on: BaseMap(places: try register.allPlaces()))
      #expect(page.counts.notYetReported > 0)
      #expect(map.noted("not yet reported by then") == page.counts.notYetReported)
      #expect(page.numberMatched + page.counts.notYetReported == 76)
      #expect(map.scene.caption.asOf?.string == "as of 2017-03-24")
    }
  }

  @Test func `the order in which features come does not change a byte`() async throws {
    try await withMosul { register in
      var generator = SeededGenerator(seed: 11)
      let page = try await register.page(everything())
      let places = try register.allPlaces()
      func bytes(_ page: IncidentPage, _ places: [PlaceFeature]) throws -> [UInt8] {
        let map = IncidentMap(page, on: BaseMap(places: places))
        let view = try MapView(envelope: map.envelope, width: 120, height: 40)
        return MapRenderer.render(
          map.scene, view: view, capabilities: RenderCapabilities(glyphs: .braille)
        ).bytes
      }
      let expected = try bytes(page, places)
      for _ in 0..<5 {
        let shuffled = IncidentPage(
          features: page.features.shuffled(using: &generator), numberMatched: page.numberMatched,
          counts: page.counts, next: nil, query: page.query, dataVersion: page.dataVersion)
        let actual = try bytes(shuffled, places.shuffled(using: &generator))
        #expect(actual == expected, "seed \(generator.seed)")
      }
    }
  }

  @Test(arguments: ["", "killed_max >= 100", "id = 'none'"])
  func `a scene that moves onto other ground is the scene made there`(filter: String) async throws {
    try await withMosul { register in
      let drawer = MapDrawer(source: register)
      for area in [nil, try place("old-city")] {
        var query = everything { $0.area = area }
        let whole = try await drawer.draft(of: query)
        if !filter.isEmpty { query.properties.filters = [try ParsedFilter(filter)] }
        let part = try await drawer.draft(of: query)
        let views = try [20_000.0, 3_000].map { meters in
          try MapView(
            center: Position(longitude: 43.13, latitude: 36.34),
            metersAcross: meters, width: 120, height: 40)
        }
        let grounds = views.map { part.ground(for: $0) }
        #expect(grounds[0] != grounds[1])
        let all = try grounds.map { try whole.map(on: $0).scene }
        let first = try part.map(on: grounds[0], partOf: (whole, all[0])).scene
        let moved = try part.map(on: grounds[1], partOf: (whole, all[1]), moving: first).scene
        #expect(moved == (try part.map(on: grounds[1], partOf: (whole, all[1])).scene))
        #expect(moved != first)
      }
    }
  }

  @Test func `a filter that leaves little hatches its area, but not as a part of a map`()
    async throws
  {
    try await withMosul { register in
      let drawer = MapDrawer(source: register)
      let whole = try await drawer.draft(of: try everything())
      let view = try MapView(envelope: whole.envelope, width: 120, height: 40)
      let ground = whole.ground(for: view)
      let all = try whole.map(on: ground).scene
      for isDrawn in [true, false] {
        let feature = try #require(
          whole.page.features.first { $0.point != nil && IncidentMap.isDrawable($0) == isDrawn })
        let part = try await drawer.draft(
          of: try everything {
            $0.properties.filters = [try ParsedFilter("id = '\(feature.id)'")]
          })
        let alone = try part.map(on: ground).scene
        let inside = try part.map(on: ground, partOf: (whole, all)).scene
        #expect(inside.total == 1 && alone.total == 1)
        #expect((alone == inside) == isDrawn)
      }
    }
  }
}

extension Envelope {
  /// A box around Mosul and everything near it.
  fileprivate var cityBox: Envelope {
    Envelope(west: 42.5, south: 36, east: 43.6, north: 36.7)
  }
}

extension IncidentPage {
  /// A page of one incident whose point is that good.
  fileprivate init(one radiusMeters: Double, scale: LocationScale = .neighbourhood) throws {
    let claim = try #require(ClaimID("C"))
    let feature = IncidentFeature(
      id: try #require(IncidentID("I")), title: "Strike", time: nil, timePrecision: .day,
      kind: .airstrike,
      point: RepresentativePoint(
        position: Position(longitude: 43.1, latitude: 36.3), radiusMeters: radiusMeters,
        scale: scale, assertedBy: claim, isApproximate: false),
      support: nil, candidateCount: 1,
      assessment: IncidentAssessment(of: [Evidence<ClaimID>]()), attributedTo: [],
      undatedClaimCount: 0, placement: nil, districts: [], distanceMeters: nil)
    self.init(
      features: [feature], numberMatched: 1, counts: MatchCounts(), next: nil,
      query: IncidentQuery(), dataVersion: DataVersion(sequence: 1, hash: "", recordedAt: nil))
  }
}
