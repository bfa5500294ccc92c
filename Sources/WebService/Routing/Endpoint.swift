/// One resource of the service, as data: the router matches it, the checks read it, and the API
/// description can be made from it.
struct Endpoint: Sendable {
  /// What decides whether a client's copy is still good.
  enum Freshness: Sendable {
    /// The state of the data and the question.
    case dataVersion
    /// The question alone.
    case fixed
    /// Nothing: never kept.
    case never
  }

  /// A stable name, unique in the table.
  let name: String
  /// Where it is.
  let path: PathTemplate
  /// What it is, in one line.
  let summary: String
  /// The query parameters it takes besides the one for the format.
  var parameters: [ParameterDeclaration] = []
  /// What it can send, the default first.
  let offers: [MediaType]
  /// What decides whether a client's copy is still good.
  var freshness = Freshness.dataVersion
  /// Answers one request.
  let answer: @Sendable (EndpointRequest) async throws -> Answer

  /// Every query parameter it takes, with the one for the format.
  var declarations: [ParameterDeclaration] {
    parameters + [FormatChoice.declaration(of: offers)]
  }

  /// Whether the answer depends on which program asks.
  var heedsAgent: Bool { offers.first == .plainText }

  /// The header fields of a request that decide the answer.
  var variesBy: [String] {
    ["Accept", "Accept-Encoding"] + (heedsAgent ? ["User-Agent"] : [])
      + (hasPastStates ? [Memento.negotiation] : [])
  }
}
