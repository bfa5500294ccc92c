import Inquiry
import Interchange
import JSONText
import Records
import SimpleFeatures

/// What every page of features says of itself, whatever it holds.
///
/// - Note: Source – OGC API Features Part 1 §7.15.5–7.15.8; RFC 7946 §3.3. Counts and links stand
///   before the features, so that a client knows them while the rest arrives.
struct ItemsPage: Sendable {
  let collection: FeatureCollectionName
  let numberMatched: Int
  let numberReturned: Int
  /// The cursor of the next page; `nil` on the last.
  let next: String?

  /// The answer for incidents, in the GeoJSON that every surface of the house writes.
  ///
  /// - Parameters:
  ///   - request: Whose parameters the links repeat.
  ///   - page: The incidents.
  /// - Returns: The answer.
  /// - Throws: For a system that is not offered.
  func answer(
    to request: EndpointRequest, with page: IncidentPage
  ) throws(ParameterFault) -> Answer {
    let system = try request.value(of: SystemParameter.self) ?? .crs84
    let configuration = request.answering.configuration
    let links = links(request)
    let members = [
      IncidentGeoJSONEncoder.Member.timeStamp(configuration.clock()), .links(links),
    ]
    let chunks = EncodedIncidents(page: page, chunkBytes: configuration.limits.chunkBytes) {
      [geometry = collection.incidentGeometry] in
      IncidentGeoJSONEncoder(geometry: geometry, in: system, members: members)
    }
    return answer(links, chunks, system)
  }

  /// The answer for other features.
  ///
  /// - Parameters:
  ///   - request: Whose parameters the links repeat.
  ///   - features: The features.
  ///   - write: Writes one feature in a system.
  /// - Returns: The answer.
  /// - Throws: For a system that is not offered.
  func answer<Feature: Sendable>(
    to request: EndpointRequest, with features: [Feature],
    write: @escaping @Sendable (Feature, inout JSONWriter, ReferenceSystem) -> Void
  ) throws(ParameterFault) -> Answer {
    let system = try request.value(of: SystemParameter.self) ?? .crs84
    let configuration = request.answering.configuration
    let chunkBytes = configuration.limits.chunkBytes
    let links = links(request)
    var writer = JSONWriter(reserving: chunkBytes + 4_096)
    begin(&writer, links: links, timeStamp: configuration.clock())
    let chunks = FeatureChunks(features, after: writer, chunkBytes: chunkBytes) {
      write($0, &$1, system)
    }
    return answer(links, chunks, system)
  }

  private func answer(
    _ links: [Link], _ chunks: any Sequence<[UInt8]> & Sendable, _ system: ReferenceSystem
  ) -> Answer {
    let headers = [
      HeaderField.contentSystem(system),
      HeaderField("OGC-NumberMatched", "\(numberMatched)"),
      HeaderField("OGC-NumberReturned", "\(numberReturned)"),
    ]
    return Answer(mediaType: .geoJSON, links: links, headers: headers, body: .chunks(chunks))
  }

  /// The links of the page, whatever its format.
  func links(_ request: EndpointRequest) -> [Link] {
    var links = [Link(request.selfURL, rel: "self", type: .geoJSON, title: "This page")]
    if let next {
      let query = request.query.removing("offset").setting("cursor", to: next)
      let address = request.url(request.path) + query.text
      links.append(Link(address, rel: "next", type: .geoJSON, title: "Next page"))
    }
    let address = request.url(collection.path)
    links.append(Link(address, rel: "collection", type: .json, title: collection.title))
    return links
  }

  private func begin(_ writer: inout JSONWriter, links: [Link], timeStamp: Instant) {
    writer.beginObject()
    writer.key("type")
    writer.string("FeatureCollection")
    writer.key("numberMatched")
    writer.integer(numberMatched)
    writer.key("numberReturned")
    writer.integer(numberReturned)
    writer.key("timeStamp")
    writer.string(timeStamp.description)
    writer.links(links)
    writer.key("features")
    writer.beginArray()
  }
}
