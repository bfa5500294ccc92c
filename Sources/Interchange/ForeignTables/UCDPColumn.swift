/// The columns of the UCDP Georeferenced Event Dataset that become typed parts of a record.
///
/// - Note: Source – UCDP GED Codebook; names as in its CSV release.
enum UCDPColumn: Int, ForeignColumn {
  case id
  case typeOfViolence
  case sideA
  case sideB
  case wherePrecision
  case whereCoordinates
  case latitude
  case longitude
  case eventClarity
  case datePrecision
  case dateStart
  case dateEnd
  case deathsA
  case deathsB
  case deathsCivilians
  case deathsUnknown
  case low
  case best
  case high

  /// The name in the file's first line.
  var name: String {
    switch self {
    case .id: "id"
    case .typeOfViolence: "type_of_violence"
    case .sideA: "side_a"
    case .sideB: "side_b"
    case .wherePrecision: "where_prec"
    case .whereCoordinates: "where_coordinates"
    case .latitude: "latitude"
    case .longitude: "longitude"
    case .eventClarity: "event_clarity"
    case .datePrecision: "date_prec"
    case .dateStart: "date_start"
    case .dateEnd: "date_end"
    case .deathsA: "deaths_a"
    case .deathsB: "deaths_b"
    case .deathsCivilians: "deaths_civilians"
    case .deathsUnknown: "deaths_unknown"
    case .low: "low"
    case .best: "best"
    case .high: "high"
    }
  }
}
