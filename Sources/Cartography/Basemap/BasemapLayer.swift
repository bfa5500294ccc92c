import Inquiry
import Records
import SimpleFeatures

/// A layer of the basemap's tiles, in the order in which they are drawn.
public enum BasemapLayer: String, CaseIterable, Sendable {
  /// The halves of the city.
  case banks
  /// Recorded outlines: of the city, the Old City, ancient walls.
  case outlines
  /// Areas of districts and quarters: computed cells, and outlines where there are any.
  case districts
  /// The surface of rivers.
  case water
  /// The middle lines of rivers.
  case waterway
  /// Points of settlements and quarters.
  case places
  /// Points of bridges.
  case bridges
  /// Points of single sites.
  case landmarks

  /// The first zoom with the layer.
  var minimumZoom: Int {
    switch self {
    case .outlines, .water, .places: 0
    case .waterway: 6
    case .banks: 8
    case .districts: 10
    case .bridges: 11
    case .landmarks: 12
    }
  }

  /// What the layer holds, for the archive's metadata.
  var summary: String {
    switch self {
    case .banks: "halves of the city, computed from its outline and the river"
    case .outlines: "recorded outlines, all approximate: city, Old City, walls of Nineveh"
    case .districts:
      "areas of districts: computed cells, which are no boundaries, and recorded outlines"
    case .water: "the surface of the Tigris, of an assumed width"
    case .waterway: "the middle line of the Tigris, downstream"
    case .places: "points of the city (zoom 0), of towns (8), districts, quarters and villages (10)"
    case .bridges: "points of the five bridges"
    case .landmarks: "points of single sites: mosques, hospitals, the airport and others"
    }
  }

  /// The first zoom with a place of some kind.
  func minimumZoom(of kind: PlaceKind) -> Int {
    guard self == .places else { return minimumZoom }
    switch kind {
    case .city: return minimumZoom
    case .town: return 8
    default: return 10
    }
  }

  /// The layers in which a place's own geometry is drawn, and its area.
  static func layers(of feature: PlaceFeature) -> [(layer: BasemapLayer, geometry: Geometry)] {
    var found: [(BasemapLayer, Geometry)] = []
    if let own = feature.place.location?.geometry, let layer = layer(of: feature.place.kind, own) {
      found.append((layer, own))
      if feature.place.kind == .city, layer == .outlines, let point = labelPoint(of: own) {
        found.append((.places, .point(point)))
      }
    }
    guard let area = feature.area else { return found }
    switch (feature.place.kind, area.basis) {
    case (.district, .cell), (.mahalla, .cell), (.district, .recorded), (.mahalla, .recorded):
      found.append((.districts, area.geometry))
    case (.area, .bankHalf): found.append((.banks, area.geometry))
    default: break
    }
    return found
  }

  /// Where a city's name stands, and the city itself where its outline is too small to be seen: the
  /// middle of the outline's box, if that is in it.
  private static func labelPoint(of outline: Geometry) -> Position? {
    outline.envelope.flatMap { outline.covers($0.center) ? $0.center : nil }
  }

  private static func layer(of kind: PlaceKind, _ geometry: Geometry) -> BasemapLayer? {
    switch (kind, geometry.dimension) {
    case (.river, 2): .water
    case (.river, 1): .waterway
    case (_, 2): .outlines
    case (_, 1): nil
    case (.bridge, _): .bridges
    case (.city, _), (.town, _), (.village, _), (.district, _), (.subdistrict, _), (.mahalla, _),
      (.locality, _), (.neighbourhood, _), (.area, _):
      .places
    case (.river, _), (.country, _), (.governorate, _): nil
    case (.mosque, _), (.hospital, _), (.school, _), (.university, _), (.airport, _),
      (.station, _), (.museum, _), (.shrine, _), (.castle, _), (.archaeologicalSite, _),
      (.militaryBase, _), (.dam, _), (.street, _), (.campus, _), (.other, _):
      .landmarks
    }
  }
}
