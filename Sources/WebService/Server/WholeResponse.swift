import HTTPTypes
import Hummingbird
import HummingbirdCore
import NIOCore

/// A response with status 200 that is all there, so that it can be sent again.
struct WholeResponse: Sendable {
  let fields: HTTPFields
  let body: ByteBuffer

  /// As it is sent.
  var response: Response {
    Response(status: .ok, headers: fields, body: ResponseBody(byteBuffer: body))
  }

  /// The bytes of body and header.
  var byteCount: Int {
    fields.reduce(body.readableBytes) {
      $0 + $1.name.rawName.utf8.count + $1.value.utf8.count
    }
  }
}

extension WholeResponse {
  /// The fields by which requests for the same target may get different answers.
  private static let deciding: [HTTPField.Name] = [
    .accept, .acceptEncoding, .acceptLanguage, .userAgent,
  ]

  /// The fields that ask for less than the whole, or for another state.
  private static let partial: [HTTPField.Name] =
    [.ifNoneMatch, .range] + [Memento.negotiation, "If-Range"].compactMap { HTTPField.Name($0) }

  /// What is the same in all requests that get the same response.
  ///
  /// - Parameter head: The request.
  /// - Returns: `nil` for a request that does not simply ask for everything.
  static func key(of head: HTTPRequest) -> String? {
    guard head.method == .get, let path = head.path else { return nil }
    var key = path
    for field in head.headerFields {
      if partial.contains(field.name) { return nil }
      guard let place = deciding.firstIndex(of: field.name) else { continue }
      key += "\n\(place):"
      key += field.value
    }
    return key
  }
}
