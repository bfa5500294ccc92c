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
  /// The claims that were taken out, in the order of the testimony: a later day never does that, a
  /// later state of the record may.
  public let claimsOut: [ClaimID]
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

  /// Compares two states of the record of one incident.
  ///
  /// A claim whose record changed in between counts as one that came in.
  ///
  /// - Parameters:
  ///   - old: The claims as they were recorded before, narrowed to the day asked about.
  ///   - new: The claims as they are recorded after, narrowed likewise.
  ///   - heedsAssessors: Whether a recorder's finding takes the place of the reports' range.
  /// - Complexity: O(*n* log *n*), *n* claims and edges.
  public init(from old: Testimony, to new: Testimony, heedsAssessors: Bool = true) {
    let known = Dictionary(
      old.entries.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let kept = Set(new.entries.map(\.id))
    self.init(
      before: AssessmentSnapshot(old, heedsAssessors: heedsAssessors),
      after: AssessmentSnapshot(new, heedsAssessors: heedsAssessors),
      claimsIn: new.entries.filter { entry in
        known[entry.id].map { $0.claim != entry.claim || $0.certainty != entry.certainty } ?? true
      }.map(\.id),
      claimsOut: old.entries.map(\.id).filter { !kept.contains($0) })
  }

  init(
    before: AssessmentSnapshot, after: AssessmentSnapshot, claimsIn: [ClaimID],
    claimsOut: [ClaimID] = []
  ) {
    self.before = before
    self.after = after
    self.claimsIn = claimsIn
    self.claimsOut = claimsOut
    let gone = Set(before.replaced.map(\.claim))
    superseded = after.replaced.filter { !gone.contains($0.claim) }
    let found = ShiftFinder(before: before, after: after, claimsIn: claimsIn).shifts
    // Where nothing came in, what went is the reason.
    shifts = found.map { shift in
      shift.because.isEmpty ? AssessmentShift(fact: shift.fact, because: claimsOut) : shift
    }
  }

  /// Whether no claim came in or went.
  public var isEmpty: Bool { claimsIn.isEmpty && claimsOut.isEmpty }

  /// Whether the incident was first reported in between.
  public var isFirstReport: Bool { before.claimCount == 0 && after.claimCount > 0 }
}
