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
  /// Claims that assert a location of an incident written after them, if they were.
  private(set) var openClaims: Set<ClaimID> = []

  /// Incidents of this entry whose candidates are all discs, and the discs by the claim that
  /// asserts them: what lets a claim that follows its incident do without a look-up.
  private var recentIncidents: Set<IncidentID> = []
  private var recentDiscs: [ClaimID: (incident: IncidentID, point: LayerPoint)] = [:]

  init(_ database: Database) throws {
    resolver = try PointResolver(database)
    dependency = try PreparedStatement(
      "INSERT INTO location_places VALUES (?, ?, ?) ON CONFLICT DO NOTHING", in: database)
  }

  mutating func changed(_ place: PlaceID) {
    changedPlaces.insert(place)
    resolver.forget(place)
  }

  mutating func reopen(_ claims: some Sequence<ClaimID>) { openClaims.formUnion(claims) }

  mutating func point(of incident: Incident) throws -> LayerPoint? {
    resolver.placesAsked.removeAll(keepingCapacity: true)
    return try resolver.point(of: incident)
  }

  mutating func point(of claim: Claim) throws -> LayerPoint? {
    resolver.placesAsked.removeAll(keepingCapacity: true)
    guard claim.incidents.allSatisfy({ recentIncidents.contains($0.incident) }) else {
      return try resolver.point(of: claim)
    }
    if let disc = recentDiscs[claim.id],
      claim.incidents.contains(where: { $0.incident == disc.incident })
    {
      return disc.point
    }
    return try resolver.point(ofPlaces: claim)
  }

  mutating func stored(_ incident: Incident) {
    if recentIncidents.count >= 65_536 {
      recentIncidents.removeAll(keepingCapacity: true)
      recentDiscs.removeAll(keepingCapacity: true)
    }
    var claims: Set<ClaimID> = []
    var isPlain = true
    for candidate in incident.locations {
      openClaims.insert(candidate.assertedBy)
      // A claim that asserts two places here, or one elsewhere too, takes the slow way.
      isPlain =
        isPlain && claims.insert(candidate.assertedBy).inserted
        && recentDiscs[candidate.assertedBy] == nil
      if case .place = candidate.extent { isPlain = false }
    }
    guard isPlain else {
      recentIncidents.remove(incident.id)
      return
    }
    recentIncidents.insert(incident.id)
    for candidate in incident.locations {
      guard case .disc(let center, let radius) = candidate.extent else { continue }
      recentDiscs[candidate.assertedBy] = (
        incident.id,
        LayerPoint(position: center, radiusMeters: radius, scale: candidate.scale)
      )
    }
  }

  mutating func replaced(_ incident: Incident) {
    recentIncidents.remove(incident.id)
    for candidate in incident.locations {
      openClaims.insert(candidate.assertedBy)
      if recentDiscs[candidate.assertedBy]?.incident == incident.id {
        recentDiscs[candidate.assertedBy] = nil
      }
    }
  }

  mutating func stored(_ claim: Claim) { openClaims.remove(claim.id) }

  /// Keeps which places the last point was looked for in.
  mutating func notePlaces(of kind: RecordKind, row fid: Int) throws {
    for place in resolver.placesAsked {
      dependency.bind(place.text, at: 1)
      dependency.bind(kind.number, at: 2)
      dependency.bind(fid, at: 3)
      try dependency.run()
    }
  }

  /// Ends the short cuts: from here on only stored records count.
  mutating func close() {
    recentIncidents = []
    recentDiscs = [:]
  }
}
