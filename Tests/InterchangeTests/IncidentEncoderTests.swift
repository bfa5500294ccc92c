import Foundation
import Inquiry
import Interchange
import JSONText
import Records
import TestSupport
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

struct IncidentEncoderTests {
  @Test(arguments: ExportFormat.allCases)
  func `the bytes of every format are those of its golden`(format: ExportFormat) throws {
    expectGolden(
      try ExportFixture.encode(format.makeEncoder()), "incidents.\(format.fileExtension)")
  }

  @Test func `Foundation reads the collection, with every property of every incident`() throws {
    let bytes = try ExportFixture.encode(ExportFormat.geojson.makeEncoder())
    let root = try #require(
      JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    #expect(root["type"] as? String == "FeatureCollection")
    #expect(root["numberMatched"] as? Int == 7)
    #expect(root["numberReturned"] as? Int == 3)
    #expect((root["counts"] as? [String: Int])?["unplaced"] == 1)
    let features = try #require(root["features"] as? [[String: Any]])
    #expect(features.map { $0["id"] as? String } == ["CI550", "B-2", "C-3"])
    let names = Set(IncidentProperty.allCases.map(\.name))
    for feature in features {
      let properties = try #require(feature["properties"] as? [String: Any])
      #expect(Set(properties.keys) == names)
    }
    let full = try #require(features[0]["properties"] as? [String: Any])
    #expect(full["title"] as? String == "=SUM(1), \"Jadida\"\nحي الجديدة")
    #expect(full["killed_min"] as? Int == 40)
    #expect(full["killed_min_claims"] as? [String] == ["C1"])
    #expect(full["killed_max"] as? Int == 141)
    #expect(full["killed_max_claims"] as? [String] == ["C2"])
    #expect(full["grade"] as? String == "confirmed")
    #expect(full["radius_m"] as? Int == 100)
    #expect(full["as_of"] as? String == "2017-05-25")
    #expect(full["placement"] as? String == "possible")
  }

  @Test func `unknown is null and never zero`() throws {
    let bytes = try ExportFixture.encode(ExportFormat.geojson.makeEncoder())
    let root = try JSONValue(parsing: bytes)
    let feature = try #require(root.object?["features"]?.array?[2].object)
    #expect(feature["geometry"]?.isNull == true)
    let properties = try #require(feature["properties"]?.object)
    for name in [
      "event_start", "event_end", "time_precision", "killed_min", "killed_max", "killed_min_claims",
      "killed_max_open", "injured_min", "injured_max", "grade", "grade_claims", "location_scale",
      "radius_m", "approximate", "placement", "share", "distance_m",
    ] { #expect(properties[name]?.isNull == true, "\(name)") }
    #expect(properties["claim_count"]?.integer == 0)
  }

  @Test func `coordinates have at most seven decimals and no minus zero`() throws {
    let text = String(
      decoding: try ExportFixture.encode(ExportFormat.geojson.makeEncoder()), as: UTF8.self)
    #expect(text.contains("\"coordinates\":[43.1234568,36.3]"))
    #expect(text.contains("\"coordinates\":[0,90]"))
  }

  @Test func `a feature can carry its support instead of its point`() throws {
    let bytes = try ExportFixture.encode(IncidentGeoJSONEncoder(geometry: .support))
    let features = try #require(try JSONValue(parsing: bytes).object?["features"]?.array)
    let types = features.map { $0.object?["geometry"]?.object?["type"]?.string }
    #expect(types == ["Polygon", nil, nil])
  }

  @Test func `a caller's members and count go into the collection`() throws {
    let encoder = IncidentGeoJSONEncoder(
      members: [.init(name: "links", json: Array("[]".utf8))], numberReturned: 7)
    let root = try JSONValue(parsing: try ExportFixture.encode(encoder))
    #expect(root.object?["links"]?.array?.isEmpty == true)
    #expect(root.object?["numberReturned"]?.integer == 7)
  }

  @Test func `an empty answer is a whole document in every format`() throws {
    let page = IncidentPage(
      features: [], numberMatched: 0, counts: MatchCounts(), next: nil, query: IncidentQuery(),
      dataVersion: DataVersion(sequence: 0, hash: "", recordedAt: nil))
    for format in ExportFormat.allCases {
      var encoder = format.makeEncoder()
      var bytes: [UInt8] = []
      encoder.begin(page, into: &bytes)
      encoder.end(into: &bytes)
      switch format {
      case .geojson, .json: #expect(try JSONValue(parsing: bytes).object != nil)
      case .geojsonseq: #expect(bytes.isEmpty)
      case .csv: #expect(bytes.split(separator: 0x0A).count == 1)
      case .kml: #expect(XMLParser(data: Data(bytes)).parse())
      case .fgb:
        var reader = try FlatGeobufReader(bytes)
        #expect(try reader.next() == nil)
      }
    }
  }

  @Test func `a sequence has a feature a line, after a separator where asked for`() throws {
    let lines = try ExportFixture.encode(IncidentGeoJSONSeqEncoder()).split(separator: 0x0A)
    #expect(lines.count == 3)
    for line in lines {
      #expect(try JSONValue(parsing: Array(line)).object?["type"]?.string == "Feature")
    }
    let separated = try ExportFixture.encode(IncidentGeoJSONSeqEncoder(usesRecordSeparator: true))
    #expect(separated.first == 0x1E)
    let parts = separated.split(separator: 0x1E)
    #expect(parts.map { $0.last } == [0x0A, 0x0A, 0x0A])
    #expect(parts.map { $0.dropLast().elementsEqual(lines[0]) } == [true, false, false])
  }

  @Test func `a table reads back cell by cell, formulas made harmless`() throws {
    let bytes = try ExportFixture.encode(IncidentCSVEncoder(hasHXLTags: true))
    var reader = try CSVReader(bytes, file: "out.csv")
    #expect(reader.columns == IncidentProperty.allCases.map(\.name) + ["longitude", "latitude"])
    let (rows, faults) = try readAll(&reader)
    #expect(faults.isEmpty)
    #expect(rows.count == 4)
    #expect(rows[0].allSatisfy { $0.hasPrefix("#") })
    #expect(Set(rows[0]).count == rows[0].count)
    let first = Dictionary(uniqueKeysWithValues: zip(reader.columns, rows[1]))
    #expect(first["title"] == "'=SUM(1), \"Jadida\"\nحي الجديدة")
    #expect(first["attributed_to"] == "US-led Coalition|Iraqi forces")
    #expect(first["districts"] == "jadida:possible")
    #expect(first["longitude"] == "43.1234568")
    #expect(first["distance_m"] == "1234.6")
    let last = Dictionary(uniqueKeysWithValues: zip(reader.columns, rows[3]))
    #expect(last["killed_min"] == "")
    #expect(last["longitude"] == "")
    let raw = try ExportFixture.encode(IncidentCSVEncoder(isFormulaSafe: false))
    #expect(String(decoding: raw, as: UTF8.self).contains("\"=SUM(1)"))
  }
}
