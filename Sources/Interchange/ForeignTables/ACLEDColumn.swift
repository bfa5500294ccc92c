/// The columns of ACLED's event data that become typed parts of a record.
///
/// - Note: Source – ACLED Codebook; names as in its CSV export.
enum ACLEDColumn: Int, ForeignColumn {
  case id
  case date
  case timePrecision
  case eventType
  case subEventType
  case actor1
  case actor2
  case civilianTargeting
  case location
  case latitude
  case longitude
  case geoPrecision
  case fatalities

  /// The name in the file's first line.
  var name: String {
    switch self {
    case .id: "event_id_cnty"
    case .date: "event_date"
    case .timePrecision: "time_precision"
    case .eventType: "event_type"
    case .subEventType: "sub_event_type"
    case .actor1: "actor1"
    case .actor2: "actor2"
    case .civilianTargeting: "civilian_targeting"
    case .location: "location"
    case .latitude: "latitude"
    case .longitude: "longitude"
    case .geoPrecision: "geo_precision"
    case .fatalities: "fatalities"
    }
  }
}
