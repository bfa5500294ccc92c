import SimpleFeatures

/// Everything that a map may show, projected and put in order once.
///
/// Rendering reads it and never changes it, so one scene serves any number of views and threads.
/// Two scenes of the same items in any order are equal and give the same bytes.
public struct MapScene: Sendable, Equatable {
  /// The words around the map; they may be changed without projecting anything again.
  public var caption: MapCaption {
    get { sharedCaption.value }
    set { sharedCaption = Shared(newValue) }
  }
  /// Items whose position is not finite or outside the world: counted, not drawn.
  public let unplaceableCount: Int
  /// The sum of the counts of all symbols, drawable or not.
  public let symbolTotal: Int

  /// What lies under the symbols, hatching apart.
  public let ground: MapGround
  var areas: [SceneArea]
  let lines: [SceneLine]
  let bridges: [SceneBridge]
  var places: [ScenePlace]
  var symbols: SymbolColumns {
    get { sharedSymbols.value }
    set { sharedSymbols = Shared(newValue) }
  }
  /// What is counted in the margin, in order.
  let margin: [MapMarginGroup]
  /// The position from which bearings are given.
  let reference: SceneReference?
  /// The ``MapSymbol/id`` that is singled out: its ring is always drawn.
  public var selection: String?
  private var sharedCaption: Shared<MapCaption>
  private var sharedSymbols: Shared<SymbolColumns>

  /// Projects and orders the items of a map.
  ///
  /// - Parameters:
  ///   - caption: The words around the map.
  ///   - areas: Districts, outlines, water, hatching.
  ///   - lines: Rivers, borders, roads.
  ///   - bridges: Bridges by point.
  ///   - places: Names.
  ///   - symbolClasses: The classes that ``MapSymbol/classID`` names.
  ///   - symbols: Symbols; one of an unknown class is drawn as the last class.
  ///   - margin: What is counted in the margin, since no point of it can be drawn.
  ///   - reference: From where bearings and distances are given.
  ///   - symbolsHaveSigns: Whether symbols are drawn. Things that the map shows otherwise, as places
  ///     are shown by their names, are only counted, and told where there is no picture.
  /// - Complexity: O(*n* log *n*) in the items, O(*v*) in their vertices.
  public init(
    caption: MapCaption, areas: [MapArea] = [], lines: [MapLine] = [], bridges: [MapBridge] = [],
    places: [MapPlace] = [], symbolClasses: [MapSymbolClass] = [], symbols: [MapSymbol] = [],
    margin: [MapMarginGroup] = [], reference: MapReference? = nil, symbolsHaveSigns: Bool = true
  ) {
    self.init(
      caption: caption,
      on: MapGround(areas: areas, lines: lines, bridges: bridges, places: places),
      symbolClasses: symbolClasses, symbols: symbols, margin: margin, reference: reference,
      symbolsHaveSigns: symbolsHaveSigns)
  }

  /// Projects and orders symbols on ground that is projected already.
  ///
  /// - Parameters:
  ///   - caption: The words around the map.
  ///   - ground: What lies under the symbols.
  ///   - symbolClasses: The classes that ``MapSymbol/classID`` names.
  ///   - symbols: Symbols; one of an unknown class is drawn as the last class.
  ///   - margin: What is counted in the margin, since no point of it can be drawn.
  ///   - reference: From where bearings and distances are given.
  ///   - symbolsHaveSigns: Whether symbols are drawn.
  /// - Complexity: O(*n* log *n*) in the symbols; with hatching in the margin, in all items.
  public init(
    caption: MapCaption, on ground: MapGround, symbolClasses: [MapSymbolClass] = [],
    symbols: [MapSymbol] = [], margin: [MapMarginGroup] = [], reference: MapReference? = nil,
    symbolsHaveSigns: Bool = true
  ) {
    self.init(
      caption: caption, on: ground,
      symbols: Shared(
        SymbolColumns(symbols, classes: symbolClasses, hasSigns: symbolsHaveSigns)),
      total: symbols.reduce(0) { $0 + $1.count },
      margin: margin.filter { $0.count > 0 }.sorted { ($0.order, $0.id) < ($1.order, $1.id) },
      reference: reference.flatMap { SceneReference($0) })
  }

