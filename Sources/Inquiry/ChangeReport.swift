public import Assessment
public import Records

/// Two states of the record to compare.
public enum ChangeSpan: Hashable, Sendable {
  /// What had been published by the end of two days.
  case published(from: CivilDate, to: CivilDate)
  /// What this ledger held at two moments, as of one day or with everything published.
  case recorded(from: Instant, to: Instant, asOf: CivilDate?)
}

/// A question for what changed.
public struct ChangeQuery: Hashable, Sendable {
  /// Which incidents: those that match in either state; its own dates are set by the span.
  public var incidents: IncidentQuery
  /// The two states.
  public var span: ChangeSpan

  /// Asks for changes.
  ///
  /// - Parameters:
  ///   - incidents: Which incidents.
  ///   - span: The two states.
  public init(_ incidents: IncidentQuery = IncidentQuery(), over span: ChangeSpan) {
    self.incidents = incidents
    self.span = span
  }
}

/// What changed about one incident.
public struct IncidentChange: Sendable {
  /// The incident.
  public let id: IncidentID
  /// A short name for people.
  public let title: String
  /// Ranges, grade, strike status and verdicts before and after, with the claims that moved them.
  public let change: AssessmentChange

  /// Makes a change.
  ///
  /// - Parameters:
  ///   - id: The incident.
  ///   - title: A short name for people.
  ///   - change: What changed.
  public init(id: IncidentID, title: String, change: AssessmentChange) {
    self.id = id
    self.title = title
    self.change = change
  }

  /// Whether a figure, a grade or a verdict is another, or the incident was first reported.
  public var isMoved: Bool { change.isFirstReport || !change.shifts.isEmpty }
}

/// What changed between two states of the record, and because of which claims.
public struct ChangeReport: Sendable {
  /// The incidents whose figures, grades or verdicts changed, or that were first reported, in the
  /// stable order.
  public let changes: [IncidentChange]
  /// The incidents about which claims came in that changed none of that.
  public let unmoved: [IncidentChange]
  /// The question answered.
  public let query: ChangeQuery
  /// The state of the data that answered: the later of the two.
  public let dataVersion: DataVersion

  /// Makes a report.
  ///
  /// - Parameters:
  ///   - changes: Every incident with claims that came in or went, in the stable order.
  ///   - query: The question answered.
  ///   - dataVersion: The state of the data that answered.
  public init(_ changes: [IncidentChange], query: ChangeQuery, dataVersion: DataVersion) {
    self.changes = changes.filter(\.isMoved)
    unmoved = changes.filter { !$0.isMoved && !$0.change.isEmpty }
    self.query = query
    self.dataVersion = dataVersion
  }
}
