import JSONText

/// An error as told to a client.
///
/// - Note: Source – RFC 9457, Problem Details for HTTP APIs.
struct Problem: Hashable, Sendable {
  /// The kind of problem, stable across releases; the last part of its `type`.
  let slug: String
  /// The kind in words, the same for every occurrence.
  let title: String
  /// The HTTP status.
  let status: Int
  /// This occurrence: what, and what to do.
  let detail: String
  /// Header fields that the status asks for.
  var headers: [HeaderField] = []

  static let typePrefix = "urn:sijil:problem:"

  /// The document as JSON.
  ///
  /// - Parameter instance: Names this occurrence; also in the log.
  /// - Returns: UTF-8.
  func json(instance: String) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("type")
    writer.string(Self.typePrefix + slug)
    writer.key("title")
    writer.string(title)
    writer.key("status")
    writer.integer(status)
    writer.key("detail")
    writer.string(detail)
    writer.key("instance")
    writer.string(instance)
    writer.endObject()
    return writer.takeBytes()
  }

  /// The problem as one line for a terminal.
  var line: [UInt8] { Array("\(status) \(title): \(PlainText.safe(detail))\n".utf8) }
}
