import JSONText

extension Endpoint {
  /// `GET /conformance`: the classes of the standards that are met in full.
  static let conformance = Endpoint(
    name: "conformance", path: PathTemplate("/conformance"),
    summary: "The conformance classes that are met.",
    offers: [.json, .html], freshness: .fixed
  ) { request in
    let links = [Link(request.selfURL, rel: "self", type: .json)]
    let classes = ConformanceClass.met.map { "http://www.opengis.net/spec/" + $0 }
    if request.mediaType == .html {
      return try await request.conformancePage(links, classes: classes)
    }
    var writer = JSONWriter()
    writer.beginObject()
    writer.links(links)
    writer.key("conformsTo")
    writer.beginArray()
    for name in classes { writer.string(name) }
    writer.endArray()
    writer.endObject()
    return Answer(mediaType: .json, links: links, body: .bytes(writer.takeBytes()))
  }
}

/// The classes of OGC standards that the service meets, of the approved versions: the test suite
/// and QGIS compare these addresses as they are.
enum ConformanceClass {
  static let met = [
    "ogcapi-common-1/1.0/conf/core",
    "ogcapi-common-1/1.0/conf/landing-page",
    "ogcapi-common-1/1.0/conf/json",
    "ogcapi-common-1/1.0/conf/html",
    "ogcapi-common-1/1.0/conf/oas30",
    "ogcapi-common-2/1.0/conf/collections",
    "ogcapi-features-1/1.0/conf/core",
    "ogcapi-features-1/1.0/conf/geojson",
    "ogcapi-features-1/1.0/conf/html",
    "ogcapi-features-1/1.0/conf/oas30",
    "ogcapi-features-2/1.0/conf/crs",
  ]
}
