import MapRendering
import MapViewer
import TestSupport
import Testing

@Suite("The viewer's engine")
struct EngineTests {
  @Test("A thousand keys at once make one frame and at most one question")
  func coalescing() async throws {
    let source = FixtureSource()
    var engine = try await engine(source)
    let (frames, pages) = (engine.frameCount, source.pageCount)
    let view = try #require(engine.state.view)
    _ = await engine.type(String(repeating: "\u{1B}[C", count: 1_000))
    #expect(!engine.frame().isEmpty)
    #expect(engine.frameCount == frames + 1)
    #expect(source.pageCount == pages)
    let moved = try #require(engine.state.view)
    let columns = max(1, engine.state.pictureSize.columns / 8)
    #expect(moved == view.panned(columns: columns * 1_000, rows: 0))
    // A thousand steps in time, too.
    _ = await engine.type(String(repeating: "]", count: 1_000))
    _ = engine.frame()
    #expect(engine.frameCount == frames + 2)
    #expect(source.pageCount == pages + 1)
    #expect(engine.frame().isEmpty, "nothing new, nothing sent")
  }

  @Test("An update is held together only by a terminal that said that it can")
  func synchronised() async throws {
    for (setting, isHeld) in [(0, false), (1, true), (2, true), (3, false), (4, false)] {
      var engine = try await engine()
      _ = await engine.type("\u{1B}[?2026;\(setting)$y")
      _ = await engine.type("n")
      let frame = String(decoding: engine.frame(), as: UTF8.self)
      #expect(frame.hasPrefix("\u{1B}[?2026h") == isHeld, "\(setting)")
      #expect(frame.hasSuffix("\u{1B}[?2026l") == isHeld, "\(setting)")
    }
  }

  @Test("A terminal that orders bidirectional text by itself is noticed")
  func bidi() async throws {
    for (setting, orders) in [(0, false), (1, true), (2, false)] {
      var engine = try await engine()
      _ = await engine.type("\u{1B}[8;\(setting)$y")
      #expect(engine.ordersBidi == orders)
    }
  }

  /// Bytes that a change of the selection or the filter may send.
  private static let mostBytes = 1_000

  @Test("No filter asks again when claims became public")
  func filtering() async throws {
    let source = FixtureSource()
    var engine = try await engine(source)
    let (pages, claims) = (source.pageCount, source.claimPageCount)
    #expect(claims > 0)
    for text in ["killed_max > 1", "killed_max > 2", ""] {
      _ = await engine.type("/\u{15}\(text)\r")
    }
    // Without a filter it is the answer that is known from the beginning.
    #expect(source.pageCount == pages + 2)
    #expect(source.claimPageCount == claims)
    source.change()
    _ = await engine.type("/killed_max > 1\r")
    #expect(source.pageCount == pages + 4, "what is known is of another state of the data")
    #expect(source.claimPageCount > claims)
  }

  @Test("A change of the selection sends little")
  func smallUpdates() async throws {
    try await withMosul { register in
      var engine = try await engine(register, columns: 120, rows: 40, colours: .palette256)
      for _ in 0..<70 {
        _ = await engine.type("n")
        let bytes = engine.frame().count
        #expect(bytes <= Self.mostBytes, "\(bytes) bytes")
      }
    }
  }

  @Test(
    "A filter sends little, set or taken away: names, legend and time stay where they are",
    arguments: [
      "killed_max >= 100", "killed_min >= 10", "grade = 'confirmed'", "grade <> 'discounted'",
      "killed_max IS NULL", "event_start >= DATE('2017-03-01')", "id = 'none'",
    ])
  func filterUpdates(filter: String) async throws {
    try await withMosul { register in
      var engine = try await engine(register, columns: 120, rows: 40, colours: .palette256)
      let before = engine.screen().grid
      for keys in ["/\(filter)\r", "/\u{15}\r"] {
        _ = await engine.type(keys)
        let bytes = engine.frame().count
        #expect(bytes <= Self.mostBytes, "\(filter.debugDescription): \(bytes) bytes")
      }
      // But for the sentence all is as it was.
      #expect(engine.screen().grid.cells.dropLast(120) == before.cells.dropLast(120))
    }
  }

  @Test("Reading ahead comes to an end and changes nothing that is shown")
  func preparing() async throws {
    try await withMosul { register in
      var plain = try await engine(register, colours: .palette256)
      var ahead = try await engine(register, colours: .palette256)
      var total = 0
      for keys in ["", "+", "+", "\u{1B}[C", "+", "-", "]", "-", "0", "g36.3,43.2\r", "z", "+"] {
        _ = await plain.type(keys)
        _ = await ahead.type(keys)
        #expect(plain.screen() == ahead.screen(), "\(keys)")
        var count = 0
        while count < 10, ahead.prepare() { count += 1 }
        total += count
        #expect(count <= 2, "\(keys)")
        #expect(plain.screen() == ahead.screen(), "\(keys)")
      }
      #expect(total > 6)
    }
  }

  @Test("A source that fails is told in the sentence, and the keys go on working")
  func failure() async throws {
    var engine = try await engine(FixtureSource(isFailing: true))
    #expect(engine.state.sentence == "the disk is gone.")
    #expect(await engine.said(after: "n") == "the disk is gone.")
    #expect(await engine.type("q") == .quit)
  }

  @Test("q, Ctrl-C and Ctrl-Z are asked of the loop, from a prompt Ctrl-C alone")
  func requests() async throws {
    var engine = try await engine()
    #expect(await engine.type("\u{1A}") == .suspend)
    #expect(await engine.type("q") == .quit)
    #expect(await engine.type("\u{3}") == .quit)
    #expect(await engine.type("/q\u{1A}") == nil)
    #expect(await engine.type("\u{3}") == .quit)
  }

  @Test("The theme follows the background that a terminal tells")
  func background() async throws {
    var engine = try await engine(colours: .palette256)
    #expect(engine.state.capabilities.theme == .dark)
    _ = await engine.type("\u{1B}]11;rgb:ffff/ffff/eeee\u{1B}\\")
    #expect(engine.state.capabilities.theme == .light)
    var fixed = try await self.engineWithFixedTheme()
    _ = await fixed.type("\u{1B}]11;rgb:ffff/ffff/eeee\u{1B}\\")
    #expect(fixed.state.capabilities.theme == .dark)
  }

  private func engineWithFixedTheme() async throws -> ViewerEngine {
    try await engine { $0.followsBackground = false }
  }

  @Test("The ASCII screen holds ASCII only, whatever lies open")
  func ascii() async throws {
    try await withMosul { register in
      var engine = try await engine(register, columns: 110, rows: 30, glyphs: .ascii)
      for keys in ["", "n", "i", "\r", "q", "q", "?", "q", "]", " ", "/x >\r"] {
        _ = await engine.type(keys)
        engine.forgetScreen()
        let frame = engine.frame()
        #expect(frame.allSatisfy { $0 < 0x7F }, "\(keys.debugDescription)")
      }
    }
  }
}
