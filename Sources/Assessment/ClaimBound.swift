public import Records

/// What one claim says of a number *N*, the people harmed by the whole event: least ≤ *N* ≤ greatest.
public struct ClaimBound: Hashable, Sendable {
  /// The claim.
  public let claim: ClaimID
  /// The least that the claim allows.
  public internal(set) var minimum: Int
  /// The greatest that the claim allows; `nil` for no ceiling.
  public internal(set) var maximum: Int?
  /// Whether the least counts bodies, among which there may be combatants.
  public internal(set) var countsBodies: Bool
  /// Whether an end rests on a number that the claimant called approximate.
  public internal(set) var isApproximate: Bool

  /// The claim's place in the testimony.
  let entry: Int

  /// The greatest, for comparing: no ceiling is above every number.
  var ceiling: Int { maximum ?? .max }

  mutating func narrow(to other: ClaimBound) {
    if other.minimum > minimum {
      minimum = other.minimum
      countsBodies = other.countsBodies
      isApproximate = other.isApproximate
    }
    if other.ceiling < ceiling {
      maximum = other.maximum
      isApproximate = isApproximate || other.isApproximate
    }
  }
}

extension ClaimBound {
  /// The bound that one figure puts on a measure; `nil` when it says nothing of it.
  ///
  /// A running total, a part, a building and a group of the people (children, women, men) put only
  /// a floor. A sum of two states has each as its floor, and caps each. Persons beside civilians
  /// may be of any side, so they cap the civilians and put no floor.
  init?(
    _ quantity: Quantity, of reading: ClaimReading, on measure: Measure, isAnySide: Bool = false
  ) {
    guard quantity.scope != .areaPeriod,
      let counted = Measure.bounded(by: quantity),
      quantity.minimum != nil || quantity.maximum != nil
    else { return nil }
    let isWhole = quantity.scope == .event && !counted.isGroup
    var minimum = isAnySide ? nil : quantity.minimum
    var maximum = isWhole && !quantity.isCumulative ? quantity.maximum : nil
    if counted.measure != measure {
      if !measure.parts.contains(counted.measure) { minimum = nil }
      if !counted.measure.parts.contains(measure) { maximum = nil }
    }
    guard (minimum ?? 0) > 0 || maximum != nil else { return nil }
    claim = reading.claim
    entry = reading.entry
    self.minimum = minimum ?? 0
    self.maximum = maximum
    countsBodies = quantity.unit == .bodies
    isApproximate = quantity.bound == .about
  }
}

extension Measure {
  /// The states whose sum this measure is.
  var parts: [Measure] {
    switch self {
    case .killedOrBuried: [.killed, .buried]
    case .killedOrInjured: [.killed, .injured]
    default: []
    }
  }

  /// The measure that a figure bounds, whatever part of the event it covers.
  static func bounded(by quantity: Quantity) -> (measure: Measure, isGroup: Bool)? {
    if case .success(let measure) = of(quantity) { return (measure, false) }
    switch (quantity.unit, quantity.status) {
    case (.children, .killed), (.women, .killed), (.men, .killed): return (.killed, true)
    case (.children, .injured), (.women, .injured), (.men, .injured): return (.injured, true)
    default: return nil
    }
  }
}
