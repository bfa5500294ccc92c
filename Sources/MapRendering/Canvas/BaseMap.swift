/// The base map of one picture: water, tints, outlines, roads and bridges, and which of them are
/// in view.
struct BaseMap {
  let planes: CellPlanes
  /// Features with at least one cell in the picture.
  let features: CaseSet<MapFeature>
  private let viewport: Viewport
  private let tier: ObjectIdentifier
  private let areas: [SceneArea]
  private let lines: [SceneLine]
  private let bridges: [SceneBridge]
  /// The cells of bridges, which nothing may cover.
  let bridgeCells: OccupancyBitmap

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
    var planes = CellPlanes(
      columns: viewport.columns, rows: viewport.rows, hasHalves: tier.cellFill == .halves)
    (features, bridgeCells) = planes.withBuffers { cells in
      var painter = GroundPainter(cells, viewport: viewport, tier: tier)
      painter.paint(scene)
      return (painter.features, painter.bridgeCells)
    }
    self.planes = planes
  }

  /// Whether this is the base map of a scene, of which what is shared is not looked at twice.
  func shows(_ scene: MapScene, _ viewport: Viewport, _ tier: any RenderTier) -> Bool {
    self.viewport == viewport && self.tier == ObjectIdentifier(type(of: tier))
      && areas == scene.areas && lines == scene.lines && bridges == scene.bridges
  }
}
