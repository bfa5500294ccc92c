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
    var renderer = FrameRenderer()
    return renderer.render(scene, view: view, capabilities: capabilities)
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
    var renderer = FrameRenderer()
    let map = renderer.drawCells(scene, view: view, capabilities: capabilities)
    return (renderer.grid, map)
  }

  /// Draws the picture with the legend in a corner of it; where none is free, with less room, for
  /// then the legend goes under it.
  ///
  /// - Parameters:
  ///   - scene: What there is.
  ///   - view: The part to draw.
  ///   - tier: The characters.
  ///   - words: Those of the frame before, kept where they are the same.
  ///   - sheet: Where base map and signs are drawn.
  ///   - kept: A base map that is used again where it is the same.
  ///   - isWhole: Whether it is to be the layout of parts of the scene.
  /// - Returns: The words, the base map on the sheet, the picture made from it, the degrees around
  ///   it, and whether a corner was looked for.
  static func composed(
    _ scene: MapScene, _ view: MapView, _ tier: any RenderTier, words: inout FrameWords,
    sheet: inout SignSheet, kept: BaseMap?, isWhole: Bool = false
  ) -> (
    composer: FrameComposer, base: BaseMap, picture: Picture, graticule: Graticule,
    plansLegend: Bool
  ) {
    var composer = words.composer(scene, view, tier, legendIsInside: true)
    // Who goes on from a drawn view keeps its rows: the legend stays under the picture.
    let isAllowed =
      view.anchor.map { anchor in
        // Fewer rows than it could have, for other reasons, do not move it out of its corner.
        anchor.pictureRows >= composer.pictureRows
          || anchor.pictureRows
            > words.composer(scene, view, tier, legendIsInside: false).pictureRows
      } ?? true
    let room = isWhole ? LegendRoom.parts : scene.selection == nil ? .none : .selection
    let plansLegend = isAllowed && scene.caption.furniture.contains(.legend)
    var plan: LegendPlan?
    if plansLegend {
      let cells = Viewport(
        view, columns: view.width, rows: composer.pictureRows, dots: DotGrid(across: 1, down: 1))
      plan = LegendPlan(
        scene, clusters: sheet.clusters(of: scene, viewport: cells), viewport: cells,
        legend: composer.legend, room: room)
    }
    if plan == nil { composer = words.composer(scene, view, tier, legendIsInside: false) }
    let viewport = Viewport(
      view, columns: view.width, rows: composer.pictureRows, dots: tier.dots)
    let same = kept.flatMap { $0.shows(scene, viewport, tier) ? $0 : nil }
    let base = same ?? BaseMap(scene, viewport: viewport, tier: tier)
    if same == nil || !sheet.isDrawn(for: viewport) {
      sheet.draw(scene, on: base, viewport: viewport, tier: tier)
    }
    var picture = Picture(
      scene, viewport: viewport, tier: tier, names: composer.names, legend: composer.legend,
      plan: plan, base: base, sheet: sheet, room: room)
    picture.placeNames(scene, keyCapacity: composer.keyCapacity)
    let graticule =
      scene.caption.furniture.contains(.graticule) ? Graticule(of: view, in: viewport) : .none
    picture.drawParallels(graticule.parallels)
    return (composer, base, picture, graticule, plansLegend)
  }

  /// The one line that stands for a map on too few cells.
  static func summary(
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
      symbols: scene.symbols, placer: nil, places: [], key: [],
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
