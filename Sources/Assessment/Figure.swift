public import Records

/// The part of a claim's quantity that ranges are made of: numbers and codes without words.
public struct Figure: Hashable, Sendable {
  /// Below nought for none: millions of figures are kept, and an optional doubles a number.
  @usableFromInline let least: Int
  @usableFromInline let greatest: Int
  /// What is counted.
  public let unit: CountingUnit
  /// What happened to those counted.
  public let status: CasualtyStatus
  /// What the figure covers.
  public let scope: QuantityScope
  /// Whether it stands for a word, such as dozens: a bound, not a reported number.
  public let isWord: Bool
  /// Whether it counts all sides together, for its claim gives the civilians apart.
  public let isAllSides: Bool

  /// The numbers of a quantity.
  ///
  /// - Parameters:
  ///   - quantity: As a claim gives it.
  ///   - isAllSides: Whether its claim gives the civilians apart; see
  ///     ``givesCiviliansApart(from:)``.
  public init(_ quantity: Quantity, isAllSides: Bool) {
    least = quantity.minimum ?? -1
    greatest = quantity.maximum ?? -1
    unit = quantity.unit
    status = quantity.status
    scope = quantity.scope
    isWord = CountingWord(in: quantity) != nil
    self.isAllSides = isAllSides
  }

  /// Adds the figures that a claim affirms to others.
  ///
  /// - Parameters:
  ///   - claim: The claim; a denial adds none.
  ///   - figures: Where they are appended, in the claim's order.
  public static func append(of claim: borrowing Claim, to figures: inout [Figure]) {
    guard claim.polarity == .affirmed else { return }
    for quantity in claim.quantities {
      let isAllSides = claim.quantities.givesCiviliansApart(from: quantity)
      figures.append(Figure(quantity, isAllSides: isAllSides))
    }
  }

  /// The least number, where stated.
  @inlinable public var minimum: Int? { least < 0 ? nil : least }

  /// The greatest number, where stated.
  @inlinable public var maximum: Int? { greatest < 0 ? nil : greatest }

  /// Whether the figure counts people of the whole event in a state.
  ///
  /// Bodies recovered count as people killed. Families and buildings never become persons, and
  /// combatants stay apart from civilians: persons of a claim that gives its civilians apart are
  /// the dead of all sides.
  ///
  /// - Parameter wanted: Killed or injured.
  /// - Returns: Whether the figure may stand in that range.
  @inlinable
  public func countsPeople(as wanted: CasualtyStatus) -> Bool {
    guard scope == .event, !isAllSides else { return false }
    switch unit {
    case .persons, .civilians: return status == wanted
    case .bodies: return wanted == .killed && (status == .killed || status == .recovered)
    default: return false
    }
  }
}

extension [Quantity] {
  /// Whether a figure of persons is that of all sides, because another of the same claim gives the
  /// civilians of the event in the same state.
  ///
  /// - Parameter quantity: One of the claim's quantities.
  /// - Returns: Whether; only figures of the whole event are asked.
  /// - Complexity: O(*n*), *n* quantities of the claim.
  func givesCiviliansApart(from quantity: Quantity) -> Bool {
    count > 1 && quantity.unit == .persons && quantity.scope == .event
      && givesCivilians(quantity.status)
  }

  /// Whether a figure gives the civilians of the whole event in a state.
  func givesCivilians(_ status: CasualtyStatus) -> Bool {
    contains {
      $0.unit == .civilians && $0.scope == .event && $0.status == status
        && ($0.minimum != nil || $0.maximum != nil)
    }
  }
}
