import Inquiry
import MapRendering
import MapViewer
import TestSupport
import Testing

@Suite("Images under the viewer's letters")
struct ImageTests {
  private static let columns = 104
  private static let rows = 24

  /// An engine with the terminal that has seen all of it.
  private func start(
    _ source: any IncidentSource, _ image: ImageProtocol
  ) async throws -> (engine: ViewerEngine, terminal: VirtualTerminal) {
    var engine = try await engine(
      source, columns: Self.columns, rows: Self.rows, colours: .palette256, image: image)
    engine.forgetScreen()
    var terminal = VirtualTerminal(columns: Self.columns, rows: Self.rows)
    terminal.take(engine.frame())
    return (engine, terminal)
  }

  @Test("A kitty image goes when something covers it or characters draw the map, and comes back")
  func covered() async throws {
    var (engine, terminal) = try await start(FixtureSource(), .kitty)
    func expect(_ count: Int, after keys: String) async {
      _ = await engine.type(keys)
      terminal.take(engine.frame())
      #expect(terminal.images.count == count, "\(keys)")
      #expect(terminal.images.shownCount == count, "\(keys)")
    }
    await expect(1, after: "")
    await expect(0, after: "?")
    await expect(1, after: "q")
    // A list stands beside the map, which is drawn narrower.
    await expect(1, after: "i")
    #expect(terminal.images.numbered.values.first?.columns == 60)
    await expect(1, after: "q")
    #expect(terminal.images.numbered.values.first?.columns == Self.columns)
    await expect(0, after: "t")
    #expect(engine.state.sentence.hasPrefix("Drawn with text characters"))
    for _ in GlyphSet.allCases.dropFirst() { await expect(0, after: "t") }
    await expect(1, after: "t")
    #expect(engine.state.sentence.hasPrefix("Drawn with kitty images"))
    #expect(terminal.unknown.isEmpty, "\(terminal.unknown)")
  }

  @Test("A kitty image is sent where it is another one, and then alone")
  func sentOnce() async throws {
    try await withMosul { register in
      var (engine, _) = try await start(register, .kitty)
      var before = engine.screen().image
      var counts = (same: 0, changed: 0)
      for keys in [
        "n", "n", "n", "N", "]", "/killed_max >= 100\r", "l", "\u{1B}[C", "+", "c", "u", "y",
      ] {
        _ = await engine.type(keys)
        let bytes = engine.frame()
        let after = engine.screen().image
        let sent = String(decoding: bytes, as: UTF8.self).components(after: "\u{1B}_Ga=")
        #expect(sent == (before == after ? [] : ["T"]), "\(keys)")
        // There are many vague points, so that rings are drawn around one at a time, as letters.
        if keys == "n" || keys == "N" { #expect(before == after, "\(keys)") }
        if before == after { counts.same += 1 } else { counts.changed += 1 }
        before = after
      }
      #expect(counts.same >= 4 && counts.changed >= 2, "\(counts)")
    }
  }

  @Test("Sixels are printed again where another image or a letter that went asks for it")
  func sixels() async throws {
    var (engine, terminal) = try await start(FixtureSource(), .sixel)
    #expect(terminal.cells.contains { !$0.picture.isEmpty })
    for keys in ["u", "y", "\u{1B}[C", "?", "q"] {
      let before = engine.screen()
      _ = await engine.type(keys)
      let bytes = engine.frame()
      terminal.take(bytes)
      let after = engine.screen()
      let isSent = String(decoding: bytes, as: UTF8.self).contains("\u{1B}P")
      if keys == "u" || keys == "y" {
        #expect(before.image == after.image && !isSent, "\(keys)")
      } else {
        #expect(isSent == (after.image != nil), "\(keys)")
      }
      #expect(terminal.cells.contains { !$0.picture.isEmpty } == (after.image != nil))
    }
    #expect(terminal.unknown.isEmpty, "\(terminal.unknown)")
  }
}

extension String {
  /// The character behind each place of another string.
  fileprivate func components(after prefix: String) -> [String] {
    split(separator: prefix, omittingEmptySubsequences: false).dropFirst().map {
      String($0.prefix(1))
    }
  }
}
