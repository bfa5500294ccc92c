import Inquiry
import Records
import JSONText

extension Endpoint {
  /// `GET /health`: whether the data can be read, and its state.
  static let health = Endpoint(
    name: "health", path: PathTemplate("/health"),
    summary: "Whether the data can be read, and its state.",
    offers: [.json, .html], freshness: .never
  ) { request in
    let version = try request.answering.source.dataVersion()
    if request.mediaType == .html { return try await request.healthPage(version) }
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("status")
    writer.string("ok")
    writer.key("data_version")
    writer.beginObject()
    writer.key("sequence")
    writer.integer(version.sequence)
    writer.key("hash")
    writer.string(version.hash)
    writer.key("recorded_at")
    writer.string(version.recordedAt?.description)
    writer.endObject()
    writer.endObject()
    return Answer(mediaType: .json, body: .bytes(writer.takeBytes()))
  }
}
