/// A hypothesis that some claims speak of one event: bounded in place and time.
///
/// An incident has no figures of its own; they live on its claims.
///
/// - Note: Source – Standards for Casualty Recording v1.01, "incident".
public struct Incident: Hashable, Sendable, Identifiable {
  /// The record's identifier.
  public var id: IncidentID
  /// A short name for people.
  public var title: String
  /// When it happened.
  public var time: StatedTime?
  /// How finely that is known.
  public var timePrecision: DatePrecision
  /// What sort of event it is.
  public var kind: IncidentKind
  /// Where it may have happened, every candidate with the claim that asserts it.
  public var locations: [LocationCandidate]
  /// How it stands to other incidents.
  public var links: [IncidentLink]
  /// The identifier in the data set it came from.
  public var foreignID: ForeignID?
  /// Fields of that data set that have no place of their own here, kept as they were.
  public var foreignFields: [ForeignField]
  /// What a reader should know, in our words.
  public var note: String?

  /// Makes an incident.
  ///
  /// - Parameters:
  ///   - id: The record's identifier.
  ///   - title: A short name for people.
  ///   - time: When it happened.
  ///   - timePrecision: How finely that is known.
  ///   - kind: What sort of event it is.
  ///   - locations: Where it may have happened.
  ///   - links: How it stands to other incidents.
  ///   - foreignID: The identifier in the data set it came from.
  ///   - foreignFields: Fields kept from there.
  ///   - note: Free text in our words.
  public init(
    id: IncidentID, title: String, time: StatedTime?, timePrecision: DatePrecision = .day,
    kind: IncidentKind = .unknown, locations: [LocationCandidate] = [],
    links: [IncidentLink] = [], foreignID: ForeignID? = nil,
    foreignFields: [ForeignField] = [], note: String? = nil
  ) {
    self.id = id
    self.title = title
    self.time = time
    self.timePrecision = timePrecision
    self.kind = kind
    self.locations = locations
    self.links = links
    self.foreignID = foreignID
    self.foreignFields = foreignFields
    self.note = note
  }
}

/// How an incident stands to another.
public struct IncidentLink: Hashable, Sendable {
  /// The kind of link.
  public var kind: IncidentLinkKind
  /// The other incident.
  public var target: IncidentID
  /// Why, in our words.
  public var reason: String?

  /// Makes a link.
  ///
  /// - Parameters:
  ///   - kind: The kind of link.
  ///   - target: The other incident.
  ///   - reason: Why, in our words.
  public init(kind: IncidentLinkKind, target: IncidentID, reason: String? = nil) {
    self.kind = kind
    self.target = target
    self.reason = reason
  }
}

/// A record's identifier in the data set it came from; unique per data set.
public struct ForeignID: Hashable, Sendable {
  /// The data set's source record.
  public var source: SourceID
  /// The identifier there.
  public var id: String

  /// Makes a foreign identifier.
  ///
  /// - Parameters:
  ///   - source: The data set's source record.
  ///   - id: The identifier there.
  public init(source: SourceID, id: String) {
    self.source = source
    self.id = id
  }
}

/// A field kept from a foreign data set: name and text as they were.
public struct ForeignField: Hashable, Sendable {
  /// The column's name.
  public var name: String
  /// The cell's text.
  public var value: String

  /// Makes a foreign field.
  ///
  /// - Parameters:
  ///   - name: The column's name.
  ///   - value: The cell's text.
  public init(name: String, value: String) {
    self.name = name
    self.value = value
  }
}
