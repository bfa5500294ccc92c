import JSONText
import SimpleFeatures

/// The area in a GeoJSON document of any of its three forms: geometry, feature or collection.
///
/// Several areas become one collection; anything that is no area is refused later, where areas are
/// tested.
struct AreaDocument {
  let geometry: Geometry

  init(geoJSON bytes: [UInt8]) throws {
    let value = try JSONValue(parsing: bytes)
    switch value.object?["type"]?.string {
    case "FeatureCollection":
      let features = value.object?["features"]?.array ?? []
      let parts = try features.compactMap { try AreaDocument.geometry(ofFeature: $0) }
      let polygons = parts.flatMap(\.polygons)
      geometry =
        polygons.count == parts.count && parts.count == 1
        ? parts[0] : .multiPolygon(polygons)
    case "Feature":
      geometry = try AreaDocument.geometry(ofFeature: value) ?? .multiPolygon([])
    default: geometry = try Geometry(geoJSON: value)
    }
  }

  private static func geometry(ofFeature value: JSONValue) throws -> Geometry? {
    guard let geometry = value.object?["geometry"], !geometry.isNull else { return nil }
    return try Geometry(geoJSON: geometry)
  }
}
