import Assessment
import Records

/// Some of an atlas's records as columns, made apart from the others so that several threads can
/// make pieces at once.
///
/// Ordinals count within the piece until it is taken up. In the order of recording, and incidents
/// without their claims, until the atlas is made.
public struct AtlasPiece: Sendable {
  var incidents = IncidentColumns()
  /// Who asserts each candidate, until the claims are known.
  var asserters: [ClaimID] = []
  var claims = ClaimColumns()
  var memberships: [Membership] = []
  var supersessions: [(target: ClaimID, by: Int32)] = []
  /// Edges by which claims go back to others.
  var echoes: [Echo] = []
  /// Running totals of one claimant about one incident.
  var runningCounts: [CountedBy: [RunningCount<Int32>]] = [:]

  /// That a claim speaks of an incident.
  struct Membership {
    let incident: IncidentID
    var claim: Int32
    /// The day the claim became public: sorting looks at nothing else.
    let publicDay: Int32
    let isCertain: Bool
  }

  /// That a claim goes back to another.
  struct Echo {
    var claim: Int32
    let source: ClaimID
    let isCertain: Bool
  }

  /// Whose running totals, and of what.
  struct CountedBy: Hashable {
    let claimant: SourceID
    let incident: IncidentID
  }

  private var heard = ClaimantMemo()

  /// Makes a piece of nothing.
  public init() {}

  mutating func add(_ incident: borrowing Incident, _ areas: PlaceAreas) {
    incidents.append(incident, areas: areas)
    for location in incident.locations { asserters.append(location.assertedBy) }
  }

  mutating func add(_ claim: borrowing Claim, _ areas: PlaceAreas, _ names: NameOrdinals) {
    let ordinal = Int32(clamping: claims.count)
    let standing = heard.standing(of: claim, names)
    claims.append(claim, standing.signals, standing.origin)
    for party in claim.attributedTo { claims.attributions.append(names.party(party)) }
    claims.attributionOffsets.close(at: claims.attributions.count)
    for candidate in claim.placeCandidates {
      if let place = areas.ordinals[candidate.place] { claims.places.append(Int32(place)) }
    }
    claims.placeOffsets.close(at: claims.places.count)
    let day = claims.publicDays[Int(ordinal)]
    for membership in claim.incidents {
      memberships.append(
        Membership(
          incident: membership.incident, claim: ordinal, publicDay: day,
          isCertain: membership.certainty == .certain))
    }
    for edge in claim.edges { add(edge, of: ordinal) }
    guard let count = RunningCount(claim, key: ordinal) else { return }
    for membership in claim.incidents where membership.certainty == .certain {
      let series = CountedBy(claimant: claim.claimant, incident: membership.incident)
      runningCounts[series, default: []].append(count)
    }
  }

  private mutating func add(_ edge: ClaimEdge, of claim: Int32) {
    if edge.certainty == .certain, edge.kind.replacesTarget {
      supersessions.append((edge.target, claim))
    }
    if edge.kind.joinsOrigins {
      echoes.append(
        Echo(claim: claim, source: edge.target, isCertain: edge.certainty == .certain))
    }
  }

  /// Takes up the records of another piece behind its own.
  mutating func append(_ other: AtlasPiece) {
    let shift = Int32(clamping: claims.count)
    incidents.append(other.incidents)
    asserters += other.asserters
    claims.append(other.claims)
    memberships += other.memberships.map { membership in
      var membership = membership
      membership.claim += shift
      return membership
    }
    supersessions += other.supersessions.map { ($0.target, $0.by + shift) }
    echoes += other.echoes.map { echo in
      var echo = echo
      echo.claim += shift
      return echo
    }
    for (series, counts) in other.runningCounts {
      runningCounts[series, default: []] += counts.map { $0.rekeyed { $0 + shift } }
    }
  }
}
