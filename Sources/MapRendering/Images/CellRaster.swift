public import Compression

/// A picture of cells, as a terminal would show them: for people who judge a map and have no
/// terminal at hand, and for comparing tiers side by side.
///
/// Mosaics, braille and box drawing are drawn from their masks, symbols as shapes, letters from the
/// one font; a character that is none of these is an empty box, and counted.
public struct CellRaster: Sendable {
  /// The pixels.
  package private(set) var canvas: PixelCanvas
  /// Characters that the font lacks.
  public private(set) var missingCount = 0

  private var coverage: CoverageFill
  private let palette: Palette
  private let cell: (width: Int, height: Int)

  /// Draws a grid.
  ///
  /// - Parameters:
  ///   - grid: What a map's frame is.
  ///   - capabilities: The theme and colours that it was made for; without colours all is drawn in
  ///     the theme's text colour.
  ///   - scale: 1…4; a cell is 8 × 16 pixels times this.
  /// - Complexity: O(*p*) in the pixels.
  public init(_ grid: CellGrid, capabilities: RenderCapabilities, scale: Int = 1) {
    let scale = min(max(scale, 1), 4)
    cell = (8 * scale, 16 * scale)
    palette = Palette(depth: capabilities.colourDepth, theme: capabilities.theme)
    canvas = PixelCanvas(
      width: grid.columns * cell.width, height: grid.rows * cell.height,
      colour: palette.rgb(background: Palette.Background.none))
    coverage = CoverageFill(width: canvas.width, height: canvas.height)
    let hasColours = capabilities.colourDepth.hasBackgrounds
    for (index, entry) in grid.cells.enumerated() {
      let (row, column) = index.quotientAndRemainder(dividingBy: max(grid.columns, 1))
      draw(
        entry, x: column * cell.width, y: row * cell.height,
        colour: palette.rgb(ink: hasColours ? entry.foreground : Ink.plain.code))
    }
  }

  /// The picture as PNG.
  ///
  /// - Returns: A whole file; nothing for a grid without cells.
  /// - Throws: `CompressionError` where memory is short.
  public func png() throws(CompressionError) -> [UInt8] {
    try PNGEncoder.encode(canvas.reduced(to: 256, pinning: pure))
  }

  /// The colours that cells are drawn in, mixtures apart.
  private var pure: Set<UInt32> {
    Set(Ink.all.map { palette.rgb(ink: $0.code) })
      .union((0..<Palette.Background.codeCount).map { palette.rgb(background: UInt8($0)) })
  }

  private mutating func draw(_ entry: CellGrid.Cell, x: Int, y: Int, colour: UInt32) {
    if entry.background != Palette.Background.none {
      canvas.fill(
        x: x..<x + cell.width, y: y..<y + cell.height,
        palette.rgb(background: entry.background))
    }
    switch entry.scalar {
    case CellGrid.Cell.blank, CellGrid.Cell.continuation, 0x20: return
    default: break
    }
    if let mosaic = CellMosaic(entry.scalar) {
      draw(mosaic, x: x, y: y, colour: colour)
    } else if let scalar = Unicode.Scalar(entry.scalar) {
      draw(scalar, x: x, y: y, colour: colour, isBold: palette.bolds[Int(entry.foreground)])
    }
  }

