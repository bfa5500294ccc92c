import Assessment
public import Inquiry
public import Records
import SimpleFeatures

/// Gathers records and makes the atlas of them.
///
/// Places and sources come first, for incidents and claims refer to them; incidents and claims
/// follow in any order, one by one or in pieces that other threads made. Only columns are kept, not
/// the records.
public struct AtlasBuilder: Sendable {
  let areas: PlaceAreas
  let names: NameOrdinals
  var whole = AtlasPiece()
  /// The incidents once all are there.
  var arranged: Arranged?

  /// Begins with what other records refer to.
  ///
  /// - Parameters:
  ///   - places: Every place that records may refer to.
  ///   - sources: Every claimant and relay, for who counts as credible and as independent.
  /// - Throws: `DistrictingError` or `TopologyError` when a recorded outline cannot be used.
  public init(places: [Place], sources: [Source]) throws {
    areas = try PlaceAreas(places)
    names = NameOrdinals(
      sources: Dictionary(sources.map { ($0.id, $0) }, uniquingKeysWith: { $1 }))
  }

  /// Makes room for as many records as will come, so that no column grows by copying.
  ///
  /// - Parameters:
  ///   - incidents: How many incidents.
  ///   - claims: How many claims.
  public mutating func reserveCapacity(incidents: Int, claims: Int) {
    whole.incidents.reserveCapacity(incidents)
    whole.asserters.reserveCapacity(incidents)
    whole.claims.reserveCapacity(claims)
    whole.memberships.reserveCapacity(claims)
  }

  /// Adds an incident.
  ///
  /// - Parameter incident: As recorded.
  public mutating func add(_ incident: Incident) { whole.add(incident, areas) }

  /// Adds a claim.
  ///
  /// - Parameter claim: As recorded.
  public mutating func add(_ claim: Claim) { whole.add(claim, areas, names) }

  /// Adds an incident to a piece; any thread may, while others do the same with theirs.
  ///
  /// - Parameters:
  ///   - incident: As recorded.
  ///   - piece: What ``add(_:)-(AtlasPiece)`` takes in the end.
  public func add(_ incident: borrowing Incident, to piece: inout AtlasPiece) {
    piece.add(incident, areas)
  }

  /// Adds a claim to a piece; any thread may, while others do the same with theirs.
  ///
  /// - Parameters:
  ///   - claim: As recorded.
  ///   - piece: What ``add(_:)-(AtlasPiece)`` takes in the end.
  public func add(_ claim: borrowing Claim, to piece: inout AtlasPiece) {
    piece.add(claim, areas, names)
  }

  /// Takes up a piece behind what is there.
  ///
  /// - Parameter piece: Made by a copy of this builder.
  public mutating func add(_ piece: AtlasPiece) { whole.append(piece) }

  /// Makes the atlas.
  ///
  /// - Parameter version: The state of the data that the records come from.
  /// - Returns: The snapshot that answers.
  /// - Throws: `SpatialIndexError` when there are more than the index holds.
  /// - Complexity: O(*n* log *n*), *n* records.
  public consuming func build(version: DataVersion) throws -> Atlas {
    linkClaims()
    let (columns, table) = takeIncidents()
    return try Atlas(
      incidents: columns, table: table, claims: whole.claims, areas: areas,
      parties: names.parties, version: version)
  }

  /// Turns edges between claims into ordinals.
  private mutating func linkClaims() {
    for counts in whole.runningCounts.values where counts.count > 1 {
      for (replaced, successor) in RunningCount.successions(among: counts) {
        whole.claims.superseders.update(replaced, default: []) { $0.append(successor) }
      }
    }
    guard !whole.supersessions.isEmpty || !whole.echoes.isEmpty else { return }
    let wanted = Set(whole.supersessions.map(\.target)).union(whole.echoes.map(\.source))
    var ordinals: [ClaimID: Int32] = [:]
    for (ordinal, id) in whole.claims.ids.enumerated() where wanted.contains(id) {
      ordinals[id] = Int32(clamping: ordinal)
    }
    for (target, superseder) in whole.supersessions {
      if let target = ordinals[target] {
        whole.claims.superseders.update(target, default: []) { $0.append(superseder) }
      }
    }
    for echo in whole.echoes {
      guard let source = ordinals[echo.source], source != echo.claim else { continue }
      whole.claims.echoes.update(echo.claim, default: []) {
        $0.append((source: source, isCertain: echo.isCertain))
      }
    }
  }
}
