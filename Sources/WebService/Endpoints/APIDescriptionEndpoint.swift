extension Endpoint {
  /// `GET /api`: the description of every resource, made from the route table itself.
  static let apiDescription = Endpoint(
    name: "api", path: PathTemplate("/api"), summary: "The description of the API.",
    offers: [.openAPI, .html], freshness: .fixed
  ) { request in
    let configuration = request.answering.configuration
    let endpoints = RouteTable().endpoints
    if request.mediaType == .html { return try await request.apiPage(endpoints) }
    let document = OpenAPIDocument(
      title: configuration.title, summary: configuration.summary,
      server: request.url(""),
      endpoints: endpoints)
    return Answer(mediaType: .openAPI, body: .bytes(document.json))
  }
}
