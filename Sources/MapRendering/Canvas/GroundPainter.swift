/// Draws the ground of a scene into empty planes: areas, lines, outlines, bridges, in that order.
///
/// It writes by buffers, which are valid while it draws only.
struct GroundPainter {
  private let cells: CellPlanes.Buffers
  private let viewport: Viewport
  private let raster: LineRaster
  private let hatchMask: UInt8
  private let greenMask: UInt8
  /// How lines of which the course is computed or guessed are broken.
  private let approximateDash: DashPattern
  /// Features with at least one cell in the picture.
  private(set) var features = CaseSet<MapFeature>()
  /// The cells of bridges, which nothing may cover.
  private(set) var bridgeCells: OccupancyBitmap

  /// Prepares drawing.
  ///
  /// - Parameters:
  ///   - cells: Empty planes of the picture's size.
  ///   - viewport: The part to draw.
  ///   - tier: The characters that hatching and lines are drawn with.
  init(_ cells: CellPlanes.Buffers, viewport: Viewport, tier: any RenderTier) {
    self.cells = cells
    self.viewport = viewport
    raster = LineRaster(viewport, drawing: tier.lineDrawing)
    hatchMask = tier.hatchMask
    greenMask = tier.lineDrawing == .joints ? LineJoint.hatch.rawValue : BaseMap.greenMask
    approximateDash = tier.approximateDash
    bridgeCells = OccupancyBitmap(columns: viewport.columns, rows: viewport.rows)
  }

  /// Draws all of a scene.
  mutating func paint(_ scene: MapScene) {
    // Spans, so that no item is copied to be looked at.
    let (areas, lines) = (scene.areas.span, scene.lines.span)
    var cellFill = AreaFill.cells(viewport)
    var dotFill = AreaFill.dots(viewport)
    for index in areas.indices where viewport.shows(areas[index].box) {
      fill(areas[index], owner: UInt16(clamping: index + 1), &cellFill, &dotFill)
    }
    for index in lines.indices { draw(lines[index]) }
    for index in areas.indices { outline(areas[index]) }
    for bridge in scene.bridges { draw(bridge) }
  }

  // MARK: Areas

  private mutating func fill(
    _ area: SceneArea, owner: UInt16, _ cellFill: inout AreaFill, _ dotFill: inout AreaFill
  ) {
    switch area.role {
    case .district:
      let tint = area.tint
      cellFill.fill(area) { row, span in
        let base = row * viewport.columns
        for cell in base + span.lowerBound..<base + span.upperBound {
          cells.owners[cell] = owner
          cells.tints[cell] = tint
        }
      }
      if !cells.lowerTints.isEmpty { tintHalves(area) }
    case .hatch:
      cellFill.fill(area) { row, span in
        for column in span where (column + row * 2) % 4 == 0 {
          mark(row * viewport.columns + column, hatchMask, code: Ink.hatch.code)
        }
        features.insert(.hatch)
      }
    case .water:
      dotFill.fill(area) { row, span in wet(span, row) }
    case .landUse: fillLand(area, &cellFill)
    case .settlement, .enclosure, .focus: break
    }
  }

  /// Tints land, districts drawn before it; green land is dotted too, for where no tint shows.
  private mutating func fillLand(_ area: SceneArea, _ cellFill: inout AreaFill) {
    guard let use = MapLandUse(rawValue: Int(area.tint)) else { return }
    let tint = Palette.Background.firstLandUse - Palette.Background.firstTint + area.tint
    let isGreen = use == .green
    let hasHalves = !cells.lowerTints.isEmpty
    cellFill.fill(area) { row, span in
      for column in span {
        let cell = row * viewport.columns + column
        if isGreen || cells.tints[cell] == 0 { cells.tints[cell] = tint }
        if hasHalves, isGreen || cells.lowerTints[cell] == 0 { cells.lowerTints[cell] = tint }
        guard isGreen else { continue }
        if (column + row) % 2 == 0 { mark(cell, greenMask, code: Ink.green.code) }
        features.insert(.green)
      }
    }
  }

  private func tintHalves(_ area: SceneArea) {
    let tint = area.tint
    var fill = AreaFill.halves(viewport)
    fill.fill(area) { half, span in
      let tints = half % 2 == 0 ? cells.tints : cells.lowerTints
      let base = half / 2 * viewport.columns
      for cell in base + span.lowerBound..<base + span.upperBound { tints[cell] = tint }
    }
  }

  private mutating func outline(_ area: SceneArea) {
    let dash: DashPattern = area.isApproximate ? approximateDash : .solid
    let feature: MapFeature = area.isApproximate ? .approximateBoundary : .boundary
    switch area.role {
    case .district:
      if isLarge(area) { trace(area.rings, dash, .border, feature) }
    case .enclosure: trace(area.rings, dash, .enclosure, feature)
    case .focus: trace(area.rings, dash, .focus, feature)
    case .settlement: trace(area.rings, .dotted, .border, feature)
    case .hatch, .water, .landUse: break
    }
  }

