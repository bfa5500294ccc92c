/// Takes records one by one as they are made and keeps of them what is wanted.
///
/// Bulk input hands a record over where it was made: to lay it into a list and take it out again
/// would count every text and list in it twice more, which is a good part of what a row costs.
public protocol RecordSink: Sendable {
  /// Makes an empty one.
  init()

  /// Makes an empty one with room for as much as another holds.
  ///
  /// - Parameter other: The model.
  init(roomOf other: Self)

  /// Whether nothing was taken yet.
  var isEmpty: Bool { get }

  /// Takes a source.
  ///
  /// - Parameter source: The record.
  /// - Throws: When the record cannot be kept.
  mutating func add(_ source: Source) throws

  /// Takes a place.
  ///
  /// - Parameter place: The record.
  /// - Throws: When the record cannot be kept.
  mutating func add(_ place: Place) throws

  /// Takes an incident.
  ///
  /// - Parameter incident: The record.
  /// - Throws: When the record cannot be kept.
  mutating func add(_ incident: Incident) throws

  /// Takes a claim.
  ///
  /// - Parameter claim: The record.
  /// - Throws: When the record cannot be kept.
  mutating func add(_ claim: Claim) throws
}

extension RecordSink {
  /// Takes all records of a batch, those that others refer to first.
  ///
  /// - Parameter batch: The records.
  /// - Throws: When one of them cannot be kept.
  public init(_ batch: RecordBatch) throws {
    self.init()
    for source in batch.sources { try add(source) }
    for place in batch.places { try add(place) }
    for incident in batch.incidents { try add(incident) }
    for claim in batch.claims { try add(claim) }
  }
}

extension RecordBatch: RecordSink {
  /// Makes an empty batch.
  public init() { self.init(sources: []) }

  /// Makes an empty batch with room for as many records as another has.
  ///
  /// - Parameter other: The model.
  public init(roomOf other: RecordBatch) {
    self.init()
    places.reserveCapacity(other.places.count)
    incidents.reserveCapacity(other.incidents.count)
    claims.reserveCapacity(other.claims.count)
  }

  /// Adds a source at the end.
  ///
  /// - Parameter source: The record.
  public mutating func add(_ source: Source) { sources.append(source) }

  /// Adds a place at the end.
  ///
  /// - Parameter place: The record.
  public mutating func add(_ place: Place) { places.append(place) }

  /// Adds an incident at the end.
  ///
  /// - Parameter incident: The record.
  public mutating func add(_ incident: Incident) { incidents.append(incident) }

  /// Adds a claim at the end.
  ///
  /// - Parameter claim: The record.
  public mutating func add(_ claim: Claim) { claims.append(claim) }
}
