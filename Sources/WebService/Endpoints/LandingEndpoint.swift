import JSONText

extension Endpoint {
  /// `GET /`: what is served, as links.
  static let landing = Endpoint(
    name: "landing", path: PathTemplate("/"), summary: "The landing page.",
    offers: [.json, .html], freshness: .fixed
  ) { request in
    let configuration = request.answering.configuration
    var links = [
      Link(request.selfURL, rel: "self", type: .json, title: "This document"),
      Link(
        request.url("/api"), rel: "service-desc", type: .openAPI, title: "The API's description"),
      Link(
        request.url("/api?f=html"), rel: "service-doc", type: .html,
        title: "The API's description to read"),
      Link(request.url("/conformance"), rel: "conformance", type: .json, title: "Conformance"),
      Link(
        request.url("/functions"), rel: "http://www.opengis.net/def/rel/ogc/1.0/functions",
        type: .json, title: "The functions of filters"),
      Link(request.url("/versions"), rel: "timemap", type: .json, title: "Every past state"),
      Link(request.url("/collections"), rel: "data", type: .json, title: "Collections"),
    ]
    if configuration.map != nil {
      links.append(
        Link(
          request.url("/map"), rel: "http://www.opengis.net/def/rel/ogc/1.0/map",
          type: .plainText, title: "The map as text"))
    }
    if request.mediaType == .html { return try await request.landingPage(links) }
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("title")
    writer.string(configuration.title)
    writer.key("description")
    writer.string(configuration.summary)
    writer.links(links)
    writer.endObject()
    return Answer(mediaType: .json, links: links, body: .bytes(writer.takeBytes()))
  }
}
