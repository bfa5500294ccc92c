/// Reads the planes of a picture once, decides what each cell shows, and encodes it.
struct PictureEncoder {
  private let planes: CellPlanes
  private let waterGlyphs: [UInt32]
  private let lineGlyphs: [UInt32]
  private let fillsWithBackground: Bool
  private let hasBackgrounds: Bool

  init(_ planes: CellPlanes, tier: any RenderTier, palette: Palette) {
    self.planes = planes
    waterGlyphs = tier.waterGlyphs.map(\.value)
    lineGlyphs = tier.lineGlyphs.map(\.value)
    hasBackgrounds = palette.hasBackgrounds
    fillsWithBackground = tier.fillsWithBackground && palette.hasBackgrounds
  }

  /// Encodes all rows.
  func encode(into encoder: inout CellEncoder) {
    for row in 0..<planes.rows {
      for cell in row * planes.columns..<(row + 1) * planes.columns {
        encode(cell, into: &encoder)
      }
      encoder.endRow()
    }
  }

  @inline(__always)
  private func encode(_ cell: Int, into encoder: inout CellEncoder) {
    let water = planes.water[cell]
    let lines = planes.lines[cell]
    let glyph = planes.glyphs[cell]
    let background = background(water: water, tint: planes.tints[cell])
    if glyph == CellPlanes.continuation { return }
    if glyph != 0 {
      encoder.put(glyph, ink: planes.inks[cell], background: background)
      if !planes.marks.isEmpty {
        for mark in planes.marks[cell] ?? [] { encoder.append(mark.value) }
      }
    } else if lines != 0, water == 0 || planes.lineInks[cell] >= Ink.road.code {
      encoder.put(
        lineGlyphs[Int(lines)], ink: planes.lineInks[cell], background: background)
    } else if water != 0, !(water == 0xFF && fillsWithBackground) {
      encoder.put(waterGlyphs[Int(water)], ink: Ink.water.code, background: background)
    } else {
      encoder.blank(background: background)
    }
  }

  @inline(__always)
  private func background(water: UInt8, tint: UInt8) -> UInt8 {
    guard hasBackgrounds else { return Palette.Background.none }
    if water == 0xFF, fillsWithBackground { return Palette.Background.water }
    return tint == 0 ? Palette.Background.none : Palette.Background.firstTint + tint - 1
  }
}
