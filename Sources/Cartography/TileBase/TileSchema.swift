import MapRendering
import Tiles

/// The agreement by which tiles name their layers and properties.
///
/// A closed list: what no schema names is not drawn, and tiles of another schema are refused.
///
/// - Note: Source – tiles/README.md of this repository; Protomaps, "Basemap Layers", versions 2 to 4
///   (docs.protomaps.com/basemaps/layers); OpenMapTiles, "OpenMapTiles schema", version 3
///   (openmaptiles.org/schema).
public enum TileSchema: String, CaseIterable, Sendable {
  /// Our own.
  case sijil = "Sijil"
  /// The basemap of Protomaps; before version 4 its properties begin with `pmap:`.
  case protomaps = "Protomaps"
  /// OpenMapTiles, which MapTiler and Planetiler write too.
  case openMapTiles = "OpenMapTiles"

  /// The schema of tiles with these layers; `nil` when they are of none.
  ///
  /// - Parameter layers: The names in `vector_layers`, or those of some tile.
  public init?(layers: some Sequence<String>) {
    let names = Set(layers)
    let found = Self.allCases.first { !names.isDisjoint(with: $0.marks) }
    guard let found else { return nil }
    self = found
  }

  /// Layers that this schema alone has, so that one tells it.
  private var marks: Set<String> {
    switch self {
    case .sijil: ["banks", "outlines", "districts"]
    case .protomaps: ["roads", "earth", "physical_line", "natural"]
    case .openMapTiles: ["transportation", "waterway", "water_name", "transportation_name"]
    }
  }

  /// The layers with anything to draw.
  var layers: Set<String> {
    switch self {
    case .sijil: ["outlines", "districts", "water", "waterway"]
    case .protomaps: ["water", "physical_line", "roads", "landuse", "landcover", "natural"]
    case .openMapTiles: ["water", "waterway", "transportation", "landuse", "landcover", "park"]
    }
  }

  /// The first zoom at which tiles are read: below it, our own lack the districts that a map of the
  /// whole city must have.
  var leastZoom: Int { self == .sijil ? BasemapLayer.districts.minimumZoom : 0 }

  /// What a feature is on the map; `nil` where it is not drawn.
  func role(of feature: VectorTile.Feature, in layer: String) -> TileRole? {
    switch (self, feature.geometry) {
    case (_, .points), (_, .unknown): nil
    case (.sijil, .polygons): sijilArea(feature, layer)
    case (.sijil, .lines): layer == BasemapLayer.waterway.rawValue ? .line(.river) : nil
    case (.protomaps, .polygons): protomapsArea(feature, layer)
    case (.protomaps, .lines): protomapsLine(feature, layer)
    case (.openMapTiles, .polygons): openMapTilesArea(feature, layer)
    case (.openMapTiles, .lines): openMapTilesLine(feature, layer)
    }
  }
}

extension TileSchema {
  private func sijilArea(_ feature: VectorTile.Feature, _ layer: String) -> TileRole? {
    switch (BasemapLayer(rawValue: layer), feature.text("kind")) {
    case (.water, "river"): .water
    case (.outlines, "city"): .place(.settlement)
    case (.outlines, "district"), (.outlines, "archaeological-site"): .place(.enclosure)
    // A recorded outline stands in both layers.
    case (.districts, _): feature.text("origin") == "computed" ? .place(.district) : nil
    default: nil
    }
  }

  /// The kind under its name since version 4, or before.
  private func kind(_ feature: VectorTile.Feature) -> String? {
    feature.text("kind") ?? feature.text("pmap:kind")
  }

  private func protomapsArea(_ feature: VectorTile.Feature, _ layer: String) -> TileRole? {
    guard layer != "water" else { return .water }
    switch kind(feature) {
    case "park", "national_park", "nature_reserve", "protected_area", "garden", "grass", "forest",
      "wood", "orchard", "cemetery", "golf_course", "recreation_ground", "allotments",
      "village_green", "playground", "pitch", "dog_park", "zoo":
      return .land(.green)
    case "residential", "neighbourhood", "urban_area", "commercial", "industrial", "retail",
      "railway", "hospital", "school", "kindergarten", "university", "college", "stadium",
      "military", "aerodrome":
      return .land(.builtUp)
    default: return nil
    }
  }

  private func protomapsLine(_ feature: VectorTile.Feature, _ layer: String) -> TileRole? {
    switch (layer, kind(feature)) {
    case ("water", "river"), ("physical_line", "river"): .line(.river)
    case ("water", "canal"), ("water", "stream"), ("physical_line", "canal"),
      ("physical_line", "stream"):
      .line(.stream)
    case ("roads", "highway"), ("roads", "major_road"), ("roads", "medium_road"): .line(.road)
    case ("roads", "minor_road"): .line(.minorRoad)
    case ("roads", "rail"): .line(.railway)
    default: nil
    }
  }

  private func openMapTilesArea(_ feature: VectorTile.Feature, _ layer: String) -> TileRole? {
    switch (layer, feature.text("class")) {
    case ("water", _): return .water
    case ("park", _): return .land(.green)
    case ("landcover", "wood"): return .land(.green)
    case ("landcover", "grass"), ("landcover", "farmland"):
      switch feature.text("subclass") {
      case "park", "garden", "grass", "golf_course", "recreation_ground", "village_green",
        "allotments", "orchard", "plant_nursery", "vineyard":
        return .land(.green)
      default: return nil
      }
    case ("landuse", "cemetery"), ("landuse", "pitch"), ("landuse", "playground"),
      ("landuse", "zoo"), ("landuse", "theme_park"):
      return .land(.green)
    case ("landuse", "dam"), ("landuse", "quarry"), ("landuse", "track"), ("landuse", nil):
      return nil
    case ("landuse", _): return .land(.builtUp)
    default: return nil
    }
  }

  private func openMapTilesLine(_ feature: VectorTile.Feature, _ layer: String) -> TileRole? {
    switch (layer, feature.text("class")) {
    case ("waterway", "river"): .line(.river)
    case ("waterway", "canal"), ("waterway", "stream"): .line(.stream)
    case ("transportation", "motorway"), ("transportation", "trunk"),
      ("transportation", "primary"), ("transportation", "secondary"),
      ("transportation", "tertiary"):
      .line(.road)
    case ("transportation", "minor"), ("transportation", "busway"): .line(.minorRoad)
    case ("transportation", "rail"), ("transportation", "transit"): .line(.railway)
    default: nil
    }
  }
}

extension VectorTile.Feature {
  /// The text of a property; `nil` where it has none.
  func text(_ key: String) -> String? {
    if case .string(let text)? = self[key] { text } else { nil }
  }
}
