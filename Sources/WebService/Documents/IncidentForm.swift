import Inquiry
import Interchange
import SimpleFeatures

/// How a page of incidents is sent: the format and what it carries.
struct IncidentForm: Sendable {
  let mediaType: MediaType
  let geometry: IncidentGeometry
  let selection: [IncidentProperty]
  let system: ReferenceSystem
  /// Members of a feature collection that only a service writes.
  let members: [IncidentGeoJSONEncoder.Member]

  /// The formats of a page of incidents, the default first.
  static let offers: [MediaType] = [.geoJSON, .geoJSONSequence, .csv, .kml, .flatGeobuf, .html]

  /// Refuses what the format cannot carry, rather than leaving it out.
  func check() throws(ParameterFault) {
    if system != .crs84, mediaType != .geoJSON {
      throw .conflicting(SystemParameter.declaration.name, FormatChoice.parameterName)
    }
    if selection != IncidentProperty.all, mediaType == .kml || mediaType == .flatGeobuf {
      throw .conflicting(PropertiesParameter.declaration.name, FormatChoice.parameterName)
    }
  }

  /// An encoder for one walk through the page.
  @Sendable func makeEncoder() -> any IncidentEncoder {
    switch mediaType {
    case .geoJSONSequence:
      IncidentGeoJSONSeqEncoder(
        geometry: geometry, selection: selection, usesRecordSeparator: true)
    case .csv: IncidentCSVEncoder(selection: selection)
    case .kml: ExportFormat.kml.makeEncoder()
    case .flatGeobuf: ExportFormat.fgb.makeEncoder()
    default:
      IncidentGeoJSONEncoder(
        geometry: geometry, selection: selection, in: system, members: members)
    }
  }
}
