/// How well civilian harm in an incident is established.
///
/// - Note: Source – Airwars, civilian harm status; the order of decision is ours.
public enum Grade: String, Vocabulary {
  /// A named belligerent accepted that it harmed civilians.
  case confirmed
  /// Two or more credible sources, and likely or known nearby action by a belligerent.
  case fair
  /// One source only.
  case weak
  /// Rival attributions.
  case contested
  /// Those killed were fighters, or another party very probably did it.
  case discounted

  /// The list's name in messages.
  public static let name = "grade"
  /// The list\'s codes as bytes.
  public static let table = CodeTable<Self>()
}

/// Whether the strike itself is admitted, kept apart from the harm.
///
/// - Note: Source – Airwars, strike status.
public enum StrikeStatus: String, Vocabulary {
  /// A belligerent declared the strike.
  case declared = "declared_strike"
  /// No declaration, but a strike is likely.
  case likely = "likely_strike"
  /// Sources disagree whether there was a strike.
  case contested = "contested_strike"
  /// Only one source speaks of it.
  case singleSource = "single_source_claim"

  /// The list's name in messages.
  public static let name = "strike status"
  /// The list\'s codes as bytes.
  public static let table = CodeTable<Self>()
}

/// What a belligerent says of an allegation against itself.
///
/// - Note: Source – Airwars and the coalition's monthly reports.
public enum BelligerentVerdict: String, Vocabulary {
  /// The belligerent finds harm more likely than not.
  case credible = "credible-substantiated"
  /// The belligerent finds too little to say so.
  case nonCredible = "non-credible-unsubstantiated"
  /// The belligerent has not decided.
  case notYetAssessed = "not-yet-assessed"
  /// The belligerent holds it for an allegation assessed already.
  case duplicate
  /// The assessment is shown as open.
  case open

  /// The list's name in messages.
  public static let name = "belligerent verdict"
  /// The list\'s codes as bytes.
  public static let table = CodeTable<Self>()
}

/// How far a source can be relied on.
///
/// - Note: Source – Admiralty scale, as in the MISP `admiralty-scale` taxonomy.
public enum SourceReliability: String, Vocabulary {
  /// Completely reliable.
  case completely = "A"
  /// Usually reliable.
  case usually = "B"
  /// Fairly reliable.
  case fairly = "C"
  /// Not usually reliable.
  case notUsually = "D"
  /// Unreliable.
  case unreliable = "E"
  /// Cannot be judged.
  case unjudged = "F"

  /// The list's name in messages.
  public static let name = "source reliability"
  /// The list\'s codes as bytes.
  public static let table = CodeTable<Self>()
}
