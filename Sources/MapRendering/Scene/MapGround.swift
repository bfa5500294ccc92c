/// What lies under the symbols of a map, projected and put in order once: scenes of one place and
/// different symbols share it.
public struct MapGround: Sendable, Equatable {
  let areas: [SceneArea]
  let lines: [SceneLine]
  let bridges: [SceneBridge]
  let places: [ScenePlace]
  /// Items outside the world.
  let unplaceableCount: Int
  private let sources: Shared<Sources>

  private struct Sources: Equatable {
    let areas: [MapArea]
    let lines: [MapLine]
    let bridges: [MapBridge]
    let places: [MapPlace]
  }

  /// Projects and orders what lies under a map.
  ///
  /// - Parameters:
  ///   - areas: Districts, outlines, water, hatching.
  ///   - lines: Rivers, borders, roads.
  ///   - bridges: Bridges by point.
  ///   - places: Names.
  /// - Complexity: O(*n* log *n*) in the items, O(*v*) in their vertices.
  public init(
    areas: [MapArea] = [], lines: [MapLine] = [], bridges: [MapBridge] = [],
    places: [MapPlace] = []
  ) {
    sources = Shared(Sources(areas: areas, lines: lines, bridges: bridges, places: places))
    let sceneAreas = SceneArea.ordered(areas)
    self.areas = sceneAreas
    let sceneLines = SceneLine.ordered(lines)
    self.lines = sceneLines
    let rivers = sceneLines.filter { $0.role == .river }.flatMap(\.paths)
    self.bridges = bridges.sorted { ($0.order, $0.id) < ($1.order, $1.id) }
      .compactMap { WorldPosition($0.position) }
      .map { SceneBridge($0, rivers: rivers) }
    self.places = ScenePlace.ordered(places, among: sceneAreas)
    unplaceableCount =
      (bridges.count - self.bridges.count) + (places.count - self.places.count)
  }

  /// Whether two grounds look the same, whatever the order in which their items came.
  ///
  /// - Parameters:
  ///   - left: One ground.
  ///   - right: Another.
  /// - Returns: Whether all items are equal.
  public static func == (left: MapGround, right: MapGround) -> Bool {
    left.areas == right.areas && left.lines == right.lines && left.bridges == right.bridges
      && left.places == right.places && left.unplaceableCount == right.unplaceableCount
  }

  /// The ground with more areas on it.
  func adding(_ more: [MapArea]) -> MapGround {
    guard !more.isEmpty else { return self }
    let known = sources.value
    return MapGround(
      areas: known.areas + more, lines: known.lines, bridges: known.bridges, places: known.places)
  }
}
