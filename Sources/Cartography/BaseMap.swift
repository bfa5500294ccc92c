public import Inquiry
import MapRendering
import Records
import SimpleFeatures

/// What lies under the incidents: districts, the river, bridges, outlines and their names.
///
/// Made once from the places of the register and used for every map of it.
public struct BaseMap: Sendable {
  let areas: [MapArea]
  let lines: [MapLine]
  let bridges: [MapBridge]
  let places: [MapPlace]
  /// Single sites, named only where the map is of a part of the city.
  let landmarks: [MapPlace]
  /// The box around the city's quarters, for a map of everything; `nil` without a city.
  ///
  /// The outline's far tips would only make the middle smaller.
  let cityEnvelope: Envelope?

  /// Makes the base of maps.
  ///
  /// - Parameter features: Every place with the area that questions use.
  public init(places features: [PlaceFeature]) {
    areas = features.compactMap(BaseMap.area)
    lines = features.compactMap(BaseMap.line)
    // Codes follow the identifiers, so the order in which places come cannot change a map.
    let crossings = features.filter { $0.place.kind == .bridge }
      .sorted { $0.place.id < $1.place.id }
    bridges = crossings.enumerated().compactMap { order, feature in
      feature.place.location?.geometry.position.map {
        MapBridge(id: feature.place.id.text, order: order, position: $0)
      }
    }
    places =
      features.compactMap(BaseMap.districtName)
      + crossings.enumerated().compactMap { BaseMap.bridgeName($0.element, order: $0.offset) }
    landmarks = features.compactMap(BaseMap.landmarkName)
    let quarters = features.filter { $0.area?.basis == .cell }
      .compactMap { $0.place.location?.geometry.position }
    cityEnvelope =
      Envelope(enclosing: quarters)
      ?? features.first { $0.place.kind == .city && $0.area?.basis == .recorded }?
      .area?.geometry.envelope
  }

  private static func area(of feature: PlaceFeature) -> MapArea? {
    guard let area = feature.area else { return nil }
    let role: MapAreaRole
    switch (feature.place.kind, area.basis) {
    case (.district, .cell), (.mahalla, .cell): role = .district
    case (.district, .recorded), (.archaeologicalSite, .recorded): role = .enclosure
    case (.city, .recorded): role = .settlement
    case (.river, .recorded): role = .water
    default: return nil
    }
    let polygons = area.geometry.polygons
    guard !polygons.isEmpty else { return nil }
    // Neighbours rarely share a tint when it follows from the identifier's bytes.
    let tint = feature.place.id.text.utf8.reduce(0) { ($0 &* 31 &+ Int($1)) & 0xFFFF } % 4 + 1
    return MapArea(
      id: feature.place.id.text, role: role, polygons: polygons,
      tint: role == .district ? tint : 0, isApproximate: area.isApproximate)
  }

  private static func line(of feature: PlaceFeature) -> MapLine? {
    guard feature.place.kind == .river else { return nil }
    let paths: [LineString]
    switch feature.place.location?.geometry {
    case .lineString(let path): paths = [path]
    case .multiLineString(let several): paths = several
    default: return nil
    }
    return MapLine(id: feature.place.id.text, role: .river, paths: paths, isApproximate: true)
  }

  private static func districtName(_ feature: PlaceFeature) -> MapPlace? {
    let place = feature.place
    guard [.district, .mahalla, .village, .town].contains(place.kind),
      let position = place.location?.geometry.position
        ?? feature.area.flatMap({
          $0.basis == .recorded ? $0.geometry.envelope?.center : nil
        })
    else { return nil }
    return MapPlace(
      id: place.id.text, rank: place.kind == .district ? 1 : place.kind == .mahalla ? 3 : 2,
      position: position, name: place.title, shortName: shortName(of: place.title),
      areaID: feature.area?.basis == .cell ? place.id.text : nil)
  }

  private static func bridgeName(_ feature: PlaceFeature, order: Int) -> MapPlace? {
    guard let position = feature.place.location?.geometry.position else { return nil }
    return MapPlace(
      id: feature.place.id.text, rank: 0, order: order, role: .point, position: position,
      name: feature.place.title, code: "B\(order + 1)")
  }

  private static func landmarkName(_ feature: PlaceFeature) -> MapPlace? {
    let place = feature.place
    guard
      [.airport, .university, .museum, .castle, .mosque, .hospital, .station].contains(place.kind),
      let position = place.location?.geometry.position
    else { return nil }
    return MapPlace(
      id: place.id.text, rank: 6, role: .point, position: position, name: place.title,
      shortName: shortName(of: place.title))
  }

  /// The name without its article.
  private static func shortName(of name: String) -> String? {
    for article in ["al-", "Al-", "al ", "el-"] where name.hasPrefix(article) {
      return String(name.dropFirst(article.count))
    }
    return nil
  }
}
