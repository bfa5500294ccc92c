import JSONText
import SimpleFeatures
import TestSupport
import Testing

@Suite struct GeoJSONTests {
  private func fault(
    _ json: String, altitude: AltitudeRule = .refused, limits: GeometryLimits = .standard
  ) -> SimpleFeaturesError? {
    refusal { () throws(SimpleFeaturesError) in
      try Geometry(geoJSONBytes: Array(json.utf8), altitude: altitude, limits: limits)
    }
  }

  @Test func `all digits are kept where that is asked for`() throws {
    let point = Geometry.point(Position(longitude: 0.1 + 0.2, latitude: -1.0 / 3))
    var writer = JSONWriter()
    writer.geometry(point, decimals: nil)
    #expect(try Geometry(geoJSONBytes: writer.bytes) == point)
  }

  private func text(_ geometry: Geometry, decimals: Int = 7) -> String {
    String(decoding: geometry.geoJSON(decimals: decimals), as: UTF8.self)
  }

  @Test func `every type is written as the RFC shows it`() throws {
    let texts = [
      #"{"type":"Point","coordinates":[43.1051,36.3323]}"#,
      #"{"type":"LineString","coordinates":[[1,2],[3,4]]}"#,
      #"{"type":"Polygon","coordinates":[[[0,0],[4,0],[4,4],[0,0]],[[1,1],[2,2],[2,1],[1,1]]]}"#,
      #"{"type":"MultiPoint","coordinates":[[1,2],[3,4]]}"#,
      #"{"type":"MultiLineString","coordinates":[[[1,2],[3,4]],[]]}"#,
      #"{"type":"MultiPolygon","coordinates":[[[[0,0],[1,0],[1,1],[0,0]]],[]]}"#,
      #"{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1,2]}]}"#,
    ]
    for json in texts {
      #expect(try text(Geometry(geoJSONBytes: Array(json.utf8))) == json)
    }
  }

  @Test func `rings are turned the way of the RFC`() throws {
    let clockwise = LinearRing(square(0, 0, 1).positions.reversed())
    #expect(clockwise.winding == .clockwise)
    let polygon = Polygon(exteriorRing: clockwise, interiorRings: [square(0.25, 0.25, 0.5)])
    let written = try Geometry(geoJSONBytes: Geometry.polygon(polygon).geoJSON())
    #expect(written.polygons.first?.exteriorRing.winding == .counterClockwise)
    #expect(written.polygons.first?.interiorRings.first?.winding == .clockwise)
  }

  @Test func `every geometry comes back within half a unit of the last decimal`() throws {
    var random = SeededGenerator(seed: 41)
    for _ in 0..<1_000 {
      let geometry = random.geometry()
      let read = try Geometry(geoJSONBytes: geometry.geoJSON())
      #expect(read.type == geometry.type)
      #expect(read.positionCount == geometry.positionCount)
      let again = try Geometry(geoJSONBytes: read.geoJSON())
      #expect(again == read, "writing is stable, seed \(random.seed)")
    }
  }

