import Inquiry
import JSONText
import Records
import Tiles

/// A property of the basemap's features.
enum BasemapAttribute: String, CaseIterable {
  case id
  case kind
  case name
  case arabicName = "name:ar"
  case bank
  case origin
  case approximate
  case precision = "precision_m"

  /// What the property is, as the archive's metadata says it.
  var summary: String {
    switch self {
    case .id: "String: the place's identifier in the register"
    case .kind: "String: the kind of place, by the register's codes"
    case .name: "String: the first name in Latin letters, else the first name"
    case .arabicName: "String: the first Arabic name; absent where none is known"
    case .bank: "String: left (east) or right (west), looking downstream; absent where neither"
    case .origin:
      "String: how the geometry was obtained: surveyed, published-point, approximate, "
        + "computed, unknown"
    case .approximate: "Boolean: whether the geometry is only approximate"
    case .precision: "Number: how far off the geometry may be, metres; absent where unknown"
    }
  }

  /// The properties of a place in a layer.
  static func properties(
    of feature: PlaceFeature, in layer: BasemapLayer
  ) -> [VectorTile.Property] {
    allCases.compactMap { attribute in
      attribute.value(of: feature, in: layer).map { VectorTile.Property(attribute.rawValue, $0) }
    }
  }

  private func value(of feature: PlaceFeature, in layer: BasemapLayer) -> VectorTile.Value? {
    let place = feature.place
    switch self {
    case .id: return .string(place.id.text)
    case .kind: return .string(place.kind.rawValue)
    case .name: return .string(place.name(in: .latin) ?? place.title)
    case .arabicName: return place.name(in: .arabic).map { .string($0) }
    case .bank:
      return place.bank == .left || place.bank == .right ? .string(place.bank.rawValue) : nil
    case .origin: return .string(Self.origin(of: feature, in: layer).rawValue)
    case .approximate:
      let isArea = layer == .districts || layer == .banks
      let own = place.location?.isApproximate ?? true
      return .bool(isArea ? feature.area?.isApproximate ?? true : own)
    case .precision:
      // A cell is no better than the point that it was computed from.
      return place.location.map { .uint(UInt64(max(0, min($0.precisionMeters.rounded(), 1e9)))) }
    }
  }

  private static func origin(of feature: PlaceFeature, in layer: BasemapLayer) -> GeometryOrigin {
    switch feature.area?.basis {
    case .cell where layer == .districts: .computed
    case .bankHalf where layer == .banks: .computed
    case .recorded where layer == .places: .computed
    default: feature.place.location?.origin ?? .unknown
    }
  }
}
