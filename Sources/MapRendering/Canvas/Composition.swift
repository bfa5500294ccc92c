/// Everything of a frame that stays while only symbols move within the cells that they cover: base
/// map, names, legend, the words around.
struct Composition {
  let view: MapView
  let capabilities: RenderCapabilities
  let base: BaseMap
  let picture: Picture
  /// Rows above the picture.
  let top: Int
  let title: StyledLine?
  /// The rows under the picture.
  let footer: [StyledLine]
  let scale: ScaleBar?
  /// What stands on the signs: names, the legend in its corner, degrees.
  let overlay: PlaneOverlay
  private let scene: MapScene
  private let sheet: SignSheet

  /// Draws a scene.
  ///
  /// - Parameters:
  ///   - scene: What there is.
  ///   - view: The part to draw, at least of the smallest size for a picture.
  ///   - capabilities: The receiver.
  ///   - kept: A composition before, of which the base map is used again where it is the same.
  init(
    _ scene: MapScene, view: MapView, capabilities: RenderCapabilities, kept: Composition?
  ) {
    let tier = capabilities.tier
    let drawn = MapRenderer.composed(scene, view, tier, kept: kept?.base)
    let viewport = drawn.picture.viewport
    self.scene = scene
    self.view = view
    self.capabilities = capabilities
    (base, sheet, picture) = (drawn.base, drawn.sheet, drawn.picture)
    scale = ScaleBar(
      fixedMetersPerUnit: view.fixedMetersPerUnit,
      fixedUnitsPerColumn: viewport.fixedUnitsPerColumn, limit: drawn.composer.scaleLimit)
    let ticks = view.meridians.map { (column: viewport.column($0.world), label: $0.label) }
      .filter { $0.column >= 0 && $0.column < viewport.columns }
    footer = drawn.composer.footer(picture.facts, scale: scale, ticks: ticks)
    top = drawn.composer.titleRows
    title = drawn.composer.title()
    overlay = PlaneOverlay(from: sheet.planes, to: picture.planes)
  }

  /// Whether all but the symbols is the same.
  func hasSameGround(
    _ other: MapScene, _ view: MapView, _ capabilities: RenderCapabilities
  ) -> Bool {
    self.view == view && self.capabilities == capabilities && scene.hasSameGround(as: other)
  }

  /// Whether symbols cover the same cells and add up to the same words.
  ///
  /// - Parameters:
  ///   - other: The symbols, drawn on this base map.
  ///   - otherScene: Their scene, on the same ground.
  func hasSameSigns(_ other: SignSheet, _ otherScene: MapScene) -> Bool {
    other.signs.fixed == sheet.signs.fixed && other.signs.hasCounts == sheet.signs.hasCounts
      && other.signs.drawnWeights == sheet.signs.drawnWeights && other.rings == sheet.rings
      && other.clusters.inView == sheet.clusters.inView
      && other.clusters.byClass == sheet.clusters.byClass
      && other.clusters.radii == sheet.clusters.radii
      && otherScene.symbolTotal == scene.symbolTotal && otherScene.selection == scene.selection
  }

  /// The map of a frame that was drawn with this.
  func map(_ scene: MapScene, view: MapView, clusters: SymbolClusters) -> RenderedMap {
    RenderedMap(
      bytes: [],
      pictureSize: CellSize(columns: picture.viewport.columns, rows: picture.viewport.rows),
      view: view.anchored(pictureRows: picture.viewport.rows),
      placedLabels: picture.labels, hiddenLabelCount: picture.facts.hiddenLabels,
      symbolsInView: picture.facts.inView, symbolTotal: scene.total, scaleBar: scale,
      clusterItems: clusters.items, symbols: scene.symbols, placer: picture.placer,
      placeIDs: scene.places.map(\.id), key: picture.facts.key.map { KeyEntry(code: $0, name: $1) },
      facts: MapFacts(
        scene, inView: picture.facts.inView, byClass: picture.facts.byClass,
        radii: picture.facts.radii))
  }
}

extension MapScene {
  /// Whether everything but the symbols themselves is the same; what is shared is not looked at
  /// twice, so that this is cheap for the same scene.
  fileprivate func hasSameGround(as other: MapScene) -> Bool {
    areas == other.areas && lines == other.lines && bridges == other.bridges
      && places == other.places && symbols.palette == other.symbols.palette
      && margin == other.margin && reference == other.reference
      && unplaceableCount == other.unplaceableCount && caption == other.caption
  }
}
