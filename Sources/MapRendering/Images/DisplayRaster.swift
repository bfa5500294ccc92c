/// Draws a display list on pixels.
struct DisplayRaster {
  private(set) var canvas: PixelCanvas
  private var coverage: CoverageFill
  private let palette: ImagePalette
  private let scale: PixelScale
  /// What is drawn on: the whole, or the picture alone.
  private let origin: DisplayPoint

  /// Draws all of a list.
  ///
  /// - Parameters:
  ///   - list: What is drawn.
  ///   - theme: The colours.
  ///   - scale: Pixels of a column.
  /// - Complexity: O(*p* + *e* log *e*) in the pixels and the edges times the scan lines they cross.
  init(_ list: DisplayList, theme: ColourTheme, scale: PixelScale) {
    self.init(
      base: list.base, from: DisplayPoint(0, 0), to: DisplayPoint(list.width, list.height),
      theme: theme, scale: scale)
    for case .text(let text) in list.signs where text.role != .waterLabel {
      draw(text, isHalo: true)
    }
    for shape in list.signs { draw(shape) }
    clearSurroundings(of: list)
    for shape in list.furniture { draw(shape) }
  }

  /// Draws areas, lines and bridges of a picture; words and symbols are left to a terminal.
  ///
  /// - Parameters:
  ///   - base: What is drawn, in drawing order.
  ///   - origin: Upper left corner of what is drawn.
  ///   - end: Lower right corner of it.
  ///   - theme: The colours.
  ///   - scale: Pixels of a column.
  /// - Complexity: As ``init(_:theme:scale:)``.
  init(
    base: [DisplayShape], from origin: DisplayPoint, to end: DisplayPoint, theme: ColourTheme,
    scale: PixelScale
  ) {
    self.scale = scale
    self.origin = origin
    palette = ImagePalette(theme: theme)
    let size = scale.pixels(DisplayPoint(end.x - origin.x, end.y - origin.y))
    let (width, height) = ((size.x + 128) >> 8, (size.y + 128) >> 8)
    canvas = PixelCanvas(width: width, height: height, colour: palette.rgb(.paper))
    coverage = CoverageFill(width: canvas.width, height: canvas.height)
    for shape in base { draw(shape) }
  }

  /// Takes away what was drawn beyond the picture's edge.
  private mutating func clearSurroundings(of list: DisplayList) {
    let from = scale.pixels(list.pictureOrigin)
    let to = scale.pixels(list.pictureEnd)
    let (left, top) = (from.x >> 8, from.y >> 8)
    let (right, low) = ((to.x + 128) >> 8, (to.y + 128) >> 8)
    let paper = palette.rgb(.paper)
    canvas.fill(x: 0..<canvas.width, y: 0..<top, paper)
    canvas.fill(x: 0..<canvas.width, y: low..<max(canvas.height, low), paper)
    canvas.fill(x: 0..<left, y: top..<max(low, top), paper)
    canvas.fill(x: right..<max(canvas.width, right), y: top..<max(low, top), paper)
  }

  private mutating func draw(_ shape: DisplayShape) {
    switch shape {
    case .fill(let fill):
      for ring in fill.rings { coverage.add(ring.map(place)) }
      paint(fill.paint, .evenOdd, pattern: fill.pattern)
    case .stroke(let stroke):
      outline(
        stroke.paths.map { $0.map(place) }, width: scale.length(stroke.width),
        dash: stroke.dash.map(scale.length))
      paint(stroke.paint, .nonZero)
    case .symbol(let symbol): draw(symbol)
    case .text(let text): draw(text, isHalo: false)
    }
  }

  private func place(_ point: DisplayPoint) -> DisplayPoint {
    scale.pixels(DisplayPoint(point.x - origin.x, point.y - origin.y))
  }

  private mutating func outline(_ paths: [[DisplayPoint]], width: Int, dash: [Int] = []) {
    let outline = StrokeOutline(
      halfWidth: max(width / 2, 96), dash: dash, hasRoundCaps: dash.isEmpty)
    for path in paths { outline.trace(path) { coverage.add($0) } }
  }

