public import Records

/// One figure of a claim as every method sees it, or a claim without figures.
public struct ClaimReading: Hashable, Sendable {
  /// The claim.
  public let claim: ClaimID
  /// The figure in the claimant's unit; `nil` for a claim that gives none.
  public let quantity: Quantity?
  /// What it counts, where it counts people of the whole event.
  public let measure: Measure?
  /// Why no method counts it; `nil` where it depends on the method.
  public let leftOut: LeftOut?
  /// The claim's place in the testimony.
  let entry: Int
}

extension Measure {
  /// The measure of a figure of the whole event, or why it has none.
  ///
  /// Bodies recovered count as people killed. Families, households, houses and buildings never
  /// become persons; children, women and men are a part of the people. Persons beside the
  /// civilians of the same claim are the dead of all sides.
  static func reading(_ quantity: Quantity, of claim: borrowing Claim) -> Result<Measure, Left> {
    if quantity.minimum == nil && quantity.maximum == nil { return .failure(Left(.noNumber)) }
    switch quantity.scope {
    case .event: break
    case .areaPeriod: return .failure(Left(.areaPeriod))
    case .building, .part: return .failure(Left(.part))
    }
    if claim.quantities.givesCiviliansApart(from: quantity) {
      return quantity.status == .killed ? .success(.allKilled) : .failure(Left(.allSides))
    }
    return of(quantity)
  }

  /// The measure by unit and status alone, whatever the figure covers.
  static func of(_ quantity: Quantity) -> Result<Measure, Left> {
    let measure: Measure?
    switch quantity.unit {
    case .persons, .civilians: measure = people(quantity.status)
    case .bodies:
      switch quantity.status {
      case .killed, .recovered: measure = .killed
      case .buried: measure = .buried
      default: measure = nil
      }
    case .combatants:
      switch quantity.status {
      case .killed: measure = .combatantsKilled
      case .injured: measure = .combatantsInjured
      default: measure = nil
      }
    case .casualties: measure = .killedOrInjured
    default: return .failure(Left(.unit))
    }
    return measure.map(Result.success) ?? .failure(Left(.status))
  }

  private static func people(_ status: CasualtyStatus) -> Measure? {
    switch status {
    case .killed: .killed
    case .injured: .injured
    case .buried: .buried
    case .missing: .missing
    case .killedOrBuried: .killedOrBuried
    case .killedOrInjured: .killedOrInjured
    default: nil
    }
  }

  /// A reason as the failure of a result.
  struct Left: Error {
    let reason: Exclusion
    init(_ reason: Exclusion) { self.reason = reason }
  }
}
