/// A feature of the base map that the legend can explain.
public enum MapFeature: UInt8, Sendable, Hashable, CaseIterable {
  /// Water and rivers.
  case water
  /// Bridges.
  case bridge
  /// Roads.
  case road
  /// Boundaries drawn solid.
  case boundary
  /// Boundaries drawn dashed.
  case approximateBoundary
  /// Hatched areas.
  case hatch
  /// Rings around points, as large as the points are good.
  case radius
  /// Streets.
  case minorRoad
  /// Railways.
  case railway
  /// Parks, gardens, cemeteries and other green land.
  case green
}

/// The words around a map: everything that is neither shape nor place name.
///
/// All of it passes the terminal filter on the way in.
public struct MapCaption: Sendable, Hashable {
  /// The first line.
  public var title: TerminalText
  /// The date of the knowledge shown, such as `as of 2017-03-25`.
  public var asOf: TerminalText?
  /// What symbols are called in the count: `incidents`.
  public var noun: TerminalText
  /// How many things there are in all, drawn or not; `nil` takes the sum of the symbols.
  public var total: Int?
  /// What the map cannot show: `50 known only to a larger area, a name, or no place`.
  public var notes: [TerminalText]
  /// Legend words of base-map features; a feature without a word is not listed.
  public var features: [MapFeature: TerminalText]
  /// Legend words of the weights; a weight without a word is not listed.
  public var weights: [MapSymbolWeight: TerminalText]
  /// Where the data comes from: always printed.
  public var attribution: TerminalText
  /// What to run next.
  public var hints: [TerminalText]
  /// The language of words and names.
  public var language = MapLanguage.english
  /// How Arabic names come onto the map.
  public var arabicPlacement = ArabicPlacement.key
  /// What the renderer itself says.
  public var words = MapWords()
  /// The parts around the map that are wanted.
  public var furniture = MapFurniture.all
  /// What identifies the state of the data, for machines.
  public var dataVersion: String?

  /// Describes the words around a map.
  ///
  /// - Parameters:
  ///   - title: The first line, untrusted.
  ///   - asOf: The date of the knowledge shown, untrusted.
  ///   - noun: What symbols are called, untrusted.
  ///   - total: How many things there are in all.
  ///   - notes: What the map cannot show, untrusted.
  ///   - features: Legend words of base-map features, untrusted.
  ///   - weights: Legend words of the weights, untrusted.
  ///   - attribution: Where the data comes from, untrusted.
  ///   - hints: What to run next, untrusted.
  public init(
    title: String, asOf: String? = nil, noun: String = "symbols", total: Int? = nil,
    notes: [String] = [], features: [MapFeature: String] = [:],
    weights: [MapSymbolWeight: String] = [:], attribution: String = "", hints: [String] = []
  ) {
    self.title = TerminalText(title)
    self.asOf = asOf.map { TerminalText($0) }
    self.noun = TerminalText(noun)
    self.total = total
    self.notes = notes.map { TerminalText($0) }
    self.features = features.mapValues { TerminalText($0) }
    self.weights = weights.mapValues { TerminalText($0) }
    self.attribution = TerminalText(attribution)
    self.hints = hints.map { TerminalText($0) }
  }
}
