import Assessment
public import Inquiry
public import Records
import SimpleFeatures

/// Gathers records one by one and makes the atlas of them.
///
/// Places come first, for incidents and claims refer to them; incidents and claims follow in any
/// order. Only columns are kept, not the records.
public struct AtlasBuilder {
  private let areas: PlaceAreas
  private var incidents: [PendingIncident] = []
  private var claims = ClaimColumns()
  private var memberships: [PendingMembership] = []
  private var supersessions: [(target: ClaimID, by: Int32)] = []
  private var parties: [String] = []
  private var partyOrdinals: [String: Int32] = [:]

  /// What is kept of an incident until the order is known.
  struct PendingIncident {
    let id: IncidentID
    let title: String
    let time: DayInterval?
    let precision: DatePrecision
    let kind: IncidentKind
    let locations: [LocationCandidate]
  }

  struct PendingMembership {
    let incident: IncidentID
    let claim: Int32
    let isCertain: Bool
  }

  /// Begins with the places.
  ///
  /// - Parameter places: Every place that records may refer to.
  /// - Throws: `DistrictingError` or `TopologyError` when a recorded outline cannot be used.
  public init(places: [Place]) throws {
    areas = try PlaceAreas(places)
  }

  /// Adds an incident.
  ///
  /// - Parameter incident: As recorded.
  public mutating func add(_ incident: Incident) {
    incidents.append(
      PendingIncident(
        id: incident.id, title: incident.title, time: incident.time?.interval,
        precision: incident.timePrecision, kind: incident.kind, locations: incident.locations))
  }

  /// Adds a claim.
  ///
  /// - Parameter claim: As recorded.
  public mutating func add(_ claim: Claim) {
    let ordinal = Int32(clamping: claims.count)
    let event = claim.eventTime?.interval
    claims.ids.append(claim.id)
    claims.publicDays.append(claim.publicDay?.daysSinceEpoch ?? ClaimColumns.noDay)
    claims.eventStarts.append(
      event.map { $0.start?.daysSinceEpoch ?? .min } ?? ClaimColumns.noDay)
    claims.eventEnds.append(event?.end?.daysSinceEpoch ?? ClaimColumns.noDay)
    claims.isAssessment.append(claim.isAssessment)
    claims.grades.append(claim.grade)
    claims.figures.append(contentsOf: claim.figures)
    claims.figureOffsets.close(at: claims.figures.count)
    for party in claim.attributedTo { claims.attributions.append(partyOrdinal(of: party)) }
    claims.attributionOffsets.close(at: claims.attributions.count)
    for candidate in claim.placeCandidates {
      if let place = areas.ordinals[candidate.place] { claims.places.append(Int32(place)) }
    }
    claims.placeOffsets.close(at: claims.places.count)
    for membership in claim.incidents {
      memberships.append(
        PendingMembership(
          incident: membership.incident, claim: ordinal,
          isCertain: membership.certainty == .certain))
    }
    for edge in claim.edges where edge.certainty == .certain && edge.kind.replacesTarget {
      supersessions.append((edge.target, ordinal))
    }
  }

  private mutating func partyOrdinal(of name: String) -> Int32 {
    if let known = partyOrdinals[name] { return known }
    let ordinal = Int32(clamping: parties.count)
    parties.append(name)
    partyOrdinals[name] = ordinal
    return ordinal
  }

  /// Makes the atlas.
  ///
  /// - Parameter version: The state of the data that the records come from.
  /// - Returns: The snapshot that answers.
  /// - Throws: `TopologyError` when an area cannot be used.
  /// - Complexity: O(*n* log *n*), *n* records.
  public consuming func build(version: DataVersion) throws -> Atlas {
    let order = incidents.indices.sorted { isBefore(incidents[$0], incidents[$1]) }
    linkSupersessions()
    let columns = makeColumns(order: order)
    return try Atlas(
      incidents: columns, claims: claims, areas: areas, parties: parties, version: version)
  }

