/// Who a source is: whoever makes a claim or hands it on.
public enum SourceKind: String, Vocabulary {
  /// News agency.
  case newsAgency = "news-agency"
  /// Broadcaster.
  case broadcaster
  /// Newspaper.
  case newspaper
  /// News site.
  case newsSite = "news-site"
  /// Monitor.
  case monitor
  /// Dataset.
  case dataset
  /// Encyclopedia.
  case encyclopedia
  /// Government.
  case government
  /// Military.
  case military
  /// Armed group.
  case armedGroup = "armed-group"
  /// Police.
  case police
  /// Rescue service.
  case rescueService = "rescue-service"
  /// Health service.
  case healthService = "health-service"
  /// United nations.
  case unitedNations = "united-nations"
  /// Human rights organisation.
  case humanRightsOrganisation = "human-rights-organisation"
  /// A named person who speaks for an institution.
  case official
  /// An institution's speaker whose name is not given.
  case unnamedOfficial = "unnamed-official"
  /// Activist.
  case activist
  /// A private person, always under a pseudonym.
  case witness
  /// Several private persons speaking as one.
  case witnesses
  /// Nobody is named.
  case unattributed

  /// The list's name in messages.
  public static let name = "source kind"
  /// The list\'s codes as bytes.
  public static let table = CodeTable<Self>()
}

/// What sort of event an incident is.
public enum IncidentKind: String, Vocabulary {
  /// Airstrike.
  case airstrike
  /// Artillery.
  case artillery
  /// Mortar.
  case mortar
  /// Rocket.
  case rocket
  /// Drone.
  case drone
  /// Helicopter.
  case helicopter
  /// Shooting.
  case shooting
  /// Explosion.
  case explosion
  /// Battle.
  case battle
  /// Massacre.
  case massacre
  /// Mixed.
  case mixed
  /// State based.
  case stateBased = "state-based"
  /// Non state.
  case nonState = "non-state"
  /// One sided.
  case oneSided = "one-sided"
  /// Unknown.
  case unknown

  /// The list's name in messages.
  public static let name = "incident kind"
  /// The list\'s codes as bytes.
  public static let table = CodeTable<Self>()
}

/// How one incident stands to another: what belongs together is a hypothesis.
public enum IncidentLinkKind: String, Vocabulary {
  /// Possibly same event.
  case possiblySameEvent = "possibly-same-event"
  /// Part of.
  case partOf = "part-of"
  /// Conflated with.
  case conflatedWith = "conflated-with"

  /// The list's name in messages.
  public static let name = "incident link"
  /// The list\'s codes as bytes.
  public static let table = CodeTable<Self>()
}