  private func isLarge(_ area: SceneArea) -> Bool {
    (area.box.maxX - area.box.minX) << 8
      >= viewport.fixedUnitsPerColumn * Int64(BaseMap.leastBorderedCells.columns)
      && (area.box.maxY - area.box.minY) << 8
        >= viewport.fixedUnitsPerRow * Int64(BaseMap.leastBorderedCells.rows)
  }

  // MARK: Lines

  private mutating func draw(_ line: SceneLine) {
    switch line.role {
    case .river: for path in line.paths { drawRiver(path) }
    case .border:
      trace(
        line.paths, line.isApproximate ? approximateDash : .solid, .border,
        line.isApproximate ? .approximateBoundary : .boundary)
    case .road: trace(line.paths, .solid, .road, .road)
    case .minorRoad: trace(line.paths, .solid, .minorRoad, .minorRoad)
    case .railway: trace(line.paths, approximateDash, .railway, .railway)
    case .stream: for path in line.paths { raster.trace(path) { x, y in wet(x, y) } }
    }
  }

  /// Draws a plus of five dots for each, so that the river is never thinner than three.
  ///
  /// A dot as wide as a cell is wide enough by itself.
  private mutating func drawRiver(_ path: WorldPath) {
    let isFine = viewport.dots.across > 1
    raster.trace(path) { x, y in
      wet(x, y)
      if isFine {
        wet(x - 1, y)
        wet(x + 1, y)
      }
      wet(x, y - 1)
      wet(x, y + 1)
    }
  }

  private mutating func trace(
    _ paths: [WorldPath], _ dash: DashPattern, _ ink: Ink, _ feature: MapFeature
  ) {
    let code = ink.code
    let paths = paths.span
    for index in paths.indices {
      if raster.drawing == .dots {
        // Without a step between: most of a map's dots come here.
        raster.trace(paths[index], dash: dash) { x, y in
          guard let (cell, bit) = raster.locate(x, y) else { return }
          mark(cell, bit, code: code)
          features.insert(feature)
        }
      } else {
        raster.stroke(paths[index], dash: dash, ink: ink) { cell, bits in
          mark(cell, bits, code: code)
          features.insert(feature)
        }
      }
    }
  }

  @inline(__always)
  private mutating func wet(_ x: Int, _ y: Int) {
    guard let (cell, bit) = raster.locate(x, y) else { return }
    cells.water[cell] |= bit
    features.insert(.water)
  }

  /// Wets the dots of a row inside the picture, cell by cell.
  private mutating func wet(_ dots: Range<Int>, _ y: Int) {
    guard let (first, _) = raster.locate(dots.lowerBound, y), !dots.isEmpty else { return }
    let across = viewport.dots.across
    let row = first / viewport.columns
    let down = y - row * viewport.dots.down
    let (left, right) = (DotGrid.bit(x: 0, y: down), DotGrid.bit(x: 1, y: down))
    let base = row * viewport.columns
    features.insert(.water)
    if across == 1 {
      for dot in dots { cells.water[base + dot] |= left }
      return
    }
    var (low, high) = (dots.lowerBound, dots.upperBound)
    if low % 2 != 0 {
      cells.water[base + low / 2] |= right
      low += 1
    }
    if high % 2 != 0, high > low {
      high -= 1
      cells.water[base + high / 2] |= left
    }
    for cell in low / 2..<max(high / 2, low / 2) { cells.water[base + cell] |= left | right }
  }

  /// Adds dots of a line; where lines of two kinds meet, only the higher kind keeps its dots.
  @inline(__always)
  private func mark(_ cell: Int, _ bits: UInt8, code: UInt8) {
    var dots = cells.lines[cell]
    let ink = cells.lineInks[cell]
    if dots == 0 || ink < code {
      if ink <= Ink.hatch.code { dots = 0 }
      cells.lineInks[cell] = code
    }
    cells.lines[cell] = dots | bits
  }

  // MARK: Bridges

  /// Draws a bridge across the water at right angles to the river, three cells wide at least.
  private mutating func draw(_ bridge: SceneBridge) {
    guard let middle = viewport.cell(bridge.position) else { return }
    for column in middle.column - 1...middle.column + 1 { span(column, middle.row) }
    for sign in [Int64(-1), 1] {
      var step: Int64 = 1
      while step <= 400, let cell = bridge.cell(steps: sign * step, in: viewport),
        cells.water[cell.row * viewport.columns + cell.column] != 0
      {
        span(cell.column, cell.row)
        step += 1
      }
    }
    features.insert(.bridge)
  }

  private mutating func span(_ column: Int, _ row: Int) {
    guard column >= 0, column < viewport.columns, row >= 0, row < viewport.rows else { return }
    let cell = row * viewport.columns + column
    cells.glyphs[cell] = Unicode.Scalar("=").value
    cells.inks[cell] = Ink.bridge.code
    bridgeCells.set(row: row, column..<column + 1)
  }
}