  private func isBefore(_ left: PendingIncident, _ right: PendingIncident) -> Bool {
    let days = (sortDay(left.time), sortDay(right.time))
    return days.0 != days.1 ? days.0 < days.1 : left.id < right.id
  }

  private func sortDay(_ time: DayInterval?) -> Int32 {
    time.map { $0.start?.daysSinceEpoch ?? .min } ?? ClaimColumns.noDay
  }

  private mutating func linkSupersessions() {
    guard !supersessions.isEmpty else { return }
    let wanted = Set(supersessions.map(\.target))
    var ordinals: [ClaimID: Int] = [:]
    for (ordinal, id) in claims.ids.enumerated() where wanted.contains(id) {
      ordinals[id] = ordinal
    }
    for (target, superseder) in supersessions {
      if let target = ordinals[target] {
        claims.superseders[target, default: []].append(superseder)
      }
    }
  }

  private func makeColumns(order: [Int]) -> IncidentColumns {
    var columns = IncidentColumns()
    var ordinals: [IncidentID: Int32] = [:]
    ordinals.reserveCapacity(order.count)
    for (ordinal, pending) in order.enumerated() {
      ordinals[incidents[pending].id] = Int32(clamping: ordinal)
    }
    let grouped = groupMemberships(ordinals: ordinals, count: order.count)
    for (ordinal, pending) in order.enumerated() {
      append(incidents[pending], memberships: grouped[ordinal], to: &columns)
    }
    return columns
  }

  /// Memberships by incident, as ranges of one sorted list.
  private func groupMemberships(
    ordinals: [IncidentID: Int32], count: Int
  ) -> [ArraySlice<PendingMembership>] {
    var keyed: [(incident: Int32, membership: PendingMembership)] = []
    keyed.reserveCapacity(memberships.count)
    for membership in memberships {
      if let incident = ordinals[membership.incident] { keyed.append((incident, membership)) }
    }
    keyed.sort { ($0.incident, $0.membership.claim) < ($1.incident, $1.membership.claim) }
    let sorted = keyed.map(\.membership)
    var groups = [ArraySlice<PendingMembership>](repeating: [], count: count)
    var start = 0
    while start < keyed.count {
      var end = start + 1
      while end < keyed.count, keyed[end].incident == keyed[start].incident { end += 1 }
      groups[Int(keyed[start].incident)] = sorted[start..<end]
      start = end
    }
    return groups
  }

  private func append(
    _ incident: PendingIncident, memberships: ArraySlice<PendingMembership>,
    to columns: inout IncidentColumns
  ) {
    columns.ids.append(incident.id)
    columns.titles.append(incident.title)
    columns.hasTime.append(incident.time != nil)
    columns.starts.append(sortDay(incident.time))
    columns.ends.append(incident.time?.end?.daysSinceEpoch ?? ClaimColumns.noDay)
    columns.precisions.append(incident.precision)
    columns.kinds.append(incident.kind)
    for membership in memberships {
      columns.claims.append(membership.claim)
      columns.claimIsCertain.append(membership.isCertain)
    }
    columns.claimOffsets.close(at: columns.claims.count)
    for location in incident.locations {
      columns.candidates.append(resolve(location, among: memberships))
    }
    columns.candidateOffsets.close(at: columns.candidates.count)
  }

  private func resolve(
    _ location: LocationCandidate, among memberships: ArraySlice<PendingMembership>
  ) -> IncidentColumns.Candidate {
    let asserter = memberships.first { claims.ids[Int($0.claim)] == location.assertedBy }?.claim
    var disc: AreaShape?
    var place: Int32?
    switch location.extent {
    case .disc(let center, let radius): disc = AreaShape(center: center, radiusMeters: radius)
    case .place(let id): place = areas.ordinals[id].map { Int32(clamping: $0) }
    case nil: break
    }
    return IncidentColumns.Candidate(
      assertedBy: asserter, assertedByID: location.assertedBy, scale: location.scale, disc: disc,
      place: place)
  }
}

extension ClaimEdgeKind {
  /// Whether the target of the edge no longer counts once the claim that holds it is public.
  var replacesTarget: Bool { self == .supersedes || self == .corrects }
}
