public import Records

/// A way of turning claims into a result, named after whoever published it.
///
/// - Note: Source – docs/methodology.md gives each rule beside its publication.
public enum Method: String, Vocabulary {
  /// Airwars: a recorder's finding, else the lowest to the highest reported figure.
  case airwars
  /// Iraq Body Count: the lowest to the highest of exact totals; provisional below two origins.
  case ibc
  /// UCDP GED: lowest reliable, best and highest reliable.
  case ucdp
  /// ACLED: one number, the most conservative.
  case acled
  /// Ours: the sets of claims that can all be true together.
  case constraint

  /// The list's name in messages.
  public static let name = "method"
}

/// What a result counts: people in one state, civilians apart from combatants.
public enum Measure: String, Vocabulary {
  /// Civilians, persons or bodies killed.
  case killed
  /// Civilians or persons injured.
  case injured
  /// Buried under rubble, alive or dead.
  case buried
  /// Missing.
  case missing
  /// Killed or buried, not told apart: the sum of both.
  case killedOrBuried = "killed-or-buried"
  /// Killed or injured, not told apart: the sum of both.
  case killedOrInjured = "killed-or-injured"
  /// Combatants killed.
  case combatantsKilled = "combatants-killed"
  /// Combatants injured.
  case combatantsInjured = "combatants-injured"
  /// Killed on all sides together, as UCDP and ACLED count.
  case allKilled = "all-killed"

  /// The list's name in messages.
  public static let name = "measure"
}

/// One number of a result.
public enum RangePoint: String, Vocabulary {
  /// The lower end.
  case minimum = "min"
  /// The most likely number, where a method gives one.
  case best
  /// The upper end.
  case maximum = "max"

  /// The list's name in messages.
  public static let name = "end"
}
