/// Reads the planes of a picture once and decides what each cell shows.
struct PlaneFlattener {
  private let waterGlyphs: [UInt32]
  private let lineGlyphs: [UInt32]
  private let fill: CellFill
  private let fullWater: UInt8
  private let hasBackgrounds: Bool
  /// What a cell with nothing in it shows.
  private let blank: UInt32

  /// Prepares flattening.
  ///
  /// - Parameters:
  ///   - tier: The characters for masks of dots.
  ///   - capabilities: Whether the receiver shows colours behind characters, and its blank.
  init(tier: any RenderTier, capabilities: RenderCapabilities) {
    waterGlyphs = tier.waterGlyphs.map(\.value)
    lineGlyphs = tier.lineGlyphs.map(\.value)
    hasBackgrounds = capabilities.colourDepth.hasBackgrounds
    fill = hasBackgrounds ? tier.cellFill : .signs
    fullWater = tier.dots.fullMask
    blank =
      capabilities.blank == .braille && capabilities.glyphs == .braille
      ? 0x2800 : CellGrid.Cell.blank
  }

  /// Writes all rows of a picture into a grid of the same width.
  ///
  /// - Parameters:
  ///   - planes: The picture.
  ///   - grid: With room for the picture.
  ///   - top: The grid's row for the first row of the picture.
  /// - Complexity: O(*c*) in the cells.
  func flatten(_ planes: inout CellPlanes, into grid: inout CellGrid, top: Int) {
    let base = top * grid.columns
    let count = min(planes.glyphs.count, grid.cells.count - base)
    guard planes.columns == grid.columns, count > 0 else { return }
    planes.withBuffers { buffers in
      waterGlyphs.withUnsafeBufferPointer { water in
        lineGlyphs.withUnsafeBufferPointer { lines in
          var cells = grid.cells.mutableSpan
          if fill == .halves {
            for cell in 0..<count { cells[base + cell] = shown(cell, buffers, water, lines) }
          } else {
            for cell in 0..<count { cells[base + cell] = whole(cell, buffers, water, lines) }
          }
        }
      }
    }
    if !grid.marks.isEmpty {
      grid.marks = grid.marks.filter { $0.key < base || $0.key >= base + count }
    }
    for (cell, marks) in planes.marks where cell < count {
      // A mark over a space needs the space as a character of its own.
      if grid.cells[base + cell].scalar == CellGrid.Cell.blank {
        grid.cells[base + cell].scalar = 0x20
      }
      grid.marks[base + cell] = marks
    }
  }

  /// What a cell of one ground shows: choices instead of branches, which cells of a map make hard to
  /// foresee.
  @inline(__always)
  private func whole(
    _ cell: Int, _ planes: CellPlanes.Buffers, _ waterGlyphs: UnsafeBufferPointer<UInt32>,
    _ lineGlyphs: UnsafeBufferPointer<UInt32>
  ) -> CellGrid.Cell {
    let water = planes.water[cell]
    let lines = planes.lines[cell]
    let lineInk = planes.lineInks[cell]
    let glyph = planes.glyphs[cell]
    let showsWater = water != 0 && !(water == fullWater && fill == .cells)
    let showsLines = lines != 0 && (water == 0 || lineInk >= Ink.road.code)
    var scalar = showsWater ? waterGlyphs[Int(water)] : blank
    var ink = showsWater ? Ink.water.code : Ink.plain.code
    scalar = showsLines ? lineGlyphs[Int(lines)] : scalar
    ink = showsLines ? lineInk : ink
    scalar = glyph == 0 ? scalar : glyph == 0x20 ? CellGrid.Cell.blank : glyph
    ink = glyph == 0 ? ink : planes.inks[cell]
    return CellGrid.Cell(
      scalar: scalar, foreground: ink,
      background: background(water: water, tint: planes.tints[cell]))
  }

  /// What a cell shows whose halves may differ.
  private func shown(
    _ cell: Int, _ planes: CellPlanes.Buffers, _ waterGlyphs: UnsafeBufferPointer<UInt32>,
    _ lineGlyphs: UnsafeBufferPointer<UInt32>
  ) -> CellGrid.Cell {
    let water = planes.water[cell]
    let hasLines =
      planes.lines[cell] != 0 && (water == 0 || planes.lineInks[cell] >= Ink.road.code)
    if planes.glyphs[cell] == 0, !hasLines { return halves(cell, water, planes) }
    return whole(cell, planes, waterGlyphs, lineGlyphs)
  }

  /// A cell of two colours: the lower one behind a block in the upper one, or the other way where
  /// only the lower half has any.
  private func halves(
    _ cell: Int, _ water: UInt8, _ planes: CellPlanes.Buffers
  ) -> CellGrid.Cell {
    let upper = water & 1 != 0 ? Palette.Background.water : tint(planes.tints[cell])
    let lower = water & 2 != 0 ? Palette.Background.water : tint(planes.lowerTints[cell])
    if upper == lower { return CellGrid.Cell(scalar: blank, background: upper) }
    if upper == Palette.Background.none {
      return CellGrid.Cell(scalar: 0x2584, foreground: Palette.ink(of: lower), background: upper)
    }
    return CellGrid.Cell(scalar: 0x2580, foreground: Palette.ink(of: upper), background: lower)
  }

  @inline(__always)
  private func background(water: UInt8, tint: UInt8) -> UInt8 {
    guard hasBackgrounds else { return Palette.Background.none }
    return water == fullWater && fill != .signs ? Palette.Background.water : self.tint(tint)
  }

  @inline(__always)
  private func tint(_ tint: UInt8) -> UInt8 {
    tint == 0 ? Palette.Background.none : Palette.Background.firstTint + tint - 1
  }
}
