import Foundation
import Interchange
import JSONText
import SimpleFeatures
import TestSupport
import Testing

struct FlatGeobufReaderTests {
  private static let layers: [(name: String, features: [String])] = [
    ("point", [#"{"type":"Point","coordinates":[1.5,-2.25]}"#]),
    ("line", [#"{"type":"LineString","coordinates":[[0,0],[1,2],[3,1]]}"#]),
    ("points", [#"{"type":"MultiPoint","coordinates":[[0,0],[1,2]]}"#]),
    ("lines", [#"{"type":"MultiLineString","coordinates":[[[0,0],[1,2]],[[5,5],[6,6],[7,8]]]}"#]),
    (
      "polygon",
      [
        #"{"type":"Polygon","coordinates":[[[0,0],[9,0],[9,9],[0,9],[0,0]],[[1,1],[1,2],[2,2],[1,1]]]}"#,
        #"{"type":"Polygon","coordinates":[[[20,0],[29,0],[29,9],[20,0]]]}"#,
      ]
    ),
    (
      "mixed",
      [
        #"{"type":"MultiPolygon","coordinates":[[[[0,0],[1,0],[1,1],[0,0]]],[[[5,5],[6,5],[6,6],[5,5]]]]}"#,
        #"{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[3,4]},{"type":"LineString","coordinates":[[0,0],[1,2]]}]}"#,
        #"{"type":"Point","coordinates":[-170,80]}"#,
      ]
    ),
  ]

  /// What GDAL writes of some GeoJSON, as FlatGeobuf and as GeoJSON again.
  private func gdal(
    _ geometries: [String], in folder: TemporaryFolder, options: [String] = []
  ) throws -> (file: URL, features: [JSONValue]) {
    let features = geometries.enumerated().map { number, geometry in
      """
      {"type":"Feature","geometry":\(geometry),"properties":{"n":\(number),"name":"\
      \(number % 2 == 0 ? "حي \(number)" : "b")","x":\(Double(number) + 0.5),\
      "yes":\(number % 2 == 0),"no":\(number % 3 == 0 ? "null" : "7"),\
      "at":"2017-03-17T10:00:0\(number % 10)Z"}}
      """
    }
    let text =
      "{\"type\":\"FeatureCollection\",\"features\":[\(features.joined(separator: ","))]}"
    let input = try folder.write(text, "in.geojson")
    let file = folder.url.appending(path: "out.fgb")
    let log = try #require(Tool.ogr2ogr).run(
      ["-f", "FlatGeobuf", file.path, input.path] + options)
    #expect(log.isEmpty, "\(log)")
    let json = try #require(Tool.ogr2ogr).run(
      ["-f", "GeoJSON", "-lco", "COORDINATE_PRECISION=15", "/vsistdout/", file.path])
    return (
      file, try #require(try JSONValue(parsing: Array(json.utf8)).object?["features"]?.array)
    )
  }

  @Test(
    .enabled(if: Tool.gdalHasDriver("FlatGeobuf"), "GDAL's tools are not installed"),
    arguments: layers.indices, [true, false])
  func `a file that GDAL wrote reads as GDAL reads it`(layer: Int, isIndexed: Bool) throws {
    let folder = try TemporaryFolder()
    let (file, expected) = try gdal(
      Self.layers[layer].features, in: folder,
      options: ["-lco", "SPATIAL_INDEX=\(isIndexed ? "YES" : "NO")"])
    var reader = try FlatGeobufReader(reading: file)
    #expect(reader.hasIndex == isIndexed)
    for json in expected {
      let feature = try #require(try reader.next())
      let geometry = try #require(json.object?["geometry"])
      #expect(feature.geometry == (try Geometry(geoJSON: geometry)))
      let properties = try #require(json.object?["properties"]?.object)
      for (ordinal, column) in reader.header.columns.enumerated() {
        let wanted = properties[column.name]
        let value = feature.properties[ordinal]
        switch value {
        case nil: #expect(wanted.map(\.isNull) ?? true, "\(column.name)")
        case .integer(let integer)?: #expect(wanted?.integer.map(Int64.init) == integer)
        case .number(let number)?: #expect(wanted?.double == number)
        case .text(let text)?: #expect(wanted?.string == text)
        case .truth(let truth)?: #expect(wanted?.boolean == truth)
        case .dateTime(let text)?: #expect(text.hasPrefix("2017-03-17T10:00:0"))
        default: Issue.record("\(column.name): \(String(describing: value))")
        }
      }
    }
    #expect(try reader.next() == nil)
  }

  @Test(.enabled(if: Tool.gdalHasDriver("FlatGeobuf"), "GDAL's tools are not installed"))
  func `boxes through an index that GDAL wrote find what a scan finds`() throws {
    var random = SeededGenerator(seed: 0x6DA1)
    print("GDAL's index, SIJIL_SEED=\(random.seed)")
    let positions = (0..<400).map { _ in
      Position(
        longitude: Double(random.integer(in: -1800...1800)) / 10,
        latitude: Double(random.integer(in: -900...900)) / 10)
    }
    let folder = try TemporaryFolder()
    let (file, _) = try gdal(
      positions.map { String(decoding: Geometry.point($0).geoJSON(), as: UTF8.self) }, in: folder)
    let reader = try FlatGeobufReader(reading: file)
    #expect(reader.hasIndex)
    for _ in 0..<40 {
      let west = Double.random(in: -180...170, using: &random)
      let south = Double.random(in: -90...80, using: &random)
      let box = Envelope(
        west: west, south: south, east: min(180, west + 40), north: min(90, south + 30))
      let found = try reader.features(meeting: box).compactMap(\.geometry?.position)
      #expect(Set(found) == Set(positions.filter(box.covers)))
      #expect(found.count == positions.count(where: box.covers))
    }
  }

  @Test(.enabled(if: Tool.gdalHasDriver("FlatGeobuf"), "GDAL's tools are not installed"))
  func `altitudes and other reference systems are refused, or dropped where asked`() throws {
    let folder = try TemporaryFolder()
    let point = #"{"type":"Point","coordinates":[1.5,-2.25,7]}"#
    let (file, _) = try gdal([point], in: folder)
    var refusing = try FlatGeobufReader(reading: file)
    #expect(throws: FlatGeobufError.self) { try refusing.next() }
    var dropping = try FlatGeobufReader(reading: file, altitude: .dropped)
    #expect(
      try dropping.next()?.geometry == .point(Position(longitude: 1.5, latitude: -2.25)))
    let (mercator, _) = try gdal([point], in: folder, options: ["-t_srs", "EPSG:3857"])
    #expect {
      try FlatGeobufReader(reading: mercator)
    } throws: { error in
      guard case .refused(.unsupportedReferenceSystem(let name), _)? = error as? FlatGeobufError
      else { return false }
      return name == "EPSG:3857"
    }
  }
}

/// Files that mean harm: refused with a reason and a place, never a crash.
struct HostileFlatGeobufTests {
  /// Reads everything that a file offers; how far it came, or why it was refused.
  private func readAll(_ bytes: [UInt8]) throws -> Int {
    var reader = try FlatGeobufReader(bytes)
    var count = try reader.features(meeting: .world).count
    while try reader.next() != nil { count += 1 }
    return count
  }

  private func refusal(_ bytes: [UInt8]) -> FlatGeobufError? {
    do {
      _ = try readAll(bytes)
      return nil
    } catch {
      return error as? FlatGeobufError
    }
  }

  @Test func `every cut of a file is refused at a byte inside it`() throws {
    let whole = try ExportFixture.encode(ExportFormat.fgb.makeEncoder())
    #expect(try readAll(whole) == 4)
    for length in 0..<whole.count {
      let error = refusal(Array(whole[..<length]))
      guard case .refused(_, let offset)? = error else {
        Issue.record("a cut at \(length) gave \(String(describing: error))")
        continue
      }
      #expect((0...length).contains(offset))
    }
  }

  @Test func `bytes changed at random never crash the reader`() throws {
    var random = SeededGenerator(seed: 0xF112)
    print("hostile FlatGeobuf, SIJIL_SEED=\(random.seed)")
    let whole = try ExportFixture.encode(ExportFormat.fgb.makeEncoder())
    var refused = 0
    for _ in 0..<4_000 {
      var bytes = whole
      for _ in 0..<random.integer(in: 1...4) {
        let place = random.integer(in: 8...(bytes.count - 1))
        bytes[place] = random.pick([
          0, 1, 0x7F, 0x80, 0xFF, UInt8.random(in: 0...255, using: &random),
        ])
      }
      if let error = refusal(bytes) {
        refused += 1
        guard case .refused(_, let offset) = error else {
          Issue.record("\(error)")
          continue
        }
        #expect((0...bytes.count).contains(offset))
      }
    }
    #expect(refused > 1_000)
  }

  @Test func `each kind of lie has its reason`() throws {
    let whole = try ExportFixture.encode(ExportFormat.fgb.makeEncoder())
    func changed(_ change: (inout [UInt8]) -> Void) -> FlatGeobufError? {
      var bytes = whole
      change(&bytes)
      return refusal(bytes)
    }
    #expect(changed { $0[0] = 0x67 } == .refused(.notFlatGeobuf, at: 0))
    #expect(changed { $0[3] = 4 } == .refused(.unsupportedVersion(4), at: 3))
    #expect(
      changed { $0.replaceSubrange(8..<12, with: [0, 0, 0, 0x7F]) }
        == .refused(.headerTooLong(bytes: 0x7F00_0000, limit: 16 << 20), at: 8))
    #expect(
      changed { $0.replaceSubrange(12..<16, with: [0xFF, 0xFF, 0xFF, 0x7F]) }
        == .refused(.outOfBuffer, at: 12))
    // The index: the root's child is another than its own first.
    let headerSize = whole[8..<12].reversed().reduce(0) { $0 << 8 | Int($1) }
    let index = 12 + headerSize
    #expect(changed { $0[index + 32] = 0 } == .refused(.badIndexNode, at: index + 32))
    // A leaf that leads to the bytes of another.
    let second = index + 40 * 2 + 32
    #expect(
      changed { bytes in
        bytes.replaceSubrange((second - 32)..<second, with: bytes[(index + 40)..<(index + 72)])
        bytes.replaceSubrange(second..<second + 8, with: [UInt8](repeating: 0, count: 8))
      } == .refused(.badIndexNode, at: index + 40 * 4))
  }
}
