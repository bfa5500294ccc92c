import Cartography
import Foundation
import Inquiry
import Interchange
import Ledger
import MapRendering
import Records
import Register
import SimpleFeatures
import TestSupport
import Testing

/// The register of the bundled facts, for the length of a test.
func withMosul(_ body: (Register) async throws -> Void) async throws {
  let folder = FileManager.default.temporaryDirectory.appending(path: "sijil-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  let store = folder.appending(path: "sijil.gpkg").path
  let outcome = try Register.create(
    at: store, from: Repository.data, author: "tests",
    recordedAt: try #require(Instant("2026-01-01T00:00:00Z")))
  try #require(outcome.isAccepted, "\(outcome.issues)")
  try await body(try Register.open(at: store, access: .readOnly))
}

/// Every match of a question on one page.
func everything(_ change: (inout IncidentQuery) throws -> Void = { _ in }) rethrows -> IncidentQuery
{
  var query = IncidentQuery()
  query.limit = .max
  try change(&query)
  return query
}

func place(_ text: String) throws -> QueryArea { .place(try #require(PlaceID(text))) }

func day(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

extension IncidentMap {
  /// The number in front of a note's words, 0 where there is no such note.
  func noted(_ words: String) -> Int {
    for note in scene.caption.notes where note.string.contains(words) {
      return note.string.split(separator: " ").first.flatMap { Int($0) } ?? 0
    }
    return 0
  }
}

extension RenderedMap {
  /// The lines under the picture.
  var footer: String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .dropFirst(1 + pictureSize.rows).joined(separator: "\n")
  }
}
