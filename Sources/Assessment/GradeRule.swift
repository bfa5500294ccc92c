public import Records

/// The rules that give a grade, in the order in which they are tried: the first that holds decides.
///
/// - Note: Source – Airwars, civilian harm status, for the five grades; the order of decision and
///   the words of each rule are ours, docs/methodology.md.
public enum GradeRule: String, Hashable, Sendable, CaseIterable {
  /// An assessment counts only fighters among the dead, and nobody credible reports civilians.
  case onlyFightersFound = "only-fighters-found"
  /// An assessor discounts the incident and no belligerent accepted harm on a later day.
  case discountedByAssessor = "discounted-by-assessor"
  /// A belligerent accepts that it harmed civilians.
  case harmAccepted = "harm-accepted"
  /// A belligerent concedes a figure above nought.
  case figureConceded = "figure-conceded"
  /// A belligerent's own assessment finds the harm credible.
  case foundCredible = "found-credible"
  /// Two or more parties are blamed.
  case rivalAttributions = "rival-attributions"
  /// Two or more independent sources, and a belligerent says that it acted there.
  case sourcesAndKnownAction = "sources-and-known-action"
  /// Two or more independent sources, and a source that takes no part in the fighting names who
  /// acted.
  case sourcesAndLikelyAction = "sources-and-likely-action"
  /// Two or more independent sources, but no action of a belligerent is known or likely.
  case noActionKnown = "no-action-known"
  /// One source, or several that may have one origin.
  case singleSource = "single-source"

  /// The grade that the rule gives.
  @inlinable public var grade: Grade {
    switch self {
    case .onlyFightersFound, .discountedByAssessor: .discounted
    case .harmAccepted, .figureConceded, .foundCredible: .confirmed
    case .rivalAttributions: .contested
    case .sourcesAndKnownAction, .sourcesAndLikelyAction: .fair
    case .noActionKnown, .singleSource: .weak
    }
  }
}

/// Why claims that are in play give no grade.
public enum UngradedReason: String, Hashable, Sendable, CaseIterable {
  /// Every claim denies or doubts.
  case onlyDenials = "only-denials"
  /// Every claim counts an area over a period.
  case onlyAreaTotals = "only-area-totals"
  /// No claim says that people were harmed in this event.
  case noHarmReported = "no-harm-reported"
}

/// What the rules say of an incident on a date, in one small value.
public enum GradeDecision: Hashable, Sendable {
  /// No claim about the incident was public.
  case notYetReported
  /// Claims were public, but none reports harm of the event.
  case ungraded(UngradedReason)
  /// The first rule that holds.
  case graded(GradeRule)

  /// The grade, where there is one.
  @inlinable public var grade: Grade? {
    guard case .graded(let rule) = self else { return nil }
    return rule.grade
  }

  /// Why it is so, as one code: the rule, the reason for no grade, or `not-yet-reported`.
  public var reasonCode: String {
    switch self {
    case .notYetReported: "not-yet-reported"
    case .ungraded(let reason): reason.rawValue
    case .graded(let rule): rule.rawValue
    }
  }

  /// The decision as one code: that of the grade, `ungraded` or `not-yet-reported`.
  public var code: String {
    switch self {
    case .notYetReported: "not-yet-reported"
    case .ungraded: "ungraded"
    case .graded(let rule): rule.grade.code
    }
  }
}
