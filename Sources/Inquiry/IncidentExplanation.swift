public import Assessment
import Records

/// Everything that the claims about one incident come to, with the reasons: every method, the
/// grade, strike status, verdicts, and totals with the incidents that may be the same event.
public struct IncidentExplanation: Sendable {
  /// The claims that it rests on.
  public let incidentCase: IncidentCase
  /// Every method side by side.
  public let table: MethodTable
  /// Ranges, grade, strike status and verdicts.
  public let snapshot: AssessmentSnapshot
  /// The killed of this incident and those it links to, under merge and under split; `nil` where no
  /// linked incident is known.
  public let killedTotals: IncidentTotals?
  /// The same for the injured.
  public let injuredTotals: IncidentTotals?

  /// Explains a case.
  ///
  /// - Parameter incidentCase: The claims about an incident.
  /// - Complexity: That of `MethodTable`.
  public init(_ incidentCase: IncidentCase) {
    self.incidentCase = incidentCase
    table = MethodTable(of: incidentCase.testimony, asOf: incidentCase.asOf)
    let snapshot = AssessmentSnapshot(incidentCase.inPlay)
    self.snapshot = snapshot
    guard !incidentCase.neighbours.isEmpty else {
      killedTotals = nil
      injuredTotals = nil
      return
    }
    let others = Self.summed(incidentCase).map { neighbour in
      (
        neighbour.incident,
        AssessmentSnapshot(neighbour.testimony.published(by: incidentCase.asOf))
      )
    }
    let all = [(incidentCase.incident, snapshot)] + others
    killedTotals = Self.totals(all, \.killed)
    injuredTotals = Self.totals(all, \.injured)
  }

  /// The incidents that this one says it may be one with, else those that say so of it.
  ///
  /// A third incident that only touches one of them would widen the total without end.
  private static func summed(_ incidentCase: IncidentCase) -> [IncidentCase.Neighbour] {
    let own = Set(incidentCase.incident.links.map(\.target))
    let named = incidentCase.neighbours.filter { own.contains($0.incident.id) }
    return named.isEmpty ? incidentCase.neighbours : named
  }

  private static func totals(
    _ incidents: [(incident: Incident, snapshot: AssessmentSnapshot)],
    _ range: KeyPath<AssessmentSnapshot, HarmRange<ClaimID>>
  ) -> IncidentTotals? {
    let totals = IncidentTotals(
      incidents.map {
        IncidentTerm(
          incident: $0.incident.id, range: $0.snapshot[keyPath: range], links: $0.incident.links)
      })
    return totals.unknown.count == incidents.count ? nil : totals
  }
}
