import Interchange
import Records
import SimpleFeatures
import Testing

private let header =
  "event_id_cnty,event_date,time_precision,disorder_type,event_type,sub_event_type,actor1,actor2,"
  + "civilian_targeting,location,latitude,longitude,geo_precision,source,source_scale,notes,fatalities"

/// A row with some cells changed.
private func row(
  id: String = "IRQ1", date: String = "2017-03-17", time: String = "1",
  type: String = "Explosions/Remote violence", subType: String = "Air/drone strike",
  targeting: String = "Civilian targeting", latitude: String = "36.3", geo: String = "1",
  fatalities: String = "10"
) -> String {
  "\(id),\(date),\(time),Political violence,\(type),\(subType),A,B,\(targeting),Mosul,\(latitude),"
    + "43.1,\(geo),Outlet,National,In own words,\(fatalities)"
}

struct ACLEDImportTests {
  private func batch(_ rows: String...) throws -> RecordBatch {
    let (batches, outcome) = try importing(([header] + rows).joined(separator: "\n"), .acled)
    #expect(outcome.issues.map(\.description) == [])
    #expect(outcome.rowsIn == outcome.stored)
    return try #require(batches.first)
  }

  @Test func `an event becomes an incident with one claim by ACLED`() throws {
    let batch = try batch(row())
    #expect(batch.sources.map(\.id.text) == ["acled"])
    let incident = try #require(batch.incidents.first)
    #expect(incident.id.text == "acled-IRQ1")
    #expect(incident.title == "A – B, Mosul")
    #expect(incident.kind == .airstrike)
    #expect(incident.time == StatedTime("2017-03-17"))
    let claim = try #require(batch.claims.first)
    #expect(claim.attributedTo == ["A"])
    #expect(claim.foreignID?.id == "IRQ1")
    #expect(claim.foreignFields.count == 16)
    #expect(claim.foreignFields.contains(ForeignField(name: "source", value: "Outlet")))
  }

  @Test(arguments: [
    ("1", LocationScale.city, 10_000.0), ("2", .subdistrict, 25_000), ("3", .governorate, 150_000),
  ])
  func `the precision of the place becomes a generous radius`(
    code: String, scale: LocationScale, radius: Double
  ) throws {
    let location = try #require(try batch(row(geo: code)).incidents[0].locations.first)
    #expect(location.scale == scale)
    #expect(
      location.extent
        == .disc(center: Position(longitude: 43.1, latitude: 36.3), radiusMeters: radius))
    #expect(location.statedPrecision == "geo_precision \(code)")
  }

  @Test(arguments: [
    ("1", "2017-03-17", DatePrecision.day), ("2", "2017-03-11/2017-03-23", .week),
    ("3", "2017-03", .month),
  ])
  func `the precision of the date becomes a span`(
    code: String, time: String, precision: DatePrecision
  ) throws {
    let incident = try batch(row(time: code)).incidents[0]
    #expect(incident.time == StatedTime(time))
    #expect(incident.timePrecision == precision)
    #expect(try batch(row(date: "17 March 2017", time: code)).incidents[0].time == StatedTime(time))
  }

  @Test func `fatalities are all sides together, and none reported is no figure`() throws {
    let figures = try batch(row()).claims[0].quantities
    #expect(figures.map(\.unit) == [.persons])
    #expect(figures.map(\.minimum) == [10])
    // In a battle the civilians among them may be none or all.
    let battle = try batch(row(type: "Battles", subType: "Armed clash", targeting: ""))
    #expect(battle.incidents[0].kind == .battle)
    #expect(battle.claims[0].quantities.map(\.unit) == [.persons, .civilians])
    #expect(battle.claims[0].quantities.map(\.minimum) == [10, 0])
    #expect(battle.claims[0].quantities.map(\.maximum) == [10, 10])
    #expect(battle.claims[0].attributedTo == [])
    #expect(try batch(row(fatalities: "0")).claims[0].quantities == [])
  }

  @Test(arguments: [
    (row(id: "IRQ 1"), "event_id_cnty", "no identifier"),
    (row(id: "IRQ0"), "event_id_cnty", "line 2"),
    (row(date: "17/03/2017"), "event_date", "no day"), (row(time: "4"), "time_precision", "code 4"),
    (row(geo: ""), "geo_precision", "must not be empty"),
    (row(latitude: "96"), "latitude", "outside"),
    (row(fatalities: "-1"), "fatalities", "no whole number"),
    (row(type: ""), "event_type", "empty"),
  ])
  func `a broken row is refused`(line: String, column: String, reason: String) throws {
    let (batches, outcome) = try importing("\(header)\n\(row(id: "IRQ0"))\n\(line)\n", .acled)
    #expect(batches.isEmpty)
    #expect(outcome.issues.map(\.row) == [3])
    #expect(outcome.issues.map(\.column) == [column])
    #expect(outcome.issues.first?.reason.contains(reason) == true, "\(outcome.issues)")
  }
}
