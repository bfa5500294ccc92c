import Foundation
import Interchange
import Ledger
import MapRendering
import MapViewer
import Records
import Register
import TestSupport
import Testing

@Suite("Updates of the screen")
struct WalkTests {
  /// Everything that a walk may do, as a terminal sends it.
  private static let steps = [
    "\u{1B}[A", "\u{1B}[B", "\u{1B}[C", "\u{1B}[D", "\u{1B}[1;2A", "\u{1B}[1;2D", "+", "-", "a",
    "z",
    "0", "n", "N", "l", "L", "\t", "t", "]", "[", "u", "w", "c", "x", "?", "\u{1B}[6~", "i", "\r",
    "q",
    "q", "\u{1B}[<64;40;8M", "\u{1B}[<65;20;5M", "\u{1B}[<0;30;9M\u{1B}[<32;33;7M\u{1B}[<0;33;7m",
    "/killed_max >= 100\r", "/bad bad\r", "\u{1B}[27u", "/\u{15}\r", "g36.34,43.13\r", "gjadida\r",
    "1",
  ]

  private func walk(
    _ count: Int, seed: UInt64, sizes: [(Int, Int)], colours: ColourDepth,
    image: ImageProtocol? = nil, _ source: Register
  ) async throws {
    var random = SeededGenerator(seed: seed)
    var size = sizes[0]
    var engine = try await engine(
      source, columns: size.0, rows: size.1, colours: colours, image: image)
    // Everything from the first byte on is seen by the terminal.
    engine.forgetScreen()
    var shown = VirtualTerminal(columns: size.0, rows: size.1)
    shown.take(engine.frame())
    for step in 0..<count {
      if random.isOnce(in: 60) {
        size = random.pick(sizes)
        _ = await engine.take(.resized(CellSize(columns: size.0, rows: size.1)))
        shown = shown.resized(columns: size.0, rows: size.1)
        engine.forgetScreen()
      } else {
        let keys = random.pick(Self.steps)
        // Leaving would end the walk.
        guard keys != "q" || !engine.state.panes.isEmpty else { continue }
        _ = await engine.type(keys)
      }
      shown.take(engine.frame())
      var afresh = engine
      afresh.forgetScreen()
      // What was kept from frame to frame leaves no trace.
      try #require(engine.screen() == afresh.screen(), "seed \(random.seed), step \(step)")
      try #require(shown.images.count <= 1)
      guard step % 5 == 0 || step > count - 20 else { continue }
      var whole = VirtualTerminal(columns: size.0, rows: size.1)
      whole.take(afresh.frame())
      try #require(
        shown.cells == whole.cells, "seed \(random.seed), step \(step): \(difference(shown, whole))"
      )
      try #require(shown.images == whole.images, "seed \(random.seed), step \(step)")
      try #require(shown.unknown.isEmpty && whole.unknown.isEmpty, "\(shown.unknown)")
      try #require((shown.column, shown.row) == (whole.column, whole.row))
      try #require(shown.showsCursor == whole.showsCursor)
    }
  }

  private func difference(_ left: VirtualTerminal, _ right: VirtualTerminal) -> String {
    let index = zip(left.cells, right.cells).enumerated().first { $0.element.0 != $0.element.1 }
    guard let index else { return "none" }
    let row = index.offset / left.columns
    return "row \(row), column \(index.offset % left.columns): \(index.element)\n"
      + "\(left.line(row))\n\(right.line(row))"
  }

  @Test("A thousand steps leave the terminal as one full drawing of the last screen does")
  func thousandSteps() async throws {
    try await withMosul { register in
      try await walk(
        1_000, seed: 1, sizes: [(80, 24), (100, 20), (40, 12), (60, 30)], colours: .palette256,
        register)
    }
  }

  @Test("With images under the letters, too", arguments: ImageProtocol.allCases)
  func images(image: ImageProtocol) async throws {
    try await withMosul { register in
      try await walk(
        70, seed: 5, sizes: [(60, 24), (104, 18), (40, 12)], colours: .palette256, image: image,
        register)
    }
  }

  @Test(
    "Sizes from one cell upwards are drawn and updated",
    arguments: [(1, 1), (2, 3), (10, 5), (19, 10), (20, 5), (39, 10), (300, 12), (30, 120)])
  func sizes(size: (Int, Int)) async throws {
    try await withMosul { register in
      try await walk(25, seed: 3, sizes: [size], colours: .none, register)
    }
  }
}

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
