/// What an endpoint can send.
enum MediaType: String, Hashable, Sendable, CaseIterable {
  case json = "application/json"
  case geoJSON = "application/geo+json"
  case geoJSONSequence = "application/geo+json-seq"
  case csv = "text/csv"
  case kml = "application/vnd.google-earth.kml+xml"
  case flatGeobuf = "application/flatgeobuf"
  case html = "text/html"
  case schema = "application/schema+json"
  case openAPI = "application/vnd.oai.openapi+json;version=3.0"
  case css = "text/css"
  case plainText = "text/plain"
  /// Text with the colours of a terminal; told from plain text by its name alone.
  case ansi = "text/plain; ansi"
  case svg = "image/svg+xml"
  case png = "image/png"
  case vectorTile = "application/vnd.mapbox-vector-tile"
  case tileArchive = "application/vnd.pmtiles"
  case problem = "application/problem+json"

  /// The value of `Content-Type`; text says how it is encoded, JSON is UTF-8 by definition.
  var contentType: String {
    switch self {
    case .plainText, .html, .css: rawValue + "; charset=utf-8"
    case .ansi: Self.plainText.contentType
    case .csv: rawValue + "; charset=utf-8; header=present"
    default: rawValue
    }
  }

  /// The names a client may call it by when it says what it takes.
  ///
  /// GDAL and QGIS ask for `application/json` where GeoJSON is meant.
  var acceptedNames: [String] {
    switch self {
    case .geoJSON, .openAPI, .schema: [rawValue, MediaType.json.rawValue]
    case .html: [rawValue, "application/xhtml+xml"]
    default: [rawValue]
    }
  }

  /// Its name as a value of `f` and as the ending of a path.
  ///
  /// Every document in JSON goes by `json` too, so that one word works everywhere.
  var formatNames: [String] {
    switch self {
    case .json, .openAPI, .schema, .problem: ["json"]
    case .geoJSON: ["geojson", "json"]
    case .geoJSONSequence: ["geojsonseq", "geojsonl"]
    case .csv: ["csv"]
    case .kml: ["kml"]
    case .flatGeobuf: ["fgb"]
    case .html: ["html"]
    case .css: ["css"]
    case .plainText: ["txt"]
    case .ansi: ["ans", "ansi"]
    case .svg: ["svg"]
    case .png: ["png"]
    case .vectorTile: ["mvt", "pbf"]
    case .tileArchive: ["pmtiles"]
    }
  }

  /// What it is called on the wire.
  var name: String { self == .ansi ? Self.plainText.rawValue : rawValue }

  /// Whether it is text, which becomes much smaller when compressed.
  var isText: Bool {
    switch self {
    case .flatGeobuf, .png, .vectorTile, .tileArchive: false
    default: true
    }
  }

  /// Whether it is one JSON object.
  var isJSON: Bool { formatNames.contains("json") }

  /// The format in words, for links.
  var words: String {
    switch self {
    case .json, .problem: "JSON"
    case .geoJSON: "GeoJSON"
    case .geoJSONSequence: "GeoJSON text sequence"
    case .csv: "CSV"
    case .kml: "KML"
    case .flatGeobuf: "FlatGeobuf"
    case .html: "HTML"
    case .css: "CSS"
    case .schema: "JSON Schema"
    case .openAPI: "OpenAPI 3.0"
    case .plainText: "plain text"
    case .ansi: "text in colours"
    case .svg: "SVG"
    case .png: "PNG"
    case .vectorTile: "vector tile"
    case .tileArchive: "PMTiles"
    }
  }
}
