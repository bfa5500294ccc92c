import Records
import SimpleFeatures

extension SijilAssembly {
  /// Adds a row of incidents.csv; answers whether the ledger holds the incident already.
  mutating func addIncident(_ row: inout TableRow) -> Bool {
    let id: IncidentID? = row.requiredIdentifier(.id)
    let title = row.requiredText(.title)
    let time = row.time(.time)
    let kind: IncidentKind? = row.requiredCode(.kind)
    // Without a time there is nothing to be precise about; `year` stands for a year or worse.
    let precision: DatePrecision? =
      row.isEmpty(.time) && row.isEmpty(.timePrecision) ? .year : row.requiredCode(.timePrecision)
    let foreignID = foreignID(of: &row, in: .incidents)
    var incident: Incident?
    if row.isSound, let id, let title, let kind, let precision {
      incident = Incident(
        id: id, title: title, time: time, timePrecision: precision, kind: kind,
        foreignID: foreignID, note: row.text(.note))
    }
    return Self.declare(id, incident, in: &incidents, isKnown: known.incident, &row)
  }

  /// The identifier in the data set that a record came from: both cells or neither.
  mutating func foreignID(of row: inout TableRow, in table: SijilTable) -> ForeignID? {
    let source: SourceID? = row.identifier(.foreignSource)
    refer(to: source.map { .source($0) }, table, row, .foreignSource)
    let id = row.text(.foreignID)
    if row.isEmpty(.foreignSource) != row.isEmpty(.foreignID) {
      row.refuse(
        row.isEmpty(.foreignID) ? .foreignID : .foreignSource,
        "foreign_source and foreign_id go together")
    }
    guard let source, let id else { return nil }
    return ForeignID(source: source, id: id)
  }

  /// Adds a row of incident-links.csv.
  mutating func addIncidentLink(_ row: inout TableRow) -> Bool {
    let id: IncidentID? = row.requiredIdentifier(.incidentID)
    let kind: IncidentLinkKind? = row.requiredCode(.kind)
    let target: IncidentID? = row.requiredIdentifier(.target)
    refer(to: target.map { .incident($0) }, .incidentLinks, row, .target)
    if let target, target == id { row.refuse(.target, "an incident cannot link to itself") }
    let owner = Self.owner(
      id, in: incidents, isKnown: known.incident, named: "incident", .incidentID, &row)
    if row.isSound, case .draft(let ordinal) = owner, let kind, let target {
      let link = IncidentLink(kind: kind, target: target, reason: row.text(.reason))
      incidents.records[ordinal].links.append(link)
    }
    return owner.isDuplicate
  }

  /// Adds a row of locations.csv.
  mutating func addLocation(_ row: inout TableRow) -> Bool {
    let id: IncidentID? = row.requiredIdentifier(.incidentID)
    let assertedBy: ClaimID? = row.requiredIdentifier(.assertedBy)
    refer(to: assertedBy.map { .claim($0) }, .locations, row, .assertedBy)
    let scale: LocationScale? = row.requiredCode(.scale)
    let extent = extent(of: &row)
    let owner = Self.owner(
      id, in: incidents, isKnown: known.incident, named: "incident", .incidentID, &row)
    if row.isSound, case .draft(let ordinal) = owner, let assertedBy, let scale {
      incidents.records[ordinal].locations.append(
        LocationCandidate(
          assertedBy: assertedBy, scale: scale, extent: extent,
          statedPrecision: row.text(.statedPrecision), placeAsStated: row.text(.placeAsStated)))
    }
    return owner.isDuplicate
  }

  /// A place, or a point with its radius, or neither: words that name no known place.
  private mutating func extent(of row: inout TableRow) -> LocationCandidate.Extent? {
    let place: PlaceID? = row.identifier(.placeID)
    refer(to: place.map { .place($0) }, .locations, row, .placeID)
    let position = row.position()
    let radius = row.length(.radiusMeters)
    let hasPoint = !row.isEmpty(.longitude) || !row.isEmpty(.latitude)
    if !row.isEmpty(.placeID), hasPoint || !row.isEmpty(.radiusMeters) {
      row.refuse(.placeID, "a location is a place or a point with a radius, not both")
    } else if hasPoint, row.isEmpty(.radiusMeters) {
      row.refuse(.radiusMeters, "a point needs the radius in metres that it is good for")
    } else if !hasPoint, !row.isEmpty(.radiusMeters) {
      row.refuse(.radiusMeters, "is given, but the row has no point")
    } else if row.isEmpty(.placeID), !hasPoint, row.isEmpty(.placeAsStated),
      row.isEmpty(.statedPrecision)
    {
      row.refuse(.placeAsStated, "a location needs a place, a point or at least its words")
    }
    if let place { return .place(place) }
    guard let position, let radius else { return nil }
    return .disc(center: position, radiusMeters: radius)
  }
}
