import Foundation
import Ledger
import Records
import SimpleFeatures
import TestSupport
import Testing

private let installedReader: URL? = ["/usr/bin/ogrinfo", "/usr/local/bin/ogrinfo"]
  .first { FileManager.default.isExecutableFile(atPath: $0) }.map { URL(fileURLWithPath: $0) }

struct FeatureTableTests {
  private let table = FeatureTable(
    name: "answer", summary: "it's a test",
    columns: [
      .init(name: "id", type: .text, isRequired: true),
      .init(name: "killed\"min", type: .integer, isRequired: false),
      .init(name: "share", type: .real, isRequired: false),
      .init(name: "open", type: .truth, isRequired: false),
      .init(name: "event_start", type: .day, isRequired: false),
    ], changedAt: .moment("2017-03-25T12:00:00Z"))

  private func rows() -> [FeatureTable.Row] {
    [
      .init(
        geometry: .disc(center: Position(longitude: 43, latitude: 36), radiusMeters: 500),
        values: [.text("حي"), .integer(40), .real(0.25), .truth(false), .text("2017-03-17")]),
      .init(
        geometry: nil, values: [.text(""), .absent, .absent, .absent, .absent]),
      .init(
        geometry: .point(Position(longitude: -10, latitude: -20)),
        values: [.text("c"), .integer(0), .absent, .truth(true), .absent]),
    ]
  }

  private func ogrinfo(_ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = installedReader
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: output, as: UTF8.self)
  }

  @Test(.enabled(if: installedReader != nil, "ogrinfo of GDAL is not installed"))
  func `GDAL reads fields, values and what is NULL, and finds by the R-tree`() throws {
    let scratch = try Scratch()
    let path = scratch.path("out.gpkg")
    #expect(try table.write(to: path) { try rows().forEach($0) } == 3)
    let text = try ogrinfo(["-ro", "-al", path])
    for line in [
      "Layer name: answer", "Feature Count: 3", "id: String (0.0) NOT NULL", "event_start: Date",
      "open: Integer(Boolean)", "killed\"min (Integer64) = 40", "killed\"min (Integer64) = (null)",
      "share (Real) = 0.25", "share (Real) = (null)", "event_start (Date) = 2017/03/17",
      "POINT (-10 -20)", "id (String) = حي", "DESCRIPTION=it's a test",
    ] { #expect(text.contains(line), "\(line)\n\(text)") }
    #expect(!text.contains("Warning") && !text.contains("ERROR"), "\(text)")
    let found = try ogrinfo([
      "-ro", "-q", path, "answer", "-spat", "42.9", "35.9", "43.1", "36.1", "-fields=YES",
    ])
    #expect(found.contains("id (String) = حي") && !found.contains("= c"), "\(found)")
    let index = try ogrinfo([
      "-ro", "-q", path, "-sql", "SELECT HasSpatialIndex('answer', 'geom') AS indexed",
    ])
    #expect(index.contains("(Integer) = 1"), "\(index)")
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path) == ["out.gpkg"])
  }

  @Test func `a file that stands there is left alone, and a failed one is taken away`() throws {
    let scratch = try Scratch()
    let path = scratch.path("out.gpkg")
    try table.write(to: path) { _ in }
    let before = try Data(contentsOf: URL(fileURLWithPath: path))
    #expect(throws: LedgerError.fileExists(path: path)) {
      try table.write(to: path) { try rows().forEach($0) }
    }
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
    let other = scratch.path("other.gpkg")
    let bad = FeatureTable.Row(
      geometry: nil, values: [.absent, .absent, .absent, .absent, .absent])
    #expect(throws: LedgerError.self) { try table.write(to: other) { try $0(bad) } }
    #expect(!FileManager.default.fileExists(atPath: other))
  }

  @Test func `the same rows give the same bytes`() throws {
    let scratch = try Scratch()
    let paths = [scratch.path("a.gpkg"), scratch.path("b.gpkg")]
    for path in paths { try table.write(to: path) { try rows().forEach($0) } }
    let files = try paths.map { try Data(contentsOf: URL(fileURLWithPath: $0)) }
    #expect(files[0] == files[1])
  }
}
