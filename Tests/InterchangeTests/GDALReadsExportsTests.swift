import Foundation
import Interchange
import JSONText
import TestSupport
import Testing

@Suite(.enabled(if: Tool.ogrinfo != nil && Tool.ogr2ogr != nil, "GDAL's tools are not installed"))
struct GDALReadsExportsTests {
  @Test(arguments: [ExportFormat.geojson, .geojsonseq, .csv])
  func `GDAL finds every incident of the file`(format: ExportFormat) throws {
    let text = try summary(of: format)
    #expect(text.contains("Feature Count: 3"), "\(text)")
    #expect(text.contains("killed_min"), "\(text)")
    if format != .csv {
      #expect(text.contains("Geometry: Point"), "\(text)")
      #expect(text.contains("Extent: (0.000000, 36.300000) - (43.123457, 90.000000)"), "\(text)")
    }
  }

  @Test(.enabled(if: Tool.gdalHasDriver("LIBKML"), "GDAL has no LIBKML driver"))
  func `GDAL reads placemarks with their types, spans and both geometries`() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(try ExportFixture.encode(ExportFormat.kml.makeEncoder()), "a.kml")
    let text = try #require(Tool.ogrinfo).run(["-ro", "-al", file.path])
    #expect(text.contains("Feature Count: 3"), "\(text)")
    for line in [
      "Name (String) = =SUM(1), \"Jadida\"", "killed_min (Integer) = 40",
      "killed_max_open (Integer) = 0", "share (Real) = 0.25",
      "begin (DateTime) = 2017/03/17", "attributed_to (String) = US-led Coalition|Iraqi forces",
      "claim_count (Integer) = 0",
      "POINT (43.1234568 36.3)", "POLYGON ((43.1 36.2,43.2 36.2,43.2 36.4,43.1 36.2))",
    ] { #expect(text.contains(line), "\(line)\n\(text)") }
    // Only the first has a number killed: what is left out is no value, not a zero.
    #expect(text.components(separatedBy: "killed_min (Integer)").count == 2)
  }

  private func summary(of format: ExportFormat) throws -> String {
    let folder = try TemporaryFolder()
    let file = try folder.write(
      try ExportFixture.encode(format.makeEncoder()), "out.\(format.fileExtension)")
    return try #require(Tool.ogrinfo).run(["-ro", "-al", "-so", file.path])
  }
}
