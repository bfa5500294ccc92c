import Foundation
import TestSupport
import Testing

@Suite("What GDAL makes of the store and the exports")
struct OtherToolsTests {
  @Test(
    "ogrinfo lists the layers with counts and geometry types",
    .enabled(if: hasTool("ogrinfo"), "ogrinfo is not installed: scripts/bootstrap test"))
  func layers() async throws {
    try await withStore { program in
      let store = program.folder.appending(path: "sijil.gpkg").path
      let incidents = try runTool("ogrinfo", ["-ro", "-so", store, "incidents"])
      #expect(incidents.contains("Feature Count: 76"))
      #expect(incidents.contains("Geometry: Point"))
      for layer in ["places", "claims"] {
        #expect(try runTool("ogrinfo", ["-ro", "-so", store, layer]).contains("Feature Count:"))
      }
      let index = try runTool(
        "ogrinfo",
        ["-ro", "-q", store, "-sql", "SELECT HasSpatialIndex('incidents', 'geom') AS indexed"])
      #expect(index.contains("(Integer) = 1"))
    }
  }

  @Test(
    "Every export is read by GDAL with every incident in it",
    .enabled(if: hasTool("ogrinfo"), "ogrinfo is not installed: scripts/bootstrap test"),
    arguments: ["geojson", "geojsonseq", "csv", "kml", "fgb", "gpkg"], [true, false])
  func exports(format: String, toFile: Bool) async throws {
    try await withStore { program in
      let file = program.folder.appending(path: "all.\(format)")
      if toFile || format == "gpkg" {
        let exported = try program.run("export", "--format", format, "--output", file.path)
        #expect(exported.status == 0 && exported.output.isEmpty, "\(exported.errors)")
        // What stands there is never written over.
        let again = try program.run("export", "--format", format, "--output", file.path)
        #expect(again.status == 2 && again.errors.contains("exists already"), "\(again.errors)")
      } else {
        let exported = try program.run("export", "--format", format)
        #expect(exported.status == 0)
        try Data(exported.output).write(to: file)
      }
      let summary = try runTool("ogrinfo", ["-ro", "-so", "-al", file.path])
      #expect(summary.contains("Feature Count: 76"))
    }
  }

  @Test(
    "The four UCDP files are 16,566 events, and a second run stores nothing new",
    .enabled(if: Repository.sharedData("ucdp-ged-syria-2016.csv") != nil, "../shared is absent"))
  func ucdp() async throws {
    try await withStore { program in
      var stored = 0
      for year in 2016...2019 {
        let file = try #require(Repository.sharedData("ucdp-ged-syria-\(year).csv"))
        let outcome = try program.run("import", file.path, "--schema", "ucdp-ged")
        #expect(outcome.status == 0, "\(outcome.errors)")
        stored += try counts(outcome.text).stored
      }
      #expect(stored == 16_566)
      let file = try #require(Repository.sharedData("ucdp-ged-syria-2019.csv"))
      let again = try counts(try program.run("import", file.path, "--schema", "ucdp-ged").text)
      #expect(again.stored == 0)
      #expect(again.rowsIn == again.duplicates + again.refused)
    }
  }

  @Test(
    "The Iraqi places are 21,675 rows, each stored, refused or a duplicate",
    .enabled(if: Repository.sharedData("iraq-places-whosonfirst.csv") != nil, "../shared is absent")
  )
  func places() async throws {
    try await withStore { program in
      let file = try #require(Repository.sharedData("iraq-places-whosonfirst.csv"))
      let outcome = try program.run("import", file.path, "--schema", "places-csv")
      #expect(outcome.status == 0, "\(outcome.errors)")
      let counts = try counts(outcome.text)
      #expect(counts.rowsIn == 21_675)
      #expect(counts.rowsIn == counts.stored + counts.refused + counts.duplicates)
    }
  }

  /// `FILE: N rows = S stored + R refused + D duplicates`.
  private func counts(
    _ text: String
  ) throws -> (rowsIn: Int, stored: Int, refused: Int, duplicates: Int) {
    let line = try #require(text.split(separator: "\n").first { $0.contains(" rows = ") })
    let numbers = try #require(line.split(separator: ":").last)
      .split(separator: " ").compactMap { Int($0) }
    try #require(numbers.count == 4)
    return (numbers[0], numbers[1], numbers[2], numbers[3])
  }
}
