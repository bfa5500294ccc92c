import Assessment
import Foundation
import Inquiry
import Interchange
import Ledger
import Records
import Register
import SimpleFeatures
import TestSupport
import Testing

/// What every format carries of an incident: its name, its times and its figures.
private struct Carried: Hashable {
  let id: String
  let title: String
  let kind: String
  let start: String?
  let end: String?
  let precision: String
  let killed: [Int?]
  let isKilledOpen: Bool?
  let injured: [Int?]
  let isInjuredOpen: Bool?
  let attributedTo: [String]
  let isPlaced: Bool

  init(_ feature: IncidentFeature) {
    id = feature.id.text
    title = feature.title
    kind = feature.kind.code
    start = feature.time?.start?.description
    end = feature.time?.end?.description
    precision = feature.timePrecision.code
    let (dead, hurt) = (feature.assessment.killed, feature.assessment.injured)
    killed = [dead.minimum?.value, dead.maximum?.value]
    isKilledOpen = dead.maximum?.isOpen
    injured = [hurt.minimum?.value, hurt.maximum?.value]
    isInjuredOpen = hurt.maximum?.isOpen
    attributedTo = feature.attributedTo.sorted()
    isPlaced = feature.point != nil
  }
}

struct RoundTripTests {
  private func page(_ register: Register) async throws -> IncidentPage {
    var query = IncidentQuery()
    query.limit = .max
    return try await register.page(query)
  }

  /// A store that holds nothing but what a file of an export says.
  private func register(importing file: URL, _ schema: ImportSchema) throws -> Register {
    let path = file.deletingLastPathComponent().appending(path: "again.gpkg").path
    let made = try moment("2026-01-01T00:00:00Z")
    try Ledger.create(at: path, createdAt: made).close()
    let register = try Register.open(at: path, access: .readWrite)
    let outcome = try register.importFile(
      at: file, schema: schema, author: "tests", reason: "round trip", recordedAt: made)
    #expect(outcome.issues.map(\.description) == [])
    #expect(outcome.rowsIn == outcome.stored)
    return register
  }

  @Test(arguments: [ExportFormat.geojson, .geojsonseq, .fgb, .csv])
  func `an export is read back with the same incidents and figures`(format: ExportFormat)
    async throws
  {
    let scratch = try Scratch()
    let page = try await page(try Mosul.register(in: scratch))
    var encoder = format.makeEncoder(hasHXLTags: format == .csv)
    var bytes: [UInt8] = []
    encoder.begin(page, into: &bytes)
    for feature in page.features { encoder.encode(feature, into: &bytes) }
    encoder.end(into: &bytes)
    let other = try Scratch()
    let file = other.folder.appending(path: "all.\(format.rawValue)")
    try Data(bytes).write(to: file)
    let schema = try #require(ImportSchema(rawValue: format.rawValue))
    let again = try await self.page(try register(importing: file, schema))
    #expect(page.features.count == 76)
    let before = Set(page.features.map(Carried.init))
    let after = Set(again.features.map(Carried.init))
    #expect(before == after)
  }

  @Test func `the disc of a point comes back, and that of an area holds the area`() async throws {
    let scratch = try Scratch()
    let page = try await page(try Mosul.register(in: scratch))
    for format in [ExportFormat.geojson, .fgb] {
      var encoder = format.makeEncoder()
      var bytes: [UInt8] = []
      encoder.begin(page, into: &bytes)
      for feature in page.features { encoder.encode(feature, into: &bytes) }
      encoder.end(into: &bytes)
      let other = try Scratch()
      let file = other.folder.appending(path: "all.\(format.rawValue)")
      try Data(bytes).write(to: file)
      let schema = try #require(ImportSchema(rawValue: format.rawValue))
      let again = try await self.page(try register(importing: file, schema))
      let points = Dictionary(
        uniqueKeysWithValues: again.features.map { ($0.id, $0.point) })
      for feature in page.features {
        guard let point = feature.point, let found = points[feature.id] ?? nil else { continue }
        if format == .geojson {
          #expect(point.position.distanceMeters(to: found.position) < 0.02)
          #expect(abs(point.radiusMeters - found.radiusMeters) < 0.1)
        } else if let support = feature.support {
          var farthest = 0.0
          support.forEachPosition {
            farthest = max(farthest, found.position.distanceMeters(to: $0))
          }
          #expect(farthest <= found.radiusMeters * 1.02, "\(feature.id)")
        }
      }
    }
  }
}
