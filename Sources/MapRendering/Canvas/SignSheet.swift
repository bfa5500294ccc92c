/// The base map with the signs of symbols on it, in storage that is used again for the next frame.
struct SignSheet {
  private(set) var planes = CellPlanes(columns: 0, rows: 0)
  private(set) var clusters = SymbolClusters()
  private(set) var signs = SymbolSigns()
  /// The rings under the signs.
  private(set) var rings = PrecisionRings()
  private var inks = SignInks()
  /// The picture that is on the sheet, while nothing stands on its signs.
  private var fresh: Viewport?
  /// The picture whose symbols are binned, during one frame.
  private var binned: Viewport?

  /// The symbols of a scene by cell, binned once in a frame for the same cells.
  ///
  /// - Parameters:
  ///   - scene: What there is.
  ///   - viewport: The part to draw.
  /// - Returns: Other clusters than those on the sheet, where signs of other cells are on it.
  /// - Complexity: O(*n* + *c*), *n* symbols, *c* cells.
  mutating func clusters(of scene: MapScene, viewport: Viewport) -> SymbolClusters {
    if fresh != nil, binned?.hasSameCells(as: viewport) != true {
      return SymbolClusters(scene.symbols, viewport: viewport)
    }
    bin(scene, viewport: viewport)
    return clusters
  }

  private mutating func bin(_ scene: MapScene, viewport: Viewport) {
    if let binned, binned.hasSameCells(as: viewport) { return }
    clusters.bin(scene.symbols, viewport: viewport)
    binned = viewport
  }

  /// Draws the symbols of a scene.
  ///
  /// - Parameters:
  ///   - scene: What there is.
  ///   - base: The base map of the same scene.
  ///   - viewport: The part to draw.
  ///   - tier: The characters.
  ///   - ringLimit: Rings drawn at most, that of the selection apart.
  /// - Complexity: O(*n* + *c*), *n* symbols, *c* cells; no allocation where as many signs as before
  ///   come out of it.
  mutating func draw(
    _ scene: MapScene, on base: BaseMap, viewport: Viewport, tier: any RenderTier,
    ringLimit: Int = PrecisionRings.limit
  ) {
    planes.assign(base.planes)
    bin(scene, viewport: viewport)
    rings = PrecisionRings(
      scene.symbols, selection: scene.selection, viewport: viewport, limit: ringLimit)
    rings.draw(into: &planes, symbols: scene.symbols, viewport: viewport, tier: tier)
    inks.prepare(scene.symbols.palette, tier: tier)
    signs.draw(
      clusters, symbols: scene.symbols, inks: inks, base: base.bridgeCells, into: &planes)
    fresh = viewport
  }

  /// Whether the signs of this frame are on the sheet already.
  func isDrawn(for viewport: Viewport) -> Bool { fresh == viewport }

  /// Puts names, legend and degrees on the signs.
  mutating func overlay(_ overlay: PlaneOverlay) {
    overlay.apply(to: &planes)
    endFrame()
  }

  /// Ends a frame: the next one has other symbols.
  mutating func endFrame() { (binned, fresh) = (nil, nil) }

  /// Makes the sheet cells of a grid.
  mutating func flatten(by flattener: PlaneFlattener, into grid: inout CellGrid, top: Int) {
    flattener.flatten(&planes, into: &grid, top: top)
  }
}

/// The characters and colours of a scene's signs, made once.
struct SignInks {
  private var palette: [MapSymbolClass] = []
  private var tier: ObjectIdentifier?
  /// By class.
  private(set) var shapes: [Unicode.Scalar] = []
  /// By class.
  private(set) var codes: [UInt8] = []
  /// By weight.
  private(set) var flanks: [(left: Unicode.Scalar, right: Unicode.Scalar)?] = []

  /// Makes the tables anew where classes or tier are others.
  mutating func prepare(_ palette: [MapSymbolClass], tier: any RenderTier) {
    let kind = ObjectIdentifier(type(of: tier))
    guard kind != self.tier || palette != self.palette else { return }
    self.palette = palette
    self.tier = kind
    shapes = palette.map { tier.shape(of: $0) }
    codes = palette.map { Ink.symbol($0.colour).code }
    flanks = MapSymbolWeight.allCases.map { tier.flanks(of: $0) }
  }
}
