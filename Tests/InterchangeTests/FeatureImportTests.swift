import Foundation
import Inquiry
import Interchange
import Records
import SimpleFeatures
import TestSupport
import Testing

struct FeatureImportTests {
  private static let square =
    #"{"type":"Polygon","coordinates":[[[43,36],[43.02,36],[43.02,36.02],[43,36.02],[43,36]]]}"#

  /// Everything that a file of these bytes becomes.
  private func importing(
    _ text: String, _ name: String, _ fields: IncidentFields = .exported,
    known: KnownRecords = .none
  ) throws -> (batch: RecordBatch, outcome: ImportOutcome) {
    let folder = try TemporaryFolder()
    let file = try folder.write(text, name)
    let schema = try #require(try ImportSchema(guessing: file))
    var whole = RecordBatch()
    let outcome = try RecordImporter.read(
      file: file, schema: schema, fields: fields, known: known, batchSize: 2
    ) { batch, _ in
      whole.sources += batch.sources
      whole.incidents += batch.incidents
      whole.claims += batch.claims
    }
    #expect(outcome.rowsIn == outcome.stored + outcome.refused + outcome.duplicates)
    return (whole, outcome)
  }

  private func feature(_ properties: String, _ geometry: String, id: String = "A") -> String {
    #"{"type":"Feature","id":"\#(id)","properties":\#(properties),"geometry":\#(geometry)}"#
  }

