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
  let geometry: Geometry
  let envelope: Envelope
  let isApproximate: Bool

  init?(role: Role, name: String, geometry: Geometry?, isApproximate: Bool) {
    guard let geometry, let envelope = geometry.envelope else { return nil }
    self.role = role
    self.name = name
    self.geometry = geometry
    self.envelope = envelope
    self.isApproximate = isApproximate
  }

  /// A place as a shape; `nil` for one that is only a point or known by name.
  init?(_ feature: PlaceFeature) {
    let place = feature.place
    if place.kind == .river {
      self.init(
        role: .water, name: place.title, geometry: place.location?.geometry,
        isApproximate: place.location?.isApproximate ?? true)
      return
    }
    guard let area = feature.area, !area.geometry.polygons.isEmpty else { return nil }
    switch (place.kind, area.basis) {
    case (.district, .cell), (.mahalla, .cell), (.district, .recorded):
      self.init(
        role: .district, name: place.title, geometry: area.geometry,
        isApproximate: area.isApproximate)
    case (.city, .recorded), (.archaeologicalSite, .recorded), (.area, .recorded):
      self.init(
        role: .outline, name: place.title, geometry: area.geometry,
        isApproximate: area.isApproximate)
    default: return nil
    }
  }
}

/// The shapes under maps, kept for as long as the data does not change.
final class MapBaseCache: Sendable {
  private let kept = Mutex<(version: DataVersion, shapes: [MapShape])?>(nil)

  func shapes(at version: DataVersion) -> [MapShape]? {
    kept.withLock { $0?.version == version ? $0?.shapes : nil }
  }

  func keep(_ shapes: [MapShape], at version: DataVersion) {
    kept.withLock { $0 = (version, shapes) }
  }
}

extension AnsweringContext {
  /// Places asked for at most; a gazetteer beyond that has its maps on a grid.
  private static var shapeLimit: Int { 20_000 }

  /// What lies under a map, as the state of the data has it now.
  func mapShapes() async throws -> [MapShape] {
    let version = try await dataVersion()
    if let shapes = mapBases.shapes(at: version) { return shapes }
    var query = PlaceQuery()
    query.limit = Self.shapeLimit
    let page = try await ask { [query] in try await $0.places(query) }
    let shapes = page.next == nil ? page.features.compactMap { MapShape($0) } : []
    mapBases.keep(shapes, at: version)
    return shapes
  }
}
