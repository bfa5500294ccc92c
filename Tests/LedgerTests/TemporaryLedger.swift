import Foundation
import Ledger
import Records

/// A folder of its own for one test, gone with it.
final class Scratch {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "sijil-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func path(_ name: String = "test.gpkg") -> String { folder.appending(path: name).path }

  func ledger(_ name: String = "test.gpkg") throws -> Ledger {
    try Ledger.create(at: path(name), createdAt: Instant(startOf: .day("2017-03-01")))
  }
}

extension CivilDate {
  static func day(_ text: String) -> CivilDate { CivilDate(text) ?? .earliest }
}

extension Instant {
  static func moment(_ text: String) -> Instant { Instant(text) ?? Instant(startOf: .earliest) }
}

extension Ledger {
  /// Writes an entry with a plain header.
  @discardableResult
  func write(
    at moment: String = "2017-03-25T12:00:00Z", origin: ImportOrigin? = nil,
    _ body: (inout LedgerAppender) throws -> Void
  ) throws -> LedgerReceipt {
    try append(
      author: "tester", reason: "a test", recordedAt: .moment(moment), origin: origin, body: body)
  }
}
