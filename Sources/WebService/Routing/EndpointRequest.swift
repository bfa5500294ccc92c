import Inquiry
import Records

/// A request that has passed every general check.
struct EndpointRequest: Sendable {
  /// The segments that the path template captures.
  let captures: [String: String]
  let query: QueryString
  /// The path as linked to, without a trailing slash.
  let path: String
  /// The leading product of `User-Agent`, in lower case.
  let agent: String?
  let answering: AnsweringContext

  /// The value of a parameter, when given.
  func value<Parameter: RequestParameter>(
    of parameter: Parameter.Type
  ) throws(ParameterFault) -> Parameter.Value? {
    let name = Parameter.declaration.name
    guard let text = query[name] else { return nil }
    guard let value = Parameter.parse(text) else {
      throw .badValue(parameter: name, value: text, wanted: Parameter.declaration.wanted)
    }
    return value
  }

  /// A captured identifier; one outside the rules names nothing.
  func identifier<Record>(
    _ capture: String, kind: String
  ) throws(RequestFault) -> Identifier<Record> {
    let text = captures[capture] ?? ""
    guard let id = Identifier<Record>(text) else { throw .noSuchItem(kind: kind, id: text) }
    return id
  }

  /// The address of a path of this service.
  func url(_ path: String) -> String { answering.publicURL.text + path }

  /// The address of this very request.
  var selfURL: String { url(path) + query.text }
}

/// What every endpoint answers from.
struct AnsweringContext: Sendable {
  let source: any IncidentSource
  let configuration: ServiceConfiguration
  let publicURL: PublicURL
  let extents = ExtentCache()

  init(
    source: any IncidentSource, configuration: ServiceConfiguration, publicURL: PublicURL
  ) {
    self.source = source
    self.configuration = configuration
    self.publicURL = publicURL
  }

  /// Puts a question to the source, for as long as the limit allows.
  func ask<Result: Sendable>(
    _ question: @escaping @Sendable (any IncidentSource) async throws -> Result
  ) async throws -> Result {
    let source = source
    return try await withDeadline(configuration.limits.queryTime) { try await question(source) }
  }
}
