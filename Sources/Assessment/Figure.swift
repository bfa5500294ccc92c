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

  /// The numbers of a quantity.
  ///
  /// - Parameter quantity: As a claim gives it.
  public init(_ quantity: Quantity) {
    least = quantity.minimum ?? -1
    greatest = quantity.maximum ?? -1
    unit = quantity.unit
    status = quantity.status
    scope = quantity.scope
    isWord = CountingWord(in: quantity) != nil
  }

  /// The least number, where stated.
  @inlinable public var minimum: Int? { least < 0 ? nil : least }

  /// The greatest number, where stated.
  @inlinable public var maximum: Int? { greatest < 0 ? nil : greatest }

  /// Whether the figure counts people of the whole event in a state.
  ///
  /// Bodies recovered count as people killed. Families and buildings never become persons, and
  /// combatants stay apart from civilians.
  ///
  /// - Parameter wanted: Killed or injured.
  /// - Returns: Whether the figure may stand in that range.
  @inlinable
  public func countsPeople(as wanted: CasualtyStatus) -> Bool {
    guard scope == .event else { return false }
    switch unit {
    case .persons, .civilians: return status == wanted
    case .bodies: return wanted == .killed && (status == .killed || status == .recovered)
    default: return false
    }
  }
}
