public import Inquiry

/// A file format for incidents, by the name that the command line and the web service use.
public enum ExportFormat: String, CaseIterable, Sendable {
  /// One GeoJSON feature collection.
  case geojson
  /// A GeoJSON feature a line.
  case geojsonseq
  /// A table.
  case csv
  /// Plain JSON.
  case json
  /// A KML document, for earth browsers.
  case kml
  /// FlatGeobuf, for GIS programs: binary, with a spatial index.
  case fgb

  /// The media type of a response in this format.
  ///
  /// - Note: Source – RFC 7946 §12, RFC 8142 §4, RFC 4180 §3, RFC 8259 §11; OGC 07-147r2 annex C;
  ///   FlatGeobuf has none registered, this is the one that QGIS knows.
  public var mediaType: String {
    switch self {
    case .geojson: "application/geo+json"
    case .geojsonseq: "application/geo+json-seq"
    case .csv: "text/csv; charset=utf-8; header=present"
    case .json: "application/json"
    case .kml: "application/vnd.google-earth.kml+xml"
    case .fgb: "application/flatgeobuf"
    }
  }

  /// The ending of file names.
  public var fileExtension: String {
    switch self {
    case .geojson: "geojson"
    case .geojsonseq: "geojsonl"
    case .csv: "csv"
    case .json: "json"
    case .kml: "kml"
    case .fgb: "fgb"
    }
  }

  /// An encoder with the format's defaults.
  ///
  /// - Parameters:
  ///   - numberReturned: How many incidents will be written; by default those of the page.
  ///   - usesRecordSeparator: Whether a sequence is that of RFC 8142, as its media type says, or
  ///     newline-delimited, as most tools read it from a file.
  ///   - hasHXLTags: Whether a table has a line of HXL tags; other formats have no place for them.
  /// - Returns: For one answer.
  public func makeEncoder(
    numberReturned: Int? = nil, usesRecordSeparator: Bool = false, hasHXLTags: Bool = false
  ) -> any IncidentEncoder {
    switch self {
    case .geojson: IncidentGeoJSONEncoder(numberReturned: numberReturned)
    case .geojsonseq: IncidentGeoJSONSeqEncoder(usesRecordSeparator: usesRecordSeparator)
    case .csv: IncidentCSVEncoder(hasHXLTags: hasHXLTags)
    case .json: IncidentJSONEncoder(numberReturned: numberReturned)
    case .kml: IncidentKMLEncoder(numberReturned: numberReturned)
    case .fgb: IncidentFlatGeobufEncoder(numberReturned: numberReturned)
    }
  }
}
