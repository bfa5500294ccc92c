/// One hop of a claim's way to us.
public struct RelayHop: Hashable, Sendable {
  /// Who handed it on.
  public var outlet: SourceID
  /// When this hop was published.
  public var published: StatedTime?
  /// Where it can be read.
  public var url: String?
  /// Where a copy is kept.
  public var archiveURL: String?
  /// SHA-256 of the content that was read, in hexadecimal.
  public var contentHash: String?
  /// What this hop changed or left out, in our words.
  public var note: String?

  /// Makes a hop.
  ///
  /// - Parameters:
  ///   - outlet: Who handed it on.
  ///   - published: When this hop was published.
  ///   - url: Where it can be read.
  ///   - archiveURL: Where a copy is kept.
  ///   - contentHash: SHA-256 in hexadecimal.
  ///   - note: What this hop changed or left out.
  public init(
    outlet: SourceID, published: StatedTime? = nil, url: String? = nil,
    archiveURL: String? = nil, contentHash: String? = nil, note: String? = nil
  ) {
    self.outlet = outlet
    self.published = published
    self.url = url
    self.archiveURL = archiveURL
    self.contentHash = contentHash
    self.note = note
  }
}

/// A place that a claim's words may mean.
public struct PlaceCandidate: Hashable, Sendable {
  /// The place.
  public var place: PlaceID
  /// How sure that is.
  public var certainty: Certainty

  /// Makes a candidate.
  ///
  /// - Parameters:
  ///   - place: The place.
  ///   - certainty: How sure that is.
  public init(place: PlaceID, certainty: Certainty) {
    self.place = place
    self.certainty = certainty
  }
}

/// That a claim speaks of an incident.
public struct IncidentMembership: Hashable, Sendable {
  /// The incident.
  public var incident: IncidentID
  /// How sure that is.
  public var certainty: Certainty

  /// Makes a membership.
  ///
  /// - Parameters:
  ///   - incident: The incident.
  ///   - certainty: How sure that is.
  public init(incident: IncidentID, certainty: Certainty) {
    self.incident = incident
    self.certainty = certainty
  }
}

/// How a claim stands to another, seen from the claim that holds the edge.
public struct ClaimEdge: Hashable, Sendable {
  /// The kind of edge.
  public var kind: ClaimEdgeKind
  /// The other claim.
  public var target: ClaimID
  /// How sure it is that this claim is meant.
  public var certainty: Certainty
  /// Why, in our words.
  public var note: String?

  /// Makes an edge.
  ///
  /// - Parameters:
  ///   - kind: The kind of edge.
  ///   - target: The other claim.
  ///   - certainty: How sure it is that this claim is meant.
  ///   - note: Why, in our words.
  public init(
    kind: ClaimEdgeKind, target: ClaimID, certainty: Certainty = .certain, note: String? = nil
  ) {
    self.kind = kind
    self.target = target
    self.certainty = certainty
    self.note = note
  }
}
