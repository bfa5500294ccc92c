/// The base map as shapes: tints, water, hatching, outlines, roads and bridges.
struct BaseDrawing {
  private(set) var shapes: [DisplayShape] = []
  /// Features that have a shape in the picture.
  private(set) var features: Set<MapFeature> = []
  private let scene: MapScene
  private let projection: DisplayProjection
  /// Where the cells have water: bridges end on its banks.
  private let planes: CellPlanes
  private let ringLimit: Int
  private static let pixel = DisplayUnit.pixel

  /// How lines of which the course is computed or guessed are broken.
  static let approximateDash = [4 * pixel, 3 * pixel]
  /// How the outline of the whole settlement is broken.
  static let settlementDash = [pixel, 4 * pixel]

  /// How railways are broken.
  static let railwayDash = [6 * pixel, 2 * pixel]

  /// How rings around points are broken.
  static let ringDash = [pixel * 3 / 2, pixel * 5 / 2]

  init(
    _ scene: MapScene, projection: DisplayProjection, planes: CellPlanes,
    ringLimit: Int = PrecisionRings.limit
  ) {
    self.scene = scene
    self.ringLimit = ringLimit
    self.projection = projection
    self.planes = planes
  }

  /// Draws from the ground up.
  mutating func draw() {
    fillLand(.builtUp)
    fill(.district)
    fillLand(.green)
    fill(.hatch)
    fill(.water)
    for line in scene.lines { draw(line) }
    outline(.settlement, .settlement, width: Self.pixel * 3 / 2)
    outline(.district, .border, width: Self.pixel)
    outline(.enclosure, .enclosure, width: Self.pixel * 3 / 2)
    outline(.focus, .focus, width: Self.pixel * 2)
    for bridge in scene.bridges { draw(bridge) }
    rings()
  }

  /// Leaves cells to a legend.
  mutating func clear(columns: Range<Int>, rows: Range<Int>) {
    let (left, right) = (columns.lowerBound, columns.upperBound)
    let top = projection.origin.y + projection.rowOffset(rows.lowerBound)
    let low = projection.origin.y + projection.rowOffset(rows.upperBound)
    let corners = [(left, top), (right, top), (right, low), (left, low)].map {
      DisplayPoint(projection.origin.x + $0.0 * DisplayUnit.column, $0.1)
    }
    shapes.append(.fill(DisplayFill(rings: [corners], paint: .paper)))
  }

  /// Rings as large as points are good, where the cells have them.
  private mutating func rings() {
    let rings = PrecisionRings(
      scene.symbols, selection: scene.selection, viewport: projection.viewport, limit: ringLimit)
    for ring in rings.rings {
      let path = WorldPath(around: ring.position, reach: ring.reach)
      let colour = scene.symbols.palette[Int(ring.symbolClass)].colour
      shapes.append(
        .stroke(
          DisplayStroke(
            paths: projection.paths(path, isClosed: true), paint: .symbol(colour),
            width: Self.pixel * 5 / 4, dash: Self.ringDash)))
    }
  }

  private mutating func fill(_ role: MapAreaRole) {
    for area in scene.areas where area.role == role {
      let rings = projection.rings(area)
      guard !rings.isEmpty else { continue }
      switch role {
      case .district where area.tint > 0:
        shapes.append(.fill(DisplayFill(rings: rings, paint: .tint(area.tint))))
      case .hatch:
        shapes.append(.fill(DisplayFill(rings: rings, paint: .hatch, pattern: .hatch)))
        features.insert(.hatch)
      case .water:
        shapes.append(.fill(DisplayFill(rings: rings, paint: .water)))
        features.insert(.water)
      default: break
      }
    }
  }

  /// Built-up land lies under the districts' tints, green land over them.
  private mutating func fillLand(_ use: MapLandUse) {
    for area in scene.areas where area.role == .landUse && Int(area.tint) == use.rawValue {
      let rings = projection.rings(area)
      guard !rings.isEmpty else { continue }
      shapes.append(.fill(DisplayFill(rings: rings, paint: .landUse(use))))
      if use == .green { features.insert(.green) }
    }
  }

