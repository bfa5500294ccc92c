/// What a claim does.
///
/// - Note: Source – our closed list over the claims of the 17 March 2017 strike and Airwars'
///   fields; docs/data-model.md shows each with its example.
public enum ClaimKind: String, Vocabulary {
  /// Reports deaths.
  case reportsDeaths = "reports-deaths"
  /// Reports injuries.
  case reportsInjuries = "reports-injuries"
  /// Reports casualties.
  case reportsCasualties = "reports-casualties"
  /// Reports bodies recovered.
  case reportsBodiesRecovered = "reports-bodies-recovered"
  /// Reports buried.
  case reportsBuried = "reports-buried"
  /// Reports damage.
  case reportsDamage = "reports-damage"
  /// Acknowledges strike.
  case acknowledgesStrike = "acknowledges-strike"
  /// Accepts harm.
  case acceptsHarm = "accepts-harm"
  /// Concedes figure.
  case concedesFigure = "concedes-figure"
  /// Attributes.
  case attributes
  /// States target.
  case statesTarget = "states-target"
  /// States tactic.
  case statesTactic = "states-tactic"
  /// Denies.
  case denies
  /// Disputes figure.
  case disputesFigure = "disputes-figure"
  /// Doubts.
  case doubts
  /// Revises.
  case revises
  /// Supersedes.
  case supersedes
  /// Retracts.
  case retracts
  /// Redacts.
  case redacts
  /// Opens inquiry.
  case opensInquiry = "opens-inquiry"
  /// Closes inquiry.
  case closesInquiry = "closes-inquiry"
  /// Assesses.
  case assesses
  /// States process.
  case statesProcess = "states-process"
  /// States policy.
  case statesPolicy = "states-policy"
  /// Expresses concern.
  case expressesConcern = "expresses-concern"
  /// Characterises.
  case characterises
  /// Context count.
  case contextCount = "context-count"
  /// Location match.
  case locationMatch = "location-match"

  /// The list's name in messages.
  public static let name = "claim kind"
  /// The list\'s codes as bytes.
  public static let table = CodeTable<Self>()
}

/// Whether a claim says that something is so, is not so, or is not known.
public enum Polarity: String, Vocabulary {
  /// Affirmed.
  case affirmed
  /// Denied.
  case denied
  /// Unknown.
  case unknown

  /// The list's name in messages.
  public static let name = "polarity"
  /// The list\'s codes as bytes.
  public static let table = CodeTable<Self>()
}

/// How firmly a claim is put.
public enum Modality: String, Vocabulary {
  /// Asserted.
  case asserted
  /// Alleged.
  case alleged
  /// Unconfirmed.
  case unconfirmed
  /// Provisional.
  case provisional

  /// The list's name in messages.
  public static let name = "modality"
  /// The list\'s codes as bytes.
  public static let table = CodeTable<Self>()
}

/// How near the claimant was to what is claimed.
public enum Hand: String, Vocabulary {
  /// First hand.
  case firstHand = "first-hand"
  /// Eyewitness.
  case eyewitness
  /// On site official.
  case onSiteOfficial = "on-site-official"
  /// Official at distance.
  case officialAtDistance = "official-at-distance"
  /// Institution.
  case institution
  /// Outlet voice.
  case outletVoice = "outlet-voice"
  /// Hearsay.
  case hearsay
  /// Unattributed.
  case unattributed

  /// The list's name in messages.
  public static let name = "hand"
  /// The list\'s codes as bytes.
  public static let table = CodeTable<Self>()
}

/// How one claim stands to another.
public enum ClaimEdgeKind: String, Vocabulary {
  /// Denies.
  case denies
  /// Disputes.
  case disputes
  /// Supports.
  case supports
  /// Part of.
  case partOf = "part-of"
  /// Contains.
  case contains
  /// Same origin as.
  case sameOriginAs = "same-origin-as"
  /// Copies.
  case copies
  /// Mutates.
  case mutates
  /// Supersedes.
  case supersedes
  /// Corrects.
  case corrects
  /// Translates.
  case translates
  /// Possibly same event.
  case possiblySameEvent = "possibly-same-event"
  /// Excludes.
  case excludes

  /// The list's name in messages.
  public static let name = "claim edge"
  /// The list\'s codes as bytes.
  public static let table = CodeTable<Self>()
}

/// Whether a link between records is sure or only possible.
public enum Certainty: String, Vocabulary {
  /// Certain.
  case certain
  /// Possible.
  case possible

  /// The list's name in messages.
  public static let name = "certainty"
  /// The list\'s codes as bytes.
  public static let table = CodeTable<Self>()
}
