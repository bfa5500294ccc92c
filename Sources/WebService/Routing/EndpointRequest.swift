import Inquiry
import Records

/// A request that has passed every general check.
struct EndpointRequest: Sendable {
  /// What is asked for.
  let endpoint: Endpoint
  /// The segments that the path template captures.
  let captures: [String: String]
  var query: QueryString
  /// The path as linked to, without a trailing slash.
  let path: String
  /// What to send.
  let mediaType: MediaType
  /// The format as the ending of the path or `f` names it; `nil` where the client left it open.
  var formatName: String?
  /// The language of a page's own words.
  let language: PageLanguage
  /// The leading product of `User-Agent`, in lower case.
  let agent: String?
  let answering: AnsweringContext

  /// What the endpoint can send.
  var offers: [MediaType] { endpoint.offers }

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
