import Foundation

/// The forms of input that can be checked.
enum CheckFormat: String, CaseIterable {
  case json
  case geoJSON = "geojson"
  case wkt
  case csv
  case flatGeobuf = "fgb"
  case geoPackage = "gpkg"
  case vectorTile = "mvt"
  case tileArchive = "pmtiles"

  /// The form that a file's name promises; `.json` may be GeoJSON, which its first bytes tell.
  init?(guessing path: String) {
    switch URL(fileURLWithPath: path).pathExtension.lowercased() {
    case "geojson", "geojsonl", "geojsons", "geojsonseq", "ndjson", "jsonl": self = .geoJSON
    case "json": self = Self.looksLikeGeoJSON(path) ? .geoJSON : .json
    case "wkt": self = .wkt
    case "csv": self = .csv
    case "fgb": self = .flatGeobuf
    case "gpkg": self = .geoPackage
    case "mvt", "pbf": self = .vectorTile
    case "pmtiles": self = .tileArchive
    default: return nil
    }
  }

  /// Whether the form is read as a stream, so that it may come from a pipe.
  var isStream: Bool { self == .json || self == .geoJSON || self == .wkt }

  private static func looksLikeGeoJSON(_ path: String) -> Bool {
    guard let handle = FileHandle(forReadingAtPath: path),
      let data = try? handle.read(upToCount: 4_096)
    else { return false }
    let text = String(decoding: data, as: UTF8.self)
    return text.contains("\"Feature\"") || text.contains("\"FeatureCollection\"")
  }
}
