/// What a figure counts.
///
/// Figures in different units are never added or compared.
///
/// - Note: HURIDOCS Micro-thesauri list 7, counting units, is the model of keeping them apart.
public enum CountingUnit: String, Vocabulary {
  /// Persons.
  case persons
  /// Civilians.
  case civilians
  /// Combatants.
  case combatants
  /// Children.
  case children
  /// Women.
  case women
  /// Men.
  case men
  /// Bodies.
  case bodies
  /// Families.
  case families
  /// Households.
  case households
  /// Houses.
  case houses
  /// Buildings.
  case buildings
  /// Strikes.
  case strikes
  /// Attacks.
  case attacks
  /// Killed or injured, not told apart.
  case casualties

  /// The list's name in messages.
  public static let name = "unit"
  /// The list\'s codes as bytes.
  public static let table = CodeTable<Self>()
}

/// What happened to those counted.
public enum CasualtyStatus: String, Vocabulary {
  /// Killed.
  case killed
  /// Injured.
  case injured
  /// Buried.
  case buried
  /// Missing.
  case missing
  /// Killed or buried.
  case killedOrBuried = "killed-or-buried"
  /// Killed or injured.
  case killedOrInjured = "killed-or-injured"
  /// Trapped.
  case trapped
  /// Displaced.
  case displaced
  /// Present.
  case present
  /// Recovered.
  case recovered
  /// Rescued.
  case rescued
  /// Damaged.
  case damaged
  /// Destroyed.
  case destroyed
  /// Involved.
  case involved

  /// The list's name in messages.
  public static let name = "status"
  /// The list\'s codes as bytes.
  public static let table = CodeTable<Self>()
}

/// The bound that the claim's words put on a figure.
public enum Bound: String, Vocabulary {
  /// Exactly.
  case exactly
  /// At least.
  case atLeast = "at-least"
  /// More than.
  case moreThan = "more-than"
  /// Up to.
  case upTo = "up-to"
  /// About.
  case about
  /// Between.
  case between
  /// Unquantified.
  case unquantified

  /// The list's name in messages.
  public static let name = "bound"
  /// The list\'s codes as bytes.
  public static let table = CodeTable<Self>()
}

/// What a figure covers.
public enum QuantityScope: String, Vocabulary {
  /// The incident as a whole.
  case event
  /// One building of it.
  case building
  /// A part of it in time or space, so not its total.
  case part
  /// An area over a period: never enters one event's range.
  case areaPeriod = "area-period"

  /// The list's name in messages.
  public static let name = "scope"
  /// The list\'s codes as bytes.
  public static let table = CodeTable<Self>()
}
