public import Assessment
public import Records

/// Everything known about one incident: the records themselves and what they come to.
public struct IncidentDossier: Sendable {
  /// The incident with its location candidates.
  public let incident: Incident
  /// The summary shown elsewhere.
  public let feature: IncidentFeature
  /// Every claim about it in play, by the day each became public, then by identifier.
  public let claims: [DossierClaim]
  /// Where each candidate is and what it is near, in the incident's order.
  public let locations: [DossierLocation]
  /// The sources named by those claims, by identifier.
  public let sources: [SourceID: Source]
  /// The range over every reported figure, beside a recorder's finding.
  public let reported: IncidentAssessment<ClaimID>
  /// The day asked about.
  public let asOf: CivilDate?
  /// The state of the data that answered.
  public let dataVersion: DataVersion
  /// Incidents joined to this one by a link, whichever of the two holds it.
  public let linkedIncidents: [IncidentID]

  /// Makes a dossier.
  ///
  /// - Parameters:
  ///   - incident: The incident.
  ///   - feature: The summary shown elsewhere.
  ///   - claims: Every claim about it in play.
  ///   - locations: Where each candidate is.
  ///   - sources: The sources named.
  ///   - reported: The range over every reported figure.
  ///   - asOf: The day asked about.
  ///   - dataVersion: The state of the data that answered.
  ///   - linkedIncidents: Incidents joined to this one, whichever of the two holds the link.
  public init(
    incident: Incident, feature: IncidentFeature, claims: [DossierClaim],
    locations: [DossierLocation], sources: [SourceID: Source],
    reported: IncidentAssessment<ClaimID>, asOf: CivilDate?, dataVersion: DataVersion,
    linkedIncidents: [IncidentID] = []
  ) {
    self.incident = incident
    self.feature = feature
    self.claims = claims
    self.locations = locations
    self.sources = sources
    self.reported = reported
    self.asOf = asOf
    self.dataVersion = dataVersion
    self.linkedIncidents = linkedIncidents
  }
}

/// A claim of a dossier with how surely it belongs there.
public struct DossierClaim: Sendable {
  /// The claim.
  public let claim: Claim
  /// How surely it speaks of the incident.
  public let certainty: Certainty

  /// Makes a claim of a dossier.
  ///
  /// - Parameters:
  ///   - claim: The claim.
  ///   - certainty: How surely it speaks of the incident.
  public init(claim: Claim, certainty: Certainty) {
    self.claim = claim
    self.certainty = certainty
  }
}

/// A location candidate of a dossier with what it is near.
public struct DossierLocation: Sendable {
  /// The candidate as recorded.
  public let candidate: LocationCandidate
  /// The name of the place it refers to, or that is nearest to its point.
  public let placeName: String?
  /// A point inside it and how far the truth may be from there; `nil` when not placed.
  public let point: RepresentativePoint?
  /// What it is near, for people: names with distance and bearing.
  public let nearby: [NearbyPlace]
  /// Why it has the area it has, for people, such as a quarter known only by its bank.
  public let basis: String

  /// Makes a location of a dossier.
  ///
  /// - Parameters:
  ///   - candidate: The candidate as recorded.
  ///   - placeName: The name of its place.
  ///   - point: A point inside it.
  ///   - nearby: What it is near.
  ///   - basis: Why it has the area it has.
  public init(
    candidate: LocationCandidate, placeName: String?, point: RepresentativePoint?,
    nearby: [NearbyPlace], basis: String
  ) {
    self.candidate = candidate
    self.placeName = placeName
    self.point = point
    self.nearby = nearby
    self.basis = basis
  }
}

/// A named place near a position.
public struct NearbyPlace: Hashable, Sendable {
  /// The place.
  public let id: PlaceID
  /// Its name.
  public let name: String
  /// Metres away.
  public let distanceMeters: Double
  /// Degrees clockwise from north, from the position to the place.
  public let bearingDegrees: Double

  /// Makes a nearby place.
  ///
  /// - Parameters:
  ///   - id: The place.
  ///   - name: Its name.
  ///   - distanceMeters: Metres away.
  ///   - bearingDegrees: Degrees clockwise from north.
  public init(id: PlaceID, name: String, distanceMeters: Double, bearingDegrees: Double) {
    self.id = id
    self.name = name
    self.distanceMeters = distanceMeters
    self.bearingDegrees = bearingDegrees
  }
}
