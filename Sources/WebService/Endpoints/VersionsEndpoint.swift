import Inquiry
import Interchange
import JSONText
import Records

extension Endpoint {
  /// `GET /versions`: every state of the register there has been.
  static let versions = Endpoint(
    name: "versions", path: PathTemplate("/versions"),
    summary: "Every state of the register, by when it was recorded.", offers: [.json, .html]
  ) { request in
    let versions = try await request.answering.ask { try await $0.dataVersions() }
    let links = [
      Link(request.selfURL, rel: "self", type: .json, title: "This list"),
      Link(
        request.url("/collections"), rel: "original", type: .json, title: "The collections now"),
    ]
    if request.mediaType == .html {
      return try await request.versionsPage(versions, links: links)
    }
    var writer = JSONWriter()
    writer.beginObject()
    writer.links(links)
    writer.key("versions")
    writer.beginArray()
    for version in versions { writer.version(version, request) }
    writer.endArray()
    writer.endObject()
    return Answer(mediaType: .json, links: links, body: .bytes(writer.takeBytes()))
  }
}

extension JSONWriter {
  fileprivate mutating func version(_ version: DataVersion, _ request: EndpointRequest) {
    beginObject()
    key("sequence")
    integer(version.sequence)
    key("recorded_at")
    string(version.recordedAt?.description)
    key("hash")
    string(version.hash)
    key("incidents")
    let query = version.recordedAt.map {
      "?\(AsRecordedParameter.declaration.name)=\(PercentEncoding.encode($0.description))"
    }
    string(query.map { request.url("/collections/incidents/items") + $0 })
    endObject()
  }
}
