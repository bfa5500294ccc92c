public import Records

/// How range and grade of one incident moved, day by day of publication.
public struct Timeline: Hashable, Sendable {
  /// One day on which something became public.
  public struct Step: Hashable, Sendable {
    /// The day.
    public let day: CivilDate
    /// What it brought, and the state before and after.
    public let change: AssessmentChange

    /// The claims of the day.
    public var claims: [ClaimID] { change.claimsIn }
  }

  /// The days, in order.
  public let steps: [Step]
  /// Claims without a day of publication: they are in no step.
  public let undatedClaims: [ClaimID]
  /// What those claims change when they are counted after the last day; `nil` without any.
  public let undatedChange: AssessmentChange?

  /// Follows the claims about one incident.
  ///
  /// - Parameters:
  ///   - testimony: Every claim, or those chosen.
  ///   - heedsAssessors: Whether a recorder's finding takes the place of the reports' range.
  /// - Complexity: O(*d* *n* log *n*), *d* days of publication, *n* claims and edges.
  public init(_ testimony: Testimony, heedsAssessors: Bool = true) {
    let signals = testimony.signals()
    func snapshot(by day: CivilDate?) -> AssessmentSnapshot {
      AssessmentSnapshot(
        HeardClaims(testimony.published(by: day), signals: signals),
        heedsAssessors: heedsAssessors)
    }
    var state = AssessmentSnapshot(testimony.selecting { _ in false })
    var steps: [Step] = []
    let dated = testimony.entries.compactMap { entry in
      entry.claim.publicDay.map { (day: $0, claim: entry.id) }
    }
    for (day, members) in dated.grouped(by: \.day) {
      let next = snapshot(by: day)
      let change = AssessmentChange(before: state, after: next, claimsIn: members.map(\.claim))
      steps.append(Step(day: day, change: change))
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