  @Test(arguments: [
    ("[1,2]", GeometryFault.unexpected("an array", wanted: "a geometry object"), ""),
    ("{}", .missingMember("type"), ""),
    (#"{"type":"Feature"}"#, .unknownType("Feature"), ""),
    (#"{"type":"point","coordinates":[1,2]}"#, .unknownType("point"), ""),
    (#"{"type":"Point"}"#, .missingMember("coordinates"), "coordinates"),
    (#"{"type":"Point","coordinates":null}"#, .missingMember("coordinates"), "coordinates"),
    (#"{"type":"Point","coordinates":["1","2"]}"#, .badNumber, "coordinates"),
    (#"{"type":"Point","coordinates":[1]}"#, .wrongOrdinateCount(1), "coordinates"),
    (#"{"type":"Point","coordinates":[1,2,3]}"#, .notTwoDimensional, "coordinates"),
    (#"{"type":"Point","coordinates":[1,2,3,4]}"#, .wrongOrdinateCount(4), "coordinates"),
    (
      #"{"type":"Point","coordinates":[180.5,2]}"#, .outsideWorld(longitude: 180.5, latitude: 2),
      "coordinates"
    ),
    (
      #"{"type":"LineString","coordinates":[[1,2],3]}"#,
      .unexpected("a number", wanted: "an array"), "coordinates[1]"
    ),
    (#"{"type":"LineString","coordinates":[[1,2]]}"#, .lineTooShort, "coordinates"),
    (
      #"{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,1]]]}"#, .ringNotClosed,
      "coordinates[0]"
    ),
    (
      #"{"type":"MultiPolygon","coordinates":[[],[[[0,0],[1,0],[0,0]]]]}"#,
      .ringTooShort(count: 3), "coordinates[1][0]"
    ),
    (
      #"{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1,"x"]}]}"#,
      .badNumber, "geometries[0].coordinates"
    ),
    (#"{"type":"GeometryCollection"}"#, .missingMember("geometries"), "geometries"),
    (
      #"{"type":"Point","coordinates":[1,2],"crs":{"properties":{"name":"EPSG:3857"}}}"#,
      .unsupportedReferenceSystem("EPSG:3857"), ""
    ),
  ])
  func `a broken geometry is refused at its member`(
    json: String, reason: GeometryFault, path: String
  ) {
    #expect(fault(json) == .refused(reason, at: .member(path)))
  }

  @Test func `altitude is dropped only when asked`() throws {
    let json = #"{"type":"Point","coordinates":[1,2,300]}"#
    #expect(
      try Geometry(geoJSONBytes: Array(json.utf8), altitude: .dropped)
        == .point(Position(longitude: 1, latitude: 2)))
    #expect(
      fault(#"{"type":"Point","coordinates":[1,2,null]}"#, altitude: .dropped)
        == .refused(.badNumber, at: .member("coordinates")))
  }

  @Test func `what is not JSON is said to be so`() {
    #expect(fault(#"{"type":"#) == .notJSON(.unexpectedEnd(offset: 8)))
    #expect(
      fault(#"{"type":"Point","type":"Point"}"#) == .notJSON(.duplicateName("type", offset: 16)))
    #expect(
      fault(#"{"type":"Point","coordinates":[1e400,2]}"#) == .notJSON(.badNumber(offset: 31)))
  }

  @Test func `nesting and counts are bounded`() {
    func nested(_ depth: Int) -> String {
      String(repeating: #"{"type":"GeometryCollection","geometries":["#, count: depth)
        + #"{"type":"Point","coordinates":[1,2]}"# + String(repeating: "]}", count: depth)
    }
    #expect(fault(nested(32)) == nil)
    let path = Array(repeating: "geometries[0]", count: 33).joined(separator: ".")
    #expect(fault(nested(33)) == .refused(.tooDeep(limit: 32), at: .member(path.dropLastStep)))
    let json = #"{"type":"MultiPoint","coordinates":[[1,2],[3,4],[5,6]]}"#
    #expect(fault(json, limits: GeometryLimits(positions: 3)) == nil)
    #expect(
      fault(json, limits: GeometryLimits(positions: 2))
        == .refused(.tooManyPositions(limit: 2), at: .member("coordinates")))
  }

  @Test func `empty coordinates make an empty geometry`() throws {
    let point = #"{"type":"Point","coordinates":[]}"#
    #expect(try Geometry(geoJSONBytes: Array(point.utf8)) == .multiPoint([]))
    let polygon = #"{"type":"Polygon","coordinates":[]}"#
    #expect(try Geometry(geoJSONBytes: Array(polygon.utf8)).isEmpty)
  }
}

extension String {
  /// The path without its last `.geometries[0]`.
  fileprivate var dropLastStep: String { String(dropLast(".geometries[0]".count)) + "" }
}
