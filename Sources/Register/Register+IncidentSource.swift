import Assessment
import Atlas
public import Gazetteer
public import Inquiry
import Ledger
public import Records

extension Register: IncidentSource {
  /// The state of the data now.
  ///
  /// - Returns: The ledger's head as the atlas has it.
  public func dataVersion() throws -> DataVersion { atlas.version }

  /// One page of the incidents that match.
  ///
  /// - Parameter query: The question.
  /// - Returns: The page, with counts over the whole answer.
  /// - Throws: `InquiryError` for an area that cannot be used; `LedgerError` where a method reads
  ///   whole claims.
  public func page(_ query: IncidentQuery) async throws -> IncidentPage {
    let page = try atlas(asRecorded: query.asRecorded).page(query)
    guard query.method != .airwars else { return page }
    let snapshot = try ledger.snapshot(sequence: page.dataVersion.sequence)
    return IncidentPage(
      features: try explained(page.features, query, in: snapshot),
      numberMatched: page.numberMatched, counts: page.counts, next: page.next, query: query,
      dataVersion: page.dataVersion)
  }

  /// The incidents that match, to be made one after another: what an export writes.
  ///
  /// - Parameter query: The question.
  /// - Returns: The answer; its features come from the state of the data that there is now.
  /// - Throws: As ``page(_:)``.
  public func answer(_ query: IncidentQuery) throws -> IncidentAnswer {
    let answer = try atlas(asRecorded: query.asRecorded).answer(query)
    guard query.method != .airwars else { return answer }
    let snapshot = try ledger.snapshot(sequence: answer.head.dataVersion.sequence)
    return IncidentAnswer(head: answer.head, count: answer.count) { places in
      try self.explained(answer.features(in: places), query, in: snapshot)
    }
  }

  /// One page of places.
  ///
  /// - Parameter query: The question.
  /// - Returns: The page in the order of identifiers.
  /// - Throws: `InquiryError.beforeFirstRecord` for a moment before the first entry.
  public func places(_ query: PlaceQuery) async throws -> PlacePage {
    try atlas(asRecorded: query.asRecorded).places(query)
  }

  /// The places that a name may mean.
  ///
  /// - Parameter name: In any spelling or script.
  /// - Returns: One place, several, a name without a place, or nothing.
  /// - Throws: Nothing here; other stores may.
  public func resolve(placeName name: String) async throws -> PlaceResolution {
    let atlas = atlas
    return atlas.gazetteer.resolve(name, near: atlas.cityCenter)
  }

  /// One page of sources.
  ///
  /// - Parameter query: The question.
  /// - Returns: The page in the order of identifiers.
  /// - Throws: `InquiryError.beforeFirstRecord` for a moment before the first entry; `LedgerError`.
  /// - Complexity: O(*n* log *n*), *n* sources, which are few beside the claims.
  public func sources(_ query: SourceQuery) async throws -> SourcePage {
    let version = try atlas(asRecorded: query.asRecorded).version
    var sources: [Source] = []
    try ledger.snapshot(sequence: version.sequence).forEachSource { source, _ in
      sources.append(source)
    }
    sources.sort { $0.id < $1.id }
    return try SourcePage(of: sources, query, dataVersion: version)
  }

  /// Every state of the data there has been.
  ///
  /// - Returns: One version for each entry of the ledger, the first one first.
  /// - Throws: `LedgerError`.
  public func dataVersions() async throws -> [DataVersion] {
    try ledger.entries().map {
      DataVersion(
        sequence: $0.sequence, hash: $0.hash.description, recordedAt: $0.recordedAt)
    }
  }

  /// Everything about one incident.
  ///
  /// - Parameters:
  ///   - id: The incident.
  ///   - asOf: Only what had been published by then.
  ///   - asRecorded: Only what was held then.
  /// - Returns: `nil` when the incident is unknown.
  /// - Throws: `LedgerError`, or what computing its support throws.
  public func dossier(
    _ id: IncidentID, asOf: CivilDate?, asRecorded: Instant?
  ) async throws -> IncidentDossier? {
    let atlas = try atlas(asRecorded: asRecorded)
    let snapshot = try ledger.snapshot(sequence: atlas.version.sequence)
    guard let incident = try snapshot.incident(id), let feature = try atlas.feature(id, asOf: asOf),
      let reported = atlas.reportedRange(of: id, asOf: asOf)
    else { return nil }
    let claims = try snapshot.claims(of: id).compactMap { claim -> DossierClaim? in
      if let asOf {
        guard let day = claim.publicDay, day <= asOf else { return nil }
      }
      return claim.incidents.first { $0.incident == id }.map {
        DossierClaim(claim: claim, certainty: $0.certainty)
      }
    }.sorted { left, right in
      (left.claim.publicDay ?? .latest, left.claim.id)
        < (right.claim.publicDay ?? .latest, right.claim.id)
    }
    return IncidentDossier(
      incident: incident, feature: feature, claims: claims,
      locations: try atlas.locations(of: incident, asOf: asOf),
      sources: try sources(of: claims.map(\.claim), in: snapshot), reported: reported, asOf: asOf,
      dataVersion: atlas.version,
      linkedIncidents: atlas.incidentsLinked(to: id))
  }

  /// Every place with the area that questions about it use, in the order of identifiers.
  ///
  /// - Returns: All of them, for maps.
  public func allPlaces() throws -> [PlaceFeature] {
    var query = PlaceQuery()
    query.limit = .max
    return try atlas.places(query).features
  }
}
