import Foundation
import JSONText
import TestSupport
import Testing

@Suite("sijil import of layers")
struct ImportTests {
  private static let csv =
    "Ref,Day,X,Y,Dead\nm-1,2017-03-17,43.1,36.3,4\nm-2,2017-03-18,43.2,36.4,\n"

  @Test(
    "an export comes back as what is held already, told by its name or its columns",
    arguments: ["geojson", "geojsonl", "fgb", "gpkg", "csv"])
  func duplicates(name: String) async throws {
    try await withStore { program in
      let format = name == "geojsonl" ? "geojsonseq" : name
      let file = program.folder.appending(path: "all.\(name)").path
      #expect(try program.run("export", "--format", format, "--output", file).status == 0)
      let outcome = try program.run("import", file)
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(
        outcome.text
          == "all.\(name): 76 rows = 0 stored + 0 refused + 76 duplicates\n", "\(outcome.text)")
    }
  }

  @Test("a mapping says which column is what, and a second run stores nothing")
  func mapping() async throws {
    try await withStore { program in
      try Data(Self.csv.utf8).write(to: program.folder.appending(path: "list.csv"))
      let mapping =
        #"{"columns":{"id":"Ref","date":"Day","lon":"X","lat":"Y","killed_min":"Dead"},"defaults":{"radius_m":100}}"#
      try Data(mapping.utf8).write(to: program.folder.appending(path: "map.json"))
      let arguments = ["import", "list.csv", "--mapping", "map.json"]
      #expect(
        try program.run(arguments).text
          == "list.csv: 2 rows = 2 stored + 0 refused + 0 duplicates\n")
      #expect(
        try program.run(arguments).text
          == "list.csv: 2 rows = 0 stored + 0 refused + 2 duplicates\n")
      let dossier = try #require(
        try program.run("show", "m-1", "--format", "json").json().object)
      #expect(dossier["killed"]?.object?["min"]?.integer == 4)
      #expect(dossier["killed"]?.object?["max"]?.integer == 4)
    }
  }

  @Test("wrong use is told in one line")
  func usage() async throws {
    try await withStore { program in
      try Data(Self.csv.utf8).write(to: program.folder.appending(path: "list.csv"))
      try Data("{}".utf8).write(to: program.folder.appending(path: "map.json"))
      func run(_ arguments: String...) throws -> Program.Outcome {
        let outcome = try program.run(["import"] + arguments)
        #expect(outcome.errors.split(separator: "\n").count == 1, "\(outcome.errors)")
        return outcome
      }
      #expect(try run("list.csv").status == 64)
      #expect(try run("list.csv", "--layer", "x", "--schema", "csv").status == 64)
      #expect(try run("list.csv", "--mapping", "map.json", "--schema", "ucdp-ged").status == 64)
      let mapping = try run("list.csv", "--mapping", "map.json")
      #expect(mapping.status == 2 && mapping.errors.contains("map.json: no mapping: "))
      // The store has several layers, and a file that is none is told so.
      try FileManager.default.copyItem(
        at: program.folder.appending(path: "sijil.gpkg"),
        to: program.folder.appending(path: "copy.gpkg"))
      let layers = try run("copy.gpkg")
      #expect(layers.status == 2)
      #expect(layers.errors.contains("name one of claims, incidents, places"), "\(layers.errors)")
      let none = try run("list.csv", "--schema", "gpkg")
      #expect(none.status == 2 && none.errors.contains("is no GeoPackage"), "\(none.errors)")
      let broken = try run("list.csv", "--schema", "geojson")
      #expect(broken.status == 2 && broken.errors.contains("list.csv: byte 0: "))
    }
  }

  @Test(
    "layers that GDAL wrote are read, in the formats that it writes",
    .enabled(if: hasTool("ogr2ogr"), "ogr2ogr is not installed: scripts/bootstrap test"),
    arguments: [
      ("GeoJSON", "geojson"), ("GeoJSONSeq", "geojsonl"), ("FlatGeobuf", "fgb"), ("GPKG", "gpkg"),
    ])
  func fromGDAL(driver: String, name: String) async throws {
    try await withStore { program in
      let all = program.folder.appending(path: "all.geojson").path
      #expect(try program.run("export", "--format", "geojson", "--output", all).status == 0)
      let file = program.folder.appending(path: "gdal.\(name)").path
      _ = try runTool(
        "ogr2ogr",
        [
          "-f", driver, file, all, "-nln", "strikes", "-dialect", "SQLite", "-sql",
          "SELECT 'g-' || id AS id, title, kind, event_start, event_end, killed_min, "
            + "killed_max, radius_m, location_scale, geometry FROM \"all\"",
        ])
      let outcome = try program.run("import", file)
      #expect(
        outcome.text == "gdal.\(name): 76 rows = 76 stored + 0 refused + 0 duplicates\n",
        "\(outcome.errors)")
      let ours = try figures(program, "CI550")
      #expect(ours == (try figures(program, "g-CI550")))
    }
  }

  private func figures(_ program: Program, _ id: String) throws -> [Int?] {
    let dossier = try #require(try program.run("show", id, "--format", "json").json().object)
    return ["min", "max"].map { dossier["killed"]?.object?[$0]?.integer }
  }
}
