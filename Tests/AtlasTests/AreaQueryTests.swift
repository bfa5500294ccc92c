import Atlas
import Inquiry
import Records
import SimpleFeatures
import Testing

/// Boxes, polygons, places and discs asked of small registers and of the city's.
struct AreaQueryTests {
  @Test func `a box holds a disc inside, meets one on its edge and leaves out one beyond`() throws {
    let atlas = try makeAtlas([
      Strike(id: "inside", extents: [disc(43.1, 36.3, 100)]),
      Strike(id: "edge", extents: [disc(43.2, 36.3, 100)]),
      Strike(id: "outside", extents: [disc(43.3, 36.3, 100)]),
      Strike(id: "nowhere", extents: [nil]),
    ])
    let page = try atlas.all { $0.area = .envelope(box(43, 36, 43.2, 37)) }
    #expect(page.ids == ["edge", "inside"])
    #expect(page.features.map(\.placement?.certainty) == [.possible, .certain])
    #expect(page.features.map { $0.placement?.share }[1] == 1)
    let half = try #require(page.features[0].placement?.share)
    #expect(abs(half - 0.5) < 0.01)
    #expect(page.counts.certain == 1 && page.counts.possible == 1)
    #expect(page.counts.excluded == 1 && page.counts.unplaced == 1)
    let strict = try atlas.all {
      $0.area = .envelope(box(43, 36, 43.2, 37))
      $0.match = .certain
      $0.includesUnplaced = true
    }
    #expect(strict.ids == ["inside"])
    #expect(strict.counts == page.counts)
  }

