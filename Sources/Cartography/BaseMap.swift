public import Inquiry
import MapRendering
import Records
import SimpleFeatures

/// What lies under the incidents: districts, the river, bridges, outlines and their names.
///
/// Made once from the places of the register and used for every map of it; the ground under a
/// certain view is drawn from tiles (``drawn(from:reach:)``).
public struct BaseMap: Sendable {
  var areas: [MapArea]
  var lines: [MapLine]
  let bridges: [MapBridge]
  let places: [MapPlace]
  /// Single sites, named only where the map is of a part of the city.
  let landmarks: [MapPlace]
  /// What incidents without a point are known to.
  let regions: NamedAreas
  /// The mean of the quarters' positions; `nil` without quarters.
  let center: Position?
  /// The box around the city's quarters, for a map of everything; `nil` without a city.
  ///
  /// The outline's far tips would only make the middle smaller.
  let cityEnvelope: Envelope?
  /// Where the ground is drawn from, for the line that names sources; `nil` without tiles.
  var ground: Ground?
  /// What could not be drawn, a line each.
  var notes: [String] = []
  /// What there is that only tiles have.
  var groundFeatures: Set<MapFeature> = []
  /// What tiles that show the same places carry.
  let placesDigest: String

  /// Makes the base of maps.
  ///
  /// - Parameter features: Every place with the area that questions use.
  public init(places features: [PlaceFeature]) {
    placesDigest = PlacesDigest.text(of: features.map(\.place))
    areas = features.compactMap(BaseMap.area)
    lines = features.compactMap(BaseMap.line)
    regions = NamedAreas(features)
    // Codes go down the river, which runs south here: B1 is the first bridge from upstream. The
    // order in which places come cannot change a map.
    let crossings = features.filter { $0.place.kind == .bridge }
      .sorted(by: BaseMap.isUpstream)
    bridges = crossings.enumerated().compactMap { order, feature in
      feature.place.location?.geometry.position.map {
        MapBridge(id: feature.place.id.text, order: order, position: $0)
      }
    }
    places =
      features.compactMap(BaseMap.districtName)
      + features.compactMap(BaseMap.riverName)
      + crossings.enumerated().compactMap { BaseMap.bridgeName($0.element, order: $0.offset) }
    landmarks = features.compactMap(BaseMap.landmarkName)
    let quarters = features.filter { $0.area?.basis == .cell }
      .compactMap { $0.place.location?.geometry.position }
    center = BaseMap.mean(quarters)
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
    return MapArea(
      id: feature.place.id.text, role: role, polygons: polygons,
      tint: role == .district ? tint(of: feature.place.id.text) : 0,
      isApproximate: area.isApproximate)
  }

  /// The tint of a district: neighbours rarely share one that follows from the identifier's bytes.
  static func tint(of id: String) -> Int {
    id.utf8.reduce(0) { ($0 &* 31 &+ Int($1)) & 0xFFFF } % 4 + 1
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
      position: position, name: place.title, shortName: shortName(of: place),
      areaID: [.cell, .recorded].contains(feature.area?.basis) ? place.id.text : nil,
      names: names(of: place))
  }

  private static func bridgeName(_ feature: PlaceFeature, order: Int) -> MapPlace? {
    guard let position = feature.place.location?.geometry.position else { return nil }
    return MapPlace(
      id: feature.place.id.text, rank: 0, order: order, role: .point, position: position,
      name: feature.place.title, code: "B\(order + 1)", names: names(of: feature.place))
  }

  /// The mean of positions, summed in an order of their own so that theirs cannot show.
  private static func mean(_ positions: [Position]) -> Position? {
    guard !positions.isEmpty else { return nil }
    let count = Double(positions.count)
    return Position(
      longitude: positions.map(\.longitude).sorted().reduce(0, +) / count,
      latitude: positions.map(\.latitude).sorted().reduce(0, +) / count)
  }

  private static func isUpstream(_ left: PlaceFeature, _ right: PlaceFeature) -> Bool {
    let latitudes = [left, right].map { $0.place.location?.geometry.position?.latitude ?? -90 }
    return (latitudes[1], left.place.id.text) < (latitudes[0], right.place.id.text)
  }

  private static func riverName(_ feature: PlaceFeature) -> MapPlace? {
    guard feature.place.kind == .river, let area = feature.place.location?.geometry,
      !area.polygons.isEmpty, let box = area.envelope
    else { return nil }
    let title = feature.place.title
    return MapPlace(
      id: feature.place.id.text, rank: 9, role: .river, position: box.center,
      name: title.hasSuffix(" River") ? String(title.dropLast(6)) : title,
      areaID: feature.place.id.text, names: names(of: feature.place))
  }

  static func names(of place: Place) -> [MapLanguage: String] {
    place.name(in: .arabic).map { [.arabic: $0] } ?? [:]
  }

  private static func landmarkName(_ feature: PlaceFeature) -> MapPlace? {
    let place = feature.place
    guard
      [.airport, .university, .museum, .castle, .mosque, .hospital, .station].contains(place.kind),
      let position = place.location?.geometry.position
    else { return nil }
    return MapPlace(
      id: place.id.text, rank: 6, role: .point, position: position, name: place.title,
      shortName: shortName(of: place), names: names(of: place))
  }

  /// The name without its article, or a known variant that the name begins with: `Old City`.
  static func shortName(of place: Place) -> String? {
    let name = place.title
    for article in ["al-", "Al-", "al ", "el-"] where name.hasPrefix(article) {
      return String(name.dropFirst(article.count))
    }
    return place.names.map(\.text).filter { $0.count < name.count && name.hasPrefix($0 + " ") }
      .min { ($0.count, $0) < ($1.count, $1) }
  }
}
