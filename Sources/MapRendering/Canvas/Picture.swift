/// One picture: base map, symbols, names, in that order of drawing and the opposite of yielding.
struct Picture {
  private(set) var planes: CellPlanes
  private(set) var facts: PictureFacts
  /// The names, in placing order.
  private(set) var labels: [PlacedLabel] = []
  /// Where the names stand, and why.
  private(set) var placer: LabelPlacer
  /// The legend's corner, where it has one.
  let corner: CornerLegend?
  let viewport: Viewport
  private let tier: any RenderTier
  private let names: [LabelTexts]
  /// The parallels that are written at the edge.
  private(set) var parallels: [GraticuleTick] = []
  /// The runs of cells that something was written on over the signs.
  private(set) var written: [Range<Int>] = []

  /// Draws a scene but for its names.
  ///
  /// - Parameters:
  ///   - scene: What there is.
  ///   - viewport: The part to draw.
  ///   - tier: The characters.
  ///   - names: What the places are called.
  ///   - legend: What it can have to say.
  ///   - plan: Where the legend may stand; `nil` for none in the picture.
  ///   - base: The base map.
  ///   - sheet: The base map with the signs on it.
  ///   - room: What the legend keeps room for.
  init(
    _ scene: MapScene, viewport: Viewport, tier: any RenderTier, names: [LabelTexts],
    legend: Legend, plan: LegendPlan?, base: BaseMap, sheet: SignSheet, room: LegendRoom
  ) {
    self.viewport = viewport
    self.tier = tier
    self.names = names
    planes = sheet.planes
    let clusters = sheet.clusters
    var features = base.features
    if !sheet.rings.isEmpty { features.insert(.radius) }
    facts = PictureFacts(
      inView: clusters.inView, outside: scene.symbolTotal - clusters.inView,
      byClass: clusters.byClass,
      features: features, weights: sheet.signs.weights, hasCounts: sheet.signs.hasCounts,
      hiddenLabels: 0, key: [], radii: clusters.radii)
    var fixed = sheet.signs.fixed
    let entries = legend.entries(
      facts, rings: sheet.rings, weights: plan?.weights ?? facts.weights, keeping: room)
    corner = plan.flatMap { CornerLegend.place(entries, over: sheet.planes, plan: $0) }
    if let corner {
      corner.draw(into: &planes)
      for row in corner.rows {
        fixed.set(row: row, corner.run)
        written.append(planes.cells(row: row, corner.run))
      }
    }
    placer = LabelPlacer(
      scene, names: names,
      ground: LabelGround(planes, owners: base.planes.owners, fixed: fixed), viewport: viewport)
  }

  /// Draws a scene with names and legend where they are in another picture of the same places; `nil`
  /// where the corner of its legend has no room for this one's.
  ///
  /// - Parameters:
  ///   - scene: What there is.
  ///   - whole: The other picture.
  ///   - room: The room that its words take.
  ///   - composer: The words around this one.
  ///   - base: The base map.
  ///   - sheet: The base map with the signs on it.
  init?(
    _ scene: MapScene, partOf whole: Picture, room: PictureRoom, composer: FrameComposer,
    base: BaseMap, sheet: SignSheet
  ) {
    (viewport, tier, names) = (whole.viewport, whole.tier, whole.names)
    planes = sheet.planes
    facts = whole.facts
    facts.room = room
    facts.become(sheet, of: scene, on: base)
    var corner: CornerLegend?
    if composer.legendIsInside {
      let entries = composer.legend.entries(
        facts, rings: sheet.rings, weights: room.weights, keeping: .parts)
      corner = whole.corner?.refilled(entries)
      guard corner?.isFree(of: sheet.signs.fixed) ?? entries.isEmpty else { return nil }
    }
    self.corner = corner
    placer = whole.placer.makingWay(for: sheet.signs.fixed)
    if let corner {
      corner.draw(into: &planes)
      written = corner.rows.map { planes.cells(row: $0, corner.run) }
    }
    writeNames(scene)
  }

  /// Places and writes the names.
  ///
  /// - Parameters:
  ///   - scene: The same.
  ///   - keyCapacity: How many names without a code may become a number in the key.
  mutating func placeNames(_ scene: MapScene, keyCapacity: Int) {
    placer.place(keyCapacity: keyCapacity)
    writeNames(scene)
  }

  private mutating func writeNames(_ scene: MapScene) {
    facts.hiddenLabels = placer.spots.count { $0 == nil }
    facts.key = placer.key()
    labels.reserveCapacity(placer.spots.count + 1)
    written.reserveCapacity(written.count + placer.spots.count + 8)
    let placed = placer
    placed.forEachLabel(scene.places) { label, role in
      let isPoint = role == .point || label.form == .key
      write(label, ink: isPoint ? .pointLabel : .areaLabel)
    }
    placeRivers(scene)
  }

  private mutating func write(_ label: PlacedLabel, ink: Ink) {
    let halo = label.column - 1..<label.columns.upperBound + 1
    written.append(planes.cells(row: label.row, halo))
    planes.clearHalo(row: label.row, label.columns)
    planes.write(label.text, column: label.column, row: label.row, ink: ink)
    labels.append(label)
  }

  /// Writes the names of rivers, each on the widest water that is left; two rivers share what there
  /// is.
  private mutating func placeRivers(_ scene: MapScene) {
    var taken = placer.taken
    let places = scene.places.span
    for index in places.indices where places[index].role == .river {
      let course = RiverLabel.course(
        area: places[index].area, in: scene, viewport: viewport)
      guard
        let spot = RiverLabel.place(
          names[index].name, on: placer.ground.water, course: course, taken: taken)
      else { continue }
      taken.set(row: spot.row, spot.column..<spot.column + spot.text.columns)
      write(
        PlacedLabel(
          placeID: places[index].id, text: spot.text, form: .name, column: spot.column,
          row: spot.row), ink: .areaLabel)
    }
  }

  /// The meridians that cross the picture, with their columns.
  func ticks(of graticule: Graticule) -> [(column: Int, label: TerminalText)] {
    graticule.meridians.compactMap { tick in
      let column = viewport.column(tick.world)
      return column >= 0 && column < viewport.columns ? (column, tick.label) : nil
    }
  }

  /// Writes parallels at the right edge, where nothing else stands.
  mutating func drawParallels(_ ticks: [GraticuleTick]) {
    for tick in ticks {
      let row = viewport.row(tick.world)
      guard row >= 0, row < planes.rows else { continue }
      let label = tier.text(tick.label)
      let low = planes.columns - label.columns
      guard low > 1 else { continue }
      let base = row * planes.columns
      let isFree = (low - 1..<planes.columns).allSatisfy { column in
        planes.glyphs[base + column] == 0 && planes.water[base + column] == 0
      }
      guard isFree else { continue }
      written.append(planes.cells(row: row, low..<planes.columns))
      planes.write(label, column: low, row: row, ink: .graticule)
      parallels.append(tick)
    }
  }
}

extension PictureFacts {
  /// Takes the figures of another picture; what the legend explains besides stays in it.
  fileprivate mutating func become(_ sheet: SignSheet, of scene: MapScene, on base: BaseMap) {
    let clusters = sheet.clusters
    (inView, outside) = (clusters.inView, scene.symbolTotal - clusters.inView)
    (byClass, radii) = (clusters.byClass, clusters.radii)
    weights.formUnion(sheet.signs.weights)
    hasCounts = hasCounts || sheet.signs.hasCounts
    features.formUnion(base.features)
    if !sheet.rings.isEmpty { features.insert(.radius) }
  }
}
