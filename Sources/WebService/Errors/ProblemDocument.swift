import Hummingbird

/// An error in the format that its client reads: a page for browsers, a line for terminals, JSON for
/// everybody else.
struct ProblemDocument {
  private let problem: Problem
  private let instance: String
  private let type: MediaType
  private let language: PageLanguage

  init(_ problem: Problem, instance: String, request: Request, endpoint: Endpoint?) {
    self.problem = problem
    self.instance = instance
    let query = try? QueryString(request.uri.query)
    let named = query?[FormatChoice.parameterName]
    let accepted = AcceptedTypes(request.headers[.accept])
    let isProgram = accepted.names(.json) || accepted.names(.problem)
    if named.map(MediaType.html.formatNames.contains)
      ?? (accepted.names(.html)
        && accepted.quality(of: .html)
          >= max(
            accepted.quality(of: .json), accepted.quality(of: .problem)))
    {
      type = .html
    } else {
      type = endpoint?.offers.first == .plainText && !isProgram ? .plainText : .problem
    }
    language =
      query?[LanguageParameter.declaration.name].flatMap(LanguageParameter.parse)
      ?? PageLanguage(accepted: request.headers[.acceptLanguage])
  }

  /// The type and the bytes.
  ///
  /// - Parameter prefix: What stands before every path of the service.
  /// - Returns: What `Content-Type` names, and the body.
  func body(prefix: String) -> (type: MediaType, bytes: [UInt8]) {
    switch type {
    case .html:
      (type, ProblemPage(problem, instance: instance).bytes(in: language, under: prefix))
    case .plainText: (type, problem.line)
    default: (.problem, problem.json(instance: instance))
    }
  }
}
