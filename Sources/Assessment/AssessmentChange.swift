public import Records

/// What changed about one incident between two states of the record, and because of which claims.
///
/// - Note: Source – the rules are ours, docs/methodology.md, Time.
public struct AssessmentChange: Hashable, Sendable {
  /// What was known before.
  public let before: AssessmentSnapshot
  /// What is known after.
  public let after: AssessmentSnapshot
  /// The claims that came in, in the order of the testimony.
  public let claimsIn: [ClaimID]
  /// The claims that stand no more and those that replaced them, in the order of the testimony;
  /// a claim that came in and was replaced at once is among them.
  public let superseded: [AssessmentSnapshot.Replacement]
  /// The facts that changed, in a fixed order.
  public let shifts: [AssessmentShift]

  /// Compares what was public on two days; `nil` when they are in the wrong order.
  ///
  /// - Parameters:
  ///   - testimony: Every claim about the incident.
  ///   - from: The earlier day; nothing need have been public by then.
  ///   - to: The later day, or `nil` for all that is known, undated claims too.
  ///   - heedsAssessors: Whether a recorder's finding takes the place of the reports' range.
  /// - Complexity: O(*n* log *n*), *n* claims and edges.
  public init?(
    _ testimony: Testimony, from: CivilDate, to: CivilDate?, heedsAssessors: Bool = true
  ) {
    if let to, to < from { return nil }
    let (old, new) = (testimony.published(by: from), testimony.published(by: to))
    let known = Set(old.entries.map(\.id))
    self.init(
      before: AssessmentSnapshot(old, heedsAssessors: heedsAssessors),
      after: AssessmentSnapshot(new, heedsAssessors: heedsAssessors),
      claimsIn: new.entries.map(\.id).filter { !known.contains($0) })
  }

  init(before: AssessmentSnapshot, after: AssessmentSnapshot, claimsIn: [ClaimID]) {
    self.before = before
    self.after = after
    self.claimsIn = claimsIn
    let gone = Set(before.replaced.map(\.claim))
    superseded = after.replaced.filter { !gone.contains($0.claim) }
    shifts = ShiftFinder(before: before, after: after, claimsIn: claimsIn).shifts
  }

  /// Whether no claim came in.
  public var isEmpty: Bool { claimsIn.isEmpty }
}
