public import Records

/// What the claims about one incident come to on one date.
///
/// The `airwars` rule on compact evidence: a recorder's finding, where one is known, gives the
/// range; otherwise it runs from the lowest to the highest number reported for the event. Figures
/// of another scope, of units that are not people, and words such as dozens stay out; a running
/// total leaves when its successor is in. ``MethodTable`` explains the same range. Nothing here
/// reads a clock.
///
/// - Note: Source – Airwars' published method for a range; docs/methodology.md.
public struct IncidentAssessment<Key: Hashable & Sendable>: Sendable {
  /// Civilians, persons or bodies killed.
  public let killed: HarmRange<Key>
  /// Civilians or persons injured.
  public let injured: HarmRange<Key>
  /// The grade a recorder gave last, with the claims that gave it; `nil` when nobody graded.
  public let grade: GradeFinding<Key>?
  /// The grade that our rules give, without regard to the recorder's.
  public let computed: GradeDecision
  /// How many claims were in play.
  public let claimCount: Int

  /// Assesses the claims of one incident.
  ///
  /// - Parameters:
  ///   - evidence: Every claim linked to the incident, in any order.
  ///   - asOf: Only claims public by this day count; a claim without a date then does not.
  ///   - heedsAssessors: Whether a recorder's finding takes the place of the reports' range.
  /// - Complexity: O(*n*), *n* figures.
  @inlinable
  public init(
    of evidence: some Sequence<Evidence<Key>>, asOf: CivilDate? = nil, heedsAssessors: Bool = true
  ) {
    let inPlay = evidence.filter { item in
      guard let asOf else { return true }
      return item.publicDay.map { $0 <= asOf } ?? false
    }
    let standing = Supersession.standing(among: inPlay)
    var tally = AssessmentTally<Key>(heedsAssessors: heedsAssessors)
    for item in standing { tally.count(item) }
    let found = tally.assessment { $0 }
    self.init(
      killed: found.killed, injured: found.injured, grade: found.grade,
      computed: standing.count == inPlay.count
        ? found.computed : GradeTally.decision(inPlay: inPlay, standing: standing),
      claimCount: inPlay.count)
  }

  /// The grade that stands for the incident where there is room for one: the recorder's, and where
  /// nobody graded, that of our rules.
  @inlinable public var shownGrade: Grade? { grade?.grade ?? computed.grade }

  /// Who gives the grade that stands: `recorder`, `rules`, or `nil` where nobody does.
  public var gradeBy: String? {
    grade != nil ? "recorder" : computed.grade != nil ? "rules" : nil
  }

  /// The same assessment with the ranges of another method.
  ///
  /// - Parameters:
  ///   - killed: The range of people killed.
  ///   - injured: The range of people injured.
  /// - Returns: The assessment; grades and counts of claims stay.
  public func withRanges(
    killed: HarmRange<Key>, injured: HarmRange<Key>
  ) -> IncidentAssessment {
    IncidentAssessment(
      killed: killed, injured: injured, grade: grade, computed: computed, claimCount: claimCount)
  }

  /// Whether a recorder graded the incident and our rules do not say the same.
  @inlinable public var gradesDiffer: Bool {
    grade.map { $0.grade != computed.grade } ?? false
  }
}

extension IncidentAssessment {
  @inlinable
  init(
    killed: HarmRange<Key>, injured: HarmRange<Key>, grade: GradeFinding<Key>?,
    computed: GradeDecision, claimCount: Int
  ) {
    self.killed = killed
    self.injured = injured
    self.grade = grade
    self.computed = computed
    self.claimCount = claimCount
  }

  /// The same assessment with its claims named in another way.
  ///
  /// - Parameter transform: From one key to another.
  /// - Returns: The assessment with the other keys.
  @inlinable
  public func mapClaims<Other: Hashable & Sendable>(
    _ transform: (Key) -> Other
  ) -> IncidentAssessment<Other> {
    IncidentAssessment<Other>(
      killed: killed.mapClaims(transform), injured: injured.mapClaims(transform),
      grade: grade?.mapClaims(transform), computed: computed, claimCount: claimCount)
  }
}
