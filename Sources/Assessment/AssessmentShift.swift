public import Records

/// One fact about an incident that is no longer what it was.
public enum ChangedFact: Hashable, Sendable {
  /// The least number killed.
  case killedMinimum(from: Int?, to: Int?)
  /// The greatest number killed that was named.
  case killedMaximum(from: Int?, to: Int?)
  /// The least number injured.
  case injuredMinimum(from: Int?, to: Int?)
  /// The greatest number injured that was named.
  case injuredMaximum(from: Int?, to: Int?)
  /// The computed grade, or the rule that gives it.
  case grade(from: GradeDecision, to: GradeDecision)
  /// Whether the strike is admitted.
  case strikeStatus(from: StrikeStatus?, to: StrikeStatus?)
  /// What a belligerent says of itself.
  case verdict(of: String, from: BelligerentVerdict?, to: BelligerentVerdict?)
}

/// A changed fact and the claims because of which it changed.
public struct AssessmentShift: Hashable, Sendable {
  /// What changed.
  public let fact: ChangedFact
  /// Why: claims that came in and support the new value; else those that replaced the former
  /// support; else all that came in.
  public let because: [ClaimID]
}

/// Compares two snapshots fact by fact.
struct ShiftFinder {
  let before: AssessmentSnapshot
  let after: AssessmentSnapshot
  let claimsIn: [ClaimID]
  private let isNew: Set<ClaimID>
  private let successors: [ClaimID: [ClaimID]]

  init(before: AssessmentSnapshot, after: AssessmentSnapshot, claimsIn: [ClaimID]) {
    self.before = before
    self.after = after
    self.claimsIn = claimsIn
    isNew = Set(claimsIn)
    successors = Dictionary(
      after.replaced.map { ($0.claim, $0.by) }, uniquingKeysWith: { first, _ in first })
  }

  var shifts: [AssessmentShift] {
    rangeShifts + [gradeShift, strikeShift].compactMap(\.self) + verdictShifts
  }

  private var rangeShifts: [AssessmentShift] {
    let ends: [(RangeEnd<ClaimID>?, RangeEnd<ClaimID>?, (Int?, Int?) -> ChangedFact)] = [
      (before.killed.minimum, after.killed.minimum, { .killedMinimum(from: $0, to: $1) }),
      (before.killed.maximum, after.killed.maximum, { .killedMaximum(from: $0, to: $1) }),
      (before.injured.minimum, after.injured.minimum, { .injuredMinimum(from: $0, to: $1) }),
      (before.injured.maximum, after.injured.maximum, { .injuredMaximum(from: $0, to: $1) }),
    ]
    return ends.compactMap { old, new, fact in
      // An end that closes or opens at one number has moved too: 40+ is no ceiling, 40 is one.
      guard old?.value != new?.value || old?.isOpen != new?.isOpen else { return nil }
      return AssessmentShift(
        fact: fact(old?.value, new?.value),
        because: because(of: new?.claims ?? [], insteadOf: old?.claims ?? []))
    }
  }

  private var gradeShift: AssessmentShift? {
    let (old, new) = (before.grade, after.grade)
    guard old.decision != new.decision else { return nil }
    let reasons = new.reasons.flatMap(\.claims)
    let support = new.decisiveClaims.contains(where: isNew.contains) ? new.decisiveClaims : reasons
    return AssessmentShift(
      fact: .grade(from: old.decision, to: new.decision),
      because: because(of: support, insteadOf: old.reasons.flatMap(\.claims)))
  }

  private var strikeShift: AssessmentShift? {
    let (old, new) = (before.strikeStatus, after.strikeStatus)
    guard old?.status != new?.status else { return nil }
    return AssessmentShift(
      fact: .strikeStatus(from: old?.status, to: new?.status),
      because: because(of: new?.claims ?? [], insteadOf: old?.claims ?? []))
  }

  private var verdictShifts: [AssessmentShift] {
    let names = Set((before.positions + after.positions).map(\.belligerent)).sorted()
    return names.compactMap { name in
      let old = before.positions.first { $0.belligerent == name }
      let new = after.positions.first { $0.belligerent == name }
      guard old?.verdict != new?.verdict else { return nil }
      return AssessmentShift(
        fact: .verdict(of: name, from: old?.verdict, to: new?.verdict),
        because: because(of: new?.claims ?? [], insteadOf: old?.claims ?? []))
    }
  }

  private func because(of support: [ClaimID], insteadOf former: [ClaimID]) -> [ClaimID] {
    let fresh = support.filter(isNew.contains).uniqued()
    if !fresh.isEmpty { return fresh }
    let replacing = former.flatMap { successors[$0] ?? [] }.filter(isNew.contains).uniqued()
    return replacing.isEmpty ? claimsIn : replacing
  }
}
