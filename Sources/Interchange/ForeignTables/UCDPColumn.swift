/// The columns of the UCDP Georeferenced Event Dataset that become typed parts of a record.
///
/// - Note: Source – UCDP GED Codebook; names as in its CSV release.
enum UCDPColumn: String, CaseIterable, Hashable {
  case id
  case typeOfViolence = "type_of_violence"
  case sideA = "side_a"
  case sideB = "side_b"
  case wherePrecision = "where_prec"
  case whereCoordinates = "where_coordinates"
  case latitude
  case longitude
  case eventClarity = "event_clarity"
  case datePrecision = "date_prec"
  case dateStart = "date_start"
  case dateEnd = "date_end"
  case deathsA = "deaths_a"
  case deathsB = "deaths_b"
  case deathsCivilians = "deaths_civilians"
  case deathsUnknown = "deaths_unknown"
  case low
  case best
  case high
}
