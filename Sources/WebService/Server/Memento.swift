import Inquiry
import Records

/// The state of the register that a request asks for, and what its answer says about that.
///
/// `as-recorded` names a past state; `Accept-Datetime` asks for one without naming it, and the
/// answer then says under which URL that state stays. A request that names a state is not
/// negotiated.
///
/// - Note: Source – RFC 7089 §2, §4.1.2 and §4.2.1; OGC API Features, Versioned Features (draft).
struct Memento: Sendable {
  static let negotiation = "Accept-Datetime"
  private static let parameter = AsRecordedParameter.declaration.name

  /// The query with the state that was asked for.
  let query: QueryString
  /// The moment that decides the state; `nil` for the present one.
  let moment: Instant?
  /// Whether the header asked for it.
  let isNegotiated: Bool

  /// Reads what is asked for.
  ///
  /// - Parameters:
  ///   - query: The query as sent.
  ///   - field: `Accept-Datetime`.
  ///   - endpoint: One without past states heeds neither.
  /// - Throws: For a field or value that is no moment.
  init(_ query: QueryString, accepting field: String?, at endpoint: Endpoint) throws(ParameterFault)
  {
    guard endpoint.hasPastStates else {
      self.init(query, nil, isNegotiated: false)
      return
    }
    if let text = query[Self.parameter] {
      self.init(query, AsRecordedParameter.parse(text), isNegotiated: false)
    } else if let field {
      guard let moment = HTTPDate.parse(field) else {
        throw .badValue(
          parameter: Self.negotiation, value: field,
          wanted: "a date as HTTP writes it, such as Thu, 01 Jan 2026 00:00:00 GMT")
      }
      self.init(
        query.setting(Self.parameter, to: moment.description), moment, isNegotiated: true)
    } else {
      self.init(query, nil, isNegotiated: false)
    }
  }

  private init(_ query: QueryString, _ moment: Instant?, isNegotiated: Bool) {
    self.query = query
    self.moment = moment
    self.isNegotiated = isNegotiated
  }

  /// What the answer says of its state.
  struct Statement: Sendable {
    var headers: [HeaderField] = []
    var links: [Link] = []
    /// Whether nothing written later can change the answer.
    var isFinal = false
  }

  /// What the answer to a request says of its state.
  ///
  /// - Parameters:
  ///   - request: With the query of this memento.
  ///   - head: The present state.
  /// - Returns: Nothing for the present state, which is the original itself.
  /// - Throws: What the source throws.
  func statement(
    for request: EndpointRequest, head: DataVersion
  ) async throws -> Statement {
    guard let moment else { return Statement() }
    let versions = try await request.answering.ask { try await $0.dataVersions() }
    let version = versions.last { $0.recordedAt.map { $0 <= moment } ?? false }
    var statement = Statement()
    if let recordedAt = version?.recordedAt {
      statement.headers.append(HeaderField("Memento-Datetime", HTTPDate.text(recordedAt)))
    }
    if isNegotiated { statement.headers.append(HeaderField("Content-Location", request.selfURL)) }
    let original = request.url(request.path) + request.query.removing(Self.parameter).text
    statement.links = [
      Link(original, rel: "original timegate", type: request.mediaType),
      Link(request.url("/versions"), rel: "timemap", type: .json),
    ]
    statement.isFinal = head.recordedAt.map { moment < $0 } ?? false
    return statement
  }
}

extension Endpoint {
  /// Whether it answers for past states of the register.
  var hasPastStates: Bool {
    parameters.contains { $0.name == AsRecordedParameter.declaration.name }
  }
}
