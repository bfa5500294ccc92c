import Interchange
import Records
import SimpleFeatures
import Testing

private let header =
  "id,date,casualties_min,casualties_max,grading,source,district,location_precision,lon,lat"

struct IncidentsImportTests {
  @Test func `a plain row becomes an incident with one claim by the file`() throws {
    let text = "\(header)\nIN-1,2017-03-17,2,5,Fair,Local network,Mosul / Zuhur,exact,43.1,36.3\n"
    let (batches, outcome) = try importing(text, .incidentsCSV)
    #expect(outcome.issues.map(\.description) == [])
    let batch = try #require(batches.first)
    #expect(batch.sources.map(\.id.text) == ["file-in"])
    #expect(batch.sources.map(\.kind) == [.dataset])
    let incident = try #require(batch.incidents.first)
    #expect(incident.id.text == "IN-1")
    #expect(incident.title == "Mosul / Zuhur")
    #expect(incident.timePrecision == .day)
    let claim = try #require(batch.claims.first)
    #expect(claim.id.text == "IN-1-c")
    #expect(claim.kinds == [.reportsCasualties, .assesses])
    #expect(claim.grade == .fair)
    #expect(claim.foreignFields == [ForeignField(name: "source", value: "Local network")])
    #expect(claim.quantities.map(\.unit) == [.casualties])
    #expect(claim.quantities.map(\.status) == [.killedOrInjured])
    #expect(claim.quantities.map(\.minimum) == [2])
    #expect(claim.quantities.map(\.maximum) == [5])
    #expect(
      incident.locations.map(\.extent) == [
        .disc(center: Position(longitude: 43.1, latitude: 36.3), radiusMeters: 100)
      ])
  }

  @Test func `killed and injured are figures of their own, open ends stay open`() throws {
    let text =
      "id,date,lat,lon,radius_m,title,kind,killed_min,killed_max,injured_min,injured_max\n"
      + "A,2017-03,36.3,43.1,750,Strike,airstrike,,9,4,\n"
    let batch = try #require(try importing(text, .incidentsCSV).batches.first)
    let quantities = batch.claims[0].quantities
    #expect(quantities.map(\.bound) == [.upTo, .atLeast])
    #expect(quantities.map(\.minimum) == [nil, 4])
    #expect(quantities.map(\.maximum) == [9, nil])
    #expect(batch.claims[0].kinds == [.reportsDeaths, .reportsInjuries])
    #expect(batch.incidents[0].kind == .airstrike)
    #expect(batch.incidents[0].timePrecision == .month)
  }

  @Test(arguments: [
    ("IN 1,2017-03-17,2,5,Fair,s,d,exact,43.1,36.3", "id", "no identifier"),
    ("IN-0,2017-03-17,2,5,Fair,s,d,exact,43.1,36.3", "id", "read already"),
    ("IN-1,17/3/2017,2,5,Fair,s,d,exact,43.1,36.3", "date", "no time"),
    ("IN-1,2017-03-17,5,2,Fair,s,d,exact,43.1,36.3", "casualties_max", "reversed: 5 to 2"),
    ("IN-1,2017-03-17,2,5,Sure,s,d,exact,43.1,36.3", "grading", "unknown grade \"Sure\""),
    ("IN-1,2017-03-17,2,5,Fair,s,d,near,43.1,36.3", "location_precision", "unknown location"),
    ("IN-1,2017-03-17,2,5,Fair,s,d,,43.1,36.3", "radius_m", "radius_m or location_precision"),
    ("IN-1,2017-03-17,2,5,Fair,s,d,exact,43.1,136.3", "lat", "outside the world"),
  ])
  func `a broken row is refused`(line: String, column: String, reason: String) throws {
    let sound = "IN-0,2017-03-17,2,5,Fair,s,d,town,43.1,36.3"
    let (batches, outcome) = try importing("\(header)\n\(sound)\n\(line)\n", .incidentsCSV)
    #expect(batches.isEmpty)
    #expect(outcome.issues.map(\.row) == [3])
    #expect(outcome.issues.map(\.column) == [column])
    #expect(outcome.issues.first?.reason.contains(reason) == true, "\(outcome.issues)")
  }
}
