/// The tables of the `sijil-csv` schema, in the order in which they are read.
///
/// An empty cell says that something is not known; `|` separates the items of a list.
public enum SijilTable: String, CaseIterable, Sendable {
  /// Whoever makes a claim or hands one on.
  case sources
  /// Judgements of sources.
  case reliability
  /// Named places.
  case places
  /// Geometries of places that are more than a point.
  case areas
  /// Incidents.
  case incidents
  /// How incidents stand to each other.
  case incidentLinks = "incident-links"
  /// Claims.
  case claims
  /// Which incidents claims speak of.
  case claimIncidents = "claim-incidents"
  /// Which places claims may mean.
  case claimPlaces = "claim-places"
  /// How claims reached us.
  case relays
  /// The figures of claims.
  case quantities
  /// How claims stand to each other.
  case claimEdges = "claim-edges"
  /// Where incidents may have happened.
  case locations

  /// The table's file inside a folder.
  public var fileName: String { self == .areas ? "areas.geojson" : "\(rawValue).csv" }

  /// The columns, in the order in which they are documented; none for the GeoJSON table.
  public var columns: [SijilColumn] {
    switch self {
    case .sources: [.id, .name, .kind, .affiliation, .language, .note]
    case .reliability: [.sourceID, .reliability, .assessor, .date]
    case .places:
      [
        .id, .kind, .nameEnglish, .nameArabic, .variants, .bank, .parent, .longitude, .latitude,
        .precisionMeters, .origin, .coordinateSource, .note,
      ]
    case .areas: []
    case .incidents: [.id, .title, .time, .timePrecision, .kind, .foreignSource, .foreignID, .note]
    case .incidentLinks: [.incidentID, .kind, .target, .reason]
    case .claims:
      [
        .id, .claimant, .kinds, .polarity, .modality, .hand, .statement, .placeAsStated,
        .eventTime, .uttered, .published, .attributedTo, .grade, .verdict, .foreignSource,
        .foreignID, .note,
      ]
    case .claimIncidents: [.claimID, .incidentID, .certainty]
    case .claimPlaces: [.claimID, .placeID, .certainty]
    case .relays: [.claimID, .hop, .outlet, .published, .url, .archiveURL, .contentHash, .note]
    case .quantities:
      [
        .claimID, .minimum, .maximum, .unit, .status, .bound, .scope, .phrase, .cumulative, .asAt,
      ]
    case .claimEdges: [.claimID, .kind, .target, .certainty, .note]
    case .locations:
      [
        .incidentID, .assertedBy, .scale, .placeID, .longitude, .latitude, .radiusMeters,
        .statedPrecision, .placeAsStated,
      ]
    }
  }

  /// The table with exactly these columns, in any order.
  ///
  /// - Parameter columns: The first line of a file.
  public init?(columns: [String]) {
    let wanted = Set(columns)
    let match = Self.allCases.first {
      $0 != .areas && $0.columns.count == columns.count && Set($0.columns.map(\.rawValue)) == wanted
    }
    guard let match else { return nil }
    self = match
  }
}

/// A column of the `sijil-csv` schema by the name that its first line carries.
public enum SijilColumn: String, CaseIterable, Sendable {
  /// The record's identifier.
  case id
  /// A source's name or pseudonym.
  case name
  /// The kind of the source, the place, the incident or the link.
  case kind
  /// The institution that a source speaks for.
  case affiliation
  /// BCP 47 tag.
  case language
  /// Free text in our words.
  case note
  /// The source that is judged.
  case sourceID = "source_id"
  /// A grade of the Admiralty scale.
  case reliability
  /// Who judged.
  case assessor
  /// When.
  case date
  /// The name in English.
  case nameEnglish = "name_en"
  /// The name in Arabic.
  case nameArabic = "name_ar"
  /// Further names, a list.
  case variants
  /// The bank of the Tigris.
  case bank
  /// The place that contains this one.
  case parent
  /// Degrees east.
  case longitude
  /// Degrees north.
  case latitude
  /// How far off a place's point may be, metres.
  case precisionMeters = "precision_m"
  /// How a geometry was obtained.
  case origin
  /// Where a point came from.
  case coordinateSource = "coordinate_source"
  /// An incident's short name.
  case title
  /// When an incident happened.
  case time
  /// How finely that is known.
  case timePrecision = "time_precision"
  /// The data set that a record came from.
  case foreignSource = "foreign_source"
  /// Its identifier there.
  case foreignID = "foreign_id"
  /// An incident.
  case incidentID = "incident_id"
  /// The other record of a link or an edge.
  case target
  /// Why.
  case reason
  /// Who makes a claim.
  case claimant
  /// What a claim does, a list, main kind first.
  case kinds
  /// Affirmed, denied or unknown.
  case polarity
  /// How firmly.
  case modality
  /// How near the claimant was.
  case hand
  /// What is said, in our words.
  case statement
  /// The place in the claimant's words.
  case placeAsStated = "place_as_stated"
  /// The event's time as stated.
  case eventTime = "event_time"
  /// When the claimant spoke.
  case uttered
  /// When it was published.
  case published
  /// Whom a claim holds responsible, a list.
  case attributedTo = "attributed_to"
  /// The grade that a claim gives.
  case grade
  /// The verdict that a claim gives.
  case verdict
  /// A claim.
  case claimID = "claim_id"
  /// Certain or possible.
  case certainty
  /// A place.
  case placeID = "place_id"
  /// A relay's number in its chain, from 1.
  case hop
  /// Who handed a claim on.
  case outlet
  /// Where a relay can be read.
  case url
  /// Where a copy of it is kept.
  case archiveURL = "archive_url"
  /// SHA-256 of its content, in hexadecimal.
  case contentHash = "content_hash"
  /// The least number.
  case minimum
  /// The greatest number.
  case maximum
  /// What is counted.
  case unit
  /// What happened to those counted.
  case status
  /// The bound that the words put on a figure.
  case bound
  /// What a figure covers.
  case scope
  /// The words as reported.
  case phrase
  /// Whether a figure is a running total.
  case cumulative
  /// The day a running total stood so.
  case asAt = "as_at"
  /// The claim that asserts a location.
  case assertedBy = "asserted_by"
  /// How large the named thing is.
  case scale
  /// The radius that a point is good for, metres.
  case radiusMeters = "radius_m"
  /// The precision in the claimant's own words.
  case statedPrecision = "stated_precision"
}
