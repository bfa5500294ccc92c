/// What a column of a table of incidents may hold: the names of `incidents-csv`, and the words by
/// which a mapping file (``IncidentFields``) names them.
enum IncidentsColumn: Int, ForeignColumn {
  case id
  case date
  case start
  case end
  case timePrecision
  case longitude
  case latitude
  case title
  case kind
  case radiusMeters
  case locationPrecision
  case place
  case killedMinimum
  case killedMaximum
  case killedMaximumIsOpen
  case injuredMinimum
  case injuredMaximum
  case injuredMaximumIsOpen
  case casualtiesMinimum
  case casualtiesMaximum
  case grading
  case gradedBy
  case claimant
  case attributedTo
  case published
  case url

  /// The name in a mapping file, and in the first line of `incidents-csv`.
  var name: String {
    switch self {
    case .id: "id"
    case .date: "date"
    case .start: "start"
    case .end: "end"
    case .timePrecision: "time_precision"
    case .longitude: "lon"
    case .latitude: "lat"
    case .title: "title"
    case .kind: "kind"
    case .radiusMeters: "radius_m"
    case .locationPrecision: "location_precision"
    case .place: "district"
    case .killedMinimum: "killed_min"
    case .killedMaximum: "killed_max"
    case .killedMaximumIsOpen: "killed_max_open"
    case .injuredMinimum: "injured_min"
    case .injuredMaximum: "injured_max"
    case .injuredMaximumIsOpen: "injured_max_open"
    case .casualtiesMinimum: "casualties_min"
    case .casualtiesMaximum: "casualties_max"
    case .grading: "grading"
    case .gradedBy: "graded_by"
    case .claimant: "claimant"
    case .attributedTo: "attributed_to"
    case .published: "published"
    case .url: "url"
    }
  }

  /// The columns of `incidents-csv` as it always was; others of its columns are foreign fields.
  static let plain: [IncidentsColumn] = [
    .id, .date, .longitude, .latitude, .title, .kind, .radiusMeters, .locationPrecision, .place,
    .killedMinimum, .killedMaximum, .injuredMinimum, .injuredMaximum, .casualtiesMinimum,
    .casualtiesMaximum, .grading,
  ]
}
