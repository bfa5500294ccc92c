/// One picture: base map, symbols, names, in that order of drawing and the opposite of yielding.
struct Picture {
  private(set) var planes: CellPlanes
  private(set) var facts: PictureFacts
  /// The names, in placing order.
  let labels: [PlacedLabel]
  let clusters: SymbolClusters
  private let viewport: Viewport

  /// Draws a scene.
  ///
  /// - Parameters:
  ///   - scene: What there is.
  ///   - viewport: The part to draw.
  ///   - tier: The characters.
  ///   - keyCapacity: How many names without a code may become a number in the key.
  init(_ scene: MapScene, viewport: Viewport, tier: any RenderTier, keyCapacity: Int) {
    self.viewport = viewport
    var base = BaseMap(scene, viewport: viewport, tier: tier)
    clusters = SymbolClusters(scene.symbols, viewport: viewport)
    let signs = SymbolSigns(clusters, symbols: scene.symbols, into: &base.planes, tier: tier)
    var placer = LabelPlacer(
      scene, over: base.planes, fixed: signs.fixed, viewport: viewport, tier: tier)
    placer.place(keyCapacity: keyCapacity)
    let labels = placer.labels(scene.places, tier: tier)
    planes = base.planes
    self.labels = labels
    facts = PictureFacts(
      inView: clusters.inView, outside: scene.symbolTotal - clusters.inView,
      byClass: clusters.byClass, features: base.features, weights: signs.weights,
      hasCounts: signs.hasCounts,
      hiddenLabels: placer.contenders.count - labels.count,
      key: Self.key(labels, scene))
    let points = Set(scene.places.filter { $0.role == .point }.map(\.id))
    for label in labels {
      let ink: Ink = points.contains(label.placeID) || label.form == .key ? .pointLabel : .areaLabel
      planes.clearHalo(row: label.row, label.columns)
      planes.write(label.text, column: label.column, row: label.row, ink: ink)
    }
  }

  /// What codes and numbers stand for, in placing order.
  private static func key(
    _ labels: [PlacedLabel], _ scene: MapScene
  ) -> [(code: TerminalText, name: TerminalText)] {
    let coded = labels.filter { $0.form == .key }
    guard !coded.isEmpty else { return [] }
    let names = Dictionary(
      scene.places.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    return coded.compactMap { label in names[label.placeID].map { (label.text, $0) } }
  }

  /// Writes parallels at the right edge, where nothing else stands.
  mutating func drawParallels(_ parallels: [GraticuleTick]) {
    for tick in parallels {
      let row = viewport.row(tick.world)
      let low = planes.columns - tick.label.utf8.count
      guard row >= 0, row < planes.rows, low > 1 else { continue }
      let base = row * planes.columns
      let isFree = (low - 1..<planes.columns).allSatisfy { column in
        planes.glyphs[base + column] == 0 && planes.water[base + column] == 0
      }
      guard isFree else { continue }
      planes.write(TerminalText(tick.label), column: low, row: row, ink: .graticule)
    }
  }
}
