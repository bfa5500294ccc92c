/// The seven types of the Simple Features model; the raw value is the WKB code.
///
/// - Note: Source – ISO 19125-1 table 7; RFC 7946 §1.4.
public enum GeometryType: UInt32, CaseIterable, Hashable, Sendable {
  /// One position.
  case point = 1
  /// One path.
  case lineString = 2
  /// One area.
  case polygon = 3
  /// Several positions.
  case multiPoint = 4
  /// Several paths.
  case multiLineString = 5
  /// Several areas.
  case multiPolygon = 6
  /// Any mixture.
  case geometryCollection = 7

  /// The name in GeoJSON, such as `MultiPolygon`.
  public var geoJSONName: String {
    switch self {
    case .point: "Point"
    case .lineString: "LineString"
    case .polygon: "Polygon"
    case .multiPoint: "MultiPoint"
    case .multiLineString: "MultiLineString"
    case .multiPolygon: "MultiPolygon"
    case .geometryCollection: "GeometryCollection"
    }
  }

  /// The tag in well-known text, such as `MULTIPOLYGON`.
  public var wktName: String { geoJSONName.uppercased() }

  /// Finds a type by its GeoJSON name.
  ///
  /// - Parameter name: As written; letter case counts (RFC 7946 §1.4).
  public init?(geoJSONName name: String) {
    guard let type = Self.allCases.first(where: { $0.geoJSONName == name }) else { return nil }
    self = type
  }
}
