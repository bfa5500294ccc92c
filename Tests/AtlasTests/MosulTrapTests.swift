import Atlas
import Inquiry
import Records
import SimpleFeatures
import Testing

/// The traps that the data's README lists, and how each is kept out of.
struct MosulTrapTests {
  private func districts(_ incident: String) throws -> [String: DistrictMembership] {
    let feature = try #require(try Mosul.atlas().feature(id(incident), asOf: nil))
    return Dictionary(uniqueKeysWithValues: feature.districts.map { ($0.place.text, $0) })
  }

  /// The district that a position lies in.
  private func cell(_ longitude: Double, _ latitude: Double) throws -> String? {
    let atlas = try Mosul.atlas()
    let position = Position(longitude: longitude, latitude: latitude)
    return atlas.places.first { place in
      guard let area = atlas.area(of: place.id), place.kind == .district else { return false }
      return [.cell, .recorded].contains(area.basis) && area.geometry.covers(position)
    }?.id.text
  }

  @Test func `the point for somewhere in Mosul joins no district under it`() throws {
    let under = try #require(try cell(43.09857692, 36.34585235))
    #expect(try districts("CI392").isEmpty)
    // CI494 also names quarters: those it joins, the one under the city's point it does not.
    let named = try districts("CI494")
    #expect(named[under] == nil)
    #expect(Set(named.keys).isSuperset(of: ["tayaran", "dawasa"]))
    #expect(named.values.allSatisfy { $0.certainty == .possible })
    let joined = try Mosul.atlas().incidents(inDistrict: id(under)).map(\.incident.text)
    #expect(!joined.contains("CI392") && !joined.contains("CI494"))
  }

  @Test func `the rounded point of Wikipedia joins no district under it`() throws {
    let under = try #require(try cell(43.13, 36.34))
    let joined = try districts("CI550")
    #expect(joined[under] == nil)
    #expect(joined["mosul-al-jadida"]?.certainty == .possible)
  }

  @Test func `the generic point of the Global Terrorism Database joins no district`() throws {
    let batch = try Mosul.batch.get()
    var strike = Strike(id: "GTD", extents: [disc(43.14357, 36.354145, 8_000)])
    strike.scale = .city
    let atlas = try makeAtlas([strike], places: batch.places)
    #expect(try #require(try atlas.feature(id("GTD"), asOf: nil)).districts.isEmpty)
    strike.scale = .neighbourhood
    let fine = try makeAtlas([strike], places: batch.places)
    let joined = try #require(try fine.feature(id("GTD"), asOf: nil)).districts
    #expect(!joined.isEmpty)
  }

  @Test func `CI594 lies in Tanak by words and in Yarmouk by its point`() throws {
    let joined = try districts("CI594")
    #expect(try cell(43.073451, 36.336937) == "yarmouk")
    #expect(Set(joined.keys).isSuperset(of: ["tanak", "yarmouk"]))
    #expect(joined.values.allSatisfy { $0.certainty == .possible && $0.isApproximate })
  }

  @Test func `CI554 names Sarjkhana and has a point in New Mosul`() throws {
    let atlas = try Mosul.atlas()
    let oldCity = try #require(try atlas.feature("CI554") { $0.area = try place("old-city") })
    #expect(oldCity.placement?.certainty == .possible)
    let claims = Set(try #require(oldCity.placement).decidedBy.map(\.text))
    #expect(claims == ["A-CI554"])
    let joined = try districts("CI554")
    #expect(joined[try #require(try cell(43.093492, 36.328265))] != nil)
    #expect(joined["old-city"]?.certainty == .possible)
  }

  @Test func `CI350 keeps the 100 m of its grid square`() throws {
    let feature = try #require(try Mosul.atlas().feature(id("CI350"), asOf: nil))
    let point = try #require(feature.point)
    #expect(point.radiusMeters == 100 && point.scale == .within100Metres)
    #expect(point.position == Position(longitude: 43.19646, latitude: 36.34341))
    #expect(point.assertedBy.text == "K-CI350")
  }

  @Test func `New Mosul has one point and CI550 is near it`() throws {
    let joined = try Mosul.atlas().incidents(inDistrict: id("mosul-al-jadida"))
    let ids = joined.map(\.incident.text)
    #expect(ids.contains("CI550") && ids.contains("CI551"))
  }

  @Test func `a quarter known by name only has the area of its bank and says so`() throws {
    let atlas = try Mosul.atlas()
    let west = try #require(atlas.area(of: id("west-mosul")))
    let quarter = try #require(atlas.area(of: id("maash")))
    #expect(west.basis == .bankHalf && west.isApproximate)
    #expect(quarter.basis == .parent && quarter.isApproximate)
    #expect(quarter.geometry == west.geometry)
    let batch = try Mosul.batch.get()
    let incident = try #require(batch.incidents.first { $0.id.text == "CI494" })
    let basis = try atlas.locations(of: incident, asOf: nil)
      .first { $0.candidate.placeAsStated == "Ma'ash" }?.basis
    #expect(basis == "known by name only: the area of what contains it")
  }

  @Test func `words that name no place are never placed`() throws {
    let atlas = try Mosul.atlas()
    let batch = try Mosul.batch.get()
    #expect(atlas.area(of: try id("dwrat-abude")) == nil)
    for text in ["CI203", "CI445"] {
      let incident = try #require(batch.incidents.first { $0.id.text == text })
      let without = try atlas.locations(of: incident, asOf: nil).filter {
        $0.candidate.extent == nil
      }
      #expect(!without.isEmpty)
      #expect(without.allSatisfy { $0.point == nil && $0.nearby.isEmpty })
      #expect(without.allSatisfy { $0.basis == "the words name no place that is known" })
    }
  }

  @Test func `every shape of a district says that it is approximate`() throws {
    let atlas = try Mosul.atlas()
    let cells = atlas.places.compactMap { atlas.area(of: $0.id) }.filter { $0.basis == .cell }
    #expect(cells.count > 70)
    #expect(cells.allSatisfy { $0.isApproximate })
  }
}
