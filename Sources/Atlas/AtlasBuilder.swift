import Assessment
public import Inquiry
public import Records
import SimpleFeatures

/// Gathers records one by one and makes the atlas of them.
///
/// Places come first, for incidents and claims refer to them; incidents and claims follow in any
/// order. Only columns are kept, not the records.
public struct AtlasBuilder {
  let areas: PlaceAreas
  /// In the order of recording, and without claims, until the atlas is made.
  var incidents = IncidentColumns()
  /// Who asserts each candidate, until the claims are known.
  var asserters: [ClaimID] = []
  var claims = ClaimColumns()
  var memberships: [Membership] = []
  private var supersessions: [(target: ClaimID, by: Int32)] = []
  /// Running totals of one claimant about one incident.
  private var runningCounts: [CountedBy: [RunningCount<Int32>]] = [:]
  private var parties: [String] = []
  private var partyOrdinals: [String: Int32] = [:]

  /// That a claim speaks of an incident.
  struct Membership {
    let incident: IncidentID
    let claim: Int32
    let isCertain: Bool
  }

  /// Whose running totals, and of what.
  private struct CountedBy: Hashable {
    let claimant: SourceID
    let incident: IncidentID
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
    incidents.append(incident, areas: areas)
    for location in incident.locations { asserters.append(location.assertedBy) }
  }

  /// Adds a claim.
  ///
  /// - Parameter claim: As recorded.
  public mutating func add(_ claim: Claim) {
    let ordinal = Int32(clamping: claims.count)
    claims.append(claim)
    for party in claim.attributedTo { claims.attributions.append(partyOrdinal(of: party)) }
    claims.attributionOffsets.close(at: claims.attributions.count)
    for candidate in claim.placeCandidates {
      if let place = areas.ordinals[candidate.place] { claims.places.append(Int32(place)) }
    }
    claims.placeOffsets.close(at: claims.places.count)
    for membership in claim.incidents {
      memberships.append(
        Membership(
          incident: membership.incident, claim: ordinal,
          isCertain: membership.certainty == .certain))
    }
    for edge in claim.edges where edge.certainty == .certain && edge.kind.replacesTarget {
      supersessions.append((edge.target, ordinal))
    }
    guard let count = RunningCount(claim, key: ordinal) else { return }
    for membership in claim.incidents where membership.certainty == .certain {
      let series = CountedBy(claimant: claim.claimant, incident: membership.incident)
      runningCounts[series, default: []].append(count)
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
  /// - Throws: `SpatialIndexError` when there are more than the index holds.
  /// - Complexity: O(*n* log *n*), *n* records.
  public consuming func build(version: DataVersion) throws -> Atlas {
    linkSupersessions()
    let (columns, table) = takeIncidents()
    return try Atlas(
      incidents: columns, table: table, claims: claims, areas: areas, parties: parties,
      version: version)
  }

  private mutating func linkSupersessions() {
    for counts in runningCounts.values where counts.count > 1 {
      for (replaced, successor) in RunningCount.successions(among: counts) {
        claims.superseders[Int(replaced), default: []].append(successor)
      }
    }
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
}
