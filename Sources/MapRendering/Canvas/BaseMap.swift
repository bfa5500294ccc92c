/// The base map of one picture: water, tints, outlines, roads and bridges, and which of them are
/// in view.
struct BaseMap {
  var planes: CellPlanes
  /// Features with at least one cell in the picture, a bit for each.
  private(set) var present: UInt16 = 0
  private let viewport: Viewport
  private let tier: ObjectIdentifier
  private let areas: [SceneArea]
  private let lines: [SceneLine]
  private let bridges: [SceneBridge]
  private let raster: LineRaster
  /// How lines of which the course is computed or guessed are broken.
  private let approximateDash: DashPattern
  /// The cells of bridges, which nothing may cover.
  private(set) var bridgeCells = OccupancyBitmap(columns: 0, rows: 0)

  /// A district's border is drawn once its box has this many cells; below, borders would fill the
  /// map and the tint alone tells districts apart.
  static let leastBorderedCells = (columns: 14, rows: 6)
  /// The dot in every other cell of green land.
  static let greenMask = DotGrid.bit(x: 0, y: 2)

  /// Draws the base map of a scene.
  ///
  /// - Parameters:
  ///   - scene: What there is.
  ///   - viewport: The part to draw.
  ///   - tier: The characters that hatching and bridges are drawn with.
  init(_ scene: MapScene, viewport: Viewport, tier: any RenderTier) {
    self.viewport = viewport
    self.tier = ObjectIdentifier(type(of: tier))
    (areas, lines, bridges) = (scene.areas, scene.lines, scene.bridges)
    raster = LineRaster(viewport, drawing: tier.lineDrawing)
    approximateDash = tier.approximateDash
    planes = CellPlanes(
      columns: viewport.columns, rows: viewport.rows, hasHalves: tier.cellFill == .halves)
    fillAreas(scene.areas, hatchMask: tier.hatchMask)
    for line in scene.lines { draw(line) }
    for area in scene.areas { outline(area) }
    for bridge in scene.bridges { draw(bridge) }
    bridgeCells = OccupancyBitmap(nonzero: planes.glyphs, columns: planes.columns)
  }

  /// Whether this is the base map of a scene, of which what is shared is not looked at twice.
  func shows(_ scene: MapScene, _ viewport: Viewport, _ tier: any RenderTier) -> Bool {
    self.viewport == viewport && self.tier == ObjectIdentifier(type(of: tier))
      && areas == scene.areas && lines == scene.lines && bridges == scene.bridges
  }

  /// Features with at least one cell in the picture.
  var features: Set<MapFeature> {
    Set(MapFeature.allCases.filter { present & 1 << $0.rawValue != 0 })
  }

  @inline(__always)
  private mutating func see(_ feature: MapFeature) { present |= 1 << feature.rawValue }

  private mutating func fillAreas(_ areas: [SceneArea], hatchMask: UInt8) {
    var cellFill = AreaFill.cells(viewport)
    var dotFill = AreaFill.dots(viewport)
    for (index, area) in areas.enumerated() {
      switch area.role {
      case .district:
        let owner = UInt16(clamping: index + 1)
        cellFill.fill(area) { row, span in
          let base = row * viewport.columns
          for cell in base + span.lowerBound..<base + span.upperBound {
            planes.owners[cell] = owner
            planes.tints[cell] = area.tint
          }
        }
        if !planes.lowerTints.isEmpty { tintHalves(area) }
      case .hatch:
        cellFill.fill(area) { row, span in
          for column in span where (column + row * 2) % 4 == 0 {
            mark(row * viewport.columns + column, hatchMask, code: Ink.hatch.code)
          }
          see(.hatch)
        }
      case .water:
        dotFill.fill(area) { row, span in
          for dot in span { wet(dot, row) }
        }
      case .landUse: fillLand(area, &cellFill)
      case .settlement, .enclosure, .focus: break
      }
    }
  }

