import Assessment
import Atlas
import Inquiry
import Records
import SimpleFeatures
import Testing

/// Words, kinds, parties, harm and grades; and the nearest.
struct AttributeTests {
  @Test func `words are found in titles, identifiers and names of places, case aside`() throws {
    var stated = Strike(id: "D", extents: [nil])
    stated.title = "Äther"
    let quarter = Place(
      id: try id("quarter"), kind: .district,
      names: [PlaceName("Hay al-Nur"), PlaceName("حي النور", kind: .variant)])
    var batch = RecordBatch(places: [quarter])
    for strike in [
      Strike(id: "A", title: "Strike on a Bakery"),
      Strike(id: "B", extents: [.place(quarter.id)], title: "Shelling"), stated,
    ] {
      let (incident, claim) = try strike.records()
      batch.incidents.append(incident)
      batch.claims.append(claim)
    }
    batch.incidents[2].locations[0].placeAsStated = "Dwrat Abude area"
    let atlas = try makeAtlas(batch)
    func found(_ text: String) throws -> [String] { try atlas.all { $0.text = text }.ids }
    #expect(try found("bakery STRIKE") == ["A"])
    #expect(try found("al-nur") == ["B"])
    #expect(try found("النور") == ["B"])
    #expect(try found("shelling nur") == ["B"])
    #expect(try found("äth") == ["D"] && found("ÄTHER") == ["D"])
    #expect(try found("abude") == ["D"])
    #expect(try found("nothing").isEmpty)
    #expect(try found("  ") == ["A", "B", "D"])
  }

  @Test func `kinds, parties and harm narrow the answer`() throws {
    let atlas = try makeAtlas([
      Strike(id: "A", killed: 3...9, party: "US-led Coalition"),
      Strike(id: "B", killed: 10...12, party: "Islamic State", kind: .shooting),
      Strike(id: "C"),
    ])
    #expect(try atlas.all { $0.kinds = [.shooting] }.ids == ["B"])
    #expect(try atlas.all { $0.attributedTo = "coalition" }.ids == ["A"])
    #expect(try atlas.all { $0.attributedTo = "nobody" }.ids.isEmpty)
    #expect(try atlas.all { $0.minimumHarm = 9 }.ids == ["A", "B"])
    #expect(try atlas.all { $0.minimumHarm = 10 }.ids == ["B"])
    // No figure is not a figure of nought.
    #expect(try atlas.all { $0.minimumHarm = 0 }.ids == ["A", "B"])
    let early = try atlas.all {
      $0.attributedTo = "coalition"
      $0.asOf = try day("2017-03-19")
    }
    #expect(early.ids.isEmpty)
  }

  @Test func `grades are those of recorders, and of our rules where nobody graded`() throws {
    let atlas = try Mosul.atlas()
    let confirmed = try atlas.all { $0.grades = [.confirmed] }
    #expect(confirmed.ids.contains("CI550") && !confirmed.ids.contains("CI551"))
    #expect(confirmed.features.allSatisfy { $0.assessment.shownGrade == .confirmed })
    #expect(confirmed.features.contains { $0.assessment.grade == nil })
    let byRecorders = confirmed.features.compactMap(\.assessment.grade)
    #expect(!byRecorders.isEmpty && byRecorders.allSatisfy { !$0.claims.isEmpty })
    let all = try atlas.all { $0.grades = [] }
    #expect(
      confirmed.ids.count == all.features.count { $0.assessment.shownGrade == .confirmed })
  }

  @Test func `the nearest come nearest first, without those placed in a city only`() throws {
    var city = Strike(id: "city", extents: [disc(43.1, 36.3, 8_000)])
    city.scale = .city
    let atlas = try makeAtlas([
      Strike(id: "far", extents: [disc(43.3, 36.3, 100)]),
      Strike(id: "near", extents: [disc(43.11, 36.3, 100)]),
      Strike(id: "here", extents: [disc(43.1, 36.3, 100)]), city,
      Strike(id: "nowhere", extents: [nil]),
    ])
    let position = Position(longitude: 43.1, latitude: 36.3)
    let page = try atlas.all { $0.nearest = NearestQuery(position: position, count: 2) }
    #expect(page.ids == ["here", "near"])
    #expect(page.features[0].distanceMeters == 0)
    let meters = try #require(page.features[1].distanceMeters)
    #expect(abs(meters - (0.01 * 111_195 * 0.805_93 - 100)) < 2)
    #expect(page.numberMatched == 5 && page.counts.unplaced == 1)
    let all = try atlas.all { $0.nearest = NearestQuery(position: position, count: 99) }
    #expect(all.ids == ["here", "near", "far"])
    let boxed = try atlas.all {
      $0.nearest = NearestQuery(position: position, count: 99)
      $0.area = .envelope(box(43.105, 36, 44, 37))
    }
    #expect(boxed.ids == ["near", "far"])
  }

  @Test func `the nearest equal a sort of all by distance`() throws {
    let register = try SyntheticRegister(seed: 5, count: 120)
    let positions = [
      Position(longitude: 43.1, latitude: 36.3), Position(longitude: 42, latitude: 36),
    ]
    for position in positions {
      let all = try register.atlas.all { $0.nearest = NearestQuery(position: position, count: 999) }
      let distances = all.features.compactMap(\.distanceMeters)
      #expect(distances.count == all.features.count && distances == distances.sorted())
      for count in [0, 1, 3, 10, 50] {
        let page = try register.atlas.all {
          $0.nearest = NearestQuery(position: position, count: count)
        }
        #expect(page.ids == Array(all.ids.prefix(count)))
      }
    }
  }

  @Test func `every number of every feature carries a claim`() throws {
    let atlas = try Mosul.atlas()
    let claims = Set(try Mosul.batch.get().claims.map(\.id))
    let page = try atlas.all()
    #expect(page.features.count == 76)
    for feature in page.features {
      let ends = [feature.assessment.killed, feature.assessment.injured]
        .flatMap { [$0.minimum, $0.maximum] }.compactMap { $0 }
      for end in ends { #expect(!end.claims.isEmpty && claims.isSuperset(of: end.claims)) }
      if let point = feature.point { #expect(claims.contains(point.assertedBy)) }
      #expect(feature.assessment.claimCount > 0)
    }
  }
}
