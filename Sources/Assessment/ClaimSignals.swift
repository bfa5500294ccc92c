/// What a computed grade needs of one claim, in 32 bits.
///
/// Twelve yes-or-no facts, whether several parties are blamed, and the slot of the first party
/// blamed. Computed once per claim, so that a million incidents can be graded from a column; the
/// explained grade is computed from the same bits.
public struct ClaimSignals: OptionSet, Hashable, Sendable {
  /// The bits.
  public let rawValue: UInt32

  /// Makes signals of bits.
  ///
  /// - Parameter rawValue: The bits.
  @inlinable public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Reports that people who are not fighters were killed, injured or buried in the event.
  public static let reportsHarm = ClaimSignals(rawValue: 1 << 0)
  /// Comes from a source that can be named or asked and that takes no part in the fighting.
  public static let isCredible = ClaimSignals(rawValue: 1 << 1)
  /// Is a recorder's finding: it gathers what others report.
  public static let isFinding = ClaimSignals(rawValue: 1 << 2)
  /// Says of the claimant's own side that it struck.
  public static let acknowledgesStrike = ClaimSignals(rawValue: 1 << 3)
  /// Accepts that the claimant's own side harmed civilians.
  public static let acceptsHarm = ClaimSignals(rawValue: 1 << 4)
  /// Concedes a figure above nought.
  public static let concedesFigure = ClaimSignals(rawValue: 1 << 5)
  /// Is a belligerent's verdict that the harm is credible.
  public static let findsCredible = ClaimSignals(rawValue: 1 << 6)
  /// Is an assessment that counts fighters and no civilians among the dead.
  public static let findsOnlyFighters = ClaimSignals(rawValue: 1 << 7)
  /// Is an assessment that discounts the incident.
  public static let discounts = ClaimSignals(rawValue: 1 << 8)
  /// Denies or doubts, and says nothing else first.
  public static let denies = ClaimSignals(rawValue: 1 << 9)
  /// Counts only an area over a period.
  public static let countsArea = ClaimSignals(rawValue: 1 << 10)
  /// Takes back what it replaces.
  public static let retracts = ClaimSignals(rawValue: 1 << 11)
  /// Blames more than one known party.
  public static let blamesSeveral = ClaimSignals(rawValue: 1 << 12)

  /// Any of the three ways in which a belligerent accepts harm.
  public static let accepts: ClaimSignals = [.acceptsHarm, .concedesFigure, .findsCredible]

  /// How far the party's slot is shifted.
  @usableFromInline static let slotShift: UInt32 = 13

  /// The greatest slot; parties beyond it share it and are taken as one.
  public static let greatestSlot = 1 << (32 - 13) - 1

  /// The slot of the first party blamed; 0 when nobody known is blamed.
  @inlinable public var party: Int { Int(rawValue >> Self.slotShift) }

  /// The same signals with a party blamed.
  ///
  /// - Parameter slot: From 1; greater ones than ``greatestSlot`` are taken as that.
  /// - Returns: The signals.
  @inlinable public func blaming(_ slot: Int) -> ClaimSignals {
    let facts = rawValue & (1 << Self.slotShift - 1)
    let kept = UInt32(min(max(slot, 0), Self.greatestSlot))
    return ClaimSignals(rawValue: facts | kept << Self.slotShift)
  }
}

/// Gives every party that claims blame a small number, from 1, in the order they are met.
public struct PartySlots: Sendable {
  private var slots: [String: Int] = [:]

  /// Makes an empty table.
  public init() {}

  /// The number of a party.
  ///
  /// - Parameter name: As named.
  /// - Returns: The same number for the same name.
  public mutating func slot(of name: String) -> Int {
    if let known = slots[name] { return known }
    let slot = slots.count + 1
    slots[name] = slot
    return slot
  }
}
