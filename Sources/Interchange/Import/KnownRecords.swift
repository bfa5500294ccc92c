public import Records

/// What the ledger holds already, asked by identifier.
///
/// Readers use it twice: a reference may lead to a known record, and a row whose own record is
/// known is a duplicate.
public struct KnownRecords: Sendable {
  /// Whether a source is held.
  public var source: @Sendable (SourceID) -> Bool
  /// Whether a place is held.
  public var place: @Sendable (PlaceID) -> Bool
  /// Whether an incident is held.
  public var incident: @Sendable (IncidentID) -> Bool
  /// Whether a claim is held.
  public var claim: @Sendable (ClaimID) -> Bool

  /// Makes the view of a ledger.
  ///
  /// - Parameters:
  ///   - source: Whether a source is held.
  ///   - place: Whether a place is held.
  ///   - incident: Whether an incident is held.
  ///   - claim: Whether a claim is held.
  public init(
    source: @escaping @Sendable (SourceID) -> Bool,
    place: @escaping @Sendable (PlaceID) -> Bool,
    incident: @escaping @Sendable (IncidentID) -> Bool,
    claim: @escaping @Sendable (ClaimID) -> Bool
  ) {
    self.source = source
    self.place = place
    self.incident = incident
    self.claim = claim
  }

  /// The view of an empty ledger.
  public static let none = KnownRecords(
    source: { _ in false }, place: { _ in false }, incident: { _ in false },
    claim: { _ in false })

  /// The records of a batch as if a ledger held them.
  ///
  /// - Parameter batch: The records.
  public init(_ batch: RecordBatch) {
    let sources = Set(batch.sources.map(\.id))
    let places = Set(batch.places.map(\.id))
    let incidents = Set(batch.incidents.map(\.id))
    let claims = Set(batch.claims.map(\.id))
    self.init(
      source: { sources.contains($0) }, place: { places.contains($0) },
      incident: { incidents.contains($0) }, claim: { claims.contains($0) })
  }
}
