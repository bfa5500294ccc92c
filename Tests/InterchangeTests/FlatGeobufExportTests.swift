import Foundation
import Inquiry
import Interchange
import JSONText
import Records
import SimpleFeatures
import TestSupport
import Testing

struct FlatGeobufExportTests {
  /// Incidents here and there: discs, some in two parts, some without a place.
  private func page(_ count: Int, _ random: inout SeededGenerator) throws -> IncidentPage {
    let full = try ExportFixture.full()
    let features = try (0..<count).map { number in
      let center = Position(
        longitude: Double.random(in: -179...179, using: &random),
        latitude: Double.random(in: -85...85, using: &random))
      let radius = random.isOnce(in: 8) ? 0 : Double.random(in: 10...100_000, using: &random)
      var support: Geometry? = .disc(center: center, radiusMeters: radius, segments: 12)
      if random.isOnce(in: 6) {
        let other = Position(longitude: center.longitude / 2, latitude: center.latitude / 2)
        support = .multiPolygon([
          .disc(center: center, radiusMeters: 5_000), .disc(center: other, radiusMeters: 900),
        ])
      }
      if random.isOnce(in: 10) { support = nil }
      let shape = support
      return IncidentFeature(
        id: try ExportFixture.id("I\(number)"), title: random.pick(["a", "", "حي", "\u{0}\n\"x"]),
        time: full.time, timePrecision: .day, kind: .airstrike, point: full.point, support: shape,
        candidateCount: number, assessment: full.assessment, attributedTo: full.attributedTo,
        undatedClaimCount: 0, placement: nil, districts: full.districts, distanceMeters: nil)
    }
    return IncidentPage(
      features: features, numberMatched: count, counts: MatchCounts(), next: nil,
      query: IncidentQuery(),
      dataVersion: DataVersion(sequence: 1, hash: "ab", recordedAt: nil))
  }

  private func file(_ page: IncidentPage) throws -> [UInt8] {
    var bytes: [UInt8] = []
    try IncidentFlatGeobufFile(IncidentAnswer(page)).write { bytes += $0 }
    return bytes
  }

  private func ids(_ features: [FlatGeobufFeature]) -> [String] {
    features.compactMap { if case .text(let id)? = $0.properties[0] { id } else { nil } }.sorted()
  }

  private func readAll(_ bytes: [UInt8]) throws -> [FlatGeobufFeature] {
    var reader = try FlatGeobufReader(bytes)
    var features: [FlatGeobufFeature] = []
    while let feature = try reader.next() { features.append(feature) }
    return features
  }

  @Test func `the buffered encoder and the file of two passes write the same bytes`() throws {
    var random = SeededGenerator(seed: 0xF6B)
    print("FlatGeobuf export, SIJIL_SEED=\(random.seed)")
    for count in [0, 1, 2, 16, 17, 300] {
      let page = try page(count, &random)
      var encoder = IncidentFlatGeobufEncoder()
      var bytes: [UInt8] = []
      encoder.begin(page, into: &bytes)
      for feature in page.features { encoder.encode(feature, into: &bytes) }
      #expect(bytes.isEmpty)
      encoder.end(into: &bytes)
      #expect(try bytes == file(page))
      #expect(try FlatGeobufReader(bytes).header.featureCount == (count == 0 ? nil : count))
    }
  }

  @Test func `our reader finds every property and geometry again`() throws {
    var random = SeededGenerator(seed: 0xF6C)
    print("FlatGeobuf round trip, SIJIL_SEED=\(random.seed)")
    let page = try page(200, &random)
    let bytes = try file(page)
    let header = try FlatGeobufReader(bytes).header
    #expect(header.columns.map(\.name) == IncidentProperty.allCases.map(\.name))
    #expect(header.columns[0].isPrimaryKey)
    #expect(header.columns[0].summary == "identifier of the incident")
    #expect(header.name == "incidents")
    let found = try readAll(bytes)
    #expect(found.count == 200)
    var byID: [String: FlatGeobufFeature] = [:]
    for feature in found {
      if case .text(let id)? = feature.properties[0] { byID[id] = feature }
    }
    let at = Dictionary(
      uniqueKeysWithValues: IncidentProperty.allCases.enumerated().map { ($1, $0) })
    for feature in page.features {
      let read = try #require(byID[feature.id.text])
      #expect(read.geometry == feature.support)
      func value(_ property: IncidentProperty) -> FlatGeobufValue? {
        at[property].flatMap { read.properties[$0] }
      }
      #expect(value(.title) == .text(feature.title))
      #expect(value(.killedMinimum) == .integer(40))
      #expect(value(.injuredMinimum) == nil)
      #expect(value(.distanceMeters) == nil)
      #expect(value(.candidateCount) == .integer(Int64(feature.candidateCount)))
      #expect(value(.radiusMeters) == .number(100))
      #expect(value(.isApproximate) == .truth(false))
      #expect(value(.attributedTo) == .json("[\"US-led Coalition\",\"Iraqi forces\"]"))
    }
  }

