import HTTPTypes
package import Hummingbird
import HummingbirdCore
import Inquiry
import Logging
import Records

/// Turns a request into an answer: general checks, the route, the parameters, the endpoint.
package struct ServiceResponder: HTTPResponder {
  package typealias Context = BasicRequestContext

  let table: RouteTable
  let answering: AnsweringContext
  let hosts: HostList
  let limits: ServiceLimits

  package func respond(to request: Request, context: BasicRequestContext) async -> Response {
    var endpoint: Endpoint?
    do {
      try limits.check(request.head)
      try hosts.check(request.head.authority)
      if let kept = kept(request.head) { return kept }
      guard let path = PathTemplate.decode(request.uri.path) else { throw RequestFault.badEncoding }
      let match = try table.match(path)
      endpoint = match.endpoint
      return try await respond(to: request, at: match, path: path)
    } catch {
      return refuse(request, error, endpoint: endpoint, context: context)
    }
  }

  /// The response that a request of the same words had, while the data is the same.
  private func kept(_ head: HTTPRequest) -> Response? {
    guard let key = WholeResponse.key(of: head), let version = try? answering.source.dataVersion()
    else { return nil }
    return answering.responses.value(for: key, at: version)?.response
  }

  private func respond(
    to request: Request, at match: RouteTable.Match, path: [String]
  ) async throws -> Response {
    let endpoint = match.endpoint
    switch request.method {
    case .get, .head: break
    case .options: return ResponseForm.options()
    default: throw RequestFault.methodNotAllowed(allowed: ResponseForm.methods)
    }
    let (question, memento) = try question(in: request, at: match, path: path)
    var form = ResponseForm(
      mediaType: question.mediaType, vary: endpoint.variesBy(sending: question.mediaType),
      freshness: endpoint.freshness,
      compresses: AcceptedCoding.gzip(request.headers[.acceptEncoding]))
    // The tag comes first: a client whose copy is good costs no query.
    let plan = try endpoint.plan(question)
    let version = try await tag(&form, of: question, plan.input, memento)
    let fresh = request.headers[.ifNoneMatch]
    if let named = form.tag?.named(in: fresh) { return form.notModified(named) }
    let answer = try await plan.make()
    if form.tag == nil, endpoint.freshness != .never { form.tag = answer.documentTag }
    if let matched = form.tag?.matched(by: fresh) { return form.notModified(matched) }
    if request.method == .head { return try form.head(of: answer) }
    if let version, form.tag?.isStrong == true, let whole = try form.whole(answer) {
      if let key = WholeResponse.key(of: request.head) {
        answering.responses.keep(whole, for: key, at: version)
      }
      return whole.response
    }
    return try form.response(with: answer, range: range(in: request, of: form))
  }

  /// What a request asks an endpoint.
  private func question(
    in request: Request, at match: RouteTable.Match, path: [String]
  ) throws -> (EndpointRequest, Memento) {
    let endpoint = match.endpoint
    var query = try QueryString(request.uri.query)
    if let unknown = query.name(notIn: match.parameterNames) {
      throw ParameterFault.unknown(unknown, allowed: endpoint.parameterNames)
    }
    let agent = request.headers[.userAgent].flatMap(TerminalAgent.product)
    let formatName = query[FormatChoice.parameterName] ?? match.formatName
    let mediaType = try FormatChoice.mediaType(
      of: endpoint.offers(to: agent), named: formatName,
      accepted: AcceptedTypes(request.headers[.accept]))
    if mediaType == .html {
      // What a form sends: spaces as plus signs, and the fields that nobody filled in. No link of
      // ours holds a bare plus sign.
      query = try QueryString(request.uri.query?.replacing("+", with: "%20")).filled
    }
    let memento = try Memento(
      query, accepting: HTTPField.Name(Memento.negotiation).flatMap { request.headers[$0] },
      at: endpoint)
    let question = EndpointRequest(
      endpoint: endpoint, captures: match.captures, query: memento.query,
      path: "/" + path.map(PercentEncoding.encodeSegment).joined(separator: "/"),
      mediaType: mediaType, formatName: formatName,
      language: try PageLanguage(query, request.headers), agent: agent, answering: answering)
    return (question, memento)
  }

  /// Says what decides whether a copy of the answer is still good.
  ///
  /// - Returns: The state of the data, where that is part of it.
  private func tag(
    _ form: inout ResponseForm, of question: EndpointRequest, _ input: String?,
    _ memento: Memento
  ) async throws -> DataVersion? {
    let endpoint = question.endpoint
    switch endpoint.freshness {
    case .never: return nil
    case .fixed, .kept, .final:
      form.tag = input.map { EntityTag(input: $0) }
      return nil
    case .dataVersion:
      let version = try answering.source.dataVersion()
      form.tag =
        input.map { EntityTag(version: version, input: $0) }
        ?? EntityTag(version: version, question: question.tagText(endpoint))
      form.memento = try await memento.statement(for: question, head: version)
      return version
    }
  }

  /// The part that is asked for: of a copy that is out of date a part would not fit.
  private func range(in request: Request, of form: ResponseForm) -> ByteRange? {
    let ifRange = HTTPField.Name("If-Range").flatMap { request.headers[$0] }
    let isSame = ifRange.map { form.tag?.isExactly($0) ?? false } ?? true
    return isSame ? ByteRange(request.headers[.range]) : nil
  }

  private func refuse(
    _ request: Request, _ error: any Error, endpoint: Endpoint?, context: BasicRequestContext
  ) -> Response {
    let problem = ErrorMapping.problem(for: error)
    // Not every log handler keeps metadata, so the identifier may have to be made here.
    let id = context.logger[metadataKey: "hb.request.id"]?.description ?? RequestID().description
    let instance = "urn:sijil:request:\(id)"
    if problem.status == 500 {
      context.logger.error(
        "\(request.method) \(PlainText.safe(request.uri.path)) [\(instance)]: \(error)")
    }
    return ResponseForm.problem(
      ProblemDocument(problem, instance: instance, request: request, endpoint: endpoint)
        .body(prefix: answering.publicURL.prefix),
      of: problem, isHead: request.method == .head)
  }
}

extension EndpointRequest {
  /// What decides the answer besides the data.
  fileprivate func tagText(_ endpoint: Endpoint) -> String {
    let agent = endpoint.heedsAgent ? agent ?? "" : ""
    let language = mediaType == .html ? language.code : ""
    return "\(url(path))\n\(query.canonicalText)\n\(mediaType.rawValue)\n\(agent)\n\(language)"
  }
}

extension PageLanguage {
  /// The language that a request asks for: by hand, else by its header.
  init(_ query: QueryString, _ headers: HTTPFields) throws(ParameterFault) {
    guard let text = query[LanguageParameter.declaration.name], !text.isEmpty else {
      self.init(accepted: headers[.acceptLanguage])
      return
    }
    guard let language = LanguageParameter.parse(text) else {
      throw .badValue(
        parameter: LanguageParameter.declaration.name, value: text,
        wanted: LanguageParameter.declaration.wanted)
    }
    self = language
  }
}

extension Answer {
  /// The tag of a small document, from its bytes.
  fileprivate var documentTag: EntityTag? {
    switch body {
    case .bytes(let bytes), .packed(let bytes): EntityTag(document: bytes)
    case .chunks, .ranges, .nothing: nil
    }
  }
}
