import Atlas
import Inquiry
import Interchange
import Records
import SimpleFeatures
import TestSupport
import Testing

/// The register of Mosul as `data/` has it, loaded once.
enum Mosul {
  static let batch: Result<RecordBatch, any Error> = Result {
    try SijilCSVReader.read(folder: Repository.data).batch
  }

  static let loaded: Result<Atlas, any Error> = Result { try makeAtlas(batch.get()) }

  static func atlas() throws -> Atlas { try loaded.get() }
}

/// The atlas of some records.
func makeAtlas(_ batch: RecordBatch) throws -> Atlas {
  var builder = try AtlasBuilder(places: batch.places, sources: batch.sources)
  for incident in batch.incidents { builder.add(incident) }
  for claim in batch.claims { builder.add(claim) }
  return try builder.build(version: DataVersion(sequence: 1, hash: "00", recordedAt: nil))
}

/// An identifier written down in a test.
func id<Record>(_ text: String) throws -> Identifier<Record> { try #require(Identifier(text)) }

func day(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

func stated(_ text: String) throws -> StatedTime { try #require(StatedTime(text)) }

func span(_ start: String?, _ end: String?) throws -> DayInterval {
  try #require(DayInterval(start: try start.map(day), end: try end.map(day)))
}

func place(_ text: String) throws -> QueryArea { .place(try id(text)) }

func box(_ west: Double, _ south: Double, _ east: Double, _ north: Double) -> Envelope {
  Envelope(west: west, south: south, east: east, north: north)
}

extension Atlas {
  /// Everything that matches, on one page.
  func all(_ change: (inout IncidentQuery) throws -> Void = { _ in }) throws -> IncidentPage {
    var query = IncidentQuery()
    query.limit = 10_000
    try change(&query)
    return try page(query)
  }

  /// One incident as a question about it shows it.
  func feature(
    _ text: String, _ change: (inout IncidentQuery) throws -> Void = { _ in }
  ) throws -> IncidentFeature? {
    let wanted: IncidentID = try id(text)
    return try all(change).features.first { $0.id == wanted }
  }
}

extension IncidentPage {
  var ids: [String] { features.map(\.id.text) }
}

/// One incident and one claim that places it, for small registers.
struct Strike {
  var id: String
  var time: String? = "2017-03-17"
  var published: String? = "2017-03-20"
  var scale = LocationScale.neighbourhood
  var extents: [LocationCandidate.Extent?] = []
  var killed: ClosedRange<Int>?
  var party: String?
  var kind = IncidentKind.airstrike
  var title = "Strike"

  func records() throws -> (Incident, Claim) {
    let incidentID: IncidentID = try AtlasTests.id(id)
    let claimID: ClaimID = try AtlasTests.id("C-\(id)")
    let incident = Incident(
      id: incidentID, title: title, time: try time.map(stated), kind: kind,
      locations: extents.map { LocationCandidate(assertedBy: claimID, scale: scale, extent: $0) })
    let quantity = killed.flatMap {
      Quantity(
        minimum: $0.lowerBound, maximum: $0.upperBound, unit: .civilians, status: .killed,
        bound: .between)
    }
    let claim = Claim(
      id: claimID, claimant: try AtlasTests.id("someone"), kinds: [.reportsDeaths],
      quantities: quantity.map { [$0] } ?? [], published: try published.map(stated),
      incidents: [IncidentMembership(incident: incidentID, certainty: .certain)],
      attributedTo: party.map { [$0] } ?? [])
    return (incident, claim)
  }
}

/// The atlas of a few strikes.
func makeAtlas(_ strikes: [Strike], places: [Place] = []) throws -> Atlas {
  var batch = RecordBatch(places: places)
  for strike in strikes {
    let (incident, claim) = try strike.records()
    batch.incidents.append(incident)
    batch.claims.append(claim)
  }
  return try makeAtlas(batch)
}

func disc(_ longitude: Double, _ latitude: Double, _ radius: Double) -> LocationCandidate.Extent {
  .disc(center: Position(longitude: longitude, latitude: latitude), radiusMeters: radius)
}
