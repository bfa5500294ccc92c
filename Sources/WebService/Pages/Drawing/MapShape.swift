import Inquiry
import Records
import SimpleFeatures
import Synchronization

/// A place that lies under the marks of a map: a district, an outline, the river.
struct MapShape: Hashable, Sendable {
  enum Role: Hashable, Sendable {
    case district, outline, water
  }

  let role: Role
  let name: String
  /// The name in Arabic, where one is known.
  let arabicName: String?
  let geometry: Geometry
  let envelope: Envelope
  let isApproximate: Bool

  init?(
    role: Role, name: String, arabicName: String? = nil, geometry: Geometry?, isApproximate: Bool
  ) {
    guard let geometry, let envelope = geometry.envelope else { return nil }
    self.role = role
    self.name = name
    self.arabicName = arabicName
    self.geometry = geometry
    self.envelope = envelope
    self.isApproximate = isApproximate
  }

  /// A place as a shape; `nil` for one that is only a point or known by name.
  init?(_ feature: PlaceFeature) {
    let place = feature.place
    if place.kind == .river {
      self.init(
        role: .water, name: place.title, arabicName: place.name(in: .arabic),
        geometry: place.location?.geometry,
        isApproximate: place.location?.isApproximate ?? true)
      return
    }
    guard let area = feature.area, !area.geometry.polygons.isEmpty else { return nil }
    switch (place.kind, area.basis) {
    case (.district, .cell), (.mahalla, .cell), (.district, .recorded):
      self.init(
        role: .district, name: place.title, arabicName: place.name(in: .arabic),
        geometry: area.geometry,
        isApproximate: area.isApproximate)
    case (.city, .recorded), (.archaeologicalSite, .recorded), (.area, .recorded):
      self.init(
        role: .outline, name: place.title, arabicName: place.name(in: .arabic),
        geometry: area.geometry,
        isApproximate: area.isApproximate)
    default: return nil
    }
  }
}

/// What pages take from the gazetteer whatever they are about.
struct MapBase: Sendable {
  /// What lies under maps.
  var shapes: [MapShape] = []
  /// Names in Arabic, by place.
  var arabicNames: [PlaceID: String] = [:]
}

/// The base of maps, kept for as long as the data does not change.
final class MapBaseCache: Sendable {
  private let kept = Mutex<(version: DataVersion, base: MapBase)?>(nil)

  func base(at version: DataVersion) -> MapBase? {
    kept.withLock { $0?.version == version ? $0?.base : nil }
  }

  func keep(_ base: MapBase, at version: DataVersion) {
    kept.withLock { $0 = (version, base) }
  }
}

extension AnsweringContext {
  /// Places asked for at most; a gazetteer beyond that has its maps on a grid.
  private static var placeLimit: Int { 20_000 }

  /// What lies under a map, as the state of the data has it now.
  func mapBase() async throws -> MapBase {
    let version = try source.dataVersion()
    if let base = mapBases.base(at: version) { return base }
    var query = PlaceQuery()
    query.limit = Self.placeLimit
    let page = try await ask { [query] in try await $0.places(query) }
    var base = MapBase()
    if page.next == nil {
      base.shapes = page.features.compactMap { MapShape($0) }
      for place in page.features.map(\.place) {
        base.arabicNames[place.id] = place.name(in: .arabic)
      }
    }
    mapBases.keep(base, at: version)
    return base
  }
}
