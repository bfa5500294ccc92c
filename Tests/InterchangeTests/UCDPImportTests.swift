import Assessment
import Foundation
import Interchange
import Records
import SimpleFeatures
import TestSupport
import Testing

private let header =
  "id,year,active_year,type_of_violence,conflict_new_id,conflict_name,dyad_new_id,dyad_name,"
  + "side_a_new_id,side_a,side_b_new_id,gwnob,side_b,number_of_sources,source_article,"
  + "source_office,source_date,source_headline,source_original,where_prec,where_coordinates,"
  + "adm_1,adm_2,latitude,longitude,geom_wkt,priogrid_gid,country,country_id,region,"
  + "event_clarity,date_prec,date_start,date_end,deaths_a,deaths_b,deaths_civilians,"
  + "deaths_unknown,low,best,high"

/// A row of UCDP GED with the cells that matter here.
private func event(
  id: String = "7", type: String = "1", where: String = "1", place: String = "Aleppo town",
  latitude: String = "36.2", longitude: String = "37.16", clarity: String = "1",
  date: String = "1,2016-01-01,2016-01-01", deaths: String = "2,1,0,0,3,3,3"
) -> String {
  "\(id),2016,1,\(type),299,Syria: Government,11973,A - B,118,Side A,4456,,Side B,1,"
    + "\"\"\"SOHR, day\"\"\",SOHR,2016-01-02,Head,SOHR,\(`where`),\(place),Aleppo Governorate,,"
    + "\(latitude),\(longitude),POINT (37.16 36.2),181875,Syria,652,Middle East,\(clarity),"
    + "\(date),\(deaths)"
}

/// Imports text and collects the batches.
func importing(
  _ text: String, _ schema: ImportSchema, known: KnownRecords = .none, batchSize: Int = 5_000
) throws -> (batches: [RecordBatch], outcome: ImportOutcome) {
  let folder = try TemporaryFolder()
  let file = try folder.write(text, "in.csv")
  var batches: [RecordBatch] = []
  let outcome = try RecordImporter.read(
    file: file, schema: schema, known: known, batchSize: batchSize
  ) { batch, _ in batches.append(batch) }
  return (batches, outcome)
}

