import Inquiry
import Interchange
import JSONText
import QueryLanguage
import Records

extension Endpoint {
  /// `GET /collections/{name}/schema`, `/queryables`, `/sortables` and `/schema/geojson`.
  static func schemas(of collection: FeatureCollectionName) -> [Endpoint] {
    SchemaDocument.Kind.allCases.map { kind in
      let path = "\(collection.path)/\(kind.rawValue)"
      return Endpoint(
        name: "\(collection.code).\(kind)", path: PathTemplate(path),
        summary: "\(kind.words) \(collection.title.lowercased()).", offers: [.schema, .html],
        freshness: .fixed
      ) { request in
        let address = request.url(request.path)
        let document = SchemaDocument(kind: kind, collection: collection, address: address)
        let links = [
          Link(address, rel: "self", type: .schema),
          Link(request.url(collection.path), rel: "collection", type: .json),
        ]
        if request.mediaType == .html {
          return try await request.documentPage(
            .data("\(kind.words) \(collection.title.lowercased())"),
            under: [.collections, .collection(collection)], links: links, json: document.json)
        }
        return Answer(mediaType: .schema, links: links, body: .bytes(document.json))
      }
    }
  }

  /// `GET /functions`: what filters may call besides the functions of the standard.
  ///
  /// - Note: Source – OGC API Features Part 3 §8.
  static let functions = Endpoint(
    name: "functions", path: PathTemplate("/functions"),
    summary: "The functions that filters of incidents may call.", offers: [.json, .html],
    freshness: .fixed
  ) { request in
    let links = [Link(request.selfURL, rel: "self", type: .json, title: "This list")]
    var writer = JSONWriter()
    writer.beginObject()
    writer.links(links)
    writer.key("functions")
    writer.beginArray()
    for function in IncidentFunction.table { writer.function(function) }
    writer.endArray()
    writer.endObject()
    let json = writer.takeBytes()
    if request.mediaType == .html {
      return try await request.documentPage(.phrase(.functions), links: links, json: json)
    }
    return Answer(mediaType: .json, links: links, body: .bytes(json))
  }
}

extension JSONWriter {
  fileprivate mutating func function(_ function: FilterFunction) {
    beginObject()
    key("name")
    string(function.name)
    key("description")
    string(function.description)
    key("returns")
    strings([function.returns.wireName])
    key("arguments")
    beginArray()
    for argument in function.arguments {
      beginObject()
      key("title")
      string(argument.title)
      key("type")
      strings([argument.type.wireName])
      endObject()
    }
    endArray()
    endObject()
  }
}

extension FilterType {
  /// The type as `/functions` names it.
  fileprivate var wireName: String {
    switch self {
    case .date, .timestamp, .interval: "datetime"
    default: rawValue
    }
  }
}
