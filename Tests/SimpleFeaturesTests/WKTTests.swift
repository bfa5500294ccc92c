import SimpleFeatures
import TestSupport
import Testing

@Suite struct WKTTests {
  private func fault(_ text: String, limits: GeometryLimits = .standard) -> SimpleFeaturesError? {
    refusal { () throws(SimpleFeaturesError) in try Geometry(wkt: text, limits: limits) }
  }

  @Test func `every type is written as the standard shows it`() throws {
    let texts = [
      "POINT(43.1051 36.3323)", "LINESTRING(1 2,3 4)", "LINESTRING EMPTY",
      "POLYGON((0 0,4 0,4 4,0 0),(1 1,2 1,2 2,1 1))", "POLYGON EMPTY", "MULTIPOINT((1 2),(3 4))",
      "MULTIPOINT EMPTY", "MULTILINESTRING((1 2,3 4),EMPTY)",
      "MULTIPOLYGON(((0 0,1 0,1 1,0 0)),EMPTY)",
      "GEOMETRYCOLLECTION(POINT(1 2),GEOMETRYCOLLECTION EMPTY)",
    ]
    for text in texts { #expect(try Geometry(wkt: text).wkt == text) }
  }

  @Test func `letter case, white space and bare multi-points are taken`() throws {
    #expect(
      try Geometry(wkt: " \n MultiPoint ( 1  2 ,( 3 4 ),EMPTY )\t")
        == .multiPoint([
          Position(longitude: 1, latitude: 2), Position(longitude: 3, latitude: 4),
        ]))
    #expect(try Geometry(wkt: "point empty") == .multiPoint([]))
  }

  @Test func `every geometry comes back`() throws {
    var random = SeededGenerator(seed: 31)
    for _ in 0..<500 {
      let geometry = random.geometry()
      #expect(try Geometry(wkt: geometry.wkt) == geometry, "seed \(random.seed)")
    }
  }

  @Test(arguments: [
    ("", GeometryFault.unexpectedEnd, 0), ("POINT", .unexpectedEnd, 5),
    ("POINT(1 2", .unexpectedEnd, 9), ("POINT(1 2)'; DROP TABLE t; --", .trailing, 10),
    ("POINT(1 2))", .trailing, 10), ("POINT(nan 2)", .unexpected("'n'", wanted: "a number"), 6),
    ("POINT(1e400 2)", .badNumber, 6),
    ("POINT(0x1p3 2)", .unexpected("'x'", wanted: "a number"), 7),
    ("POINT(1 inf)", .unexpected("'i'", wanted: "a number"), 8),
    ("POINT(1-2 3)", .badNumber, 6), ("POINT(1 2 3)", .notTwoDimensional, 10),
    ("POINT Z(1 2 3)", .notTwoDimensional, 6), ("POINTZ(1 2 3)", .notTwoDimensional, 0),
    ("CIRCULARSTRING(1 2,3 4)", .unknownType("CIRCULARSTRING"), 0),
    ("SRID=4326;POINT(1 2)", .unknownType("SRID"), 0),
    ("POINT(181 2)", .outsideWorld(longitude: 181, latitude: 2), 6),
    ("POINT(1 -90.001)", .outsideWorld(longitude: 1, latitude: -90.001), 6),
    ("LINESTRING(1 2)", .lineTooShort, 10), ("POLYGON((0 0,1 0,1 1,0 1))", .ringNotClosed, 8),
    ("POLYGON((0 0,1 0,0 0))", .ringTooShort(count: 3), 8),
    ("POLYGON(EMPTY,(0 0,1 0,1 1,0 0))", .holesWithoutExterior, 7),
    ("POINT NONE", .unexpected("'N'", wanted: "'(' or EMPTY"), 6),
    ("LINESTRING(1 2;3 4)", .unexpected("';'", wanted: "',' or ')'"), 14),
    ("MULTIPOINT()", .unexpected("')'", wanted: "a number"), 11),
    ("POINT(1\u{2003}2)", .unexpected("byte 0xe2", wanted: "a number"), 7),
  ])
  func `a text outside the grammar is refused at its byte`(
    text: String, reason: GeometryFault, offset: Int
  ) {
    #expect(fault(text) == .refused(reason, at: .byte(offset)))
  }

  @Test func `every prefix of a geometry is refused`() {
    var random = SeededGenerator(seed: 32)
    for _ in 0..<40 {
      let text = random.geometry(nesting: 2).wkt
      for count in 0..<text.utf8.count {
        let cut = String(decoding: text.utf8.prefix(count), as: UTF8.self)
        #expect(fault(cut) != nil, "\(cut), seed \(random.seed)")
      }
    }
  }

  @Test func `damaged text is read or refused, never fatal`() {
    var random = SeededGenerator(seed: 33)
    for _ in 0..<3_000 {
      var bytes = Array(random.geometry().wkt.utf8)
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(
          in: 0...255, using: &random)
      }
      if let geometry = try? Geometry(wkt: String(decoding: bytes, as: UTF8.self)) {
        geometry.forEachPosition { #expect($0.isValid) }
      }
    }
  }

  @Test func `nesting is bounded`() {
    func nested(_ depth: Int) -> String {
      String(repeating: "GEOMETRYCOLLECTION(", count: depth) + "POINT(1 2)"
        + String(repeating: ")", count: depth)
    }
    #expect(fault(nested(32)) == nil)
    #expect(fault(nested(33)) == .refused(.tooDeep(limit: 32), at: .byte(33 * 19 - 1)))
    #expect(fault(nested(100_000)) == .refused(.tooDeep(limit: 32), at: .byte(33 * 19 - 1)))
  }

  @Test func `a geometry is read out of a longer text`() throws {
    var reader = WKTReader(bytes: Array("S_WITHIN(geom, POINT(43 36))".utf8), offset: 15)
    #expect(try reader.readGeometry() == .point(Position(longitude: 43, latitude: 36)))
    #expect(reader.offset == 27)
  }

  @Test func `a third ordinate is dropped where that is asked for, a fourth and M never`() throws {
    func reading(_ text: String) throws -> Geometry {
      var reader = WKTReader(bytes: Array(text.utf8), altitude: .dropped)
      return try reader.readGeometry()
    }
    #expect(try reading("POINT(43 36 250)") == Geometry(wkt: "POINT(43 36)"))
    #expect(try reading("POINT Z (43 36 250)") == Geometry(wkt: "POINT(43 36)"))
    #expect(
      try reading("LINESTRING(43 36 1, 44 37)") == Geometry(wkt: "LINESTRING(43 36,44 37)"))
    for text in ["POINT(43 36 250 1)", "POINT M (43 36 250)", "POINT ZM (43 36 250 1)"] {
      #expect(throws: SimpleFeaturesError.self) { try reading(text) }
    }
  }

  @Test func `ordinates of another reference system are turned before they are checked`() throws {
    var reader = WKTReader(bytes: Array("POINT(36 143)".utf8)) {
      Position(longitude: $0.latitude, latitude: $0.longitude)
    }
    #expect(try reader.readGeometry() == .point(Position(longitude: 143, latitude: 36)))
  }

  @Test func `the error is one line with place and reason`() {
    #expect(
      fault("POINT(200 2)").map(String.init(describing:))
        == "geometry refused at byte 6: longitude 200.0, latitude 2.0 is outside ±180, ±90")
  }
}