  private init(
    caption: MapCaption, on ground: MapGround, symbols: Shared<SymbolColumns>, total: Int,
    margin: [MapMarginGroup], reference: SceneReference?
  ) {
    self.ground = ground
    sharedCaption = Shared(caption)
    let hatching = margin.filter { !$0.hatching.isEmpty }.map {
      MapArea(id: "margin " + $0.id, order: $0.order, role: .hatch, polygons: $0.hatching)
    }
    let under = ground.adding(hatching)
    (areas, lines, bridges, places) = (under.areas, under.lines, under.bridges, under.places)
    sharedSymbols = symbols
    self.margin = margin
    self.reference = reference
    symbolTotal = total
    unplaceableCount = under.unplaceableCount + symbols.value.unplaceable
  }

  /// The same things on other ground; symbols are shared.
  ///
  /// - Parameters:
  ///   - ground: What lies under the symbols.
  ///   - caption: The words around the map.
  /// - Returns: The scene.
  /// - Complexity: O(1); with hatching in the margin, as making the ground.
  public func moved(onto ground: MapGround, caption: MapCaption) -> MapScene {
    MapScene(
      caption: caption, on: ground, symbols: sharedSymbols, total: symbolTotal, margin: margin,
      reference: reference)
  }
}

extension MapScene {
  /// How many things are counted in the margin.
  public var marginTotal: Int { margin.reduce(0) { $0 + $1.count } }

  /// How many things there are in all, drawn or not: what was said, but never less than there are.
  public var total: Int { max(caption.total ?? 0, symbolTotal + marginTotal) }

  /// How many of them are neither symbols nor counted in the margin.
  var notDrawn: Int { total - symbolTotal - marginTotal }
}

/// A line, projected.
struct SceneLine: Sendable, Hashable {
  let role: MapLineRole
  let isApproximate: Bool
  let paths: [WorldPath]

  /// Projects lines in drawing order.
  static func ordered(_ lines: [MapLine]) -> [SceneLine] {
    lines.sorted {
      ($0.role.rawValue, $0.order, $0.id) < ($1.role.rawValue, $1.order, $1.id)
    }.map {
      SceneLine(
        role: $0.role, isApproximate: $0.isApproximate,
        paths: $0.paths.compactMap { WorldPath($0.positions) }
          + $0.projectedPaths.compactMap { WorldPath($0) })
    }
  }
}

/// A name, projected and in the order in which names are placed.
struct ScenePlace: Sendable, Hashable {
  let id: String
  let role: MapPlaceRole
  let position: WorldPosition
  /// Where its name stands: its position, or where its area is broadest if it lies outside.
  let anchor: WorldPosition
  let name: TerminalText
  let names: [MapLanguage: TerminalText]
  let shortName: TerminalText?
  let code: TerminalText?
  /// Index of its area in ``MapScene/areas``.
  var area: Int?

  /// Projects places in placing order; one outside the world is left out.
  static func ordered(_ places: [MapPlace], among areas: [SceneArea]) -> [ScenePlace] {
    let indexes = Dictionary(
      areas.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first }
    )
    return places.sorted { ($0.rank, $0.order, $0.id) < ($1.rank, $1.order, $1.id) }
      .compactMap { place in
        guard let position = WorldPosition(place.position), !place.name.isEmpty else { return nil }
        let area = place.areaID.flatMap { indexes[$0] }
        return ScenePlace(
          id: place.id, role: place.role, position: position,
          anchor: anchor(position, in: area.map { areas[$0] }), name: place.name,
          names: place.names, shortName: place.shortName, code: place.code, area: area)
      }
  }

  private static func anchor(_ position: WorldPosition, in area: SceneArea?) -> WorldPosition {
    guard let area, !area.contains(position) else { return position }
    return area.interiorAnchor() ?? position
  }
}

/// A reference, projected.
struct SceneReference: Sendable, Hashable {
  let name: TerminalText
  let position: WorldPosition

  init?(_ reference: MapReference) {
    guard let position = WorldPosition(reference.position) else { return nil }
    name = reference.name
    self.position = position
  }
}
