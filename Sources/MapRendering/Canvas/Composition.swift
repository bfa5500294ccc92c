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
  private let composer: FrameComposer
  private let graticule: Graticule
  /// The rows that each block under the picture takes.
  private let blockRows: [Int]
  /// Rings that may be drawn: what is drawn of a thing does not depend on what else a filter leaves.
  let ringLimit: Int
  /// Where names and legend were placed, if not for this scene.
  let whole: Composition?

  /// Draws a scene.
  ///
  /// - Parameters:
  ///   - scene: What there is.
  ///   - view: The part to draw, at least of the smallest size for a picture.
  ///   - capabilities: The receiver.
  ///   - words: Those of the frame before, kept where they are the same.
  ///   - sheet: Where base map and signs are drawn; nothing stands on them yet afterwards.
  ///   - kept: A base map that is used again where it is the same.
  ///   - isWhole: Whether it is to be the layout of parts of the scene.
  init(
    _ scene: MapScene, view: MapView, capabilities: RenderCapabilities, words: inout FrameWords,
    sheet: inout SignSheet, kept: BaseMap?, isWhole: Bool
  ) {
    let (composer, base, picture, graticule, plansLegend) = MapRenderer.composed(
      scene, view, capabilities.tier, words: &words, sheet: &sheet, kept: kept,
      isWhole: isWhole)
    (self.scene, self.view, self.capabilities) = (scene, view, capabilities)
    (self.composer, self.base, self.picture) = (composer, base, picture)
    (self.graticule, self.plansLegend) = (graticule, plansLegend)
    (ringLimit, whole) = (PrecisionRings.limit, nil)
    signs = SignSummary(sheet)
    scale = ScaleBar(
      fixedMetersPerUnit: view.fixedMetersPerUnit,
      fixedUnitsPerColumn: picture.viewport.fixedUnitsPerColumn, limit: composer.scaleLimit)
    let blocks = composer.footer(
      picture.facts, scale: scale, ticks: picture.ticks(of: graticule))
    blockRows = blocks.map(\.count)
    footer = blocks.flatMap { $0 }
    top = composer.titleRows
    title = composer.settled.title
    overlay = PlaneOverlay(
      from: sheet.planes, to: picture.planes, written: picture.written)
  }

  /// Draws a scene with names, legend and rows where they are for another one; `nil` where the
  /// scenes differ in more than their symbols and the words about these, and where the legend has no
  /// room.
  ///
  /// - Parameters:
  ///   - scene: What there is.
  ///   - whole: The composition of the other one.
  ///   - sheet: Where base map and signs are drawn; nothing stands on them yet afterwards.
  init?(_ scene: MapScene, partOf whole: Composition, sheet: inout SignSheet) {
    guard scene.hasSameWords(as: whole.scene) else { return nil }
    (self.scene, self.whole) = (scene, whole)
    (view, capabilities, plansLegend) = (whole.view, whole.capabilities, false)
    (graticule, scale, top) = (whole.graticule, whole.scale, whole.top)
    let (viewport, tier) = (whole.picture.viewport, capabilities.tier)
    base =
      whole.base.shows(scene, viewport, tier)
      ? whole.base : BaseMap(scene, viewport: viewport, tier: tier)
    ringLimit = whole.signs.rings.isCrowded ? 0 : PrecisionRings.limit
    sheet.draw(scene, on: base, viewport: viewport, tier: tier, ringLimit: ringLimit)
    let room = PictureRoom(
      whole.picture.facts, weights: whole.scene.symbols.weights(in: viewport), whole.composer)
    composer = FrameComposer(scene, partOf: whole.composer, room: room)
    guard
      var picture = Picture(
        scene, partOf: whole.picture, room: room, composer: composer, base: base, sheet: sheet)
    else { return nil }
    picture.drawParallels(whole.picture.parallels)
    self.picture = picture
    signs = SignSummary(sheet)
    let blocks = composer.footer(
      picture.facts, scale: scale, ticks: picture.ticks(of: graticule))
    blockRows = blocks.map(\.count)
    footer = zip(blocks, whole.blockRows).flatMap { lines, rows in
      lines + Array(repeating: StyledLine(), count: max(0, rows - lines.count))
    }
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
  /// Whether names, the parts around the map and the signs of the legend are the same.
  fileprivate func hasSameWords(as other: MapScene) -> Bool {
    places == other.places && symbols.palette == other.symbols.palette
      && symbols.hasSigns == other.symbols.hasSigns
      && caption.furniture == other.caption.furniture && caption.language == other.caption.language
      && caption.features == other.caption.features && caption.weights == other.caption.weights
  }

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
