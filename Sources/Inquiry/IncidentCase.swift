public import Assessment
public import Records

/// The claims about one incident, as far as a question lets them in, and the incidents beside it:
/// what every explained answer is made from.
public struct IncidentCase: Sendable {
  /// A claim set narrowed by choice, and how far.
  public struct WhatIf: Hashable, Sendable {
    /// Which claims were kept.
    public let pattern: ClaimPattern
    /// How many claims about the incident that left.
    public let keptCount: Int
    /// How many there are.
    public let claimCount: Int
  }

  /// Another incident that holds a link to this one or is the target of one.
  public struct Neighbour: Sendable {
    /// The incident.
    public let incident: Incident
    /// Its claims, narrowed as those of the case.
    public let testimony: Testimony

    /// Makes a neighbour.
    ///
    /// - Parameters:
    ///   - incident: The incident.
    ///   - testimony: Its claims.
    public init(incident: Incident, testimony: Testimony) {
      self.incident = incident
      self.testimony = testimony
    }
  }

  /// The incident as of the day asked about, with the claims that were chosen.
  public let dossier: IncidentDossier
  /// The chosen claims of any day, undated ones too.
  public let testimony: Testimony
  /// How the claims were chosen; `nil` for all of them.
  public let whatIf: WhatIf?
  /// Incidents joined to this one by a link.
  public let neighbours: [Neighbour]

  /// The incident.
  public var incident: Incident { dossier.incident }
  /// The day asked about.
  public var asOf: CivilDate? { dossier.asOf }
  /// The chosen claims that were public by the day asked about.
  public var inPlay: Testimony { testimony.published(by: asOf) }
  /// Whether no chosen claim was public by the day asked about.
  public var isNotYetReported: Bool { dossier.claims.isEmpty }
  /// How many of the chosen claims have no date and so are left out as of a day.
  public var undatedCount: Int {
    asOf == nil ? 0 : testimony.entries.count { $0.claim.publicDay == nil }
  }

  /// Makes a case.
  ///
  /// - Parameters:
  ///   - dossier: The incident as of the day asked about, with all its claims of that day.
  ///   - testimony: Every claim about it.
  ///   - neighbours: Incidents joined to it, with all their claims.
  ///   - pattern: Which claims to keep; `nil` for all.
  /// - Throws: ``InquiryError/noClaimMatches(_:incident:)`` for a pattern that keeps none.
  public init(
    dossier: IncidentDossier, testimony: Testimony, neighbours: [Neighbour] = [],
    keeping pattern: ClaimPattern? = nil
  ) throws(InquiryError) {
    guard let pattern else {
      self.dossier = dossier
      self.testimony = testimony
      self.neighbours = neighbours
      whatIf = nil
      return
    }
    let kept = testimony.selecting { pattern.matches($0.id) }
    guard !kept.entries.isEmpty else {
      throw .noClaimMatches(pattern, incident: dossier.incident.id)
    }
    self.dossier = dossier.keeping(pattern)
    self.testimony = kept
    self.neighbours = neighbours.map { neighbour in
      Neighbour(
        incident: neighbour.incident,
        testimony: neighbour.testimony.selecting { pattern.matches($0.id) })
    }
    whatIf = WhatIf(
      pattern: pattern, keptCount: kept.entries.count, claimCount: testimony.entries.count)
  }
}

extension IncidentSource {
  /// The claims about one incident for an explained answer.
  ///
  /// - Parameters:
  ///   - id: The incident.
  ///   - asOf: Only what had been published by then; the testimony holds later claims too.
  ///   - asRecorded: Only what was held then.
  ///   - pattern: As if only these claims existed.
  ///   - withNeighbours: Whether linked incidents are fetched.
  /// - Returns: `nil` when the incident is unknown.
  /// - Throws: ``InquiryError/noClaimMatches(_:incident:)``; the store's own errors.
  public func incidentCase(
    _ id: IncidentID, asOf: CivilDate? = nil, asRecorded: Instant? = nil,
    keeping pattern: ClaimPattern? = nil, withNeighbours: Bool = true
  ) async throws -> IncidentCase? {
    guard let whole = try await dossier(id, asOf: nil, asRecorded: asRecorded) else { return nil }
    var dated = whole
    if let asOf {
      guard let dossier = try await dossier(id, asOf: asOf, asRecorded: asRecorded) else {
        return nil
      }
      dated = dossier
    }
    var neighbours: [IncidentCase.Neighbour] = []
    for linked in whole.linkedIncidents where withNeighbours {
      if let other = try await dossier(linked, asOf: nil, asRecorded: asRecorded) {
        neighbours.append(
          IncidentCase.Neighbour(incident: other.incident, testimony: other.testimony))
      }
    }
    return try IncidentCase(
      dossier: dated, testimony: whole.testimony, neighbours: neighbours, keeping: pattern)
  }
}
