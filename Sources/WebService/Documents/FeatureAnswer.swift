import Records
import JSONText

extension Link {
  /// The way from an item to its collection.
  static func collection(_ collection: FeatureCollectionName, _ request: EndpointRequest) -> Link {
    Link(
      request.url("/collections/\(collection.code)"), rel: "collection", type: .json,
      title: collection.title)
  }
}

extension Answer {
  /// One feature as a document of its own.
  ///
  /// - Parameters:
  ///   - collection: Where it belongs.
  ///   - request: What asked for it.
  ///   - related: Further links.
  ///   - write: Writes the feature, with the links in it.
  /// - Returns: The document.
  /// - Note: Source – OGC API Features Part 1 §7.16.
  static func feature(
    of collection: FeatureCollectionName, to request: EndpointRequest, related: [Link] = [],
    write: (inout JSONWriter, [Link]) -> Void
  ) -> Answer {
    let links =
      [
        Link(request.selfURL, rel: "self", type: .geoJSON, title: "This feature"),
        .collection(collection, request),
      ] + related
    var writer = JSONWriter(reserving: 4_096)
    write(&writer, links)
    return Answer(mediaType: .geoJSON, links: links, body: .bytes(writer.takeBytes()))
  }
}