  /// Paints what the outlines cover.
  private mutating func paint(
    _ paint: Paint, _ rule: CoverageFill.Rule, pattern: FillPattern = .solid
  ) {
    let colour = palette.rgb(paint)
    let width = canvas.width
    let period = scale.length(HatchPattern.period)
    let line = scale.length(HatchPattern.width)
    coverage.finish(rule) { row, pixels, cover in
      for pixel in pixels {
        var share = UInt32(min((cover[pixel] + 64) >> 7, 16))
        if pattern == .hatch, share > 0 {
          let sum = (pixel + row) << 8 + 256
          share = share * HatchPattern.share(sum: sum, period: period, width: line) / 16
        }
        if share > 0 { canvas.blend(row * width + pixel, colour, share: share) }
      }
    }
  }

  private mutating func draw(_ symbol: DisplaySymbol) {
    let paint = Paint.symbol(symbol.colour)
    guard let number = symbol.number else {
      for radius in SymbolShape.arcs(of: symbol.weight) {
        let flanks = [true, false].map {
          Circle.flank(symbol.center, radius: radius, isRight: $0).map(place)
        }
        outline(flanks, width: scale.length(SymbolShape.arcWidth))
      }
      self.paint(paint, .nonZero)
      shape(symbol.shape, symbol.center, SymbolShape.radius(of: symbol.weight), paint)
      return
    }
    let badge = CountBadge(number)
    let half = (badge.width / 2 - CountBadge.halfHeight)
    let line = [
      DisplayPoint(symbol.center.x - half, symbol.center.y),
      DisplayPoint(symbol.center.x + half, symbol.center.y),
    ].map(place)
    let edge = DisplayUnit.pixel * 3 / 2
    outline([line], width: scale.length(2 * CountBadge.halfHeight + edge))
    self.paint(paint, .nonZero)
    outline([line], width: scale.length(2 * CountBadge.halfHeight - edge))
    self.paint(.paper, .nonZero)
    shape(
      symbol.shape, DisplayPoint(symbol.center.x + badge.shapeOffset, symbol.center.y),
      CountBadge.shapeRadius, paint)
    draw(
      DisplayText(
        text: number, role: .emphasis,
        origin: DisplayPoint(
          symbol.center.x + badge.numberOffset,
          symbol.center.y + SignDrawing.drop(.emphasis))), isHalo: false)
  }

  /// A shape with a thin edge of paper, so that it stands free.
  private mutating func shape(
    _ shape: SymbolShape, _ center: DisplayPoint, _ radius: Int, _ paint: Paint
  ) {
    let rings = shape.outlines(radius: radius).map { corners($0, center).map(place) }
    if let outer = rings.first {
      outline([outer + outer.prefix(1)], width: scale.length(3 * DisplayUnit.pixel))
      // Corners run clockwise here too, as the non-zero rule needs.
      coverage.add(outer)
      self.paint(.paper, .nonZero)
    }
    for ring in rings { coverage.add(ring) }
    self.paint(paint, .evenOdd)
  }

  private func corners(
    _ outline: SymbolShape.Outline, _ center: DisplayPoint
  ) -> [DisplayPoint] {
    switch outline {
    case .circle(let radius): Circle.corners(center, radius: radius)
    case .polygon(let corners):
      corners.map { DisplayPoint(center.x + $0.x, center.y + $0.y) }
    }
  }

  private mutating func draw(_ text: DisplayText, isHalo: Bool) {
    let pen = TextPen(scale: scale, role: text.role)
    let width = TextMetrics.width(of: text.text, role: text.role)
    var start = text.origin
    switch text.anchor {
    case .start: break
    case .middle: start.x -= width / 2
    case .end: start.x -= width
    }
    let halo = isHalo ? scale.length(5 * DisplayUnit.pixel / 2) : 0
    for stroke in pen.strokes(of: text.text, from: place(start)) {
      outline([stroke], width: pen.width + halo)
    }
    paint(isHalo ? .paper : ImagePalette.paint(of: text.role), .nonZero)
  }
}
