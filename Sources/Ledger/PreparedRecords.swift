public import Records

/// Records ready to be stored: all of storing that needs no database.
///
/// Making them takes about as long as writing them, so a bulk import makes the next batch on one
/// core while the last is written on another.
public struct PreparedRecords: RecordSink {
  private(set) var sources: [Source] = []
  private(set) var places: [Place] = []
  private(set) var incidents: PreparedRows
  private(set) var claims: PreparedRows
  /// The incident added last, while the claim that asserts where it was may follow.
  private var lead: Lead?

  /// An incident that hangs on one claim alone.
  private struct Lead {
    let incident: IncidentID
    /// The claim that asserts its location; `nil` when it has none.
    let asserter: ClaimID?
    let point: LayerPoint?
  }

  /// Makes an empty batch.
  public init() {
    incidents = PreparedRows(.incident)
    claims = PreparedRows(.claim)
  }

  /// Makes an empty batch with room for as much as another holds.
  ///
  /// - Parameter other: The model.
  public init(roomOf other: PreparedRecords) {
    incidents = PreparedRows(roomOf: other.incidents)
    claims = PreparedRows(roomOf: other.claims)
  }

  /// Whether there are no records.
  public var isEmpty: Bool {
    sources.isEmpty && places.isEmpty && incidents.count == 0 && claims.count == 0
  }

  /// Takes a source.
  ///
  /// - Parameter source: The record.
  public mutating func add(_ source: Source) { sources.append(source) }

  /// Takes a place.
  ///
  /// - Parameter place: The record.
  public mutating func add(_ place: Place) { places.append(place) }

  /// Encodes and hashes an incident.
  ///
  /// - Parameter incident: The record.
  /// - Throws: ``LedgerError/unreadableRecord(_:id:_:)`` when it has no canonical form.
  public mutating func add(_ incident: Incident) throws(LedgerError) {
    lead = Self.lead(incident)
    try incidents.add(
      incident, at: lead?.point, isReady: lead.map { $0.asserter == nil } ?? false)
  }

  /// Encodes and hashes a claim.
  ///
  /// - Parameter claim: The record.
  /// - Throws: ``LedgerError/unreadableRecord(_:id:_:)`` when it has no canonical form.
  public mutating func add(_ claim: Claim) throws(LedgerError) {
    guard let lead, claim.incidents.count == 1, claim.incidents[0].incident == lead.incident,
      lead.asserter ?? claim.id == claim.id, claim.placeCandidates.isEmpty
    else { return try claims.add(claim, at: nil, isReady: false) }
    self.lead = nil
    incidents.makeLastReady()
    try claims.add(claim, at: lead.point, isReady: true)
  }

  /// What a claim that follows needs to know; `nil` for an incident that hangs on more.
  private static func lead(_ incident: Incident) -> Lead? {
    guard let candidate = incident.locations.first else {
      return Lead(incident: incident.id, asserter: nil, point: nil)
    }
    guard incident.locations.count == 1 else { return nil }
    let point: LayerPoint?
    switch candidate.extent {
    case .disc(let center, let radius):
      point = LayerPoint(position: center, radiusMeters: radius, scale: candidate.scale)
    case nil: point = nil
    case .place: return nil
    }
    return Lead(incident: incident.id, asserter: candidate.assertedBy, point: point)
  }
}
