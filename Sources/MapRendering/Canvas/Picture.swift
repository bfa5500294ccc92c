/// One picture: base map, symbols, names, in that order of drawing and the opposite of yielding.
struct Picture {
  private(set) var planes: CellPlanes
  private(set) var facts: PictureFacts
  /// The names, in placing order.
  private(set) var labels: [PlacedLabel] = []
  let clusters: SymbolClusters
  /// Where the names stand, and why.
  private(set) var placer: LabelPlacer
  /// The legend's corner, where it has one.
  let corner: CornerLegend?
  let viewport: Viewport
  private let tier: any RenderTier

  /// Draws a scene but for its names.
  ///
  /// - Parameters:
  ///   - scene: What there is.
  ///   - viewport: The part to draw.
  ///   - composer: The words around it, which say whether the legend is wanted in a corner.
  init(_ scene: MapScene, viewport: Viewport, composer: FrameComposer) {
    let base = BaseMap(scene, viewport: viewport, tier: composer.tier)
    var sheet = SignSheet()
    sheet.draw(scene, on: base, viewport: viewport, tier: composer.tier)
    self.init(scene, viewport: viewport, composer: composer, base: base, sheet: sheet)
  }

  /// Goes on from a sheet on which the base map and the signs are drawn.
  init(
    _ scene: MapScene, viewport: Viewport, composer: FrameComposer, base: BaseMap,
    sheet: SignSheet
  ) {
    self.viewport = viewport
    tier = composer.tier
    planes = sheet.planes
    clusters = sheet.clusters
    facts = PictureFacts(
      inView: clusters.inView, outside: scene.symbolTotal - clusters.inView,
      byClass: clusters.byClass,
      features: sheet.rings.isEmpty ? base.features : base.features.union([.radius]),
      weights: sheet.signs.weights, hasCounts: sheet.signs.hasCounts, hiddenLabels: 0, key: [],
      radii: clusters.radii)
    var fixed = sheet.signs.fixed
    corner = Self.corner(scene, facts, planes, fixed, viewport, composer)
    if let corner {
      corner.draw(into: &planes)
      for row in corner.rows { fixed.set(row: row, corner.run) }
    }
    placer = LabelPlacer(scene, over: planes, fixed: fixed, viewport: viewport, tier: tier)
  }

  /// Places and writes the names.
  ///
  /// - Parameters:
  ///   - scene: The same.
  ///   - keyCapacity: How many names without a code may become a number in the key.
  mutating func placeNames(_ scene: MapScene, keyCapacity: Int) {
    placer.place(keyCapacity: keyCapacity)
    facts.hiddenLabels = placer.spots.count { $0 == nil }
    facts.key = placer.key()
    labels =
      placer.labels(scene.places)
      + Self.riverLabels(scene, over: planes, taken: placer.taken, tier: tier)
    write(labels, scene)
  }

  private mutating func write(_ labels: [PlacedLabel], _ scene: MapScene) {
    let points = Set(scene.places.filter { $0.role == .point }.map(\.id))
    for label in labels {
      let ink: Ink = points.contains(label.placeID) || label.form == .key ? .pointLabel : .areaLabel
      planes.clearHalo(row: label.row, label.columns)
      planes.write(label.text, column: label.column, row: label.row, ink: ink)
    }
  }

  /// The legend in the corner that has least to hide: no sign, and no cell that a name belongs to.
  private static func corner(
    _ scene: MapScene, _ facts: PictureFacts, _ planes: CellPlanes, _ fixed: OccupancyBitmap,
    _ viewport: Viewport, _ composer: FrameComposer
  ) -> CornerLegend? {
    guard composer.legendIsInside else { return nil }
    let entries = Legend(tier: composer.tier, scene: scene).entries(facts)
    guard !entries.contains(where: { $0.runs.contains { $0.text.isRightToLeft } }) else {
      return nil
    }
    return CornerLegend.place(
      entries, over: planes, signs: fixed, anchors: viewport.anchors(of: scene))
  }

  /// The names of rivers, each on the widest water that is left; two rivers share what there is.
  private static func riverLabels(
    _ scene: MapScene, over planes: CellPlanes, taken: OccupancyBitmap, tier: any RenderTier
  ) -> [PlacedLabel] {
    let naming = LabelNaming(scene.caption, tier: tier)
    var taken = taken
    var labels: [PlacedLabel] = []
    for place in scene.places where place.role == .river {
      let name = naming.name(of: place).canvas ?? naming.latin(place.name)
      guard let spot = RiverLabel.place(name, over: planes, taken: taken) else { continue }
      taken.set(row: spot.row, spot.column..<spot.column + spot.text.columns)
      labels.append(
        PlacedLabel(
          placeID: place.id, text: spot.text, form: .name, column: spot.column, row: spot.row))
    }
    return labels
  }

  /// Writes parallels at the right edge, where nothing else stands.
  mutating func drawParallels(_ parallels: [GraticuleTick]) {
    for tick in parallels {
      let row = viewport.row(tick.world)
      let label = tier.text(TerminalText(tick.label))
      let low = planes.columns - label.columns
      guard row >= 0, row < planes.rows, low > 1 else { continue }
      let base = row * planes.columns
      let isFree = (low - 1..<planes.columns).allSatisfy { column in
        planes.glyphs[base + column] == 0 && planes.water[base + column] == 0
      }
      guard isFree else { continue }
      planes.write(label, column: low, row: row, ink: .graticule)
    }
  }
}
