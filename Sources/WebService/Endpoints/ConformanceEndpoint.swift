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
    "ogcapi-features-3/1.0/conf/queryables",
    "ogcapi-features-3/1.0/conf/queryables-query-parameters",
    "ogcapi-features-3/1.0/conf/filter",
    "ogcapi-features-3/1.0/conf/features-filter",
    "ogcapi-common-3/1.0/conf/schemas",
    "ogcapi-features-5/1.0/conf/schemas",
    "ogcapi-features-6/1.0/conf/properties",
    "ogcapi-features-6/1.0/conf/properties-features",
    "ogcapi-features-8/1.0/conf/sortables",
    "ogcapi-features-8/1.0/conf/sorting",
    "ogcapi-features-8/1.0/conf/features-sorting",
    "ogcapi-maps-1/1.0/conf/core",
    "ogcapi-maps-1/1.0/conf/dataset-map",
    "ogcapi-maps-1/1.0/conf/spatial-subsetting",
    "ogcapi-maps-1/1.0/conf/datetime",
    "ogcapi-maps-1/1.0/conf/scaling",
    "ogcapi-maps-1/1.0/conf/display-resolution",
    "ogcapi-maps-1/1.0/conf/png",
    "ogcapi-maps-1/1.0/conf/svg",
    "cql2/1.0/conf/cql2-text",
    "cql2/1.0/conf/cql2-json",
    "cql2/1.0/conf/basic-cql2",
    "cql2/1.0/conf/advanced-comparison-operators",
    "cql2/1.0/conf/case-insensitive-comparison",
    "cql2/1.0/conf/accent-insensitive-comparison",
    "cql2/1.0/conf/basic-spatial-functions",
    "cql2/1.0/conf/basic-spatial-functions-plus",
    // The draft's name, for QGIS 3.32 to 3.42.
    "cql2/1.0/conf/basic-spatial-operators",
    "cql2/1.0/conf/spatial-functions",
    "cql2/1.0/conf/temporal-functions",
    "cql2/1.0/conf/array-functions",
    "cql2/1.0/conf/property-property",
    "cql2/1.0/conf/arithmetic",
    "cql2/1.0/conf/functions",
  ]
}
