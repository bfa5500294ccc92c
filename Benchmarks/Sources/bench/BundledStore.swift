import Foundation
import Records
import Register

/// The checkout that this package lies in, and stores of the data that comes with it.
enum BundledStore {
  /// The root of the checkout.
  static let house = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appending(path: "../../..").standardizedFileURL

  /// Lends a store made from `data/`, gone afterwards.
  ///
  /// - Parameter body: Gets its path.
  /// - Returns: What the body returns; `nil` where the data is not accepted.
  /// - Throws: What the body throws, or the store.
  static func lend<Result>(_ body: (String) throws -> Result) throws -> Result? {
    let store = FileManager.default.temporaryDirectory
      .appending(path: "sijil-bench-\(UUID().uuidString).gpkg").path
    defer { ["", "-wal", "-shm", ".lock"].forEach { unlink(store + $0) } }
    guard let now = Instant(secondsSinceEpoch: 1_500_000_000),
      try Register.create(
        at: store, from: house.appending(path: "data"), author: "bench", recordedAt: now
      ).isAccepted
    else { return nil }
    return try body(store)
  }
}
