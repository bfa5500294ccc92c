import Assessment
import Atlas
public import Inquiry
import Ledger
import Records

extension Register {
  /// What changed between two states of the record, and because of which claims.
  ///
  /// - Parameter query: Which incidents, and the two states.
  /// - Returns: The incidents that changed, and those whose new claims changed nothing.
  /// - Throws: `InquiryError` for an area that cannot be used or a moment before the first record;
  ///   `LedgerError`.
  /// - Complexity: Between days, the claims of incidents with news are read; between moments, those
  ///   of every incident that matches, twice.
  public func changes(_ query: ChangeQuery) async throws -> ChangeReport {
    switch query.span {
    case .published(let from, let to):
      let atlas = try atlas(asRecorded: query.incidents.asRecorded)
      let snapshot = try ledger.snapshot(sequence: atlas.version.sequence)
      guard from <= to else {
        return ChangeReport([], query: query, dataVersion: atlas.version)
      }
      let news = try atlas.incidents(query.incidents, withClaimsAfter: from, by: to)
      let changes = try news.compactMap { id, title in
        AssessmentChange(try testimony(of: id, in: snapshot), from: from, to: to)
          .map { IncidentChange(id: id, title: title, change: $0) }
      }
      return ChangeReport(changes, query: query, dataVersion: atlas.version)
    case .recorded(let from, let to, let day):
      return try changes(
        query, between: try atlas(asRecorded: from), try atlas(asRecorded: to), day)
    }
  }

  private func changes(
    _ query: ChangeQuery, between old: Atlas, _ new: Atlas, _ day: CivilDate?
  ) throws -> ChangeReport {
    var question = query.incidents
    question.asOf = day
    let before = try ledger.snapshot(sequence: old.version.sequence)
    let after = try ledger.snapshot(sequence: new.version.sequence)
    var seen: Set<IncidentID> = []
    // The later state's order first, then what it no longer matches.
    let ids = (try new.matchingIncidents(question) + old.matchingIncidents(question))
      .filter { seen.insert($0).inserted }
    let changes = try ids.compactMap { id -> IncidentChange? in
      let change = AssessmentChange(
        from: try testimony(of: id, in: before).published(by: day),
        to: try testimony(of: id, in: after).published(by: day))
      guard !change.isEmpty else { return nil }
      let incident = try after.incident(id) ?? before.incident(id)
      return IncidentChange(id: id, title: incident?.title ?? "", change: change)
    }
    return ChangeReport(changes, query: query, dataVersion: new.version)
  }
}
