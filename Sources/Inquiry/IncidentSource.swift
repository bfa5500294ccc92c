public import Assessment
public import Gazetteer
public import Records

/// Whatever answers questions about incidents: the one seam under the services.
///
/// The embedded register conforms; a PostgreSQL store will. Answers are values, so a caller can
/// hold one while the data changes.
public protocol IncidentSource: Sendable {
  /// The state of the data now: asked before every answer, so a source has it at hand.
  ///
  /// - Returns: The ledger's head.
  /// - Throws: When the store cannot be read.
  func dataVersion() throws -> DataVersion

  /// One page of the incidents that match.
  ///
  /// - Parameter query: The question.
  /// - Returns: The page, with counts over the whole answer.
  /// - Throws: ``InquiryError`` for a place that has no area; the store's own errors.
  func page(_ query: IncidentQuery) async throws -> IncidentPage

  /// Everything about one incident.
  ///
  /// - Parameters:
  ///   - id: The incident.
  ///   - asOf: Only what had been published by then.
  ///   - asRecorded: Only what was held then.
  /// - Returns: `nil` when the incident is unknown.
  /// - Throws: When the store cannot be read.
  func dossier(
    _ id: IncidentID, asOf: CivilDate?, asRecorded: Instant?
  ) async throws -> IncidentDossier?

  /// A table of totals over the incidents that match.
  ///
  /// - Parameter query: The question.
  /// - Returns: The table, in which every match stands once.
  /// - Throws: ``InquiryError`` for a place that has no area, or for more incidents than the method
  ///   can explain; the store's own errors.
  func summary(_ query: SummaryQuery) async throws -> IncidentSummary

  /// One page of places.
  ///
  /// - Parameter query: The question.
  /// - Returns: The page in the order of identifiers.
  /// - Throws: When the store cannot be read.
  func places(_ query: PlaceQuery) async throws -> PlacePage

  /// One page of claims.
  ///
  /// - Parameter query: The question.
  /// - Returns: The page in the order of identifiers.
  /// - Throws: ``InquiryError`` for a place that has no area; the store's own errors.
  func claims(_ query: ClaimQuery) async throws -> ClaimPage

  /// One page of sources.
  ///
  /// - Parameter query: The question.
  /// - Returns: The page in the order of identifiers.
  /// - Throws: When the store cannot be read.
  func sources(_ query: SourceQuery) async throws -> SourcePage

  /// Every state of the data there has been.
  ///
  /// - Returns: One version for each entry, the first one first.
  /// - Throws: When the store cannot be read.
  func dataVersions() async throws -> [DataVersion]

  /// The places that a name may mean.
  ///
  /// - Parameter name: In any spelling or script.
  /// - Returns: One place, several, a name without a place, or nothing.
  /// - Throws: When the store cannot be read.
  func resolve(placeName name: String) async throws -> PlaceResolution
}

/// Why a question cannot be answered as it was put.
public enum InquiryError: Error, Hashable, Sendable {
  /// The place is unknown.
  case unknownPlace(PlaceID)
  /// The place has no area: its name is known, its place is not.
  case unlocatedPlace(PlaceID)
  /// The area is not an area, or not a valid one.
  case badArea(reason: String)
  /// A time before the first record.
  case beforeFirstRecord(Instant)
  /// A what-if that keeps no claim of the incident.
  case noClaimMatches(ClaimPattern, incident: IncidentID)
  /// A method that reads every claim was asked about too many incidents.
  case tooManyIncidents(matched: Int, limit: Int, method: Method)
}

extension InquiryError: CustomStringConvertible {
  /// One line: what, and what to do.
  public var description: String {
    switch self {
    case .unknownPlace(let id): "no place \(id): look it up with 'sijil places NAME'"
    case .unlocatedPlace(let id):
      "the name of \(id) is known but its place is not, so nothing can be asked about its area"
    case .badArea(let reason): "the area cannot be used: \(reason)"
    case .beforeFirstRecord(let instant): "nothing was recorded by \(instant)"
    case .noClaimMatches(let pattern, let incident):
      "no claim about \(incident) matches '\(pattern.text)': 'sijil show \(incident)' lists them"
    case .tooManyIncidents(let matched, let limit, let method):
      "\(matched) incidents match, and \(method.code) reads every claim of at most \(limit): ask "
        + "about a smaller area or time, or use airwars"
    }
  }
}
