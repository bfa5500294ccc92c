import Records

/// Our own view of the claims: which of them can be true together, and what they then leave open.
///
/// Each claim bounds a number; nothing is averaged and nobody is outvoted. A running total and the
/// count of a part are floors, and stay so when a later count replaces them. Claims only possibly
/// about the event bind nothing; each set says which of them it would allow.
///
/// - Note: Source – docs/methodology.md, Constraint view.
public struct ConstraintView: Hashable, Sendable {
  /// The sets for each measure that any claim bounds.
  public let measures: [Measure: ConsistentSets]

  /// The sets for a measure.
  ///
  /// - Parameter measure: What is counted; `all-killed` has none.
  public subscript(measure: Measure) -> ConsistentSets? { measures[measure] }

  init(_ docket: Docket) {
    var measures: [Measure: ConsistentSets] = [:]
    let combatants = Bounds(docket, on: .combatantsKilled).certain
    for measure in Measure.allCases where measure != .allKilled {
      let bounds = Bounds(docket, on: measure)
      guard !bounds.certain.isEmpty else { continue }
      measures[measure] = ConsistentSets(
        bounds, docket: docket, combatants: measure == .killed ? combatants : [])
    }
    self.measures = measures
  }

  /// The range over all sets: the lowest floor and the highest ceiling, `nil` where one has none.
  func range(of measure: Measure) -> ExplainedRange {
    guard let sets = measures[measure]?.sets, !sets.isEmpty else { return .unknown }
    var range = ExplainedRange()
    let floors = sets.compactMap(\.minimum)
    if floors.count == sets.count, let least = floors.min() {
      range.minimum = end(least, sets.filter { $0.minimum == least }.flatMap(\.floor).uniqued())
    }
    let ceilings = sets.compactMap(\.maximum)
    if ceilings.count == sets.count, let most = ceilings.max() {
      range.maximum = end(most, sets.filter { $0.maximum == most }.flatMap(\.ceiling).uniqued())
    }
    return range
  }

  private func end(_ value: Int, _ claims: [ClaimID]) -> ExplainedEnd {
    ExplainedEnd(
      value: value, isOpen: false, isApproximate: false, rule: .consistentSet, claims: claims,
      echoes: [])
  }
}

/// The bounds that the claims of a docket put on one measure.
struct Bounds {
  var certain: [ClaimBound] = []
  var possible: [ClaimBound] = []
  var leftOut: [ClaimID: LeftOut] = [:]
  let measure: Measure

  init(_ docket: Docket, on measure: Measure) {
    self.measure = measure
    var bounds: [ClaimBound] = []
    // The readings of one claim follow each other.
    for reading in docket.readings {
      guard let quantity = reading.quantity,
        let bound = ClaimBound(
          quantity, of: reading, on: measure,
          isAnySide: quantity.unit == .persons
            && docket.claim(of: reading).quantities.givesCivilians(quantity.status))
      else { continue }
      if bounds.last?.entry == bound.entry {
        bounds[bounds.count - 1].narrow(to: bound)
      } else {
        bounds.append(bound)
      }
    }
    var heard: Set<Int> = []
    for pass in [false, true] {
      for bound in bounds where docket.isEcho[bound.entry] == pass {
        let group = docket.groups[bound.entry]
        if pass, let group, heard.contains(group) {
          leftOut[bound.claim] = LeftOut(
            .echo, because: [docket.origins.groups[group].representative])
        } else if admit(bound, docket), let group {
          heard.insert(group)
        }
      }
    }
    certain.sort { $0.entry < $1.entry }
  }

  /// Takes a bound in, and says whether it binds.
  private mutating func admit(_ bound: ClaimBound, _ docket: Docket) -> Bool {
    let why = docket.reasons[bound.entry]
    if bound.minimum > bound.ceiling {
      leftOut[bound.claim] = LeftOut(.selfContradiction)
    } else if why?.reason == .possiblyAnotherEvent {
      leftOut[bound.claim] = why
      possible.append(bound)
    } else if let why, why.reason != .superseded || bound.maximum != nil {
      leftOut[bound.claim] = why
    } else {
      certain.append(bound)
      return true
    }
    return false
  }
}
