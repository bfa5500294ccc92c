import Foundation
import JSONText
import TestSupport
import Testing

@Suite("sijil filter")
struct FilterTests {
  private static let features = [
    #"{"type":"Feature","id":"a","properties":{"n":1,"day":"2017-03-17","town":"Mosul","tags":["x"]},"geometry":{"type":"Point","coordinates":[43.1,36.3]}}"#,
    #"{"type":"Feature","id":"b","properties":{ "n": 2.50 , "town":null},"geometry":{"type":"Polygon","coordinates":[[[0,0],[2,0],[2,2],[0,2],[0,0]]]}}"#,
    #"{"type":"Feature","id":3,"properties":null,"geometry":null}"#,
  ]
  private static let collection =
    #"{"type":"FeatureCollection","name":"é","features":["# + "\n"
    + features.joined(separator: ",\n") + "\n], \"after\": {\"features\": [1]}}\n"

  private func withProgram(_ body: (Program) throws -> Void) throws {
    let program = try Program()
    defer { program.remove() }
    try body(program)
  }

  private func file(_ text: String, _ program: Program, _ name: String = "in.geojson") throws -> URL
  {
    let url = program.folder.appending(path: name)
    try Data(text.utf8).write(to: url)
    return url
  }

  @Test(
    "the answer is that of the filter, the features byte for byte",
    arguments: [
      ("n > 1", [1]), ("n IS NULL", [2]), ("n < 100 AND NOT (town = 'Mosul')", []),
      ("town = 'Mosul' OR n = 2.5", [0, 1]), ("id = 'b' OR id = 3", [1, 2]),
      ("day >= DATE('2017-03-01')", [0]), ("A_CONTAINS(tags, ('x'))", [0]),
      ("S_INTERSECTS(geometry, BBOX(43, 36, 44, 37))", [0]),
      ("S_WITHIN(POINT(1 1), geometry)", [1]), ("S_WITHIN(POINT(0 1), geometry)", []),
      ("S_TOUCHES(geometry, POINT(0 1))", [1]),
      ("S_WITHIN(geometry, POLYGON((-1 -1, 3 -1, 3 3, -1 3, -1 -1)))", [1]),
      ("geometry IS NULL", [2]),
    ])
  func answers(filter: String, expected: [Int]) throws {
    try withProgram { program in
      let outcome = try program.run(
        ["filter", "--filter", filter], input: try file(Self.collection, program))
      #expect(outcome.status == (expected.isEmpty ? 1 : 0), "\(outcome.errors)")
      let matching = expected.map { "\n" + Self.features[$0] }.joined(separator: ",")
      #expect(
        outcome.text == #"{"type":"FeatureCollection","name":"é","features":["# + matching
          + "\n" + #"], "after": {"features": [1]}}"# + "\n")
    }
  }

  @Test("sequences keep their framing", arguments: ["", "\u{1E}"])
  func sequences(separator: String) throws {
    try withProgram { program in
      let text = Self.features.map { separator + $0 + "\n" }.joined()
      let path = try file(text, program, "in.geojsonl").path
      let outcome = try program.run("filter", path, "--filter", "id <> 'b'")
      #expect(outcome.text == separator + Self.features[0] + "\n")
      let json = #"{"op":"=","args":[{"property":"id"},3]}"#
      let other = try program.run(
        "filter", path, "--filter", json, "--filter-lang", "cql2-json")
      #expect(other.text == separator + Self.features[2] + "\n", "\(other.errors)")
    }
  }

