import Atlas
import Inquiry
import Records
import SimpleFeatures
import TestSupport
import Testing

/// Incidents and districts, incidents and claims, asked from either side.
struct JoinTests {
  private func expectAgreement(
    _ atlas: Atlas, asOf: CivilDate?, location: SourceLocation = #_sourceLocation
  ) throws {
    let features = try atlas.all { $0.asOf = asOf }.features
    var fromIncidents: [PlaceID: [IncidentID: DistrictMembership]] = [:]
    for feature in features {
      for membership in feature.districts {
        fromIncidents[membership.place, default: [:]][feature.id] = membership
      }
    }
    for place in atlas.places {
      let joined = try atlas.incidents(inDistrict: place.id, asOf: asOf)
      let both = Dictionary(uniqueKeysWithValues: joined.map { ($0.incident, $0.membership) })
      #expect(both == fromIncidents[place.id] ?? [:], sourceLocation: location)
    }
  }

  @Test func `an incident lists a district exactly when the district lists it`() throws {
    for asOf in [nil, try day("2017-03-25")] {
      try expectAgreement(try Mosul.atlas(), asOf: asOf)
      try expectAgreement(try SyntheticRegister(seed: 11, count: 100).atlas, asOf: asOf)
    }
  }

  @Test func `a district's incidents answer a question about its area, with the same share`() throws
  {
    let atlas = try Mosul.atlas()
    for place in atlas.places where atlas.area(of: place.id)?.basis == .cell {
      let joined = try atlas.incidents(inDistrict: place.id)
      guard !joined.isEmpty else { continue }
      let page = try atlas.all { $0.area = .place(place.id) }
      let asked = Dictionary(uniqueKeysWithValues: page.features.map { ($0.id, $0.placement) })
      for (incident, membership) in joined {
        let placement = try #require(asked[incident] ?? nil, "\(place.id) \(incident)")
        #expect((membership.certainty == .certain) == (placement.certainty == .certain))
        #expect(abs(membership.share - (placement.share ?? -1)) < 1e-9)
      }
    }
  }

  @Test func `a quarter named inside another lies in both`() throws {
    let batch = try Mosul.batch.get()
    let strike = Strike(id: "X", extents: [.place(try id("sarjkhana"))])
    let feature = try #require(
      try makeAtlas([strike], places: batch.places).feature(id("X"), asOf: nil))
    let certain = feature.districts.filter { $0.certainty == .certain }.map(\.place.text)
    #expect(certain.contains("old-city"))
    #expect(feature.districts.allSatisfy { (0...1).contains($0.share) })
  }

  @Test func `claims are found by incident, by place and by identifier`() throws {
    let atlas = try Mosul.atlas()
    let batch = try Mosul.batch.get()
    var query = ClaimQuery()
    query.limit = 10_000
    #expect(try atlas.claims(query).claims.map(\.id) == batch.claims.map(\.id).sorted())
    query.incident = try id("CI550")
    let wanted = batch.claims.filter { claim in
      claim.incidents.contains { $0.incident.text == "CI550" }
    }.map(\.id).sorted()
    #expect(try atlas.claims(query).claims.map(\.id) == wanted)
    query.asOf = try day("2017-03-25")
    let published = wanted.filter { id in
      let day = batch.claims.first { $0.id == id }?.publicDay
      return day.map { $0.description <= "2017-03-25" } ?? false
    }
    #expect(try atlas.claims(query).claims.map(\.id) == published)
    query = ClaimQuery()
    query.limit = 10_000
    query.place = try id("mosul-al-jadida")
    let ofQuarter = try atlas.claims(query).claims.map(\.id.text)
    #expect(ofQuarter.contains("L01") && ofQuarter.contains("L25"))
    query.place = try id("west-mosul")
    let ofHalf = try atlas.claims(query).claims.map(\.id.text)
    #expect(Set(ofHalf).isSuperset(of: ["L01", "L25", "S06"]))
    query.place = try id("nowhere-at-all")
    #expect(throws: InquiryError.self) { try atlas.claims(query) }
    query = ClaimQuery()
    query.id = try id("S13")
    #expect(try atlas.claims(query).claims.map(\.id.text) == ["S13"])
  }

  @Test func `pages of claims give each once, and a claim's point is the same both ways`() throws {
    let atlas = try Mosul.atlas()
    var query = ClaimQuery()
    query.limit = 10_000
    query.envelope = box(43.0, 36.2, 43.3, 36.5)
    let whole = try atlas.claims(query)
    #expect(whole.numberMatched == whole.claims.count)
    for (claim, point) in whole.claims { #expect(try atlas.point(of: claim) == point) }
    for limit in [1, 7, 50, 500] {
      query.limit = limit
      query.after = nil
      var walked: [ClaimID] = []
      repeat {
        let page = try atlas.claims(query)
        #expect(page.numberMatched == whole.numberMatched)
        walked += page.claims.map(\.id)
        query.after = page.next
      } while query.after != nil
      #expect(walked == whole.claims.map(\.id))
    }
    #expect(try atlas.point(of: id("S33")) == nil)
    let named = try #require(try atlas.point(of: id("S20")))
    #expect(named.assertedBy.text == "S20")
  }
}
