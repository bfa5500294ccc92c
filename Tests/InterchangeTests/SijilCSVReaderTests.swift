import Foundation
import Interchange
import Records
import SimpleFeatures
import TestSupport
import Testing

struct SijilCSVReaderTests {
  @Test func `sound tables become records, every cell in its place`() throws {
    let (batch, outcome) = try SijilFixture().read()
    #expect(outcome.issues.map(\.description) == [])
    #expect(outcome.isAccepted)
    #expect(outcome.rowsIn == 24)
    #expect(outcome.stored == 24)
    #expect(batch.sources.map(\.id.text) == ["reuters", "civil-defence", "chief"])
    #expect(batch.sources[0].judgements.map(\.reliability) == [.usually])
    #expect(batch.sources[2].affiliation?.text == "civil-defence")
    let mosul = try #require(batch.places.first)
    #expect(mosul.names.map(\.text) == ["Mosul", "الموصل", "Mawsil", "Mossoul"])
    #expect(mosul.names.map(\.kind) == [.primary, .primary, .variant, .variant])
    #expect(mosul.location?.isApproximate == true)
    #expect(mosul.location?.precisionMeters == 300)
    #expect(mosul.location?.geometry.type == .polygon)
    #expect(batch.places[1].location?.geometry.position?.longitude == 43.1)
    #expect(batch.places[2].location == nil)
    #expect(batch.incidents[0].title == "Strike, Jadida")
    #expect(batch.incidents[0].links.first?.target.text == "B")
    #expect(batch.incidents[1].time == nil)
    #expect(batch.incidents[1].foreignID?.id == "77")
  }

  @Test func `claims carry relays, figures, edges and memberships`() throws {
    let batch = try SijilFixture().read().batch
    let claim = try #require(batch.claims.first)
    #expect(claim.kinds == [.reportsBodiesRecovered, .reportsBuried])
    #expect(claim.relays.map(\.outlet.text) == ["civil-defence", "reuters"])
    #expect(claim.relays[1].note == "drops a hop")
    #expect(claim.quantities.map(\.minimum) == [40])
    #expect(claim.quantities[0].maximum == nil)
    #expect(claim.quantities[0].isCumulative)
    #expect(claim.placeCandidates.map(\.place.text) == ["jadida"])
    #expect(claim.published?.description == "2017-03-23T10:00:00Z")
    let denial = batch.claims[1]
    #expect(denial.edges.map(\.target.text) == ["C1"])
    #expect(denial.attributedTo == ["Coalition", "Iraqi forces"])
    #expect(denial.grade == .confirmed)
    #expect(denial.verdict == .credible)
    #expect(denial.quantities[0].minimum == nil)
    let incident = batch.incidents[0]
    #expect(incident.locations.count == 2)
    #expect(incident.locations[0].extent == PlaceID("jadida").map { .place($0) })
    #expect(
      incident.locations[1].extent
        == .disc(center: Position(longitude: 43.1059, latitude: 36.33256), radiusMeters: 100))
    #expect(batch.incidents[1].locations[0].extent == nil)
    #expect(batch.incidents[1].locations[0].placeAsStated == "Dwrat Abude")
  }

  @Test func `a second import of the same tables is all duplicates`() throws {
    let fixture = SijilFixture()
    let first = try fixture.read()
    let second = try fixture.read(known: KnownRecords(first.batch))
    #expect(second.batch.isEmpty)
    #expect(second.outcome.isAccepted)
    #expect(second.outcome.duplicates == 24)
    #expect(second.outcome.stored == 0)
    for report in second.outcome.reports {
      #expect(report.rowsIn == report.stored + report.refused + report.duplicates)
    }
  }

  @Test func `a known record is a duplicate and a new one beside it is stored`() throws {
    let fixture = SijilFixture()
    let known = KnownRecords(try fixture.read().batch)
    let more = fixture.changing(.incidents, line: 9, to: "Z,New,2017-04-01,day,airstrike,,,")
    let (batch, outcome) = try more.read(known: known)
    #expect(outcome.isAccepted)
    #expect(batch.incidents.map(\.id.text) == ["Z"])
    #expect(outcome.stored == 1)
    #expect(outcome.duplicates == 24)
  }

  @Test func `one table alone leans on the ledger, and adds to no record that is held`() throws {
    let fixture = SijilFixture()
    let known = KnownRecords(try fixture.read().batch)
    let folder = try TemporaryFolder()
    let header = try #require(fixture.tables[.incidents]?.first)
    let alone = try folder.write(
      "\(header)\nN,New,2017,year,airstrike,reuters,9,\n", "anything.csv")
    let read = try SijilCSVReader.read(file: alone, known: known)
    #expect(read.batch.incidents.map(\.id.text) == ["N"])
    #expect(read.outcome.reports.map(\.file) == ["anything.csv"])
    let strange = try SijilCSVReader.read(file: alone)
    #expect(
      strange.outcome.issues.map(\.description) == [
        "anything.csv:2: foreign_source: there is no source reuters, neither here nor in the ledger"
      ])
    let child = try folder.write("claim_id,place_id,certainty\nC1,west,possible\n", "p.csv")
    #expect(
      try SijilCSVReader.read(file: child, known: known).outcome.issues.map(\.reason) == [
        "claim C1 is in the ledger already; an import adds to no record that is held"
      ])
  }

  @Test func `files that are no table are refused by name`() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("x,y\n1,2\n", "odd.csv")
    #expect(throws: InterchangeError.unknownTable(file: "odd.csv", columns: ["x", "y"])) {
      try SijilCSVReader.read(file: file)
    }
    #expect(throws: InterchangeError.noTables(folder: folder.url.lastPathComponent)) {
      try SijilCSVReader.read(folder: folder.url)
    }
  }

  @Test func `a wrong header is one issue a column and the other tables are still read`() throws {
    let fixture = SijilFixture()
      .changing(.claimPlaces, line: 1, to: "claim_id,place,certainty")
      .changing(.claimIncidents, line: 2, to: "C1,A,sure")
    let issues = try fixture.read().outcome.issues.map(\.description)
    #expect(
      issues == [
        "claim-incidents.csv:2: certainty: unknown certainty \"sure\"; allowed: certain, possible",
        "claim-places.csv:1: place_id: missing column",
        "claim-places.csv:1: place: unknown column",
      ])
  }

  @Test func `every fault of every row is reported, and nothing counts as stored twice`() throws {
    let fixture = SijilFixture()
      .changing(.quantities, line: 2, to: "C1,50,40,corpses,recovered,at-least,event,,maybe,soon")
      .changing(.relays, line: 3, to: "C1,3,nobody,,,,,")
    let outcome = try fixture.read().outcome
    #expect(
      outcome.issues.map { "\($0.file):\($0.row):\($0.column ?? "")" } == [
        "relays.csv:3:hop", "relays.csv:3:outlet", "quantities.csv:2:unit",
        "quantities.csv:2:cumulative", "quantities.csv:2:as_at", "quantities.csv:2:maximum",
      ])
    #expect(outcome.refused == 2)
    #expect(outcome.rowsIn == outcome.stored + outcome.refused + outcome.duplicates)
    let none = outcome.withNothingStored()
    #expect(none.stored == 0)
    #expect(none.refused == none.rowsIn)
  }
}
