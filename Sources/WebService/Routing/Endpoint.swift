/// One resource of the service, as data: the router matches it, the checks read it, and the API
/// description can be made from it.
///
/// A class only so that handing it on costs one count: every request does so several times, and
/// cores that count the same things wait for each other.
final class Endpoint: Sendable {
  /// What decides whether a client's copy is still good.
  enum Freshness: Sendable {
    /// The state of the data and the question.
    case dataVersion
    /// The question alone.
    case fixed
    /// The program itself: kept for a day without asking again.
    case kept
    /// Nothing can change what is at this address.
    case final
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
  let parameters: [ParameterDeclaration]
  /// What it can send, the default first.
  let offers: [MediaType]
  /// What decides whether a client's copy is still good.
  let freshness: Freshness
  /// What it can answer besides what every resource can.
  let statuses: [(status: Int, words: String)]
  /// Whether the last segment of the path, though captured, may end in the name of a format.
  let takesEnding: Bool
  /// Whether the answer depends on which program asks.
  let heedsAgent: Bool
  /// Reads one request and says how it is answered.
  let plan: @Sendable (EndpointRequest) throws -> AnswerPlan

  /// Makes a resource.
  init(
    name: String, path: PathTemplate, summary: String, parameters: [ParameterDeclaration] = [],
    offers: [MediaType], freshness: Freshness = .dataVersion,
    statuses: [(status: Int, words: String)] = [], takesEnding: Bool = false,
    heedsAgent: Bool = false, plan: @escaping @Sendable (EndpointRequest) throws -> AnswerPlan
  ) {
    self.name = name
    self.path = path
    self.summary = summary
    self.parameters = parameters
    self.offers = offers
    self.freshness = freshness
    self.statuses = statuses
    self.takesEnding = takesEnding
    self.heedsAgent = heedsAgent
    self.plan = plan
  }

  /// What is to be answered to one request: read once, asked for its tag, and then made or not.
  struct AnswerPlan: Sendable {
    /// What decides every byte of the answer besides the data; `nil` where that is not all known.
    var input: String?
    /// Makes the answer.
    let make: @Sendable () async throws -> Answer
  }

  /// Every query parameter it takes, with the ones for the format and a page's language.
  var declarations: [ParameterDeclaration] {
    parameters + [FormatChoice.declaration(of: offers)]
      + (hasPage ? [LanguageParameter.declaration] : [])
  }

  /// The query parameters by name, for people: a name for each property would bury the others.
  var parameterNames: [String] {
    declarations.filter { !$0.isInline }.map(\.name)
      + (declarations.contains(where: \.isInline) ? ["a property of the queryables"] : [])
  }

  /// Whether it can be read as a page.
  var hasPage: Bool { offers.contains(.html) }

  /// Whether it is a resource of the API, not a part of its pages.
  var isDescribed: Bool { offers != [.css] }

  /// What it can send, what suits a program best first.
  ///
  /// - Parameter agent: The leading product of `User-Agent`, in lower case.
  /// - Returns: All of ``offers``.
  func offers(to agent: String?) -> [MediaType] {
    guard heedsAgent, let agent else { return offers }
    let best: MediaType? =
      TerminalAgent.products.contains(agent)
      ? .plainText : agent == TerminalAgent.browser ? .html : nil
    guard let best, offers.contains(best) else { return offers }
    return [best] + offers.filter { $0 != best }
  }

  /// The header fields of a request that decide the answer of a type.
  func variesBy(sending type: MediaType) -> [String] {
    ["Accept", "Accept-Encoding"] + (heedsAgent ? ["User-Agent"] : [])
      + (type == .html ? ["Accept-Language"] : [])
      + (hasPastStates ? [Memento.negotiation] : [])
  }
}

extension Endpoint {
  /// Makes a resource of which only the answer itself says what its bytes are.
  convenience init(
    name: String, path: PathTemplate, summary: String, parameters: [ParameterDeclaration] = [],
    offers: [MediaType], freshness: Freshness = .dataVersion,
    statuses: [(status: Int, words: String)] = [], takesEnding: Bool = false,
    answer: @escaping @Sendable (EndpointRequest) async throws -> Answer
  ) {
    self.init(
      name: name, path: path, summary: summary, parameters: parameters, offers: offers,
      freshness: freshness, statuses: statuses, takesEnding: takesEnding
    ) { request in
      AnswerPlan { try await answer(request) }
    }
  }
}
