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

  /// The answer for incidents, as every surface of the house writes them.
  ///
  /// - Parameters:
  ///   - request: Whose format is sent and whose parameters the links repeat.
  ///   - page: The incidents.
  /// - Returns: The answer.
  /// - Throws: For a system or a selection that the format does not know.
  func answer(
    to request: EndpointRequest, with page: IncidentPage
  ) throws(ParameterFault) -> Answer {
    let system = try request.value(of: SystemParameter.self) ?? .crs84
    let configuration = request.answering.configuration
    let links = links(request)
    let form = IncidentForm(
      mediaType: request.mediaType, geometry: collection.incidentGeometry,
      selection: try request.selection(of: IncidentProperty.self), system: system,
      members: [.timeStamp(configuration.clock()), .links(links)])
    try form.check()
    let chunks = EncodedIncidents(
      page: page, chunkBytes: configuration.limits.chunkBytes, makeEncoder: form.makeEncoder)
    return answer(links, chunks.body, system, request.mediaType)
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
    return answer(links, .chunks(chunks), system, .geoJSON)
  }

  private func answer(
    _ links: [Link], _ body: Answer.Body, _ system: ReferenceSystem, _ mediaType: MediaType
  ) -> Answer {
    let headers = [
      HeaderField.contentSystem(system),
      HeaderField("OGC-NumberMatched", "\(numberMatched)"),
      HeaderField("OGC-NumberReturned", "\(numberReturned)"),
    ]
    return Answer(mediaType: mediaType, links: links, headers: headers, body: body)
  }

  /// The links of the page, whatever its format.
  func links(_ request: EndpointRequest) -> [Link] {
    let type = request.mediaType
    var links = [Link(request.selfURL, rel: "self", type: type, title: "This page")]
    for other in request.offers where other != type {
      let query = request.query.setting(FormatChoice.parameterName, to: other.formatNames[0])
      links.append(
        Link(
          request.url(request.path) + query.text, rel: "alternate", type: other,
          title: "This page as \(other.words)"))
    }
    if let next {
      let query = request.query.removing("offset").setting("cursor", to: next)
      let address = request.url(request.path) + query.text
      links.append(Link(address, rel: "next", type: type, title: "Next page"))
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
