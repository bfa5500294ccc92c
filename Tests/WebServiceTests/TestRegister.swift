import Interchange
import Ledger
import Foundation
import Records
import Register
import TestSupport
import Testing

/// Runs a test over the register made from the facts that come with it, in a folder of its own.
func withRegister<Result>(_ test: (Register) async throws -> Result) async throws -> Result {
  let folder = FileManager.default.temporaryDirectory
    .appending(path: "sijil-web-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  let path = folder.appending(path: "store.gpkg").path
  let outcome = try Register.create(
    at: path, from: Repository.data, author: "test",
    recordedAt: try #require(Instant("2026-01-01T00:00:00Z")))
  try #require(outcome.isAccepted)
  return try await test(try Register.open(at: path, access: .readOnly))
}
