public import Records

/// A warning about the claims, in the words of the field.
public enum SeriesAlarm: String, Hashable, Sendable, CaseIterable {
  /// A running total fell: the two counts cannot cover the same thing.
  case scopeSuspect = "scope-suspect"
}

/// Running totals of one family of counters about one event, in the order of the days they stood.
///
/// A family is one claimant, one body that several claimants speak for, or counts that edges of
/// succession or origin, sure or possible, tie together.
///
/// - Note: Source – docs/methodology.md, Series.
public struct CumulativeSeries: Hashable, Sendable {
  /// One total; claims that give the same total of one day share a step.
  public struct Step: Hashable, Sendable {
    /// The last day on which the total may have stood so.
    public let day: CivilDate
    /// The least that the count allows.
    public let minimum: Int
    /// The greatest, `nil` for open.
    public let maximum: Int?
    /// The claims that give it.
    public internal(set) var claims: [ClaimID]
  }

  /// Two steps of which the later is lower.
  public struct Fall: Hashable, Sendable {
    /// The highest step before.
    public let before: Step
    /// The lower one after it.
    public let after: Step
    /// What that means.
    public let alarm: SeriesAlarm
  }

  /// What is counted.
  public let measure: Measure
  /// The totals, at least two.
  public let steps: [Step]
  /// Every step below an earlier one, paired with the highest before it.
  public let falls: [Fall]

  /// The series among the claims, of every measure.
  static func all(in docket: Docket) -> [CumulativeSeries] {
    var counts: [Measure: [Count]] = [:]
    for reading in docket.readings {
      guard let measure = reading.measure, let quantity = reading.quantity, quantity.isCumulative,
        reading.leftOut == nil || reading.leftOut?.reason == .superseded,
        let minimum = quantity.minimum
      else { continue }
      let claim = docket.claim(of: reading)
      guard let day = quantity.asAt?.interval.end ?? claim.publicDay else { continue }
      counts[measure, default: []].append(
        Count(claim: claim, day: day, minimum: minimum, maximum: quantity.maximum))
    }
    return Measure.allCases.flatMap { measure in
      families(of: counts[measure] ?? [], sources: docket.inPlay.sources)
        .compactMap { CumulativeSeries(measure, $0) }
    }
  }

  private struct Count {
    let claim: Claim
    let day: CivilDate
    let minimum: Int
    let maximum: Int?
  }

  private init?(_ measure: Measure, _ counts: [Count]) {
    var steps: [Step] = []
    var places: [Step: Int] = [:]
    for count in counts.sorted(by: { ($0.day, $0.claim.id) < ($1.day, $1.claim.id) }) {
      let step = Step(
        day: count.day, minimum: count.minimum, maximum: count.maximum, claims: [])
      let place = places[step] ?? steps.count
      if place == steps.count {
        places[step] = place
        steps.append(step)
      }
      steps[place].claims.append(count.claim.id)
    }
    guard steps.count > 1 else { return nil }
    self.measure = measure
    self.steps = steps
    var falls: [Fall] = []
    var highest = steps[0]
    for step in steps.dropFirst() {
      if let most = step.maximum, most < highest.minimum, step.day > highest.day {
        falls.append(Fall(before: highest, after: step, alarm: .scopeSuspect))
      }
      if step.minimum > highest.minimum { highest = step }
    }
    self.falls = falls
  }

  private static func families(of counts: [Count], sources: [SourceID: Source]) -> [[Count]] {
    var sets = DisjointSets(count: counts.count)
    var bodies: [SourceID: Int] = [:]
    let places = Dictionary(
      zip(counts.map(\.claim.id), counts.indices), uniquingKeysWith: { first, _ in first })
    for (index, count) in counts.enumerated() {
      let claimant = count.claim.claimant
      for body in [claimant, sources[claimant]?.affiliation].compactMap({ $0 }) {
        if let other = bodies[body] { sets.join(index, other) } else { bodies[body] = index }
      }
      for edge in count.claim.edges where edge.kind.ties {
        if let other = places[edge.target] { sets.join(index, other) }
      }
    }
    return sets.sets().map { set in set.map { counts[$0] } }
  }
}

extension ClaimEdgeKind {
  /// Whether an edge ties two running totals into one family.
  fileprivate var ties: Bool { replacesTarget || OriginReason(self) != nil }
}
