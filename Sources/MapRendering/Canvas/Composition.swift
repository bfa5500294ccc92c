/// Everything of a frame that stays while only symbols move within the cells that they cover: base
/// map, names, legend, the words around.
///
/// It has many parts and is handed on with each frame, so it is one object; it never changes.
final class Composition: Sendable {
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
  private let signs: SignSummary
  /// Whether a corner was looked for, which depends on each symbol's cell.
  private let plansLegend: Bool

  /// Draws a scene.
  ///
  /// - Parameters:
  ///   - scene: What there is.
  ///   - view: The part to draw, at least of the smallest size for a picture.
  ///   - capabilities: The receiver.
  ///   - words: Those of the frame before, kept where they are the same.
  ///   - sheet: Where base map and signs are drawn; nothing stands on them yet afterwards.
  ///   - kept: A composition before, of which the base map is used again where it is the same.
  init(
    _ scene: MapScene, view: MapView, capabilities: RenderCapabilities, words: inout FrameWords,
    sheet: inout SignSheet, kept: Composition?
  ) {
    let tier = capabilities.tier
    let (composer, base, picture, graticule, plansLegend) = MapRenderer.composed(
      scene, view, tier, words: &words, sheet: &sheet, kept: kept?.base)
    self.scene = scene
    self.view = view
    self.capabilities = capabilities
    self.base = base
    self.picture = picture
    signs = SignSummary(sheet)
    self.plansLegend = plansLegend
    scale = ScaleBar(
      fixedMetersPerUnit: view.fixedMetersPerUnit,
      fixedUnitsPerColumn: picture.viewport.fixedUnitsPerColumn, limit: composer.scaleLimit)
    footer = composer.footer(picture.facts, scale: scale, ticks: picture.ticks(of: graticule))
    top = composer.titleRows
    title = composer.settled.title
    overlay = PlaneOverlay(
      from: sheet.planes, to: picture.planes, written: picture.written)
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
  /// - Returns: Whether what stands on the signs would come out the same.
  func hasSameSigns(_ other: SignSheet, _ otherScene: MapScene) -> Bool {
    // Which one is selected shows in the rings, which are among the signs; that one is, in the legend.
    signs == SignSummary(other) && otherScene.symbolTotal == scene.symbolTotal
      && (otherScene.selection == nil) == (scene.selection == nil)
      && (!plansLegend || otherScene.symbols == scene.symbols)
  }

  /// The figures of a frame that was drawn with this.
  func facts(_ scene: MapScene) -> MapFacts {
    MapFacts(
      scene, inView: picture.facts.inView, byClass: picture.facts.byClass,
      radii: picture.facts.radii)
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
      places: scene.places, key: picture.facts.key.map { KeyEntry(code: $0, name: $1) },
      facts: facts(scene))
  }
}

/// What the names and words of a frame depend on of its symbols.
private struct SignSummary: Equatable {
  let fixed: OccupancyBitmap
  let hasCounts: Bool
  let weights: CaseSet<MapSymbolWeight>
  let rings: PrecisionRings
  let inView: Int
  let byClass: [Int]
  let radii: ClosedRange<Int>?

  init(_ sheet: SignSheet) {
    (fixed, hasCounts) = (sheet.signs.fixed, sheet.signs.hasCounts)
    (weights, rings) = (sheet.signs.weights, sheet.rings)
    (inView, byClass, radii) = (
      sheet.clusters.inView, sheet.clusters.byClass, sheet.clusters.radii
    )
  }
}

extension MapScene {
  /// Whether everything but the symbols themselves is the same; what is shared is not looked at
  /// twice, so that this is cheap for the same scene.
  fileprivate func hasSameGround(as other: MapScene) -> Bool {
    areas == other.areas && lines == other.lines && bridges == other.bridges
      && places == other.places && symbols.palette == other.symbols.palette
      && symbols.hasSigns == other.symbols.hasSigns
      && margin == other.margin && reference == other.reference
      && unplaceableCount == other.unplaceableCount && caption == other.caption
  }
}
