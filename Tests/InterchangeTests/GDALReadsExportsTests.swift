import Foundation
import Interchange
import TestSupport
import Testing

/// Where ogrinfo is, if GDAL is installed.
private let ogrinfo = ["/usr/bin/ogrinfo", "/usr/local/bin/ogrinfo", "/opt/homebrew/bin/ogrinfo"]
  .first { FileManager.default.isExecutableFile(atPath: $0) }

@Suite(.enabled(if: ogrinfo != nil, "ogrinfo is not installed"))
struct GDALReadsExportsTests {
  @Test(arguments: [ExportFormat.geojson, .geojsonseq, .csv])
  func `GDAL finds every incident of the file`(format: ExportFormat) throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(
      try ExportFixture.encode(format.makeEncoder()), "out.\(format.fileExtension)")
    let text = try run(["-ro", "-al", "-so", file.path])
    #expect(text.contains("Feature Count: 3"), "\(text)")
    #expect(text.contains("killed_min"), "\(text)")
    if format != .csv {
      #expect(text.contains("Geometry: Point"), "\(text)")
      #expect(text.contains("Extent: (0.000000, 36.300000) - (43.123457, 90.000000)"), "\(text)")
    }
  }

  private func run(_ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(ogrinfo))
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }
}