  /// Tints land, districts drawn before it; green land is dotted too, for where no tint shows.
  private mutating func fillLand(_ area: SceneArea, _ cellFill: inout AreaFill) {
    guard let use = MapLandUse(rawValue: Int(area.tint)) else { return }
    let tint = Palette.Background.firstLandUse - Palette.Background.firstTint + area.tint
    let isGreen = use == .green
    let hasHalves = !planes.lowerTints.isEmpty
    cellFill.fill(area) { row, span in
      for column in span {
        let cell = row * viewport.columns + column
        if isGreen || planes.tints[cell] == 0 { planes.tints[cell] = tint }
        if hasHalves, isGreen || planes.lowerTints[cell] == 0 { planes.lowerTints[cell] = tint }
        guard isGreen else { continue }
        if (column + row) % 2 == 0 { mark(cell, Self.greenMask, code: Ink.green.code) }
        see(.green)
      }
    }
  }

  private mutating func tintHalves(_ area: SceneArea) {
    var fill = AreaFill.halves(viewport)
    fill.fill(area) { half, span in
      let base = half / 2 * viewport.columns
      for cell in base + span.lowerBound..<base + span.upperBound {
        if half % 2 == 0 {
          planes.tints[cell] = area.tint
        } else {
          planes.lowerTints[cell] = area.tint
        }
      }
    }
  }

  private mutating func draw(_ line: SceneLine) {
    for path in line.paths {
      switch line.role {
      case .river:
        // A plus of five dots: never thinner than three, whatever the direction. A dot as wide as
        // a cell is wide enough by itself.
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
      case .border:
        trace(
          path, line.isApproximate ? approximateDash : .solid, .border,
          line.isApproximate ? .approximateBoundary : .boundary)
      case .road: trace(path, .solid, .road, .road)
      case .minorRoad: trace(path, .solid, .minorRoad, .minorRoad)
      case .railway: trace(path, approximateDash, .railway, .railway)
      case .stream: raster.trace(path) { x, y in wet(x, y) }
      }
    }
  }

  private mutating func outline(_ area: SceneArea) {
    let dash: DashPattern = area.isApproximate ? approximateDash : .solid
    let feature: MapFeature = area.isApproximate ? .approximateBoundary : .boundary
    for ring in area.rings {
      switch area.role {
      case .district where isLarge(area): trace(ring, dash, .border, feature)
      case .enclosure: trace(ring, dash, .enclosure, feature)
      case .focus: trace(ring, dash, .focus, feature)
      case .settlement: trace(ring, .dotted, .border, feature)
      case .district, .hatch, .water, .landUse: break
      }
    }
  }

  private func isLarge(_ area: SceneArea) -> Bool {
    (area.box.maxX - area.box.minX) << 8
      >= viewport.fixedUnitsPerColumn * Int64(Self.leastBorderedCells.columns)
      && (area.box.maxY - area.box.minY) << 8
        >= viewport.fixedUnitsPerRow * Int64(Self.leastBorderedCells.rows)
  }

  private mutating func trace(
    _ path: WorldPath, _ dash: DashPattern, _ ink: Ink, _ feature: MapFeature
  ) {
    let code = ink.code
    raster.stroke(path, dash: dash, ink: ink) { cell, bits in
      mark(cell, bits, code: code)
      see(feature)
    }
  }

  @inline(__always)
  private mutating func wet(_ x: Int, _ y: Int) {
    guard let (cell, bit) = raster.locate(x, y) else { return }
    planes.water[cell] |= bit
    see(.water)
  }

  /// Adds dots of a line; where lines of two kinds meet, only the higher kind keeps its dots.
  @inline(__always)
  private mutating func mark(_ cell: Int, _ bits: UInt8, code: UInt8) {
    if planes.lines[cell] == 0 || planes.lineInks[cell] < code {
      if planes.lineInks[cell] <= Ink.hatch.code { planes.lines[cell] = 0 }
      planes.lineInks[cell] = code
    }
    planes.lines[cell] |= bits
  }

  /// Draws a bridge across the water at right angles to the river, three cells wide at least.
  private mutating func draw(_ bridge: SceneBridge) {
    guard let middle = viewport.cell(bridge.position) else { return }
    for column in middle.column - 1...middle.column + 1 { span(column, middle.row) }
    for sign in [Int64(-1), 1] {
      var step: Int64 = 1
      while step <= 400, let cell = bridge.cell(steps: sign * step, in: viewport),
        planes.water[planes.index(column: cell.column, row: cell.row)] != 0
      {
        span(cell.column, cell.row)
        step += 1
      }
    }
    see(.bridge)
  }

  private mutating func span(_ column: Int, _ row: Int) {
    planes.put("=", column: column, row: row, ink: .bridge)
  }
}
