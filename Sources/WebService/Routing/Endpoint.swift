/// One resource of the service, as data: the router matches it, the checks read it, and the API
/// description can be made from it.
struct Endpoint: Sendable {
  /// What decides whether a client's copy is still good.
  enum Freshness: Sendable {
    /// The state of the data and the question.
    case dataVersion
    /// The question alone.
    case fixed
    /// The program itself: kept for a day without asking again.
    case kept
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

  /// Every query parameter it takes, with the ones for the format and a page's language.
  var declarations: [ParameterDeclaration] {
    parameters + [FormatChoice.declaration(of: offers)]
      + (hasPage ? [LanguageParameter.declaration] : [])
  }

  /// Whether it can be read as a page.
  var hasPage: Bool { offers.contains(.html) }

  /// Whether it is a resource of the API, not a part of its pages.
  var isDescribed: Bool { offers != [.css] }

  /// Whether the answer depends on which program asks.
  var heedsAgent: Bool { offers.first == .plainText }

  /// The header fields of a request that decide the answer of a type.
  func variesBy(sending type: MediaType) -> [String] {
    ["Accept", "Accept-Encoding"] + (heedsAgent ? ["User-Agent"] : [])
      + (type == .html ? ["Accept-Language"] : [])
      + (hasPastStates ? [Memento.negotiation] : [])
  }
}