struct UCDPImportTests {
  @Test func `an event becomes an incident with one claim by UCDP`() throws {
    let (batches, outcome) = try importing(
      "\(header)\n\(event(deaths: "2,1,4,3,8,10,12"))\n", .ucdpGED)
    #expect(outcome.isAccepted)
    #expect(outcome.stored == 1)
    let batch = try #require(batches.first)
    #expect(batch.sources.map(\.id.text) == ["ucdp"])
    let incident = try #require(batch.incidents.first)
    #expect(incident.id.text == "ucdp-7")
    #expect(incident.title == "Side A – Side B, Aleppo town")
    #expect(incident.kind == .stateBased)
    #expect(incident.time?.description == "2016-01-01")
    #expect(incident.timePrecision == .day)
    #expect(incident.foreignID?.id == "7")
    let claim = try #require(batch.claims.first)
    #expect(claim.id.text == "ucdp-7-c")
    #expect(claim.incidents.map(\.incident) == [incident.id])
    #expect(
      claim.statement
        == "Deaths in fighting between Side A and Side B: 10 (low 8, high 12).")
    #expect(claim.placeAsStated == "Aleppo town")
    #expect(claim.published == nil)
    #expect(
      incident.locations == [
        LocationCandidate(
          assertedBy: claim.id, scale: .town,
          extent: .disc(
            center: Position(longitude: 37.16, latitude: 36.2), radiusMeters: 5_000),
          statedPrecision: "where_prec 1", placeAsStated: "Aleppo town")
      ])
  }

  @Test func `low, best and high and the parts of the sum are all kept`() throws {
    let batch = try #require(
      try importing("\(header)\n\(event(deaths: "2,1,4,3,8,10,12"))\n", .ucdpGED).batches.first)
    let figures = batch.claims[0].quantities.map {
      "\($0.minimum ?? -1)-\($0.maximum ?? -1) \($0.unit) \($0.bound) \($0.scope) \($0.phrase ?? "")"
    }
    #expect(
      figures == [
        "8-12 persons between event ", "10-10 persons about event best estimate",
        "4-7 civilians between event civilians", "3-6 combatants between event both sides",
        "2-2 combatants about part side A", "1-1 combatants about part side B",
        "3-3 persons about part status unknown",
      ])
  }

  @Test func `a zero is a figure only where all are known`() throws {
    func phrases(_ deaths: String) throws -> [String?] {
      try importing("\(header)\n\(event(deaths: deaths))\n", .ucdpGED)
        .batches.first?.claims.first?.quantities.map(\.phrase) ?? []
    }
    #expect(try phrases("3,0,0,0,3,3,3") == [nil, "civilians", "both sides", "side A"])
    #expect(try phrases("0,0,0,3,3,3,3") == [nil, "status unknown"])
    #expect(try phrases("0,0,0,0,0,0,0") == [nil, "civilians"])
  }

  @Test func `an event that killed civilians alone gives all its figures as civilians`() throws {
    let batch = try #require(
      try importing("\(header)\n\(event(deaths: "0,0,10,0,8,10,12"))\n", .ucdpGED).batches.first)
    let figures = batch.claims[0].quantities.map {
      "\($0.minimum ?? -1)-\($0.maximum ?? -1) \($0.unit) \($0.bound) \($0.scope)"
    }
    #expect(figures == ["8-12 civilians between event", "10-10 civilians about event"])
  }

  /// The claim of an event with these deaths, as one incident's testimony.
  private func testimony(_ deaths: String) throws -> Testimony {
    let batch = try #require(
      try importing("\(header)\n\(event(deaths: deaths))\n", .ucdpGED).batches.first)
    return Testimony(
      batch.claims.map { .init(claim: $0, certainty: .certain) },
      sources: Dictionary(uniqueKeysWithValues: batch.sources.map { ($0.id, $0) }))
  }

  @Test func `fighters are not among those killed, and all sides are together`() throws {
    func table(_ deaths: String) throws -> MethodTable { MethodTable(of: try testimony(deaths)) }
    func grade(_ deaths: String) throws -> Grade? {
      ExplainedGrade(try testimony(deaths)).decision.grade
    }
    let mixed = try table("2,1,4,3,8,10,12")
    for method in [Method.airwars, .ibc, .ucdp] {
      #expect(mixed[method][.killed].compact.minimum?.value == 4)
      #expect(mixed[method][.killed].compact.maximum?.value == 7)
    }
    #expect(mixed[.ucdp][.allKilled].compact.minimum?.value == 8)
    #expect(mixed[.ucdp][.allKilled].compact.maximum?.value == 12)
    #expect(mixed[.ucdp][.combatantsKilled].compact.maximum?.value == 6)
    #expect(mixed[.constraint][.killed].compact.maximum?.value == 7)
    // Nobody's status is known: persons of unknown standing count, as in any report.
    let unknown = try table("0,0,0,3,3,3,3")
    #expect(unknown[.airwars][.killed].compact.maximum?.value == 3)
    let fighters = try table("5,2,0,0,7,7,7")
    #expect(fighters[.airwars][.killed].compact.maximum?.value == 0)
    #expect(try grade("5,2,0,0,7,7,7") == nil && grade("5,2,1,0,8,8,8") == .weak)
  }

  @Test func `figures out of order are kept, ranged from least to greatest, and told`() throws {
    let batch = try #require(
      try importing("\(header)\n\(event(deaths: "2,0,0,0,2,2,1"))\n", .ucdpGED).batches.first)
    let claim = batch.claims[0]
    #expect(claim.quantities[0].minimum == 1)
    #expect(claim.quantities[0].maximum == 2)
    #expect(claim.note?.contains("low 2, best 2, high 1") == true)
    #expect(claim.foreignFields.first { $0.name == "high" }?.value == "1")
  }

  @Test(arguments: [
    ("1", "Aleppo town", LocationScale.town, 5_000.0), ("1", "Damascus city", .city, 10_000),
    ("1", "Tanab village", .village, 1_500), ("1", "Jobar suburb", .neighbourhood, 1_500),
    ("1", "Kweires airbase", .landmark, 1_500), ("2", "Aleppo town", .subdistrict, 25_000),
    ("3", "Jisr district", .district, 75_000), ("4", "Idlib governorate", .governorate, 150_000),
    ("5", "the border", .governorate, 150_000), ("6", "Syria", .country, 400_000),
    ("7", "the sea", .country, 400_000),
  ])
  func `a precision code becomes a scale and a radius`(
    code: String, place: String, scale: LocationScale, radius: Double
  ) throws {
    let batch = try #require(
      try importing("\(header)\n\(event(where: code, place: place))\n", .ucdpGED).batches.first)
    let location = try #require(batch.incidents.first?.locations.first)
    #expect(location.scale == scale)
    guard case .disc(_, let found) = location.extent else {
      Issue.record("no disc")
      return
    }
    #expect(found == radius)
  }

  @Test func `one-sided violence names its actor, fighting blames nobody`() throws {
    let text = [header, event(id: "1", type: "3"), event(id: "2", type: "2")]
      .joined(separator: "\n")
    let claims = try importing(text, .ucdpGED).batches[0].claims
    #expect(claims.map(\.attributedTo) == [["Side A"], []])
    #expect(claims[0].statement == "Deaths in violence by Side A against civilians: 3.")
  }

  @Test(arguments: [
    (event(type: "4"), "type_of_violence", "unknown code 4; allowed: 1 to 3"),
    (event(where: "0"), "where_prec", "allowed: 1 to 7"),
    (event(latitude: "96"), "latitude", "outside the world"),
    (event(longitude: ""), "longitude", "must not be empty"),
    (event(clarity: "x"), "event_clarity", "no whole number"),
    (event(date: "1,2016-02-30,2016-03-01"), "date_start", "no day"),
    (event(date: "6,2016-02-01,2016-03-01"), "date_prec", "allowed: 1 to 5"),
    (event(date: "2,2016-03-02,2016-03-01"), "date_end", "before it starts"),
    (event(deaths: "1,1,,0,2,2,2"), "deaths_civilians", "must not be empty"),
    (event(deaths: "1,1,0,0,2,-2,2"), "best", "no whole number"),
    (event(id: "1"), "id", "read already on line 2"),
  ])
  func `a broken event is refused and hands nothing over`(
    line: String, column: String, reason: String
  ) throws {
    let text = [header, event(id: "1"), line, event(id: "3")].joined(separator: "\n")
    let (batches, outcome) = try importing(text, .ucdpGED)
    #expect(batches.isEmpty)
    #expect(outcome.issues.map(\.row) == [3])
    #expect(outcome.issues.map(\.column) == [column])
    #expect(outcome.issues.first?.reason.contains(reason) == true, "\(outcome.issues)")
    #expect(outcome.rowsIn == 3)
    #expect(outcome.withNothingStored().refused == 3)
  }

  @Test func `rows come in batches and known ones are duplicates`() throws {
    let rows = (1...7).map { event(id: String($0)) }
    let text = ([header] + rows).joined(separator: "\n")
    let (batches, outcome) = try importing(text, .ucdpGED, batchSize: 3)
    #expect(batches.map(\.incidents.count) == [3, 3, 1])
    #expect(batches.map(\.sources.count) == [1, 0, 0])
    #expect(outcome.stored == 7)
    var all = RecordBatch()
    for batch in batches {
      all.sources += batch.sources
      all.incidents += batch.incidents
      all.claims += batch.claims
    }
    let again = try importing(
      text + "\n" + event(id: "8"), .ucdpGED, known: KnownRecords(all))
    #expect(again.outcome.duplicates == 7)
    #expect(again.outcome.stored == 1)
    #expect(again.batches.map(\.sources.count) == [0])
  }

  @Test func `a missing column is named, and a folder is not taken`() throws {
    let error = #expect(throws: InterchangeError.self) {
      try importing("id,year\n1,2\n", .ucdpGED)
    }
    #expect(error?.description.contains("missing columns type_of_violence, side_a") == true)
    let folder = try TemporaryFolder()
    #expect(throws: InterchangeError.self) {
      try RecordImporter.read(file: folder.url, schema: .ucdpGED) { _, _ in }
    }
  }
}