  @Test("faults are told with their place, and the exit code says whose they are")
  func faults() throws {
    try withProgram { program in
      let path = try file(Self.collection, program).path
      let usage = try program.run("filter", path, "--filter", "n > = 2")
      #expect(usage.status == 64)
      #expect(
        usage.errors
          == "sijil: filter refused at byte 4: found '=', wanted a value or a predicate\nn > = 2\n    ^\n"
      )
      #expect(try program.run("filter", path).status == 64)
      let missing = try program.run("filter", "nowhere", "--filter", "n = 1")
      #expect(missing.status == 2)
      #expect(missing.errors == "sijil: cannot read nowhere: No such file or directory\n")
      let cut = try file(String(Self.collection.prefix(200)), program, "cut.geojson").path
      let broken = try program.run("filter", cut, "--filter", "n = 1")
      #expect(broken.status == 2)
      #expect(broken.errors.contains("ends early at byte"), "\(broken.errors)")
      let lines = try file(
        Self.features[0] + "\n" + #"{"type":"Feature","properties":{"n":01}}"# + "\n", program,
        "bad.geojsonl"
      ).path
      let bad = try program.run("filter", lines, "--filter", "n = 1")
      #expect(bad.status == 2)
      #expect(bad.text == Self.features[0] + "\n")
      #expect(bad.errors.contains("bad.geojsonl: feature 2: "), "\(bad.errors)")
      let mixed = try file(
        #"{"type":"Feature","properties":{},"geometry":{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1,1]},{"type":"LineString","coordinates":[[0,0],[2,2]]}]}}"#,
        program, "mixed.geojson"
      ).path
      let undecided = try program.run(
        "filter", mixed, "--filter", "S_CROSSES(geometry, LINESTRING(0 2, 2 0))")
      #expect(undecided.status == 2)
      #expect(
        undecided.errors.contains("feature 1 at byte 0: S_CROSSES: "), "\(undecided.errors)")
    }
  }

  @Test("a reader that goes away is no failure")
  func brokenPipe() throws {
    try withProgram { program in
      let pipe = Pipe()
      try pipe.fileHandleForReading.close()
      let process = try program.start(
        ["filter", try file(Self.collection, program).path, "--filter", "n = 1"], output: pipe,
        errors: FileHandle.nullDevice)
      process.waitUntilExit()
      #expect(process.terminationStatus == 0)
    }
  }

  @Test(
    "the answers are OGR's",
    .enabled(if: hasTool("ogr2ogr"), "ogr2ogr is not installed: scripts/bootstrap test"),
    arguments: [
      ("n < 30", "n < 30"),
      ("n BETWEEN 10 AND 20 OR word = 'w3'", "n BETWEEN 10 AND 20 OR word = 'w3'"),
      ("word LIKE 'w1%' AND n > 50", "word LIKE 'w1%' AND n > 50"),
      (
        "word IN ('w2', 'w5') AND n IS NOT NULL AND NOT n > 150",
        "word IN ('w2', 'w5') AND n IS NOT NULL AND NOT (n > 150)"
      ),
      ("n IS NULL", "n IS NULL"), ("share * 2 > 1.5", "share * 2 > 1.5"),
      ("n IS NULL OR n <> 7", "n IS NULL OR n <> 7"),
    ])
  func differential(filter: String, sql: String) throws {
    try withProgram { program in
      let input = try file(Self.stream(of: 300), program)
      let ours = try ids(program.run("filter", input.path, "--filter", filter).json())
      let output = program.folder.appending(path: "ogr.geojson").path
      _ = try runTool("ogr2ogr", ["-f", "GeoJSON", output, input.path, "-where", sql])
      let theirs = try ids(
        JSONValue(parsing: [UInt8](Data(contentsOf: URL(fileURLWithPath: output)))))
      #expect(!ours.isEmpty)
      #expect(ours == theirs)
    }
  }

  @Test(
    "spatial answers are OGR's",
    .enabled(if: hasTool("ogr2ogr"), "ogr2ogr is not installed: scripts/bootstrap test"),
    arguments: ["Intersects", "Within", "Disjoint", "Touches"])
  func spatial(relation: String) throws {
    try withProgram { program in
      let input = try file(Self.stream(of: 300), program)
      let area = "POLYGON((42 35, 44 35, 45.5 37, 43 38, 42 35))"
      let ours = try ids(
        program.run(
          "filter", input.path, "--filter", "S_\(relation.uppercased())(geometry, \(area))"
        ).json())
      let output = program.folder.appending(path: "ogr.geojson").path
      _ = try runTool(
        "ogr2ogr",
        [
          "-f", "GeoJSON", output, input.path, "-dialect", "SQLite", "-sql",
          "SELECT * FROM \"in\" WHERE ST_\(relation)(geometry, GeomFromText('\(area)'))",
        ])
      let theirs = try ids(
        JSONValue(parsing: [UInt8](Data(contentsOf: URL(fileURLWithPath: output)))))
      #expect(ours == theirs)
    }
  }

  @Test("memory stays flat over 100,000 features of one collection")
  func flat() throws {
    try withProgram { program in
      let (small, large) = (try peak(1_000, program), try peak(100_000, program))
      print("peak memory of sijil filter: \(small) kB for 1,000 features, \(large) kB for 100,000")
      // 20 MB of features may not cost more than the pieces they come in.
      #expect(large < small + 8_192)
    }
  }

  /// The most memory that the program held, in kB, and its answer checked on the way.
  private func peak(_ count: Int, _ program: Program) throws -> Int {
    let input = try file(Self.stream(of: count), program, "\(count).geojson")
    let pipe = Pipe()
    let process = try program.start(
      ["filter", input.path, "--filter", "S_INTERSECTS(geometry, BBOX(0, 0, 90, 90))"],
      output: pipe, errors: FileHandle.nullDevice)
    // The answer is read piece by piece; the last look before the end is the greatest.
    var most = 0
    var features = 0
    while let data = try pipe.fileHandleForReading.read(upToCount: 1 << 16), !data.isEmpty {
      features += data.count { $0 == UInt8(ascii: "\n") }
      let status = try? String(
        contentsOfFile: "/proc/\(process.processIdentifier)/status", encoding: .utf8)
      let line = status?.split(separator: "\n").first { $0.hasPrefix("VmHWM") }
      most = max(most, line?.split(separator: " ").compactMap { Int($0) }.first ?? 0)
    }
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    #expect(features == count + 1)
    try #require(most > 0)
    return most
  }

  /// A collection of random features, the same in every run.
  private static func stream(of count: Int) -> String {
    var random = SeededGenerator(seed: 0xF117E5)
    var text = #"{"type":"FeatureCollection","features":["#
    for index in 0..<count {
      let n = random.isOnce(in: 9) ? "null" : "\(random.integer(in: 0...200))"
      let east = Double(random.integer(in: 4_100...4_600)) / 100
      let north = Double(random.integer(in: 3_400...3_900)) / 100
      let geometry =
        random.isOnce(in: 3)
        ? #"{"type":"Polygon","coordinates":[[[\#(east),\#(north)],[\#(east + 0.5),\#(north)],[\#(east),\#(north + 0.5)],[\#(east),\#(north)]]]}"#
        : #"{"type":"Point","coordinates":[\#(east),\#(north)]}"#
      text +=
        (index == 0 ? "\n" : ",\n")
        + #"{"type":"Feature","id":\#(index),"properties":{"key":\#(index),"n":\#(n),"word":"w\#(random.integer(in: 0...19))","share":\#(Double(random.integer(in: 0...100)) / 100)},"geometry":\#(geometry)}"#
    }
    return text + "]}\n"
  }

  private func ids(_ value: JSONValue) throws -> [Int] {
    let features = try #require(value.object?["features"]?.array)
    return features.compactMap { $0.object?["properties"]?.object?["key"]?.integer }.sorted()
  }
}
