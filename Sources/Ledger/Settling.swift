import GRDB
import Records
import SimpleFeatures

/// Keeps the layers' points true while records come in any order.
///
/// A point hangs on other records: an incident's on places, a claim's on incidents too. Most rows
/// get theirs at once; those whose ground changed later are computed anew at the end of the entry.
struct Settling {
  private var resolver: PointResolver
  private let dependency: PreparedStatement

  private(set) var changedPlaces: Set<PlaceID> = []
  /// Claims that assert a location of an incident and were not written since.
  private var awaited: [ClaimID: Awaited] = [:]

  /// What is known of a claim that an incident written before it names.
  private struct Awaited {
    let incident: IncidentID
    /// Where the claim asserts the incident to be, `nil` when more than one disc is to be looked at.
    ///
    /// All that a claim about this incident alone needs, so that it can do without a look-up.
    var disc: LayerPoint?
  }

  init(_ database: Database) throws {
    resolver = try PointResolver(database)
    dependency = try PreparedStatement(
      "INSERT INTO location_places VALUES (?, ?, ?) ON CONFLICT DO NOTHING", in: database)
  }

  mutating func changed(_ place: PlaceID) {
    changedPlaces.insert(place)
    resolver.forget(place)
  }

  mutating func reopen(_ incident: Incident) {
    for candidate in incident.locations {
      awaited[candidate.assertedBy] = Awaited(incident: incident.id)
    }
  }

  mutating func point(of incident: Incident) throws -> LayerPoint? {
    resolver.placesAsked.removeAll(keepingCapacity: true)
    return try resolver.point(of: incident)
  }

  mutating func point(of claim: Claim) throws -> LayerPoint? {
    resolver.placesAsked.removeAll(keepingCapacity: true)
    if let known = awaited[claim.id], let disc = known.disc, claim.incidents.count == 1,
      claim.incidents[0].incident == known.incident
    {
      return disc
    }
    return try resolver.point(of: claim)
  }

  mutating func stored(_ incident: Incident) {
    for candidate in incident.locations {
      let isOnly = awaited[candidate.assertedBy] == nil
      awaited[candidate.assertedBy] = Awaited(
        incident: incident.id, disc: isOnly ? candidate.ownPoint : nil)
    }
  }

  /// Notes that a claim's point hangs on an incident of this entry, if that is not known.
  mutating func expect(_ claim: Claim) {
    guard awaited[claim.id] == nil, let incident = claim.incidents.first?.incident else { return }
    awaited[claim.id] = Awaited(incident: incident)
  }

  mutating func stored(_ claim: Claim) { awaited[claim.id] = nil }

  /// Ends the short cuts, for from here on only stored records count.
  ///
  /// - Returns: Claims written before an incident that names them: their points may be others now.
  mutating func close() -> [ClaimID] {
    defer { awaited = [:] }
    return Array(awaited.keys)
  }

  /// Keeps which places the last point was looked for in.
  mutating func notePlaces(of kind: RecordKind, row fid: Int) throws {
    for place in resolver.placesAsked {
      dependency.bind(place.text, at: 1)
      dependency.bind(kind.number, at: 2)
      dependency.bind(fid, at: 3)
      try dependency.run()
    }
  }
}

extension LocationCandidate {
  /// The candidate's disc as a point of a layer; `nil` when it names a place or nothing.
  fileprivate var ownPoint: LayerPoint? {
    guard case .disc(let center, let radius) = extent else { return nil }
    return LayerPoint(position: center, radiusMeters: radius, scale: scale)
  }
}
