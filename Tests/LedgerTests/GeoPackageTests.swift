import Foundation
import Ledger
import Records
import TestSupport
import Testing

/// GDAL's `ogrinfo`, an independent reader of the format.
private let installedReader: URL? = ["/usr/bin/ogrinfo", "/usr/local/bin/ogrinfo"]
  .first { FileManager.default.isExecutableFile(atPath: $0) }.map { URL(fileURLWithPath: $0) }

@Suite struct `The ledger as a GeoPackage` {
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
  func `GDAL reads its layers, also while it is being written`() throws {
    let mosul = try MosulLedger()
    let writer = try Ledger.open(at: mosul.path, access: .readWrite)
    try writer.write { try $0.insert(Sample.source("afp", name: "AFP")) }
    let list = try ogrinfo(["-ro", "-q", mosul.path])
    #expect(
      list == """
        1: places
        2: incidents (Point)
        3: claims (Point)
        4: sources (None)

        """)
    let summary = try ogrinfo(["-ro", "-so", "-al", mosul.path])
    for expected in [
      "Feature Count: 3",
      "Feature Count: 2\nExtent: (43.000000, 36.000000) - (43.200000, 36.400000)",
      "Feature Count: 41\nExtent: (43.000000, 36.300000) - (43.390000, 36.325000)",
      "Feature Count: 43\nExtent: (43.000000, 36.300000) - (43.390000, 36.325000)",
      "event_start: Date", "FID Column = fid", "Geometry Column = geom",
      "approximate: Integer(Boolean)",
      "Data axis to CRS axis mapping: 2,1",
    ] {
      #expect(summary.contains(expected), "\(expected) in \(summary)")
    }
    #expect(!summary.contains("Warning"), "\(summary)")
    #expect(!summary.contains("ERROR"), "\(summary)")
  }

  @Test(.enabled(if: installedReader != nil, "ogrinfo of GDAL is not installed"))
  func `GDAL finds features by its spatial indexes and reads polygons`() throws {
    let mosul = try MosulLedger()
    let found = try ogrinfo([
      "-ro", "-q", mosul.path, "incidents", "-spat", "43.095", "36.2", "43.125", "36.31",
      "-fields=no",
    ])
    #expect(found.contains("POINT (43.1 36.3)"))
    #expect(found.components(separatedBy: "OGRFeature").count == 4, "\(found)")
    let polygon = try ogrinfo(["-ro", "-q", mosul.path, "places", "-where", "id = 'west-mosul'"])
    #expect(polygon.contains("POLYGON ((43 36,43.2 36.0,43.2 36.4,43.0 36.4,43 36))"), "\(polygon)")
    let index = try ogrinfo([
      "-ro", "-q", mosul.path, "-sql",
      "SELECT HasSpatialIndex('incidents', 'geom') AS a, HasSpatialIndex('claims', 'geom') AS b, "
        + "HasSpatialIndex('places', 'geom') AS c",
    ])
    for column in ["a", "b", "c"] {
      #expect(index.contains("\(column) (Integer) = 1"), "\(index)")
    }
  }

  @Test func `what another program writes into it is found`() throws {
    let mosul = try MosulLedger()
    try mosul.tamper(
      "UPDATE places SET name_en = 'Renamed in a GIS' WHERE id = 'jadida'")
    #expect(
      try mosul.open().verify().problems.map(\.fault) == [.columnDiffers("name_en")])
  }

  @Test func `its header says what it is`() throws {
    let scratch = try Scratch()
    let ledger = try scratch.ledger()
    let header = [UInt8](try Data(contentsOf: URL(fileURLWithPath: scratch.path())).prefix(100))
    #expect(Array(header[68..<72]) == Array("GPKG".utf8))
    #expect(header[60..<64].reduce(0) { $0 << 8 | Int($1) } == 10_300)
    withExtendedLifetime(ledger) {}
  }
}
