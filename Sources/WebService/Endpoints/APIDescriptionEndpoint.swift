extension Endpoint {
  /// `GET /api`: the description of every resource, made from the route table itself.
  static let apiDescription = Endpoint(
    name: "api", path: PathTemplate("/api"), summary: "The description of the API.",
    offers: [.openAPI], freshness: .fixed
  ) { request in
    let configuration = request.answering.configuration
    let document = OpenAPIDocument(
      title: configuration.title, summary: configuration.summary,
      server: request.url(""),
      endpoints: RouteTable(configuration: configuration).endpoints)
    return Answer(mediaType: .openAPI, body: .bytes(document.json))
  }
}
