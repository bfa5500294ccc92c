import JSONText

/// A link of a document, repeated in the `Link` header.
///
/// - Note: Source – RFC 8288; OGC API Features Part 1 §7.
struct Link: Hashable, Sendable {
  let href: String
  let rel: String
  let type: MediaType
  let title: String?

  /// The relation of a resource to its map.
  ///
  /// - Note: Source – OGC API Maps Part 1, `/req/dataset-map/landingpage`.
  static let map = "http://www.opengis.net/def/rel/ogc/1.0/map"

  init(_ href: String, rel: String, type: MediaType, title: String? = nil) {
    self.href = href
    self.rel = rel
    self.type = type
    self.title = title
  }

  /// The link as a header value; titles stay in the body, for a header holds ASCII only.
  var headerValue: String { "<\(href)>; rel=\"\(rel)\"; type=\"\(type.name)\"" }
}

extension JSONWriter {
  /// Writes a `links` member.
  mutating func links(_ links: [Link]) {
    key("links")
    array(of: links)
  }

  /// Writes links as an array.
  mutating func array(of links: [Link]) {
    beginArray()
    for link in links {
      beginObject()
      key("href")
      string(link.href)
      key("rel")
      string(link.rel)
      key("type")
      string(link.type.name)
      if let title = link.title {
        key("title")
        string(title)
      }
      endObject()
    }
    endArray()
  }
}
