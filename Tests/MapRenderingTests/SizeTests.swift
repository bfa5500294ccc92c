import MapRendering
import SimpleFeatures
import TestSupport
import Testing

@Suite struct SizeTests {
  @Test func `Any size from 1x1 to 1000x400 gives rows that fit`() throws {
    var generator = SeededGenerator(seed: 0x51_7A_E5)
    for _ in 0..<25 {
      let width = Int.random(
        in: 1...(Bool.random(using: &generator) ? 1000 : 60), using: &generator)
      let height = Int.random(
        in: 1...(Bool.random(using: &generator) ? 400 : 20), using: &generator)
      let scene = RandomScene.make(&generator)
      let aspect = Double.random(in: 0.3...0.8, using: &generator)
      let view = try MapView(
        envelope: RandomScene.envelope(&generator), width: width, height: height,
        cellAspect: aspect)
      for glyphs in GlyphSet.pictures {
        let map = MapRenderer.render(
          scene, view: view, capabilities: RenderCapabilities(glyphs: glyphs))
        let rows = map.text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        #expect(rows.count <= height, "seed \(generator.seed), \(width)x\(height)")
        #expect(
          rows.allSatisfy { TerminalText(String($0)).columns <= width },
          "seed \(generator.seed), \(width)x\(height)")
        #expect(rows.allSatisfy { $0.last != " " }, "seed \(generator.seed), \(width)x\(height)")
      }
    }
  }

  @Test func `The largest and the narrowest frames fit, in every form`() throws {
    let scene = SyntheticScene.make()
    for (width, height) in [(2000, 900), (1000, 1), (1, 400), (20, 400), (1000, 5)] {
      let view = try MapView(envelope: SyntheticScene.envelope, width: width, height: height)
      for glyphs in GlyphSet.pictures {
        let (grid, map) = MapRenderer.grid(
          scene, view: view,
          capabilities: RenderCapabilities(glyphs: glyphs, colourDepth: .palette256))
        #expect(grid.columns == min(width, 1000) && grid.rows <= min(height, 400))
        #expect(map.pictureSize.rows <= grid.rows)
        for row in 0..<grid.rows {
          #expect(own(grid, row) <= grid.columns, "\(width)x\(height) \(glyphs) row \(row)")
        }
      }
    }
  }

  /// The columns of a row, counted from its characters and not from its cells.
  private func own(_ grid: CellGrid, _ row: Int) -> Int {
    let cells = grid.cells[row * grid.columns..<(row + 1) * grid.columns]
    let text = String(
      String.UnicodeScalarView(
        cells.compactMap { cell in
          cell.scalar == CellGrid.Cell.continuation
            ? nil : Unicode.Scalar(cell.scalar == CellGrid.Cell.blank ? 0x20 : cell.scalar)
        }))
    return TerminalText(text).columns
  }

  @Test(arguments: [(0, 0), (0, 10), (10, 0), (-5, -5)])
  func `No cells give no bytes`(width: Int, height: Int) throws {
    let view = try MapView(
      envelope: SyntheticScene.envelope, width: width, height: height)
    #expect(MapRenderer.render(SyntheticScene.make(), view: view).bytes.isEmpty)
  }

  @Test(arguments: [(19, 5), (20, 4), (1, 1), (300, 4)])
  func `Below 20x5 one line says how many`(width: Int, height: Int) throws {
    let view = try MapView(
      envelope: SyntheticScene.envelope, width: width, height: height)
    let map = MapRenderer.render(SyntheticScene.make(), view: view)
    #expect(map.bytes.filter { $0 == 0x0A }.count == 1)
    #expect(map.bytes.count <= width + 1)
    if width == 300 { #expect(map.text == "10 of 13 events in view: Delta city - test scene\n") }
  }
}
