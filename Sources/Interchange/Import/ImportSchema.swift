/// A form of input that can be imported, by the name that the command line uses.
public enum ImportSchema: String, CaseIterable, Sendable {
  /// Sijil's own tables: a folder of them or a single one.
  case sijilCSV = "sijil-csv"
  /// The UCDP Georeferenced Event Dataset.
  case ucdpGED = "ucdp-ged"
  /// Places from Who's On First, reduced to a table.
  case placesCSV = "places-csv"
  /// A plain table of incidents with a point and figures each.
  case incidentsCSV = "incidents-csv"
  /// Events of ACLED.
  case acled
  /// Incidents in columns as Airwars publishes them.
  case airwars
  /// A CSV of our own export, or any other with a mapping.
  case csv
  /// A GeoJSON FeatureCollection.
  case geoJSON = "geojson"
  /// GeoJSON features line by line, or as a text sequence.
  case geoJSONSequence = "geojsonseq"
  /// A FlatGeobuf layer.
  case flatGeobuf = "fgb"
  /// A layer of a GeoPackage.
  case geoPackage = "gpkg"

  /// The form that a file's name promises; a CSV is told by its columns.
  ///
  /// - Parameter fileExtension: Without the point, in any letter case.
  public init?(fileExtension: String) {
    switch fileExtension.lowercased() {
    case "geojson", "json": self = .geoJSON
    case "geojsonl", "geojsons", "geojsonseq", "ndjson", "jsonl": self = .geoJSONSequence
    case "fgb": self = .flatGeobuf
    case "gpkg": self = .geoPackage
    default: return nil
    }
  }

  /// Whether a mapping may say which field is what.
  public var takesMapping: Bool {
    switch self {
    case .csv, .geoJSON, .geoJSONSequence, .flatGeobuf, .geoPackage: true
    case .sijilCSV, .ucdpGED, .placesCSV, .incidentsCSV, .acled, .airwars: false
    }
  }
}