  private mutating func draw(_ mosaic: CellMosaic, x: Int, y: Int, colour: UInt32) {
    switch mosaic {
    case .blocks(let mask, let grid):
      for dot in 0..<grid.across * grid.down where mask & 1 << dot != 0 {
        let (row, column) = dot.quotientAndRemainder(dividingBy: grid.across)
        canvas.fill(
          x: x + cell.width * column / grid.across..<x + cell.width * (column + 1) / grid.across,
          y: y + cell.height * row / grid.down..<y + cell.height * (row + 1) / grid.down, colour)
      }
    case .braille(let mask):
      let size = cell.width / 4
      for row in 0..<4 {
        for column in 0..<2 where mask & DotGrid.bit(x: column, y: row) != 0 {
          let left = x + size / 2 + column * 2 * size
          let top = y + size / 2 + row * 2 * size
          canvas.fill(x: left..<left + size, y: top..<top + size, colour)
        }
      }
    case .box(let joint): box(joint, x: x, y: y, colour: colour)
    case .rising:
      stroke(
        [
          [
            DisplayPoint(x << 8, (y + cell.height) << 8),
            DisplayPoint((x + cell.width) << 8, y << 8),
          ]
        ],
        width: cell.width * 32, colour: colour)
    }
  }

  /// Strokes from the middle, a pixel wide at scale 1, two where heavy.
  private mutating func box(_ joint: LineJoint, x: Int, y: Int, colour: UInt32) {
    let width = cell.width / (joint.contains(.heavy) ? 4 : 8)
    let across = x + (cell.width - width) / 2..<x + (cell.width + width) / 2
    let along = y + (cell.height - width) / 2..<y + (cell.height + width) / 2
    let dash = joint.contains(.dashed) ? cell.width / 4 : 0
    if joint.contains(.west) {
      line(from: x, to: across.upperBound, dash) { ($0, along) }
    }
    if joint.contains(.east) {
      line(from: across.lowerBound, to: x + cell.width, dash) { ($0, along) }
    }
    if joint.contains(.north) {
      line(from: y, to: along.upperBound, dash) { (across, $0) }
    }
    if joint.contains(.south) {
      line(from: along.lowerBound, to: y + cell.height, dash) { (across, $0) }
    }

    func line(
      from low: Int, to high: Int, _ dash: Int, _ place: (Range<Int>) -> (Range<Int>, Range<Int>)
    ) {
      for start in stride(from: low, to: high, by: dash == 0 ? high - low : 2 * dash) {
        let end = dash == 0 ? high : min(start + dash, high)
        let (columns, rows) = place(start..<end)
        canvas.fill(x: columns, y: rows, colour)
      }
    }
  }

  private mutating func draw(
    _ scalar: Unicode.Scalar, x: Int, y: Int, colour: UInt32, isBold: Bool
  ) {
    if let shape = SymbolShape(Character(scalar)) {
      let center = DisplayPoint((2 * x + cell.width) << 7, (2 * y + cell.height) << 7)
      for outline in shape.outlines(radius: cell.width * 115) {
        switch outline {
        case .circle(let radius): coverage.add(Circle.corners(center, radius: radius))
        case .polygon(let corners):
          coverage.add(corners.map { DisplayPoint(center.x + $0.x, center.y + $0.y) })
        }
      }
      paint(.evenOdd, colour)
      return
    }
    let glyph = StrokeFont.shared.glyph(scalar)
    if glyph == nil { missingCount += 1 }
    let size = cell.width / 8
    let strokes = (glyph ?? StrokeFont.missing).strokes.map { stroke in
      stroke.map {
        DisplayPoint(x << 8 + $0.x * size + 128 * size, y << 8 + $0.y * size + 128 * size)
      }
    }
    stroke(strokes, width: size * (isBold ? 400 : 288), colour: colour)
  }

  private mutating func stroke(_ paths: [[DisplayPoint]], width: Int, colour: UInt32) {
    let outline = StrokeOutline(halfWidth: width / 2)
    for path in paths { outline.trace(path) { coverage.add($0) } }
    paint(.nonZero, colour)
  }

  private mutating func paint(_ rule: CoverageFill.Rule, _ colour: UInt32) {
    let width = canvas.width
    coverage.finish(rule) { row, pixels, cover in
      for pixel in pixels {
        let share = UInt32(min((cover[pixel] + 64) >> 7, 16))
        if share > 0 { canvas.blend(row * width + pixel, colour, share: share) }
      }
    }
  }
}
