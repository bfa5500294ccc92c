import Records

/// One event of a dataset that others code from reports, as its mapping understands it.
protocol DatasetEvent {
  /// A short name for people.
  var title: String { get }
  /// When it happened; `nil` when unknown.
  var eventTime: StatedTime? { get }
  /// How finely that is known.
  var timePrecision: DatePrecision { get }
  /// What sort of event it is.
  var kind: IncidentKind { get }
  /// What the dataset says, in our words.
  var statement: String { get }
  /// The figures, each with its unit.
  var quantities: [Quantity] { get }
  /// The place as the dataset has it.
  var placeAsStated: String? { get }
  /// Whom the dataset holds responsible.
  var attributedTo: [String] { get }
  /// What readers of the claim should know.
  var note: String? { get }

  /// Where it happened.
  func location(assertedBy claim: ClaimID) -> LocationCandidate
}

/// Turns events of a dataset into incidents, each with one claim by the dataset itself.
///
/// An event `7` of `ucdp` is the incident `ucdp-7`, its claim `ucdp-7-c`. The dataset's source goes
/// before the first of them.
struct DatasetEvents {
  private let known: KnownRecords
  private let source: Source
  private var isSourcePending: Bool

  /// Makes the records of a dataset's events.
  ///
  /// - Parameters:
  ///   - source: The dataset; its identifier begins those of its incidents.
  ///   - known: What the ledger holds already.
  init(of source: Source, known: KnownRecords) {
    self.source = source
    self.known = known
    isSourcePending = !known.source(source.id)
  }

  /// The identifiers of an event; `nil` for a text that cannot be part of one.
  func identifiers(of event: String) -> (incident: IncidentID, claim: ClaimID)? {
    guard let incident = IncidentID("\(source.id.text)-\(event)"),
      let claim = ClaimID("\(source.id.text)-\(event)-c")
    else { return nil }
    return (incident, claim)
  }

  /// Hands an event's records over, unless the ledger holds the incident.
  ///
  /// - Parameters:
  ///   - event: The event.
  ///   - id: Its identifier in the dataset.
  ///   - ids: Those of its records.
  ///   - fields: The cells that the claim keeps.
  ///   - sink: Where the records go.
  /// - Returns: Whether they are new.
  /// - Throws: What the sink throws.
  mutating func add(
    _ event: some DatasetEvent, id: String, as ids: (incident: IncidentID, claim: ClaimID),
    keeping fields: [ForeignField], to sink: inout some RecordSink
  ) throws -> ImportReport.Outcome {
    if known.incident(ids.incident) { return .duplicate }
    if isSourcePending {
      isSourcePending = false
      try sink.add(source)
    }
    let foreignID = ForeignID(source: source.id, id: id)
    try sink.add(
      Incident(
        id: ids.incident, title: event.title, time: event.eventTime,
        timePrecision: event.timePrecision, kind: event.kind,
        locations: [event.location(assertedBy: ids.claim)], foreignID: foreignID))
    try sink.add(
      Claim(
        id: ids.claim, claimant: source.id, kinds: [.reportsDeaths], hand: .institution,
        statement: event.statement, quantities: event.quantities,
        placeAsStated: event.placeAsStated, eventTime: event.eventTime,
        incidents: [IncidentMembership(incident: ids.incident, certainty: .certain)],
        attributedTo: event.attributedTo, foreignID: foreignID, foreignFields: fields,
        note: event.note))
    return .stored
  }
}
