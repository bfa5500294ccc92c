import SimpleFeatures
import TestSupport
import Testing

@testable import MapRendering

@Suite struct CellRasterTests {
  /// One cell of a character, as which pixels are lit.
  static func lit(_ scalar: UInt32, scale: Int = 1) -> [[Bool]] {
    var grid = CellGrid(columns: 1, rows: 1)
    grid.cells[0].scalar = scalar
    let canvas = CellRaster(
      grid, capabilities: RenderCapabilities(colourDepth: .trueColour), scale: scale
    ).canvas
    let paper = canvas[x: 0, y: 0]
    let blank = CellRaster(
      CellGrid(columns: 1, rows: 1), capabilities: RenderCapabilities(colourDepth: .trueColour)
    ).canvas[x: 0, y: 0]
    _ = paper
    return (0..<canvas.height).map { y in
      (0..<canvas.width).map { x in canvas[x: x, y: y] != blank }
    }
  }

  @Test func `Every braille pattern shows its dots and nothing else`() {
    for mask in 0..<UInt32(256) {
      let pixels = Self.lit(0x2800 + mask)
      for y in 0..<16 {
        for x in 0..<8 {
          let bit = DotGrid.bit(x: x / 4, y: y / 4)
          let isDot = (1...2).contains(x % 4) && (1...2).contains(y % 4)
          #expect(pixels[y][x] == (isDot && mask & UInt32(bit) != 0), "\(mask) at \(x), \(y)")
        }
      }
    }
  }

  @Test func `Every octant and sextant fills its parts of the cell`() {
    let tiers: [any RenderTier] = [OctantTier(), SextantTier()]
    for tier in tiers {
      for mask in UInt8(1)...UInt8.max where mask & tier.dots.fullMask == mask {
        let pixels = Self.lit(tier.waterGlyphs[Int(mask)].value)
        for y in 0..<16 {
          for x in 0..<8 {
            // The row of dots whose share of the sixteen pixels holds this one.
            let row = (0..<tier.dots.down).last { 16 * $0 / tier.dots.down <= y } ?? 0
            let bit = DotGrid.bit(x: x / 4, y: row)
            #expect(pixels[y][x] == (mask & bit != 0), "\(mask) at \(x), \(y)")
          }
        }
      }
    }
  }

  @Test func `Strokes of boxes meet those of the next cell`() {
    let across = Self.lit(Unicode.Scalar("─").value)
    let cross = Self.lit(Unicode.Scalar("┼").value)
    let corner = Self.lit(Unicode.Scalar("┌").value)
    #expect(across.count { $0.allSatisfy { $0 } } == 1)
    #expect(cross.count { $0.allSatisfy { $0 } } == 1)
    #expect((0..<8).count { x in cross.allSatisfy { $0[x] } } == 1)
    #expect(corner.map { $0[7] } == across.map { $0[7] })
    #expect(corner[15] == cross[15])
    #expect(corner[0].allSatisfy { !$0 } && corner.allSatisfy { !$0[0] })
    #expect(Self.lit(Unicode.Scalar("━").value).count { $0.allSatisfy { $0 } } == 2)
  }

  @Test(arguments: GlyphSet.pictures)
  func `Every character of a frame has a picture`(glyphs: GlyphSet) throws {
    let capabilities = RenderCapabilities(glyphs: glyphs, colourDepth: .palette256)
    let view = try MapView(envelope: SyntheticScene.envelope, width: 80, height: 24)
    let grid = MapRenderer.grid(
      SyntheticScene.make(), view: view, capabilities: capabilities
    ).grid
    let raster = CellRaster(grid, capabilities: capabilities)
    #expect(raster.missingCount == 0)
    #expect(raster.canvas.width == 640 && raster.canvas.height == grid.rows * 16)
    let decoded = try DecodedPNG(raster.png())
    #expect(decoded.width == 640)
    // Letters and symbols keep the very colour of their ink.
    let palette = Palette(depth: .palette256, theme: .dark)
    for cell in Set(grid.cells.map(\.foreground)) {
      #expect(decoded.pixels.contains(palette.rgb(ink: cell)))
    }
    #expect(Set(decoded.pixels).count > 8)
  }

  @Test func `A letter that the font lacks is a box, and counted`() {
    var grid = CellGrid(columns: 4, rows: 1)
    grid.write(TerminalText("a城b"), column: 0, row: 0, ink: .plain)
    #expect(CellRaster(grid, capabilities: RenderCapabilities()).missingCount == 1)
  }

  @Test func `Grids of any content and size are drawn`() throws {
    var generator = SeededGenerator(seed: 520)
    for _ in 0..<20 {
      let capabilities = RenderCapabilities(
        glyphs: GlyphSet.pictures.randomElement(using: &generator) ?? .ascii,
        colourDepth: ColourDepth.allCases.randomElement(using: &generator) ?? .none)
      let view = try MapView(
        envelope: SyntheticScene.envelope, width: Int.random(in: 0...50, using: &generator),
        height: Int.random(in: 0...16, using: &generator))
      let grid = MapRenderer.grid(
        RandomScene.make(&generator), view: view, capabilities: capabilities
      ).grid
      let raster = CellRaster(grid, capabilities: capabilities)
      #expect(raster.canvas.width == grid.columns * 8, "seed \(generator.seed)")
      #expect(try raster.png().isEmpty == grid.cells.isEmpty, "seed \(generator.seed)")
    }
  }
}