  @Test func `a box across the antimeridian holds discs on both sides and across`() throws {
    let atlas = try makeAtlas([
      Strike(id: "across", extents: [disc(179.99, 10, 20_000)]),
      Strike(id: "east", extents: [disc(-175, 10, 1000)]),
      Strike(id: "west", extents: [disc(175, 10, 1000)]),
      Strike(id: "far", extents: [disc(0, 10, 1000)]),
      Strike(id: "edge", extents: [disc(-170, 10, 1000)]),
    ])
    let page = try atlas.all { $0.area = .envelope(box(170, 0, -170, 20)) }
    let certainties = Dictionary(
      uniqueKeysWithValues: page.features.map { ($0.id.text, $0.placement?.certainty) })
    #expect(
      certainties == ["across": .certain, "east": .certain, "west": .certain, "edge": .possible])
    let onlyWest = try atlas.all { $0.area = .envelope(box(170, 0, 180, 20)) }
    #expect(Set(onlyWest.ids) == ["across", "west"])
    #expect(onlyWest.features.first { $0.id.text == "across" }?.placement?.certainty == .possible)
  }

  @Test func `unplaced incidents join an area's answer only when asked for`() throws {
    let atlas = try makeAtlas([
      Strike(id: "placed", extents: [disc(43.1, 36.3, 100)]),
      Strike(id: "nowhere", extents: [nil]), Strike(id: "silent"),
    ])
    var query = IncidentQuery()
    query.area = .envelope(box(43, 36, 44, 37))
    #expect(try atlas.page(query).ids == ["placed"])
    query.includesUnplaced = true
    let page = try atlas.page(query)
    #expect(page.ids == ["nowhere", "placed", "silent"])
    #expect(page.numberMatched == 3)
    #expect(page.features[0].point == nil && page.features[0].support == nil)
    #expect(page.features[0].placement?.certainty == .unplaced)
    #expect(page.features[0].placement?.share == nil)
  }

  @Test func `a polygon with a hole leaves out what lies in the hole`() throws {
    let atlas = try makeAtlas([
      Strike(id: "hole", extents: [disc(43.5, 36.5, 100)]),
      Strike(id: "land", extents: [disc(43.1, 36.1, 100)]),
    ])
    let polygon = Polygon(
      exteriorRing: ring(43, 36, 44, 37), interiorRings: [ring(43.4, 36.4, 43.6, 36.6)])
    let page = try atlas.all { $0.area = .geometry(.polygon(polygon)) }
    #expect(page.ids == ["land"])
    #expect(page.counts.excluded == 1)
  }

  @Test func `a disc asks by distance on the sphere`() throws {
    let atlas = try makeAtlas([
      Strike(id: "near", extents: [disc(43.1, 36.3, 100)]),
      Strike(id: "reaching", extents: [disc(43.1, 36.3, 2000)]),
      Strike(id: "beyond", extents: [disc(43.2, 36.3, 100)]),
    ])
    let center = Position(longitude: 43.1, latitude: 36.3)
    let page = try atlas.all { $0.area = .disc(center: center, radiusMeters: 1000) }
    #expect(page.ids == ["near", "reaching"])
    #expect(page.features.map(\.placement?.certainty) == [.certain, .possible])
    let share = try #require(page.features[1].placement?.share)
    #expect(abs(share - 0.25) < 1e-6)
  }

  @Test func `areas that are none are refused with a reason`() throws {
    let atlas = try makeAtlas([Strike(id: "one", extents: [disc(43.1, 36.3, 100)])])
    let bowTie = LinearRing(
      [(43, 36), (44, 37), (44, 36), (43, 37), (43, 36)].map {
        Position(longitude: $0.0, latitude: $0.1)
      })
    let areas: [QueryArea] = [
      .envelope(box(43, 37, 44, 36)), .envelope(box(43, 36, 444, 37)),
      .geometry(.point(Position(longitude: 43, latitude: 36))),
      .geometry(.polygon(Polygon(exteriorRing: bowTie))),
      .disc(center: Position(longitude: 43, latitude: 36), radiusMeters: 0),
      .disc(center: Position(longitude: 43, latitude: 36), radiusMeters: .infinity),
      .disc(center: Position(longitude: 43, latitude: 136), radiusMeters: 10),
    ]
    for area in areas {
      #expect(throws: InquiryError.self) { try atlas.all { $0.area = area } }
    }
    #expect(throws: InquiryError.unknownPlace(try id("atlantis"))) {
      try atlas.all { $0.area = try place("atlantis") }
    }
    let mosul = try Mosul.atlas()
    #expect(throws: InquiryError.unlocatedPlace(try id("dwrat-abude"))) {
      try mosul.all { $0.area = try place("dwrat-abude") }
    }
  }

  @Test func `a box without width still holds the point it names`() throws {
    let atlas = try makeAtlas([Strike(id: "one", extents: [disc(43.1, 36.3, 0)])])
    let page = try atlas.all { $0.area = .envelope(box(43.1, 36.3, 43.1, 36.3)) }
    #expect(page.ids == ["one"])
  }

  @Test func `the Old City differs between certain and possible, and says why`() throws {
    let atlas = try Mosul.atlas()
    let possible = try atlas.all { $0.area = try place("old-city") }
    let certain = try atlas.all {
      $0.area = try place("old-city")
      $0.match = .certain
    }
    #expect(!certain.ids.isEmpty && certain.ids.count < possible.ids.count)
    #expect(Set(certain.ids).isSubset(of: possible.ids))
    #expect(certain.counts == possible.counts)
    #expect(possible.numberMatched == possible.counts.certain + possible.counts.possible)
    for feature in possible.features {
      let placement = try #require(feature.placement)
      #expect(!placement.reason.isEmpty && !placement.decidedBy.isEmpty)
    }
  }

  @Test func `the halves of the city divide what is certain`() throws {
    let atlas = try Mosul.atlas()
    func certain(_ name: String) throws -> Set<String> {
      Set(
        try atlas.all {
          $0.area = try place(name)
          $0.match = .certain
        }.ids)
    }
    let west = try certain("west-mosul")
    let east = try certain("east-mosul")
    #expect(west.isDisjoint(with: east))
    #expect(west.isSuperset(of: ["CI594", "CI551", "CI554"]))
    #expect(east.contains("CI350"))
    // Its only place is the half itself, by name.
    #expect(west.contains("CI399"))
  }
}

func ring(_ west: Double, _ south: Double, _ east: Double, _ north: Double) -> LinearRing {
  LinearRing(
    [(west, south), (east, south), (east, north), (west, north), (west, south)].map {
      Position(longitude: $0.0, latitude: $0.1)
    })
}
