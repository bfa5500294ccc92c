public import Records

/// Assesses the claims about one incident one after another, without holding them.
///
/// What ``IncidentAssessment`` comes to where no claim in play replaces another, as with most
/// incidents; for those it allocates nothing but the lists of claims in its result. The order in
/// which claims are counted is the order in which ranges and grades name them.
public struct AssessmentTally<Key: Hashable & Sendable>: Sendable {
  @usableFromInline var killed = RangeFinder<Key>(of: .killed)
  @usableFromInline var injured = RangeFinder<Key>(of: .injured)
  @usableFromInline var grade = GradeFinder<Key>()
  @usableFromInline var signals = GradeTally()
  @usableFromInline var claimCount = 0
  @usableFromInline let heedsAssessors: Bool

  /// Makes a tally of nothing.
  ///
  /// - Parameter heedsAssessors: Whether a recorder's finding takes the place of the reports' range.
  @inlinable
  public init(heedsAssessors: Bool = true) { self.heedsAssessors = heedsAssessors }

  /// Counts a claim in play, without its figures.
  ///
  /// - Parameters:
  ///   - claim: The claim.
  ///   - publicDay: The day it became public, where known.
  ///   - grade: The grade it gives.
  ///   - isCertain: Whether it surely speaks of the incident.
  ///   - signals: What a computed grade needs of it.
  ///   - origin: Where it comes from, 0 when that is not known.
  @inlinable
  public mutating func count(
    _ claim: Key, publicDay: CivilDate?, grade: Grade?, isCertain: Bool, signals: ClaimSignals,
    origin: UInt32
  ) {
    claimCount += 1
    self.signals.count(signals, origin: origin, publicDay: publicDay, isCertain: isCertain)
    if isCertain, let grade { self.grade.take(grade, on: publicDay, of: claim) }
  }

  /// Counts a figure of a claim that surely speaks of the incident.
  ///
  /// - Parameters:
  ///   - figure: The figure.
  ///   - claim: The claim; its figures follow each other.
  ///   - isAssessment: Whether the claim is a recorder's own finding.
  @inlinable
  public mutating func count(_ figure: Figure, of claim: Key, isAssessment: Bool) {
    let isFinding = isAssessment && heedsAssessors
    killed.take(figure, of: claim, isFinding: isFinding)
    injured.take(figure, of: claim, isFinding: isFinding)
  }

  /// Counts a claim in play with its figures.
  @inlinable
  mutating func count(_ item: Evidence<Key>) {
    count(
      item.claim, publicDay: item.publicDay, grade: item.grade, isCertain: item.isCertain,
      signals: item.signals, origin: item.origin)
    guard item.isCertain else { return }
    for figure in item.figures { count(figure, of: item.claim, isAssessment: item.isAssessment) }
  }

  /// The grade that stands where there is room for one: see ``IncidentAssessment/shownGrade``.
  @inlinable public var shownGrade: Grade? { grade.grade ?? signals.decision.grade }

  /// Whether some claim behind a range gives a number as high as one.
  ///
  /// - Parameter number: Persons, killed or injured.
  /// - Returns: Whether the upper end, or without one the lower end, reaches it.
  @inlinable
  public func mayReach(_ number: Int) -> Bool {
    if let reach = killed.reach, reach >= number { return true }
    return injured.reach.map { $0 >= number } ?? false
  }

  /// What the claims come to.
  ///
  /// - Parameter name: From the key of a claim to what it is called in the result.
  /// - Returns: The assessment.
  @inlinable
  public func assessment<Other>(naming name: (Key) -> Other) -> IncidentAssessment<Other> {
    IncidentAssessment(
      killed: killed.range(name), injured: injured.range(name), grade: grade.finding(name),
      computed: signals.decision, claimCount: claimCount)
  }
}

/// Finds the grade of the latest assessments: undated ones count as the latest, for a published
/// finding whose day we do not know is still the one that stands.
@usableFromInline
struct GradeFinder<Key: Hashable & Sendable>: Sendable {
  @usableFromInline var grade: Grade?
  @usableFromInline var day = CivilDate.earliest
  @usableFromInline var claims = FewKeys<Key>()

  @inlinable init() {}

  @inlinable
  mutating func take(_ grade: Grade, on publicDay: CivilDate?, of claim: Key) {
    let day = publicDay ?? .latest
    if let known = self.grade {
      if day < self.day { return }
      if day == self.day {
        if grade == known { return claims.add(claim) }
        if known.decisionOrder < grade.decisionOrder { return }
      }
    }
    self.grade = grade
    self.day = day
    claims.become(claim)
  }

  @inlinable
  func finding<Other>(_ name: (Key) -> Other) -> GradeFinding<Other>? {
    grade.map { GradeFinding(grade: $0, claims: claims.named(name)) }
  }
}
