import ArgumentParser
import Interchange

/// The forms in which `sijil export` writes: what streams, and a store that has to be a file.
enum ExportFileFormat: String, CaseIterable, ExpressibleByArgument {
  case geojson
  case geojsonseq
  case csv
  case json
  case kml
  case fgb
  case gpkg

  /// The format that streams, or `nil` for a GeoPackage.
  var stream: ExportFormat? { ExportFormat(rawValue: rawValue) }

  /// Whether a terminal would make nothing of it.
  var isBinary: Bool { self == .fgb || self == .gpkg }
}
