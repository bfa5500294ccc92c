import Records
import SimpleFeatures
import JSONText

extension Link {
  /// The way from an item to its collection.
  static func collection(_ collection: FeatureCollectionName, _ request: EndpointRequest) -> Link {
    Link(
      request.url(collection.path), rel: "collection", type: .json,
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
  ///   - write: Writes the feature, with the links in it, in a system.
  /// - Returns: The document.
  /// - Throws: For a system that is not offered.
  /// - Note: Source – OGC API Features Part 1 §7.16.
  static func feature(
    of collection: FeatureCollectionName, to request: EndpointRequest, related: [Link] = [],
    write: (inout JSONWriter, [Link], ReferenceSystem) -> Void
  ) throws(ParameterFault) -> Answer {
    let system = try request.value(of: SystemParameter.self) ?? .crs84
    let links =
      [
        Link(request.selfURL, rel: "self", type: .geoJSON, title: "This feature"),
        .collection(collection, request),
      ] + related
    var writer = JSONWriter(reserving: 4_096)
    write(&writer, links, system)
    return Answer(
      mediaType: .geoJSON, links: links, headers: [.contentSystem(system)],
      body: .bytes(writer.takeBytes()))
  }
}
