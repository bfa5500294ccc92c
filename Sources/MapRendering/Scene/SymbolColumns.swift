import SimpleFeatures

/// The symbols of a scene as columns, in order: what the inner loop of a frame reads.
struct SymbolColumns: Sendable, Equatable {
  private(set) var ids: [String] = []
  private(set) var xs: [UInt32] = []
  private(set) var ys: [UInt32] = []
  /// Index into ``classes``.
  private(set) var classes: [UInt8] = []
  private(set) var weights: [MapSymbolWeight] = []
  private(set) var counts: [Int32] = []
  /// How far off the true place may be, metres.
  private(set) var radii: [Int32] = []
  /// World units of that radius.
  private(set) var reaches: [UInt32] = []
  /// The largest of them.
  private(set) var greatestReach: UInt32 = 0
  /// One line about each.
  private(set) var summaries: [TerminalText] = []
  /// The classes, worst (lowest rank) first: a smaller index always wins a cell.
  let palette: [MapSymbolClass]
  /// Symbols outside the world.
  private(set) var unplaceable = 0
  /// Whether signs are drawn; without them symbols are only counted.
  let hasSigns: Bool

  /// Projects and orders symbols.
  ///
  /// - Parameters:
  ///   - symbols: In any order.
  ///   - classList: At most 250 are told apart; the rest share the last.
  ///   - hasSigns: Whether signs are drawn.
  init(_ symbols: [MapSymbol], classes classList: [MapSymbolClass], hasSigns: Bool = true) {
    self.hasSigns = hasSigns
    var palette = Array(
      classList.sorted { ($0.rank, $0.id) < ($1.rank, $1.id) }.prefix(250))
    if palette.isEmpty {
      palette = [
        MapSymbolClass(
          id: 0, rank: 0, ascii: UInt8(ascii: "*"), unicode: "✱", colour: .neutral, word: "")
      ]
    }
    self.palette = palette
    let indexes = Dictionary(
      palette.enumerated().map { ($0.element.id, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    let last = palette.count - 1
    for symbol in symbols.sorted(by: Self.precedes) {
      guard let position = WorldPosition(symbol.position) else {
        unplaceable += 1
        continue
      }
      ids.append(symbol.id)
      xs.append(position.x)
      ys.append(position.y)
      classes.append(UInt8(indexes[symbol.classID] ?? last))
      weights.append(symbol.weight)
      counts.append(Int32(symbol.count))
      let radius = min(symbol.radiusMeters, 20_000_000)
      radii.append(Int32(radius.rounded()))
      let reach = WorldPosition.units(ofMeters: radius, latitude: symbol.position.latitude)
      reaches.append(reach)
      greatestReach = max(greatestReach, reach)
      summaries.append(symbol.summary)
    }
  }

  private static func precedes(_ left: MapSymbol, _ right: MapSymbol) -> Bool {
    if left.order != right.order { return left.order < right.order }
    if left.id != right.id { return left.id < right.id }
    // Equal keys break the caller's promise; fall back on what is left so that input order cannot
    // show.
    return (
      left.classID, left.weight, left.count, left.position.longitude, left.position.latitude
    ) < (
      right.classID, right.weight, right.count, right.position.longitude, right.position.latitude
    )
  }
}
