/// Records that belong together: what a file holds, what one ledger entry stores.
public struct RecordBatch: Hashable, Sendable {
  /// The sources.
  public var sources: [Source]
  /// The places.
  public var places: [Place]
  /// The incidents.
  public var incidents: [Incident]
  /// The claims.
  public var claims: [Claim]

  /// Makes a batch.
  ///
  /// - Parameters:
  ///   - sources: The sources.
  ///   - places: The places.
  ///   - incidents: The incidents.
  ///   - claims: The claims.
  public init(
    sources: [Source] = [], places: [Place] = [], incidents: [Incident] = [],
    claims: [Claim] = []
  ) {
    self.sources = sources
    self.places = places
    self.incidents = incidents
    self.claims = claims
  }

  /// How many records of all kinds.
  public var count: Int { sources.count + places.count + incidents.count + claims.count }

  /// Whether there are none.
  public var isEmpty: Bool { count == 0 }
}
