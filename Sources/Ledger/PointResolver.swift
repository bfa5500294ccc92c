import GRDB
import Records
import SimpleFeatures

/// Finds the point that stands for a record in its layer, from the records as they are now.
///
/// An incident's is its representative point. A claim's is where an incident it speaks of has a
/// candidate that this very claim asserts, else the point of the first place it may mean.
struct PointResolver {
  private let placeRecord: PreparedStatement
  private let incidentRecord: PreparedStatement
  private var places: [PlaceID: PlaceLocation?] = [:]

  /// The places that were asked for since this was last emptied: what the point hangs on.
  var placesAsked: Set<PlaceID> = []

  init(_ database: Database) throws {
    placeRecord = try PreparedStatement(
      "SELECT record FROM places WHERE id = ? AND redacted_entry IS NULL", in: database)
    incidentRecord = try PreparedStatement(
      "SELECT record FROM incidents WHERE id = ? AND redacted_entry IS NULL", in: database)
  }

  /// Forgets what was known of a place that changed.
  mutating func forget(_ place: PlaceID) { places[place] = nil }

  mutating func location(of id: PlaceID) throws -> PlaceLocation? {
    placesAsked.insert(id)
    if let known = places[id] { return known }
    if places.count >= 16_384 { places.removeAll(keepingCapacity: true) }
    let place: Place? = try PointResolver.record(id, with: placeRecord)
    places[id] = .some(place?.location)
    return place?.location
  }

  mutating func point(of incident: Incident) throws -> LayerPoint? {
    try incident.representative { try location(of: $0) }
  }

  mutating func point(of claim: Claim) throws -> LayerPoint? {
    for membership in claim.incidents {
      guard
        let incident: Incident = try PointResolver.record(
          membership.incident, with: incidentRecord)
      else { continue }
      if let point = try point(assertedBy: claim.id, in: incident) { return point }
    }
    return try point(ofPlaces: claim)
  }

  /// The point of the first place that a claim may mean.
  mutating func point(ofPlaces claim: Claim) throws -> LayerPoint? {
    for candidate in claim.placeCandidates {
      if let location = try location(of: candidate.place),
        case .point(let position) = location.geometry
      {
        return LayerPoint(
          position: position, radiusMeters: location.precisionMeters, scale: .neighbourhood)
      }
    }
    return nil
  }

  private mutating func point(
    assertedBy claim: ClaimID, in incident: Incident
  ) throws -> LayerPoint? {
    for candidate in incident.locations where candidate.assertedBy == claim {
      if let point = try candidate.representative(locate: { try location(of: $0) }) {
        return point
      }
    }
    return nil
  }

  private static func record<Record: LedgerRecord>(
    _ id: Identifier<Record>, with statement: PreparedStatement
  ) throws -> Record? {
    statement.bind(id.text, at: 1)
    defer { statement.reset() }
    guard try statement.next() else { return nil }
    return try Record(stored: statement.bytes(0), id: id.text)
  }
}

extension LedgerRecord {
  /// Reads what the ledger stored.
  init(stored bytes: UnsafeBufferPointer<UInt8>, id: String) throws(LedgerError) {
    do {
      try self.init(canonicalJSON: bytes)
    } catch {
      throw .unreadableRecord(Self.recordKind, id: id, error)
    }
  }
}
