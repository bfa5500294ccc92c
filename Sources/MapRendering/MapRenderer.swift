/// Draws maps out of characters.
///
/// A pure function: no clock, no locale, no terminal state, no order of a hash table. Equal scenes,
/// views and capabilities give equal bytes on every machine and thread.
public enum MapRenderer {
  /// Draws a view of a scene.
  ///
  /// - Parameters:
  ///   - scene: What there is.
  ///   - view: The part to draw and the cells to draw it on.
  ///   - capabilities: The characters and colours that the receiver can show.
  /// - Returns: The bytes, with the labels and counts that are in them. At most `view.height` rows
  ///   of at most `view.width` columns; one line below 20×5; nothing for a size of 0.
  /// - Complexity: O(*s* + *v* + *c* + *l*·*a*): symbols, vertices, cells, labels by anchors.
  public static func render(
    _ scene: MapScene, view: MapView, capabilities: RenderCapabilities = RenderCapabilities()
  ) -> RenderedMap {
    var (grid, map) = grid(scene, view: view, capabilities: capabilities)
    if capabilities.glyphs == .text, map.pictureSize.rows > 0 {
      map.bytes = text(scene, view: view, facts: map.facts)
      return map
    }
    map.bytes = grid.encoded(capabilities: capabilities)
    return map
  }

  /// Draws a view of a scene as cells.
  ///
  /// - Parameters:
  ///   - scene: What there is.
  ///   - view: The part to draw and the cells to draw it on.
  ///   - capabilities: The characters and colours that the receiver can show.
  /// - Returns: The whole output as cells, `view.width` columns wide and at most `view.height` rows
  ///   high, and the map of which they are; its bytes are left empty.
  /// - Complexity: As ``render(_:view:capabilities:)``.
  public static func grid(
    _ scene: MapScene, view: MapView, capabilities: RenderCapabilities = RenderCapabilities()
  ) -> (grid: CellGrid, map: RenderedMap) {
    let tier = capabilities.tier
    guard view.width >= MapView.minimumSize.columns, view.height >= MapView.minimumSize.rows else {
      return summary(scene, view, capabilities)
    }
    let (composer, picture) = compose(scene, view, tier)
    let viewport = picture.viewport
    let scale = ScaleBar(
      fixedMetersPerUnit: view.fixedMetersPerUnit,
      fixedUnitsPerColumn: viewport.fixedUnitsPerColumn, limit: composer.scaleLimit)
    let ticks = view.meridians.map { (column: viewport.column($0.world), label: $0.label) }
      .filter { $0.column >= 0 && $0.column < viewport.columns }
    let footer = composer.footer(picture.facts, scale: scale, ticks: ticks)
    let top = composer.titleRows
    var grid = CellGrid(columns: view.width, rows: top + viewport.rows + footer.count)
    if let title = composer.title() { grid.write(title, row: 0) }
    PlaneFlattener(picture.planes, tier: tier, capabilities: capabilities)
      .flatten(into: &grid, top: top)
    for (row, line) in footer.enumerated() { grid.write(line, row: top + viewport.rows + row) }
    let map = RenderedMap(
      bytes: [],
      pictureSize: CellSize(columns: viewport.columns, rows: viewport.rows),
      view: view.anchored(pictureRows: viewport.rows),
      placedLabels: picture.labels, hiddenLabelCount: picture.facts.hiddenLabels,
      symbolsInView: picture.facts.inView, symbolTotal: scene.total, scaleBar: scale,
      clusterItems: picture.clusters.items, symbols: scene.symbols, placer: picture.placer,
      placeIDs: scene.places.map(\.id), key: picture.facts.key.map { KeyEntry(code: $0, name: $1) },
      facts: MapFacts(
        scene, inView: picture.facts.inView, byClass: picture.facts.byClass,
        radii: picture.facts.radii))
    return (grid, map)
  }

  /// The map in sentences; what is in view is what a picture of the same size would show.
  private static func text(_ scene: MapScene, view: MapView, facts: MapFacts) -> [UInt8] {
    let viewport = compose(scene, view, GlyphSet.text.tier).picture.viewport
    let map = TextMap(
      scene: scene, facts: facts, viewport: viewport, width: view.width, limit: view.height)
    return map.lines().flatMap { Array($0.string.utf8) + [0x0A] }
  }

  /// Draws the picture with the legend in a corner of it; where none is free, again with less room,
  /// for then the legend goes under it.
  static func compose(
    _ scene: MapScene, _ view: MapView, _ tier: any RenderTier
  ) -> (composer: FrameComposer, picture: Picture) {
    func attempt(legendIsInside: Bool) -> (composer: FrameComposer, picture: Picture) {
      let composer = FrameComposer(
        scene, view: view, tier: tier, legendIsInside: legendIsInside)
      let viewport = Viewport(
        view, columns: view.width, rows: composer.pictureRows, dots: tier.dots)
      return (composer, Picture(scene, viewport: viewport, composer: composer))
    }
    var wantsCorner = scene.caption.furniture.contains(.legend)
    // Who goes on from a drawn view keeps its rows: the legend stays under the picture.
    if wantsCorner, let anchor = view.anchor {
      let composer = FrameComposer(scene, view: view, tier: tier, legendIsInside: true)
      wantsCorner = anchor.pictureRows >= composer.pictureRows
    }
    var drawn = attempt(legendIsInside: wantsCorner)
    if wantsCorner, drawn.picture.corner == nil { drawn = attempt(legendIsInside: false) }
    drawn.picture.placeNames(scene, keyCapacity: drawn.composer.keyCapacity)
    if scene.caption.furniture.contains(.graticule) { drawn.picture.drawParallels(view.parallels) }
    return drawn
  }

  /// The one line that stands for a map on too few cells.
  private static func summary(
    _ scene: MapScene, _ view: MapView, _ capabilities: RenderCapabilities
  ) -> (grid: CellGrid, map: RenderedMap) {
    let tier = capabilities.tier
    let viewport = Viewport(
      view, columns: max(view.width, 1), rows: max(view.height, 1), dots: tier.dots)
    let clusters = SymbolClusters(scene.symbols, viewport: viewport)
    let inView = clusters.inView
    let total = scene.total
    let counts = MapWords.fill(
      scene.caption.words.inView,
      ["n": grouped(inView), "total": grouped(total), "noun": scene.caption.noun.string])
    let text = tier.text(.measured(counts.string + ": " + scene.caption.title.string))
    let line = text.truncated(to: view.width, ellipsis: tier.ellipsis)
    var grid = CellGrid(columns: view.width, rows: view.width > 0 && view.height > 0 ? 1 : 0)
    grid.write(line, column: 0, row: 0, ink: .plain)
    let map = RenderedMap(
      bytes: [],
      pictureSize: CellSize(columns: 0, rows: 0),
      view: view.anchored(pictureRows: view.height), placedLabels: [], hiddenLabelCount: 0,
      symbolsInView: inView, symbolTotal: total, scaleBar: nil, clusterItems: [],
      symbols: scene.symbols, placer: nil, placeIDs: [], key: [],
      facts: MapFacts(
        scene, inView: inView, byClass: clusters.byClass, radii: clusters.radii))
    return (grid, map)
  }
}

extension CellGrid {
  /// Writes a line of runs from the left edge.
  mutating func write(_ line: StyledLine, row: Int) {
    var column = 0
    for run in line.runs {
      write(run.text, column: column, row: row, ink: run.ink)
      column += run.text.columns
    }
  }
}
