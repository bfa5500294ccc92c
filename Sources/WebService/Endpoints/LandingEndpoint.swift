import Interchange
import JSONText
import SimpleFeatures

extension Endpoint {
  /// `GET /`: what is served, as links.
  static let landing = Endpoint(
    name: "landing", path: PathTemplate("/"), summary: "The landing page.",
    offers: [.json, .html], freshness: .fixed
  ) { request in
    let configuration = request.answering.configuration
    let links = [
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
      Link(request.url("/map"), rel: Link.map, type: .plainText, title: "The map as text"),
      Link(request.url("/map?f=png"), rel: Link.map, type: .png, title: "The map as PNG"),
      Link(request.url("/map?f=svg"), rel: Link.map, type: .svg, title: "The map as SVG"),
      Link(
        request.url("/tiles.json"), rel: "related", type: .json,
        title: "The base map's tiles, as TileJSON"),
    ]
    if request.mediaType == .html { return try await request.landingPage(links) }
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("title")
    writer.string(configuration.title)
    writer.key("description")
    writer.string(configuration.summary)
    // Where the data cannot be read, the links stand all the same.
    if let known = try? await request.answering.extent(of: .incidents).known {
      writer.key("extent")
      writer.extent(known, in: .webMercator)
    }
    // Of the whole there are maps alone, and those are drawn in Pseudo-Mercator.
    writer.key("crs")
    writer.strings([ReferenceSystem.webMercator.uri])
    writer.key("storageCrs")
    writer.string(ReferenceSystem.webMercator.uri)
    writer.links(links)
    writer.endObject()
    return Answer(mediaType: .json, links: links, body: .bytes(writer.takeBytes()))
  }
}
