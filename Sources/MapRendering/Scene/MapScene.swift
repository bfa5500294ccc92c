import SimpleFeatures

/// Everything that a map may show, projected and put in order once.
///
/// Rendering reads it and never changes it, so one scene serves any number of views and threads.
/// Two scenes of the same items in any order are equal and give the same bytes.
public struct MapScene: Sendable, Equatable {
  /// The words around the map; they may be changed without projecting anything again.
  public var caption: MapCaption
  /// Items whose position is not finite or outside the world: counted, not drawn.
  public let unplaceableCount: Int
  /// The sum of the counts of all symbols, drawable or not.
  public let symbolTotal: Int

  let areas: [SceneArea]
  let lines: [SceneLine]
  let bridges: [SceneBridge]
  let places: [ScenePlace]
  let symbols: SymbolColumns

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
  /// - Complexity: O(*n* log *n*) in the items, O(*v*) in their vertices.
  public init(
    caption: MapCaption, areas: [MapArea] = [], lines: [MapLine] = [], bridges: [MapBridge] = [],
    places: [MapPlace] = [], symbolClasses: [MapSymbolClass] = [], symbols: [MapSymbol] = []
  ) {
    self.caption = caption
    let sceneAreas = SceneArea.ordered(areas)
    self.areas = sceneAreas
    let sceneLines = SceneLine.ordered(lines)
    self.lines = sceneLines
    let rivers = sceneLines.filter { $0.role == .river }.flatMap(\.paths)
    self.bridges = bridges.sorted { ($0.order, $0.id) < ($1.order, $1.id) }
      .compactMap { WorldPosition($0.position) }
      .map { SceneBridge($0, rivers: rivers) }
    self.places = ScenePlace.ordered(places, among: sceneAreas)
    self.symbols = SymbolColumns(symbols, classes: symbolClasses)
    symbolTotal = symbols.reduce(0) { $0 + $1.count }
    unplaceableCount =
      (bridges.count - self.bridges.count) + (places.count - self.places.count)
      + self.symbols.unplaceable
  }
}

/// An area, projected.
struct SceneArea: Sendable, Hashable {
  let id: String
  let role: MapAreaRole
  let tint: UInt8
  let isApproximate: Bool
  let rings: [WorldPath]
  let box: WorldBox

  /// Projects areas in drawing order; one without a drawable ring is left out.
  static func ordered(_ areas: [MapArea]) -> [SceneArea] {
    areas.sorted {
      ($0.role.rawValue, $0.order, $0.id) < ($1.role.rawValue, $1.order, $1.id)
    }.compactMap { area in
      let rings = area.polygons
        .flatMap { [$0.exteriorRing] + $0.interiorRings }
        .compactMap { WorldPath($0.positions) }
      guard let first = rings.first else { return nil }
      return SceneArea(
        id: area.id, role: area.role, tint: UInt8(area.tint), isApproximate: area.isApproximate,
        rings: rings, box: rings.reduce(first.box) { $0.union($1.box) })
    }
  }
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
        paths: $0.paths.compactMap { WorldPath($0.positions) })
    }
  }
}

/// A name, projected and in the order in which names are placed.
struct ScenePlace: Sendable, Hashable {
  let id: String
  let role: MapPlaceRole
  let position: WorldPosition
  let name: TerminalText
  let shortName: TerminalText?
  let code: TerminalText?
  /// Index of its area in ``MapScene/areas``.
  let area: Int?

  /// Projects places in placing order; one outside the world is left out.
  static func ordered(_ places: [MapPlace], among areas: [SceneArea]) -> [ScenePlace] {
    let indexes = Dictionary(
      areas.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first }
    )
    return places.sorted { ($0.rank, $0.order, $0.id) < ($1.rank, $1.order, $1.id) }
      .compactMap { place in
        guard let position = WorldPosition(place.position), !place.name.isEmpty else { return nil }
        return ScenePlace(
          id: place.id, role: place.role, position: position, name: place.name,
          shortName: place.shortName, code: place.code,
          area: place.areaID.flatMap { indexes[$0] })
      }
  }
}
