public import Records

/// How range and grade of one incident moved, day by day of publication.
public struct Timeline: Hashable, Sendable {
  /// One day on which something became public, or several in a row of a very long record.
  public struct Step: Hashable, Sendable {
    /// The first day; that of ``day`` unless days share a step.
    public let firstDay: CivilDate
    /// The day, the last of several.
    public let day: CivilDate
    /// What it brought, and the state before and after.
    public let change: AssessmentChange

    /// The claims of the day.
    public var claims: [ClaimID] { change.claimsIn }
  }

  /// Whose rule gives the ranges.
  public let method: Method
  /// The days, in order.
  public let steps: [Step]
  /// How many days of publication share a step: 1 but for a very long record.
  public let daysPerStep: Int
  /// Claims without a day of publication: they are in no step.
  public let undatedClaims: [ClaimID]
  /// What those claims change when they are counted after the last day; `nil` without any.
  public let undatedChange: AssessmentChange?

  /// Follows the claims about one incident.
  ///
  /// - Parameters:
  ///   - testimony: Every claim, or those chosen.
  ///   - method: Whose rule gives the ranges. Any but `airwars` is explained at every step, which
  ///     takes some ten times as long, so steps of a very long record hold ten times the days.
  ///   - heedsAssessors: Whether a recorder's finding takes the place of the reports' range, under
  ///     `airwars`.
  ///   - claimBudget: The most claims that all steps together look at; beyond it, days in a row share
  ///     a step, so that ten thousand claims on as many days are followed in about a second.
  /// - Complexity: O(*s* *n* log *n*), *s* steps, *n* claims and edges; *s* *n* is at most
  ///   `claimBudget` or *n*, whichever is more.
  public init(
    _ testimony: Testimony, method: Method = .airwars, heedsAssessors: Bool = true,
    claimBudget: Int = 400_000
  ) {
    self.method = method
    let signals = testimony.signals()
    func snapshot(by day: CivilDate?) -> AssessmentSnapshot {
      let inPlay = testimony.published(by: day)
      let snapshot = AssessmentSnapshot(
        HeardClaims(inPlay, signals: signals), heedsAssessors: heedsAssessors)
      return method == .airwars
        ? snapshot : snapshot.withRanges(of: MethodTable(of: inPlay)[method])
    }
    var state = AssessmentSnapshot(testimony.selecting { _ in false })
    var steps: [Step] = []
    let dated = testimony.entries.compactMap { entry in
      entry.claim.publicDay.map { (day: $0, claim: entry.id) }
    }
    let days = dated.grouped(by: \.day)
    let budget = method == .airwars ? claimBudget : claimBudget / 10
    let limit = max(1, budget / max(1, testimony.entries.count))
    daysPerStep = max(1, (days.count + limit - 1) / limit)
    for start in stride(from: 0, to: days.count, by: daysPerStep) {
      let span = days[start..<min(start + daysPerStep, days.count)]
      guard let first = span.first?.key, let last = span.last?.key else { continue }
      let next = snapshot(by: last)
      let change = AssessmentChange(
        before: state, after: next, claimsIn: span.flatMap(\.members).map(\.claim))
      steps.append(Step(firstDay: first, day: last, change: change))
      state = next
    }
    self.steps = steps
    undatedClaims = testimony.entries.filter { $0.claim.publicDay == nil }.map(\.id)
    undatedChange =
      undatedClaims.isEmpty
      ? nil
      : AssessmentChange(
        before: state, after: snapshot(by: nil), claimsIn: undatedClaims)
  }
}
