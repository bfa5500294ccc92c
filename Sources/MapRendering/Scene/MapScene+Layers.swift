/// Layers of a scene, each of which can be left out of a drawing.
public struct MapLayers: OptionSet, Sendable, Hashable {
  /// The set as bits.
  public let rawValue: UInt8

  /// Makes a set of its bits.
  ///
  /// - Parameter rawValue: The bits.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Districts, with their names.
  public static let districts = MapLayers(rawValue: 1 << 0)
  /// The names of everything.
  public static let names = MapLayers(rawValue: 1 << 1)
  /// Symbols.
  public static let symbols = MapLayers(rawValue: 1 << 2)
  /// Everything.
  public static let all: MapLayers = [.districts, .names, .symbols]
}

extension MapScene {
  /// The scene with some of its layers; what counts all there is stays what it is.
  ///
  /// - Parameter layers: What is wanted.
  /// - Returns: A scene that shares what it keeps.
  /// - Complexity: O(*n*) in the items of a layer that is left out.
  public func showing(_ layers: MapLayers) -> MapScene {
    var scene = self
    if !layers.contains(.districts) {
      let kept = areas.indices.filter { areas[$0].role != .district }
      let places = Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($1, $0) })
      scene.areas = kept.map { areas[$0] }
      scene.places = self.places.compactMap { place in
        guard let area = place.area else { return place }
        guard let moved = places[area] else { return nil }
        var place = place
        place.area = moved
        return place
      }
    }
    if !layers.contains(.names) { scene.places = [] }
    if !layers.contains(.symbols) { scene.symbols = SymbolColumns([], classes: []) }
    return scene
  }
}
