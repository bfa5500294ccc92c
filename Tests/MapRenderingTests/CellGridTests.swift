import SimpleFeatures
import TestSupport
import Testing

@testable import MapRendering

@Suite struct CellGridTests {
  @Test(arguments: GlyphSet.pictures, ColourDepth.allCases)
  func `Cells and bytes are one map`(glyphs: GlyphSet, depth: ColourDepth) throws {
    var generator = SeededGenerator(seed: 61)
    for _ in 0..<6 {
      let view = try MapView(
        envelope: SyntheticScene.envelope, width: Int.random(in: 1...150, using: &generator),
        height: Int.random(in: 1...60, using: &generator))
      let capabilities = RenderCapabilities(glyphs: glyphs, colourDepth: depth)
      let scene = RandomScene.make(&generator)
      let (grid, drawn) = MapRenderer.grid(scene, view: view, capabilities: capabilities)
      let map = MapRenderer.render(scene, view: view, capabilities: capabilities)
      #expect(grid.encoded(capabilities: capabilities) == map.bytes, "seed \(generator.seed)")
      #expect(drawn.clusters == map.clusters && drawn.placedLabels == map.placedLabels)
      var screen = TestScreen(columns: view.width, rows: view.height)
      screen.print(map.bytes)
      #expect(
        screen.characters == TestScreen(grid, view, capabilities: capabilities).characters,
        "seed \(generator.seed)")
    }
  }

  @Test func `Changes turn one screen into the other`() throws {
    var generator = SeededGenerator(seed: 62)
    for _ in 0..<40 {
      let capabilities = RenderCapabilities(
        glyphs: GlyphSet.pictures.randomElement(using: &generator) ?? .ascii,
        colourDepth: ColourDepth.allCases.randomElement(using: &generator) ?? .none)
      var view = try MapView(
        envelope: SyntheticScene.envelope, width: Int.random(in: 20...120, using: &generator),
        height: Int.random(in: 5...40, using: &generator))
      let scene = RandomScene.make(&generator)
      var shown = MapRenderer.grid(scene, view: view, capabilities: capabilities).grid
      var screen = TestScreen(shown, view, capabilities: capabilities)
      for _ in 0..<6 {
        if Bool.random(using: &generator) {
          view = try MapView(
            envelope: RandomScene.envelope(&generator), width: view.width, height: view.height)
        }
        let other = Bool.random(using: &generator) ? scene : RandomScene.make(&generator)
        let next = MapRenderer.grid(other, view: view, capabilities: capabilities).grid
        screen.print(next.update(from: shown, capabilities: capabilities), isRaw: true)
        let wanted = TestScreen(next, view, capabilities: capabilities)
        try #require(
          screen.difference(from: wanted) == nil, "seed \(generator.seed), \(capabilities.glyphs)")
        #expect(next.update(from: next, capabilities: capabilities).isEmpty)
        shown = next
      }
    }
  }

  @Test func `Writing over half of a wide character blanks the other half`() {
    var grid = CellGrid(columns: 6, rows: 1)
    grid.write(TerminalText("城市"), column: 0, row: 0, ink: .plain)
    grid.write(TerminalText("a"), column: 1, row: 0, ink: .title)
    grid.write(TerminalText("b城"), column: 4, row: 0, ink: .title)
    let scalars = grid.cells.map(\.scalar)
    #expect(scalars == [0, 0x61, 0x5E02, .max, 0x62, 0])
    grid.write(TerminalText("e\u{301}"), column: -1, row: 0, ink: .plain)
    #expect(grid.marks.isEmpty)
    grid.write(TerminalText(" \u{301}"), column: 2, row: 0, ink: .plain)
    #expect(grid.cells[2].scalar == 0x20 && grid.marks[2] == ["\u{301}"])
    #expect(grid.cells[3].scalar == 0)
    #expect(grid.encoded(capabilities: RenderCapabilities()) == Array(" a \u{301} b\n".utf8))
  }

  @Test func `Colours for pictures are those of the terminal's palette`() {
    let dark = Palette(depth: .trueColour, theme: .dark)
    #expect(dark.rgb(ink: Ink.symbol(.vermillion).code) == 0xFF5F00)
    #expect(dark.rgb(ink: Ink.water.code) == 0x0087D7)
    #expect(dark.rgb(background: Palette.Background.water) == 0x0087D7)
    #expect(dark.rgb(background: 2) == 0x1C1C1C && dark.rgb(ink: Ink.tint(1).code) == 0x1C1C1C)
    let light = Palette(depth: .palette256, theme: .light)
    #expect(light.rgb(background: 0) == 0xFFFFFF)
    #expect(light.rgb(ink: Ink.symbol(.orange).code) == 0xAF8700)
    #expect(PaletteColour.indexed(16).rgb == 0 && PaletteColour.indexed(231).rgb == 0xFFFFFF)
  }
}
