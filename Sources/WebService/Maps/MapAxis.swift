import SimpleFeatures

/// An axis of space by the names that a reference system gives it, in any case.
///
/// - Note: Source – OGC API Maps Part 1, `/req/spatial-subsetting/subset-definition` B and
///   `/rec/spatial-subsetting/subset-crs-axis-names`.
struct MapAxis: Hashable, Sendable {
  /// Whether it runs to the east, else to the north.
  let isEasting: Bool
  private let system: ReferenceSystem

  /// The axis of a name; `nil` for a name of another system or of none.
  init?(_ name: String, of system: ReferenceSystem) {
    self.system = system
    switch (name.lowercased(), system) {
    case ("lon", .crs84), ("lon", .epsg4326), ("long", .crs84), ("long", .epsg4326),
      ("longitude", .crs84), ("longitude", .epsg4326), ("e", .webMercator), ("x", .webMercator),
      ("easting", .webMercator):
      isEasting = true
    case ("lat", .crs84), ("lat", .epsg4326), ("latitude", .crs84), ("latitude", .epsg4326),
      ("n", .webMercator), ("y", .webMercator), ("northing", .webMercator):
      isEasting = false
    default: return nil
    }
  }

  /// The names of a system's axes, for messages.
  static func names(of system: ReferenceSystem) -> String {
    system == .webMercator ? "E, N" : "Lat, Lon"
  }

  /// An interval to write, for messages.
  var example: String {
    switch (system == .webMercator, isEasting) {
    case (true, true): "E(4790000:4810000)"
    case (true, false): "N(4340000:4360000)"
    case (false, true): "Lon(43.0:43.2)"
    case (false, false): "Lat(36.3:36.4)"
    }
  }

  /// The values that the axis has.
  var range: ClosedRange<Double> {
    let limit =
      system == .webMercator
      ? ReferenceSystem.webMercator.coordinates(of: Position(longitude: 180, latitude: 0)).first
      : isEasting ? 180 : 90
    return -limit...limit
  }

  /// The degrees of a value within ``range``.
  func degrees(_ value: Double) -> Double {
    guard system == .webMercator else { return value }
    let position =
      isEasting
      ? system.position(first: value, second: 0) : system.position(first: 0, second: value)
    // Within its range each value has a position.
    return (isEasting ? position?.longitude : position?.latitude) ?? 0
  }
}

extension MapAxis {
  /// A value in few digits, for messages.
  func text(_ value: Double) -> String {
    system == .webMercator ? "\(Int(value.rounded()))" : "\(value)"
  }
}
