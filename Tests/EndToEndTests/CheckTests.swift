import Foundation
import JSONText
import TestSupport
import Testing

@Suite("sijil check")
struct CheckTests {
  private func check(
    _ text: String, _ name: String, _ options: String...
  ) throws -> Program.Outcome {
    let program = try Program()
    defer { program.remove() }
    try Data(text.utf8).write(to: program.folder.appending(path: name))
    return try program.run(["check", name] + options)
  }

  private static func feature(_ geometry: String, _ rest: String = "") -> String {
    #"{"type":"Feature","properties":{},"geometry":\#(geometry)\#(rest)}"#
  }

  private static func polygon(_ rings: String) -> String {
    feature(#"{"type":"Polygon","coordinates":[\#(rings)]}"#)
  }

  @Test(
    "each rule has its code and its place",
    arguments: [
      (
        polygon("[[0,0],[2,2],[2,0],[0,2],[0,0]]"),
        "GEOMETRY_SELF_INTERSECTION: edges cross at 1.0, 1.0"
      ),
      (polygon("[[0,0],[2,0],[2,2]]"), "geometry.coordinates[0]: GEOMETRY_RING_OPEN: "),
      (polygon("[[0,0],[2,0],[0,0]]"), "geometry.coordinates[0]: GEOMETRY_TOO_SHORT: "),
      (polygon("[[0,0],[0,2],[2,2],[0,0]]"), "geometry: GEOJSON_WINDING: an outer ring"),
      (
        polygon("[[0,0],[9,0],[9,9],[0,9],[0,0]],[[1,1],[2,1],[2,2],[1,1]]"),
        "geometry: GEOJSON_WINDING: a hole"
      ),
      (
        polygon("[[0,0],[9,0],[9,9],[0,9],[0,0]],[[20,1],[20,2],[21,2],[20,1]]"),
        "geometry: GEOMETRY_HOLE: "
      ),
      (
        feature(#"{"type":"Point","coordinates":[181,0]}"#),
        "geometry.coordinates: GEOMETRY_OUTSIDE_WORLD: "
      ),
      (
        feature(#"{"type":"LineString","coordinates":[[179,0],[-179,0]]}"#),
        "geometry: GEOMETRY_ANTIMERIDIAN: "
      ),
      (feature(#"{"type":"LineString","coordinates":[[1,0]]}"#), "GEOMETRY_TOO_SHORT: "),
      (feature(#"{"type":"Point","coordinates":["1",0]}"#), "GEOMETRY_FORM: "),
      (feature(#"{"type":"Circle","coordinates":[1,0]}"#), "geometry: GEOMETRY_FORM: "),
      (feature("null", #","crs":{}"#), "crs: GEOJSON_CRS: "),
      (feature("null", #","bbox":[1,2,3]"#), "bbox: GEOJSON_BBOX: "),
      (feature("null", #","id":[1]"#), "id: GEOJSON_ID_TYPE: "),
      (feature("null", #","features":[]"#), "features: GEOJSON_MEMBER: "),
      (feature("null", #","a":1,"a":2"#), "JSON_DUPLICATE_NAME: "),
      (feature("null", #","a":01"#), "JSON_SYNTAX: "),
      (#"{"type":"Feature","geometry":null}"#, "properties: GEOJSON_MEMBER: "),
      (#"{"kind":"Feature"}"#, "type: GEOJSON_TYPE: "),
    ])
  func rules(feature: String, expected: String) throws {
    let text =
      #"{"type":"FeatureCollection","features":["# + Self.feature("null") + ",\n" + feature + "]}"
    let outcome = try check(text, "in.geojson")
    #expect(outcome.status == 1)
    #expect(outcome.lines.count == 3, "\(outcome.text)")
    #expect(outcome.lines[0].hasPrefix("in.geojson: feature 2, byte "), "\(outcome.text)")
    #expect(outcome.lines[0].contains(expected), "\(outcome.text)")
    #expect(outcome.lines[1] == "in.geojson: 2 checked, 1 problem")
  }

  @Test("what is clean is told so, in every form, with exit code 0")
  func clean() throws {
    let feature = Self.feature(#"{"type":"Point","coordinates":[1,2,3]}"#, #","id":1"#)
    let other = Self.feature(#"{"type":"Point","coordinates":[1,2]}"#, #","id":"1""#)
    let box = #"{"type":"LineString","coordinates":[[-180,0],[180,0]]}"#
    for (name, text, count) in [
      ("a.geojson", #"{"type":"FeatureCollection","features":[\#(feature),\#(other)]}"#, 2),
      ("a.geojsonl", feature + "\n" + other + "\n", 2), ("a.geojson", box, 1),
      ("a.geojsons", "\u{1E}" + feature + "\n\u{1E}" + other + "\n", 2), ("a.json", "[1]", 1),
      ("b.json", feature, 1), ("a.wkt", "# two\nPOINT(1 2)\n\nLINESTRING(0 0, 1 1)", 2),
      ("a.csv", "a,b\n1,2\n", 1), ("a.csv", "id,date,lon,lat,radius_m\nx,2017,1,2,3\n", 1),
    ] {
      let outcome = try check(text, name)
      #expect(outcome.status == 0, "\(outcome.text)")
      #expect(outcome.text.hasSuffix("\(name): \(count) checked, no problems\n"), "\(outcome.text)")
    }
  }

  @Test("a stream goes on after a bad feature, and says where it cannot")
  func streams() throws {
    let good = Self.feature("null", #","id":7"#)
    let lines = try check(good + "\n{\"a\"\n" + good + "\n", "in.geojsonl")
    #expect(lines.lines[0].contains("feature 2, byte"), "\(lines.text)")
    #expect(lines.lines[0].contains("JSON_SYNTAX"), "\(lines.text)")
    #expect(lines.lines[1].contains("feature 3, byte"), "\(lines.text)")
    #expect(lines.lines[1].contains("GEOJSON_ID_REPEATED: an earlier feature has the id 7 too"))
    let cut = try check(#"{"type":"FeatureCollection","features":[{"#, "in.geojson")
    #expect(cut.status == 1)
    #expect(
      cut.text
        == "in.geojson: byte 41: GEOJSON_STREAM_BROKEN: the stream ends early at byte 41\n"
        + "in.geojson: what follows was not checked\nin.geojson: 0 checked, 1 problem\n")
    let old = try check(
      #"{"type":"FeatureCollection","crs":{},"geometry":1,"features":[]}"#, "in.geojson")
    #expect(old.lines[0].hasPrefix("in.geojson: crs: GEOJSON_CRS"), "\(old.text)")
    #expect(old.lines[1].hasPrefix("in.geojson: geometry: GEOJSON_MEMBER"), "\(old.text)")
  }

  @Test("other texts are told by line and byte")
  func texts() throws {
    let wkt = try check(
      "POINT(1 2)\r\nPOINT(1)\nPOLYGON((0 0, 2 2, 2 0, 0 2, 0 0))\nPOINT(1 95)\n", "in.wkt")
    #expect(wkt.status == 1)
    #expect(wkt.lines[0].hasPrefix("in.wkt: line 2, byte 19: WKT_SYNTAX: "), "\(wkt.text)")
    #expect(wkt.lines[1].hasPrefix("in.wkt: line 3, byte 21: GEOMETRY_SELF_INTERSECTION: "))
    #expect(wkt.lines[2].contains("line 4, byte ") && wkt.lines[2].contains("OUTSIDE_WORLD"))
    let form = try check("a,b\n1\n2,\"x\n", "in.csv")
    #expect(form.lines[0].hasPrefix("in.csv: line 2: CSV_FORM: the row has 1 cell"), "\(form.text)")
    #expect(form.lines[1].hasPrefix("in.csv: line 3, b: CSV_FORM: the file ends"), "\(form.text)")
    let value = try check("id,date,lon,lat,radius_m\nx,never,1,2,3\n", "in.csv")
    #expect(value.lines[0].hasPrefix("in.csv: line 2, date: CSV_VALUE: "), "\(value.text)")
    let json = try check("{\"a\":1,\"a\":2}", "in.json")
    #expect(json.lines[0].hasPrefix("in.json: byte 7: JSON_DUPLICATE_NAME: "), "\(json.text)")
  }

  @Test("as JSON, with a limit that is announced")
  func json() throws {
    let bad = Self.feature(#"{"type":"Point","coordinates":[181,0]}"#)
    let text = Array(repeating: bad, count: 5).joined(separator: "\n")
    let object = try #require(
      try check(text, "in.geojsonl", "--format", "json", "--limit", "2").json().object)
    #expect(object["problem_count"]?.integer == 5)
    #expect(object["unprinted"]?.integer == 3)
    #expect(object["checked"]?.integer == 5)
    let problems = try #require(object["problems"]?.array)
    #expect(problems.compactMap { $0.object?["feature"]?.integer } == [1, 2])
    #expect(problems[0].object?["code"]?.string == "GEOMETRY_OUTSIDE_WORLD")
    #expect(problems[0].object?["line"]?.isNull == true)
    for (limit, text) in [("0", text), ("1", Self.feature("null"))] {
      let empty = try #require(
        try check(text, "in.geojsonl", "--format", "json", "--limit", limit).json().object)
      #expect(empty["problems"]?.array == [])
    }
    let plain = try check(text, "in.geojsonl", "--limit", "0")
    #expect(
      plain.text == "in.geojsonl: and 5 more problems, not printed: see --limit\n"
        + "in.geojsonl: 5 checked, 5 problems\n")
  }

  @Test("tiles and archives are checked by every rule of theirs")
  func tiles() throws {
    let program = try Program()
    defer { program.remove() }
    let archive = Repository.root.appending(path: "tiles/mosul.pmtiles")
    let sound = try program.run("check", archive.path)
    #expect(sound.status == 0 && sound.text.contains(" checked, no problems"), "\(sound.text)")
    #expect(try program.run("tiles", "unpack", "folder", "--archive", archive.path).status == 0)
    let tile = "folder/0/0/0.mvt"
    let good = try program.run("check", tile)
    #expect(good.status == 0 && !good.text.contains(": 0 checked"), "\(good.text)")
    let file = program.folder.appending(path: tile)
    try (try Data(contentsOf: file).dropLast(9)).write(to: file)
    let cut = try program.run("check", tile)
    #expect(cut.status == 1 && cut.text.contains(": MVT_BROKEN: "), "\(cut.text)")
    var bytes = try Data(contentsOf: archive)
    bytes[72] ^= 1
    try bytes.write(to: program.folder.appending(path: "broken.pmtiles"))
    let broken = try program.run("check", "broken.pmtiles")
    #expect(broken.status == 1, "\(broken.text)")
    #expect(
      broken.lines[0].hasPrefix("broken.pmtiles: byte 72, count"), "\(broken.text)")
    #expect(broken.lines[0].contains(": PMTILES_BROKEN: "), "\(broken.text)")
  }

  @Test("what cannot be read is 2, wrong usage 64")
  func unreadable() throws {
    let program = try Program()
    defer { program.remove() }
    #expect(try program.run("check", "nowhere.geojson").status == 2)
    try Data("x".utf8).write(to: program.folder.appending(path: "x.gpkg"))
    let none = try program.run("check", "x.gpkg")
    #expect(try program.run("check", "x.gpkg", "--format", "json").output.isEmpty)
    #expect(none.status == 2 && none.errors.contains("is no GeoPackage"), "\(none.errors)")
    #expect(try program.run("check", "x.gpkg", "--limit", "-1").status == 64)
    #expect(try program.run("check", "-").status == 64)
    #expect(try program.run("check", "-", "--type", "fgb").status == 64)
  }

  @Test("the bundled data and what we export are clean, in every format")
  func ours() async throws {
    try await withStore { program in
      for format in ["geojson", "geojsonseq", "fgb", "gpkg", "csv"] {
        let name = "all.\(format)"
        #expect(try program.run("export", "--format", format, "--output", name).status == 0)
        let outcome = try program.run("check", name)
        #expect(outcome.text == "\(name): 76 checked, no problems\n", "\(outcome.text)")
      }
      let areas = try program.run(
        "check", Repository.data.appending(path: "areas.geojson").path)
      #expect(areas.status == 0, "\(areas.text)")
    }
  }
}