  @Test(arguments: [
    ("x.geojson", #"{"type":"FeatureCollection","features":["#, ",", "]}"),
    ("x.geojsonl", "", "\n", "\n"), ("x.geojsons", "\u{1E}", "\n\u{1E}", "\n"),
  ])
  func `features become incidents with one claim each, in every framing`(
    name: String, head: String, comma: String, tail: String
  ) throws {
    let features = [
      feature(
        #"{"title":"One","event_start":"2017-03-17","event_end":null,"killed_min":2,"killed_max":5.0,"radius_m":250,"attributed_to":["P","Q"],"note":{"a":[1]}}"#,
        #"{"type":"Point","coordinates":[43.1,36.3,200]}"#),
      feature(#"{"killed_min":3,"killed_max":3,"killed_max_open":true}"#, Self.square, id: "B"),
      feature("null", "null", id: "C"),
    ]
    let (batch, outcome) = try importing(head + features.joined(separator: comma) + tail, name)
    #expect(outcome.issues.map(\.description) == [])
    #expect(batch.sources.map(\.id.text) == ["file-x"])
    #expect(batch.incidents.map(\.id.text) == ["A", "B", "C"])
    let first = batch.incidents[0]
    #expect(first.title == "One")
    #expect(first.time == StatedTime("2017-03-17/.."))
    #expect(
      first.locations.map(\.extent) == [
        .disc(center: Position(longitude: 43.1, latitude: 36.3), radiusMeters: 250)
      ])
    #expect(batch.claims[0].quantities.map(\.bound) == [.between])
    #expect(batch.claims[0].quantities.map(\.maximum) == [5])
    #expect(batch.claims[0].attributedTo == ["P", "Q"])
    #expect(batch.claims[0].foreignFields == [ForeignField(name: "note", value: #"{"a":[1]}"#)])
    // An area is read as the disc round it: never smaller than what was said.
    #expect(batch.claims[1].quantities.map(\.bound) == [.atLeast])
    guard case .disc(let center, let radius)? = batch.incidents[1].locations.first?.extent else {
      Issue.record("no disc")
      return
    }
    #expect(abs(center.longitude - 43.01) < 1e-9 && abs(center.latitude - 36.01) < 1e-9)
    #expect(radius >= center.distanceMeters(to: Position(longitude: 43, latitude: 36)))
    #expect(radius < 1_500)
    // Nothing is known of the third: no place, no time, no figure.
    #expect(batch.incidents[2].locations.isEmpty && batch.incidents[2].time == nil)
    #expect(batch.claims[2].quantities.isEmpty)
  }

  @Test func `what is wrong with a feature is told by its number, and nothing is handed over`()
    throws
  {
    let point = #"{"type":"Point","coordinates":[43.1,36.3]}"#
    let lines = [
      feature(#"{"radius_m":10}"#, point),
      feature(#"{"radius_m":10,"killed_min":-1}"#, point, id: "B"),
      feature(#"{}"#, point, id: "C"), #"{"type":"Feature","id":"D","id":"D"}"#,
      feature("{}", #"{"type":"Point","coordinates":[43.1,136.3]}"#, id: "E"),
      feature(#"{"radius_m":10}"#, point), feature("{}", "null", id: ""),
      #"{"type":"Feature","properties":{"t":"\u0000"}}"#,
    ]
    let (batch, outcome) = try importing(lines.joined(separator: "\n"), "x.geojsonl")
    #expect(batch.incidents.isEmpty)
    #expect(outcome.rowsIn == 8)
    #expect(outcome.issues.map(\.row) == [2, 3, 4, 5, 6, 7, 8])
    #expect(
      outcome.issues.map(\.column) == [
        "killed_min", "radius_m", nil, "geometry", "id", "id", nil,
      ])
    let reasons = outcome.issues.map(\.reason)
    #expect(reasons[2].contains("appears twice"), "\(reasons)")
    #expect(reasons[3].contains("coordinates"), "\(reasons)")
    #expect(reasons[4].contains("read already"), "\(reasons)")
  }

  @Test func `a stream that breaks off is refused as a whole`() throws {
    #expect(throws: InterchangeError.brokenStream(file: "x.geojson", .unexpectedEnd(offset: 41))) {
      try importing(#"{"type":"FeatureCollection","features":[{"#, "x.geojson")
    }
  }

  @Test func `a feature whose incident is held is a duplicate`() throws {
    let text = feature("{}", "null") + "\n" + feature("{}", "null", id: "B") + "\n"
    let (first, _) = try importing(text, "x.geojsonl")
    let (again, outcome) = try importing(text, "x.geojsonl", known: KnownRecords(first))
    #expect(outcome.duplicates == 2 && again.incidents.isEmpty)
  }

  @Test func `a mapping says which column is what`() throws {
    let mapping = """
      {"columns": {"id": "Ref", "date": "When", "lon": "X", "lat": "Y", "claimant": "Who",
        "killed_min": "Dead", "url": "Link", "published": "Out"},
       "defaults": {"radius_m": 500, "kind": "mortar"},
       "source": {"id": "acme", "name": "Acme list"}, "unit": "civilians"}
      """
    let fields = try IncidentFields(mapping: Array(mapping.utf8), file: "m.json")
    let folder = try TemporaryFolder()
    let file = try folder.write(
      "Ref,When,X,Y,Who,Dead,Link,Out,Other\n"
        + "r1,2017-03-17T00:00:00Z,43,36,شبكة,4,https://example.org/1,2017-03-20,kept\n"
        + "r2,2017/03/18 00:00:00,43,36,,,,,\n", "x.csv")
    var batch = RecordBatch()
    let outcome = try RecordImporter.read(file: file, schema: .csv, fields: fields) { read, _ in
      batch = read
    }
    #expect(outcome.issues.map(\.description) == [])
    #expect(batch.sources.map(\.name) == ["Acme list", "شبكة"])
    let claim = batch.claims[0]
    #expect(claim.claimant == batch.sources[1].id)
    #expect(claim.relays.map(\.outlet.text) == ["acme"])
    #expect(claim.relays.map(\.url) == ["https://example.org/1"])
    #expect(claim.published == StatedTime("2017-03-20"))
    #expect(claim.quantities.map(\.unit) == [.civilians])
    #expect(claim.foreignFields == [ForeignField(name: "Other", value: "kept")])
    #expect(batch.claims[1].claimant.text == "acme" && batch.claims[1].relays.isEmpty)
    #expect(batch.incidents.map(\.kind) == [.mortar, .mortar])
    #expect(batch.incidents[1].time == StatedTime("2017-03-18"))
  }

  @Test(arguments: [
    ("[]", "wanted an object"), ("{", "ends early"), ("{}", "\"columns\" is missing"),
    (#"{"columns":{"date":"d"}}"#, "name the column of id"),
    (#"{"columns":{"id":"i","dead":"d"}}"#, "unknown word \"dead\""),
    (#"{"columns":{"id":true}}"#, "must be a text"),
    (#"{"columns":{"id":"i"},"x":1}"#, "unknown member"),
    (#"{"columns":{"id":"i"},"unit":"houses"}"#, "persons or civilians"),
    (#"{"columns":{"id":"i"},"source":{"id":"a b"}}"#, "needs an \"id\""),
  ])
  func `a mapping that is not understood is refused`(text: String, reason: String) {
    do {
      _ = try IncidentFields(mapping: Array(text.utf8), file: "m.json")
      Issue.record("accepted")
    } catch {
      #expect(error.description.hasPrefix("m.json: "))
      #expect(error.description.contains(reason), "\(error)")
    }
  }

  @Test func `columns as Airwars has them are read in any spelling`() throws {
    let (batch, outcome) = try importing(
      "Reference Code,Date,Location,Latitude,Longitude,Geolocation accuracy,"
        + "Civilians killed (min),Civilians killed (max),Civilians injured (min),"
        + "Civilians injured (max),Belligerent,Strike status,Grading\n"
        + "CS1,2017-03-17,Mosul,36.3,43.1,Neighbourhood/area,2,5,,7,P; Q,Likely strike,Fair\n"
        + "CS2,2017-03,Mosul,36.3,43.1,,0,0,,,,,Weak\nCS3,2017-03-19,Mosul,,,,,,,,,,\n", "x.csv")
    #expect(outcome.issues.map(\.description) == [])
    #expect(batch.sources.map(\.id.text) == ["airwars"])
    let claim = batch.claims[0]
    #expect(claim.quantities.map(\.unit) == [.civilians, .civilians])
    #expect(claim.quantities.map(\.bound) == [.between, .upTo])
    #expect(claim.attributedTo == ["P", "Q"])
    #expect(claim.grade == .fair)
    #expect(claim.foreignFields == [ForeignField(name: "Strike status", value: "Likely strike")])
    #expect(batch.incidents.map { $0.locations.first?.scale } == [.neighbourhood, .city, nil])
    #expect(batch.claims[1].quantities.map(\.maximum) == [0])
  }

  @Test func `a FlatGeobuf layer of our own is read back with what it carries`() throws {
    let folder = try TemporaryFolder()
    let bytes = try ExportFixture.encode(ExportFormat.fgb.makeEncoder())
    let file = try folder.write(bytes, "x.fgb")
    var batch = RecordBatch()
    let outcome = try RecordImporter.read(file: file, schema: .flatGeobuf) { read, _ in
      batch = read
    }
    #expect(outcome.issues.map(\.description) == [])
    #expect(outcome.stored == 3)
    let full = try #require(batch.incidents.firstIndex { $0.id.text == "CI550" })
    #expect(batch.incidents[full].kind == .airstrike)
    #expect(batch.incidents[full].time == StatedTime("2017-03-17"))
    #expect(batch.claims[full].attributedTo == ["US-led Coalition", "Iraqi forces"])
    #expect(batch.claims[full].grade == .confirmed)
    let cut = try folder.write(Array(bytes.dropLast(40)), "cut.fgb")
    do {
      _ = try RecordImporter.read(file: cut, schema: .flatGeobuf) { _, _ in }
      Issue.record("accepted")
    } catch {
      #expect("\(error)".hasPrefix("cut.fgb: FlatGeobuf refused at byte"), "\(error)")
    }
  }

  @Test(arguments: [true, false])
  func `our own CSV is read back, with its tags and its guards`(hasTags: Bool) throws {
    let bytes = try ExportFixture.encode(ExportFormat.csv.makeEncoder(hasHXLTags: hasTags))
    let (batch, outcome) = try importing(String(decoding: bytes, as: UTF8.self), "x.csv")
    #expect(outcome.issues.map(\.description) == [])
    #expect(outcome.rowsIn == 3)
    #expect(batch.incidents.map(\.title) == [try ExportFixture.full().title, "Strike", "Strike"])
    #expect(batch.incidents.map(\.locations.count) == [1, 1, 0])
  }

  @Test func `features with bytes changed at random keep the law of counts and never trap`() throws
  {
    var random = SeededGenerator(seed: 0xFEA7)
    print("hostile features, SIJIL_SEED=\(random.seed)")
    let noise = [
      "", "\"", "{", "}", "[", ",", "\n", "-1", "1e400", "null", "\\u0000", "é", "\u{1E}",
    ]
    let line = feature(
      #"{"title":"One","start":"2017-03-17","killed_min":2,"killed_max":5,"radius_m":250}"#,
      Self.square)
    var refusals = 0
    for _ in 0..<150 {
      var characters = Array([line, feature("{}", "null", id: "B"), line].joined(separator: "\n"))
      for _ in 0..<random.integer(in: 1...3) {
        let place = random.integer(in: 0...characters.count)
        let end = min(characters.count, place + random.integer(in: 0...3))
        characters.replaceSubrange(place..<end, with: Array(random.pick(noise)))
      }
      do {
        let (batch, outcome) = try importing(String(characters), "x.geojsonl")
        if !outcome.isAccepted { refusals += 1 }
        #expect(batch.incidents.count <= outcome.stored)
      } catch is InterchangeError {
        refusals += 1
      }
    }
    #expect(refusals > 100)
  }
}
