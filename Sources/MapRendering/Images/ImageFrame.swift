import Compression

/// A frame whose areas and lines are an image, with names, symbols and all words as terminal text
/// over it: they can be copied, searched and read aloud.
struct ImageFrame {
  /// The frame as bytes, `nil` where the image cannot be made.
  private(set) var bytes: [UInt8]
  private let grid: CellGrid
  private let palette: Palette

  /// Draws.
  ///
  /// The rows of the picture are reserved first and the cursor goes back up, so that a frame at the
  /// bottom of the screen scrolls before the image is placed. The screen must be at least as high as
  /// the picture.
  ///
  /// - Parameters:
  ///   - scene: What there is.
  ///   - view: The part to draw, at least 20×5.
  ///   - capabilities: With the pixels of a cell, which the image follows.
  ///   - image: How it is sent.
  ///   - grid: The frame as cells.
  /// - Complexity: O(*p*) in the pixels beside what the view costs.
  init?(
    _ scene: MapScene, view: MapView, capabilities: RenderCapabilities, image: ImageProtocol,
    grid: CellGrid
  ) {
    let (composer, picture) = MapRenderer.compose(scene, view, capabilities.tier)
    let list = DisplayList(
      scene, view: view, composer: composer, picture: picture, lettering: .system)
    let raster = DisplayRaster(
      list, part: .base, theme: capabilities.theme,
      scale: PixelScale(
        cell: capabilities.cellPixels, aspectThousandths: view.aspectThousandths))
    let palette = ImagePalette(theme: capabilities.theme)
    let size = CellSize(columns: picture.viewport.columns, rows: picture.viewport.rows)
    guard let image = Self.encoded(raster.canvas, image, palette, size) else { return nil }
    self.palette = Palette(depth: capabilities.colourDepth, theme: capabilities.theme)
    let top = composer.titleRows
    self.grid = Self.lettersOnly(grid, planes: picture.planes, top: top)
    bytes = []
    for row in 0..<top { put(row) }
    bytes += repeatElement(0x0A, count: size.rows)
    bytes += Array("\u{1B}[\(size.rows)A".utf8)
    // Where the cursor is after an image differs between terminals: it is kept and put back.
    bytes += [0x1B, 0x37] + image + [0x1B, 0x38]
    for row in top..<grid.rows { put(row) }
  }

  private static func encoded(
    _ canvas: PixelCanvas, _ image: ImageProtocol, _ palette: ImagePalette, _ size: CellSize
  ) -> [UInt8]? {
    let paper = palette.rgb(.paper)
    switch image {
    case .sixel: return SixelEncoder.encode(canvas, transparent: paper, pinning: palette.all)
    case .kitty:
      do throws(CompressionError) {
        let png = try PNGEncoder.encode(
          canvas.reduced(to: 256, keeping: paper, pinning: palette.all), transparent: paper)
        return KittyEncoder.encode(png, cells: size)
      } catch {
        return nil
      }
    }
  }

  /// The frame without what the image shows, and without colours behind the letters.
  private static func lettersOnly(
    _ grid: CellGrid, planes: CellPlanes, top: Int
  ) -> CellGrid {
    var letters = grid
    for row in 0..<min(planes.rows, grid.rows - top) {
      for column in 0..<min(planes.columns, grid.columns) {
        let cell = (top + row) * grid.columns + column
        letters.cells[cell].background = Palette.Background.none
        if planes.glyphs[planes.index(column: column, row: row)] == 0 {
          letters.cells[cell] = CellGrid.Cell()
        }
      }
    }
    return letters
  }

  /// Writes a row; blanks are stepped over, for a printed blank would wipe a sixel.
  private mutating func put(_ row: Int) {
    var gap = 0
    var ink = Ink.plain.code
    for index in row * grid.columns..<(row + 1) * grid.columns {
      let cell = grid.cells[index]
      if cell.scalar == CellGrid.Cell.continuation { continue }
      if cell.scalar == CellGrid.Cell.blank {
        gap += 1
        continue
      }
      if gap > 0 { bytes += Array("\u{1B}[\(gap)C".utf8) }
      gap = 0
      style(cell.foreground, &ink)
      append(cell.scalar)
      for mark in grid.marks[index] ?? [] { append(mark.value) }
    }
    if ink != Ink.plain.code { bytes += Array("\u{1B}[0m".utf8) }
    bytes.append(0x0A)
  }

  private mutating func style(_ wanted: UInt8, _ ink: inout UInt8) {
    guard wanted != ink else { return }
    ink = wanted
    bytes += Array("\u{1B}[0".utf8)
    if palette.bolds[Int(wanted)] { bytes += Array(";1".utf8) }
    let colour = palette.foregrounds[Int(wanted)]
    if !colour.isEmpty { bytes += [UInt8(ascii: ";")] + colour }
    bytes.append(UInt8(ascii: "m"))
  }

  private mutating func append(_ value: UInt32) {
    guard let scalar = Unicode.Scalar(value), let encoded = UTF8.encode(scalar) else { return }
    bytes.append(contentsOf: encoded)
  }
}
