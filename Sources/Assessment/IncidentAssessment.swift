public import Records

/// What the claims about one incident come to on one date.
///
/// The rule of this first method: a recorder's finding, where one is known, gives the range;
/// otherwise it runs from the lowest to the highest figure reported for the event. Figures of
/// another scope, and of units that are not people, stay out; a running total leaves when its
/// successor is in. Nothing here reads a clock.
///
/// - Note: Source – Airwars' published method for a range; docs/methodology.md.
public struct IncidentAssessment<Key: Hashable & Sendable>: Sendable {
  /// Civilians, persons or bodies killed.
  public let killed: HarmRange<Key>
  /// Civilians or persons injured.
  public let injured: HarmRange<Key>
  /// The grade a recorder gave last, with the claims that gave it; `nil` when nobody graded.
  public let grade: GradeFinding<Key>?
  /// How many claims were in play.
  public let claimCount: Int

  /// Assesses the claims of one incident.
  ///
  /// - Parameters:
  ///   - evidence: Every claim linked to the incident, in any order.
  ///   - asOf: Only claims public by this day count; a claim without a date then does not.
  ///   - heedsAssessors: Whether a recorder's finding takes the place of the reports' range.
  /// - Complexity: O(*n*), *n* figures.
  public init(
    of evidence: some Sequence<Evidence<Key>>, asOf: CivilDate? = nil, heedsAssessors: Bool = true
  ) {
    let inPlay = evidence.filter { item in
      guard let asOf else { return true }
      return item.publicDay.map { $0 <= asOf } ?? false
    }
    let present = Set(inPlay.lazy.map(\.claim))
    let standing = inPlay.filter { !$0.supersededBy.contains(where: present.contains) }
    claimCount = inPlay.count
    killed = Self.range(of: standing, status: .killed, heedsAssessors: heedsAssessors)
    injured = Self.range(of: standing, status: .injured, heedsAssessors: heedsAssessors)
    grade = GradeFinding(latestIn: standing)
  }

  private static func range(
    of evidence: [Evidence<Key>], status: CasualtyStatus, heedsAssessors: Bool
  ) -> HarmRange<Key> {
    var assessed = RangeAccumulator<Key>(rules: (.assessorRange, .assessorRange))
    var reported = RangeAccumulator<Key>(rules: (.lowestReported, .highestReported))
    for item in evidence where item.isCertain {
      for figure in item.figures where figure.countsPeople(as: status) {
        if item.isAssessment && heedsAssessors { assessed.add(figure, of: item.claim) }
        reported.add(figure, of: item.claim)
      }
    }
    return assessed.isEmpty ? reported.range : assessed.range
  }
}

extension IncidentAssessment {
  init(
    killed: HarmRange<Key>, injured: HarmRange<Key>, grade: GradeFinding<Key>?, claimCount: Int
  ) {
    self.killed = killed
    self.injured = injured
    self.grade = grade
    self.claimCount = claimCount
  }

  /// The same assessment with its claims named in another way.
  ///
  /// - Parameter transform: From one key to another.
  /// - Returns: The assessment with the other keys.
  public func mapClaims<Other: Hashable & Sendable>(
    _ transform: (Key) -> Other
  ) -> IncidentAssessment<Other> {
    IncidentAssessment<Other>(
      killed: killed.mapClaims(transform), injured: injured.mapClaims(transform),
      grade: grade?.mapClaims(transform), claimCount: claimCount)
  }
}

/// Collects the lowest and the highest figure and who gave them.
private struct RangeAccumulator<Key: Hashable & Sendable> {
  let rules: (low: RangeRule, high: RangeRule)
  private var low: RangeEnd<Key>?
  private var high: RangeEnd<Key>?

  init(rules: (low: RangeRule, high: RangeRule)) { self.rules = rules }

  var isEmpty: Bool { low == nil && high == nil }

  var range: HarmRange<Key> { HarmRange(minimum: low, maximum: high) }

  mutating func add(_ figure: Figure, of claim: Key) {
    if let least = figure.minimum {
      let end = RangeEnd(value: least, claims: [claim], rule: rules.low)
      low = low.map { $0.value < least ? $0 : $0.value == least ? $0.joined(by: end) : end } ?? end
    }
    if let most = figure.maximum ?? figure.minimum {
      let end = RangeEnd(
        value: most, claims: [claim], rule: rules.high, isOpen: figure.maximum == nil)
      high = high.map { $0.value > most ? $0 : $0.value == most ? $0.joined(by: end) : end } ?? end
    }
  }
}

extension RangeEnd {
  /// The end with the claims of another end of the same number.
  fileprivate func joined(by other: RangeEnd) -> RangeEnd {
    RangeEnd(
      value: value, claims: claims + other.claims.filter { !claims.contains($0) }, rule: rule,
      isOpen: isOpen || other.isOpen)
  }
}

/// A grade and the claims that gave it.
public struct GradeFinding<Key: Hashable & Sendable>: Hashable, Sendable {
  /// The grade.
  public let grade: Grade
  /// The claims that gave it, never none.
  public let claims: [Key]

  /// Makes a finding.
  ///
  /// - Parameters:
  ///   - grade: The grade.
  ///   - claims: The claims that gave it.
  public init(grade: Grade, claims: [Key]) {
    self.grade = grade
    self.claims = claims
  }

  /// The grade of the latest assessments: undated ones count as the latest, for a published
  /// finding whose day we do not know is still the one that stands.
  init?(latestIn evidence: [Evidence<Key>]) {
    let graded = evidence.filter { $0.grade != nil && $0.isCertain }
    guard let last = graded.map({ $0.publicDay ?? .latest }).max() else { return nil }
    let latest = graded.filter { ($0.publicDay ?? .latest) == last }
    guard let grade = latest.compactMap(\.grade).min(by: { $0.decisionOrder < $1.decisionOrder })
    else { return nil }
    self.init(grade: grade, claims: latest.filter { $0.grade == grade }.map(\.claim))
  }

  /// The same finding with its claims named in another way.
  ///
  /// - Parameter transform: From one key to another.
  /// - Returns: The finding with the other keys.
  public func mapClaims<Other: Hashable & Sendable>(
    _ transform: (Key) -> Other
  ) -> GradeFinding<Other> {
    GradeFinding<Other>(grade: grade, claims: claims.map(transform))
  }
}

extension Grade {
  /// Which grade decides where several are given on one day: the first in this order.
  ///
  /// - Note: Source – our order over Airwars' criteria, docs/methodology.md.
  public var decisionOrder: Int {
    switch self {
    case .discounted: 0
    case .confirmed: 1
    case .contested: 2
    case .fair: 3
    case .weak: 4
    }
  }
}