  private mutating func draw(_ line: SceneLine) {
    let paths = line.paths.flatMap { projection.paths($0) }.map(DisplayProjection.thinned)
      .filter { $0.count > 1 }
    guard !paths.isEmpty else { return }
    switch line.role {
    case .river:
      // Never thinner than this, whatever the scale.
      shapes.append(
        .stroke(DisplayStroke(paths: paths, paint: .water, width: Self.pixel * 6)))
      features.insert(.water)
    case .border:
      stroke(paths, .border, width: Self.pixel, isApproximate: line.isApproximate)
    case .stream:
      shapes.append(
        .stroke(DisplayStroke(paths: paths, paint: .water, width: Self.pixel * 3 / 2)))
      features.insert(.water)
    case .road: way(paths, .road, width: Self.pixel * 2, .road)
    case .minorRoad: way(paths, .minorRoad, width: Self.pixel, .minorRoad)
    case .railway: way(paths, .railway, width: Self.pixel * 3 / 2, .railway, Self.railwayDash)
    }
  }

  private mutating func way(
    _ paths: [[DisplayPoint]], _ paint: Paint, width: Int, _ feature: MapFeature, _ dash: [Int] = []
  ) {
    shapes.append(.stroke(DisplayStroke(paths: paths, paint: paint, width: width, dash: dash)))
    features.insert(feature)
  }

  /// Draws the outlines of areas.
  private mutating func outline(_ role: MapAreaRole, _ paint: Paint, width: Int) {
    let areas = scene.areas.filter { $0.role == role }
    let outlines = areas.map { area in
      area.rings.flatMap { projection.paths($0, isClosed: true) }
    }
    var edges = SharedEdges(Array(outlines.joined()))
    // What is known well is drawn first: an edge that is also a guess elsewhere is then solid.
    for isApproximate in [false, true] {
      let paths = zip(areas, outlines).filter { $0.0.isApproximate == isApproximate }
        .flatMap { $0.1.flatMap { edges.fresh($0) } }
      stroke(paths, paint, width: width, isApproximate: isApproximate)
    }
  }

  private mutating func stroke(
    _ paths: [[DisplayPoint]], _ paint: Paint, width: Int, isApproximate: Bool
  ) {
    let paths = paths.map(DisplayProjection.thinned).filter { $0.count > 1 }
    guard !paths.isEmpty else { return }
    let dash =
      paint == .settlement ? Self.settlementDash : isApproximate ? Self.approximateDash : []
    shapes.append(
      .stroke(DisplayStroke(paths: paths, paint: paint, width: width, dash: dash)))
    features.insert(isApproximate ? .approximateBoundary : .boundary)
  }

  /// Draws a bridge at right angles to the river, from bank to bank.
  private mutating func draw(_ bridge: SceneBridge) {
    guard projection.viewport.cell(bridge.position) != nil else { return }
    let middle = projection.point(bridge.position)
    let length = StrokeOutline.length(Int(bridge.acrossX), Int(bridge.acrossY))
    guard length > 0 else { return }
    func point(_ distance: Int) -> DisplayPoint {
      DisplayPoint(
        middle.x + Int(bridge.acrossX) * distance / length,
        middle.y + Int(bridge.acrossY) * distance / length)
    }
    let ends = [-1, 1].map { sign in
      var distance = Self.pixel * 5
      while distance < 4000 * Self.pixel, isWater(point(sign * distance)) {
        distance += Self.pixel
      }
      return point(sign * (distance + Self.pixel * 2))
    }
    shapes.append(
      .stroke(DisplayStroke(paths: [ends], paint: .bridgeEdge, width: Self.pixel * 6)))
    shapes.append(.stroke(DisplayStroke(paths: [ends], paint: .bridge, width: Self.pixel * 3)))
    features.insert(.bridge)
  }

  private func isWater(_ point: DisplayPoint) -> Bool {
    let viewport = projection.viewport
    let x = (point.x - projection.origin.x) * viewport.dots.across / DisplayUnit.column
    let y = (point.y - projection.origin.y) * viewport.dotRows / projection.height
    guard x >= 0, x < viewport.dotColumns, y >= 0, y < viewport.dotRows else { return false }
    let cell = planes.index(column: x / viewport.dots.across, row: y / viewport.dots.down)
    let bit = DotGrid.bit(x: x % viewport.dots.across, y: y % viewport.dots.down)
    return planes.water[cell] & bit != 0
  }
}
