public import Assessment
import Atlas
public import Inquiry
import Ledger
public import Records

extension Register {
  /// A table of totals over the incidents that match.
  ///
  /// - Parameter query: The question.
  /// - Returns: The table, in which every match stands once.
  /// - Throws: `InquiryError` for an area that cannot be used, or for more matches than a method
  ///   other than `airwars` reads; `LedgerError`.
  public func summary(_ query: SummaryQuery) async throws -> IncidentSummary {
    let atlas = try atlas(asRecorded: query.incidents.asRecorded)
    let snapshot = try ledger.snapshot(sequence: atlas.version.sequence)
    guard query.method != .airwars else { return try atlas.summary(query) }
    return try atlas.summary(query) { id in
      let table = MethodTable(
        of: try self.testimony(of: id, in: snapshot), asOf: query.incidents.asOf)
      let result = table[query.method]
      return (result[.killed].compact, result[.injured].compact)
    }
  }

  /// The ranges of some incidents under a method, from their whole claims.
  ///
  /// - Parameters:
  ///   - ids: The incidents.
  ///   - method: Whose rule counts.
  ///   - asOf: Only what had been published by then.
  ///   - asRecorded: Only what was held then.
  /// - Returns: One result for each incident that is known.
  /// - Throws: `InquiryError.beforeFirstRecord`; `LedgerError`.
  /// - Complexity: O(*n* log *n*) for each incident, *n* claims about it.
  public func results(
    of ids: [IncidentID], by method: Method, asOf: CivilDate?, asRecorded: Instant?
  ) async throws -> [IncidentID: MethodResult] {
    let version = try atlas(asRecorded: asRecorded).version
    let snapshot = try ledger.snapshot(sequence: version.sequence)
    var results: [IncidentID: MethodResult] = [:]
    for id in ids {
      results[id] = try result(of: id, by: method, asOf: asOf, in: snapshot)
    }
    return results
  }

  private func result(
    of id: IncidentID, by method: Method, asOf: CivilDate?, in snapshot: LedgerSnapshot
  ) throws -> MethodResult {
    MethodTable(of: try testimony(of: id, in: snapshot), asOf: asOf)[method]
  }

  /// The same features with the ranges of the method asked for.
  func explained(
    _ features: [IncidentFeature], _ query: IncidentQuery, in snapshot: LedgerSnapshot
  ) throws -> [IncidentFeature] {
    try features.map { feature in
      let result = try result(of: feature.id, by: query.method, asOf: query.asOf, in: snapshot)
      return feature.withRanges(
        killed: result[.killed].compact, injured: result[.injured].compact)
    }
  }

  /// The claims about one incident with whoever made them and whom those speak for.
  func testimony(of id: IncidentID, in snapshot: LedgerSnapshot) throws -> Testimony {
    let entries = try snapshot.claims(of: id).compactMap { claim in
      claim.incidents.first { $0.incident == id }.map {
        Testimony.Entry(claim: claim, certainty: $0.certainty)
      }
    }
    let named = try sources(of: entries.map(\.claim), in: snapshot)
    return Testimony(entries, sources: try withAffiliations(named, in: snapshot))
  }
}
