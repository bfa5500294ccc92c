/// Draws the signs of clusters into the picture and notes which cells they take.
struct SymbolSigns {
  /// The cells of all signs and bridges.
  var fixed: OccupancyBitmap
  /// Sizes that were drawn.
  var weights: Set<MapSymbolWeight> {
    Set(MapSymbolWeight.allCases.filter { drawnWeights & 1 << $0.rawValue != 0 })
  }
  /// The same, a bit for each: most signs come here.
  private var drawnWeights: UInt8 = 0
  /// Whether a sign stands for more than one symbol.
  private(set) var hasCounts = false

  /// Draws all clusters.
  ///
  /// - Parameters:
  ///   - clusters: In row order.
  ///   - symbols: The symbols of the scene.
  ///   - planes: The picture, bridges drawn.
  ///   - tier: The characters.
  init(
    _ clusters: SymbolClusters, symbols: SymbolColumns, into planes: inout CellPlanes,
    tier: any RenderTier
  ) {
    fixed = OccupancyBitmap(nonzero: planes.glyphs, columns: planes.columns)
    let shapes = symbols.palette.map { tier.shape(of: $0) }
    let inks = symbols.palette.map { Ink.symbol($0.colour) }
    for item in clusters.items { fixed.set(row: item.row, item.low..<item.high) }
    for item in clusters.items {
      let symbolClass = Int(symbols.classes[item.lead])
      let ink = inks[symbolClass]
      if item.count == 1 {
        planes.put(shapes[symbolClass], column: item.low, row: item.row, ink: ink)
        flank(item, symbols.weights[item.lead], ink, &planes, tier)
      } else {
        hasCounts = true
        planes.put(shapes[symbolClass], column: item.low, row: item.row, ink: ink)
        Self.writeCount(item, ink, &planes)
      }
    }
  }

  /// Writes a count behind its shape, in brackets where it has more than one digit.
  private static func writeCount(
    _ item: SymbolClusters.Item, _ ink: Ink, _ planes: inout CellPlanes
  ) {
    var column = item.high - 1
    if item.isBracketed {
      planes.put("[", column: item.low + 1, row: item.row, ink: ink)
      planes.put("]", column: column, row: item.row, ink: ink)
      column -= 1
    }
    var rest = item.count
    while rest > 0 {
      planes.put(
        Unicode.Scalar(UInt8(0x30 + rest % 10)), column: column, row: item.row, ink: ink)
      rest /= 10
      column -= 1
    }
  }

  /// Draws the flanks that show a size, where both sides are free.
  private mutating func flank(
    _ item: SymbolClusters.Item, _ weight: MapSymbolWeight, _ ink: Ink,
    _ planes: inout CellPlanes, _ tier: any RenderTier
  ) {
    drawnWeights |= 1 << weight.rawValue
    guard let flanks = tier.flanks(of: weight) else { return }
    let left = item.low - 1..<item.low
    let right = item.high..<item.high + 1
    guard left.lowerBound >= 0, right.upperBound <= planes.columns,
      fixed.isFree(row: item.row, left), fixed.isFree(row: item.row, right)
    else { return }
    planes.put(flanks.left, column: left.lowerBound, row: item.row, ink: ink)
    planes.put(flanks.right, column: right.lowerBound, row: item.row, ink: ink)
    fixed.set(row: item.row, left)
    fixed.set(row: item.row, right)
  }
}
