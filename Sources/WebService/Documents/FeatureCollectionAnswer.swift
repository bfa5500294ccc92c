import Records
import Inquiry
import JSONText

/// A page of features on its way out.
///
/// - Note: Source – OGC API Features Part 1 §7.15.5–7.15.8; RFC 7946 §3.3. Counts and links stand
///   before the features, so that a client knows them while the rest arrives.
struct FeaturePage<Feature: Sendable>: Sendable {
  let collection: FeatureCollectionName
  let features: [Feature]
  let numberMatched: Int
  /// The cursor of the next page; `nil` on the last.
  let next: String?
  /// What counted as lying in the area and how the rest divides; for incidents.
  var matching: (match: Match, counts: MatchCounts)?

  /// The answer that streams the features.
  ///
  /// - Parameters:
  ///   - request: Whose parameters the links repeat.
  ///   - write: Writes one feature.
  /// - Returns: The answer.
  func answer(
    to request: EndpointRequest,
    write: @escaping @Sendable (Feature, inout JSONWriter) -> Void
  ) -> Answer {
    let links = links(request)
    let timeStamp = request.answering.configuration.clock()
    let chunk = request.answering.configuration.limits.chunkBytes
    let headers = [
      HeaderField("OGC-NumberMatched", "\(numberMatched)"),
      HeaderField("OGC-NumberReturned", "\(features.count)"),
    ]
    var writer = JSONWriter(reserving: chunk + 4_096)
    begin(&writer, links: links, timeStamp: timeStamp.description)
    let chunks = FeatureChunks(features, after: writer, chunkBytes: chunk, write: write)
    return Answer(mediaType: .geoJSON, links: links, headers: headers, body: .chunks(chunks))
  }

  private func links(_ request: EndpointRequest) -> [Link] {
    var links = [Link(request.selfURL, rel: "self", type: .geoJSON, title: "This page")]
    if let next {
      let query = request.query.setting("cursor", to: next)
      links.append(
        Link(
          request.url(request.path) + query.text, rel: "next", type: .geoJSON, title: "Next page")
      )
    }
    links.append(
      Link(
        request.url("/collections/\(collection.code)"), rel: "collection", type: .json,
        title: collection.title))
    return links
  }

  private func begin(_ writer: inout JSONWriter, links: [Link], timeStamp: String) {
    writer.beginObject()
    writer.key("type")
    writer.string("FeatureCollection")
    writer.key("numberMatched")
    writer.integer(numberMatched)
    writer.key("numberReturned")
    writer.integer(features.count)
    writer.key("timeStamp")
    writer.string(timeStamp)
    if let matching {
      writer.key("match")
      writer.string(matching.match.code)
      writer.key("counts")
      writer.counts(matching.counts)
    }
    writer.links(links)
    writer.key("features")
    writer.beginArray()
  }
}

extension JSONWriter {
  fileprivate mutating func counts(_ counts: MatchCounts) {
    beginObject()
    let members = [
      ("certain", counts.certain), ("possible", counts.possible), ("excluded", counts.excluded),
      ("unplaced", counts.unplaced), ("undated", counts.undated),
      ("not_yet_reported", counts.notYetReported),
    ]
    for (name, count) in members {
      key(name)
      integer(count)
    }
    endObject()
  }
}