  @Test func `the index answers boxes as a scan of all features does`() throws {
    var random = SeededGenerator(seed: 0xF6D)
    print("FlatGeobuf index, SIJIL_SEED=\(random.seed)")
    let bytes = try file(page(500, &random))
    let reader = try FlatGeobufReader(bytes)
    #expect(reader.hasIndex)
    let all = try readAll(bytes)
    for _ in 0..<60 {
      let south = Double.random(in: -90...80, using: &random)
      let west = Double.random(in: -180...180, using: &random)
      let width = Double.random(in: 0...120, using: &random)
      let east = west + width > 180 ? west + width - 360 : west + width
      let box = Envelope(
        west: west, south: south, east: east, north: min(90, south + width / 2))
      let expected = all.filter { feature in
        var positions: [Position] = []
        feature.geometry?.forEachPosition { positions.append($0) }
        return Envelope(enclosing: positions)?.intersects(box) == true
      }
      #expect(ids(try reader.features(meeting: box)) == ids(expected), "\(box)")
    }
  }

  @Test func `many features go out as they come, without index and count`() throws {
    let page = try ExportFixture.page()
    var encoder = IncidentFlatGeobufEncoder(
      numberReturned: IncidentFlatGeobufEncoder.bufferedFeatures + 1)
    var bytes: [UInt8] = []
    encoder.begin(page, into: &bytes)
    let head = bytes.count
    #expect(head > 0)
    encoder.encode(page.features[0], into: &bytes)
    #expect(bytes.count > head)
    encoder.encode(page.features[1], into: &bytes)
    let before = bytes
    encoder.end(into: &bytes)
    #expect(bytes == before)
    let reader = try FlatGeobufReader(bytes)
    #expect(!reader.hasIndex)
    #expect(reader.header.featureCount == nil)
    #expect(ids(try readAll(bytes)) == ["B-2", "CI550"])
    let box = Envelope(west: 43, south: 36, east: 44, north: 37)
    #expect(ids(try reader.features(meeting: box)) == ["CI550"])
  }
}

extension FlatGeobufExportTests {
  @Test(.enabled(if: Tool.gdalHasDriver("FlatGeobuf"), "GDAL's tools are not installed"))
  func `GDAL reads the fields, the values and what is null`() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(try ExportFixture.encode(ExportFormat.fgb.makeEncoder()), "a.fgb")
    let text = try #require(Tool.ogrinfo).run(["-ro", "-al", file.path])
    for line in [
      "Layer name: incidents", "Feature Count: 3", "id: String", "NOT NULL", "UNIQUE",
      "killed_min: Integer64", "killed_max_open: Integer(Boolean)",
      "share: Real",
      "Extent: (43.100000, 36.200000) - (43.200000, 36.400000)",
      "killed_min (Integer64) = 40", "share (Real) = 0.25",
      "attributed_to (String) = [\"US-led Coalition\",\"Iraqi forces\"]",
      "POLYGON ((43.1 36.2,43.2 36.2,43.2 36.4,43.1 36.2))", "ID[\"EPSG\",4326]",
    ] { #expect(text.contains(line), "\(line)\n\(text)") }
    // One of three has a shape and a number killed: what is absent reads as no value.
    #expect(text.components(separatedBy: "POLYGON").count == 2)
    #expect(text.components(separatedBy: "killed_min (Integer64)").count == 2)
  }

  @Test(.enabled(if: Tool.gdalHasDriver("FlatGeobuf"), "GDAL's tools are not installed"))
  func `GDAL finds in a box what a scan finds, through our index`() throws {
    var random = SeededGenerator(seed: 0xF6E)
    print("FlatGeobuf in GDAL, SIJIL_SEED=\(random.seed)")
    let folder = try TemporaryFolder()
    let page = try page(700, &random)
    let file = try folder.write(file(page), "a.fgb")
    for _ in 0..<6 {
      let west = Double.random(in: -180...150, using: &random)
      let south = Double.random(in: -90...60, using: &random)
      let box = Envelope(
        west: west, south: south, east: west + Double.random(in: 1...30, using: &random),
        north: south + Double.random(in: 1...30, using: &random))
      let indexed = try gdalIDs(file, box, options: [])
      // GDAL tests shapes after boxes; without the index it has to come to the same.
      let scanned = try gdalIDs(
        try folder.write(try withoutIndex(page), "b.fgb"), box, options: [])
      #expect(indexed == scanned)
      let ours = Set(ids(try FlatGeobufReader(reading: file).features(meeting: box)))
      #expect(ours.isSuperset(of: indexed))
    }
  }

  private func withoutIndex(_ page: IncidentPage) throws -> [UInt8] {
    var encoder = IncidentFlatGeobufEncoder(numberReturned: .max)
    var bytes: [UInt8] = []
    encoder.begin(page, into: &bytes)
    for feature in page.features { encoder.encode(feature, into: &bytes) }
    encoder.end(into: &bytes)
    return bytes
  }

  private func gdalIDs(_ file: URL, _ box: Envelope, options: [String]) throws -> [String] {
    let text = try #require(Tool.ogr2ogr).run(
      ["-f", "GeoJSON", "/vsistdout/", file.path, "-select", "id", "-spat"]
        + [box.west, box.south, box.east, box.north].map { String($0) } + options)
    let features = try #require(try JSONValue(parsing: Array(text.utf8)).object?["features"]?.array)
    return features.compactMap { $0.object?["properties"]?.object?["id"]?.string }.sorted()
  }
}
