import HTTPTypes
import Hummingbird
import HummingbirdCore

/// Gives answers their status, header fields and body.
struct ResponseForm: Sendable {
  let tag: EntityTag?
  /// Whether a client may keep the answer for a day without asking.
  var isKept = false

  static let methods = ["GET", "HEAD", "OPTIONS"]

  /// Fields of every response: read by anyone's scripts, run by nobody's browser.
  private static let common: [HeaderField] = [
    HeaderField("Access-Control-Allow-Origin", "*"),
    HeaderField("Referrer-Policy", "no-referrer"),
    HeaderField("X-Content-Type-Options", "nosniff"),
  ]

  private static let exposed = HeaderField(
    "Access-Control-Expose-Headers", "Link, ETag, OGC-NumberMatched, OGC-NumberReturned")

  /// What a browser may do with a body: a page has its stylesheet and its forms, all else nothing.
  ///
  /// - Note: Source – Content Security Policy Level 3 §6.
  static func securityPolicy(of type: MediaType) -> HeaderField {
    HeaderField(
      "Content-Security-Policy",
      type == .html
        ? "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; "
          + "base-uri 'none'; frame-ancestors 'none'"
        : "default-src 'none'; frame-ancestors 'none'")
  }

  /// The fields of a request that decide what is sent.
  private static func vary(_ type: MediaType) -> String {
    switch type {
    case .plainText: "Accept, User-Agent"
    case .html: "Accept, Accept-Language"
    default: "Accept"
    }
  }

  func response(with answer: Answer) -> Response {
    Response(status: .ok, headers: fields(of: answer), body: responseBody(answer.body))
  }

  /// The response to HEAD: the length is what GET would send, counted and not kept.
  func head(of answer: Answer) -> Response {
    var fields = fields(of: answer)
    let length: Int
    switch answer.body {
    case .bytes(let bytes): length = bytes.count
    case .chunks(let chunks): length = chunks.reduce(0) { $0 + $1.count }
    }
    fields[.contentLength] = "\(length)"
    return Response(status: .ok, headers: fields)
  }

  private func fields(of answer: Answer) -> HTTPFields {
    var fields = HTTPFields(
      Self.common + [Self.securityPolicy(of: answer.mediaType), Self.exposed] + answer.headers)
    fields[.contentType] = answer.mediaType.contentType
    fields[.vary] = Self.vary(answer.mediaType)
    fields[.cacheControl] = isKept ? "max-age=86400" : tag == nil ? "no-store" : "no-cache"
    fields[.eTag] = tag?.text
    for link in answer.links {
      guard let name = HTTPField.Name("Link") else { break }
      fields.append(HTTPField(name: name, value: link.headerValue))
    }
    return fields
  }

  private func responseBody(_ body: Answer.Body) -> ResponseBody {
    switch body {
    case .bytes(let bytes): ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
    case .chunks(let chunks):
      // Each write returns when the socket has room again, so a slow reader holds one piece.
      ResponseBody { writer in
        for chunk in chunks { try await writer.write(ByteBuffer(bytes: chunk)) }
        try await writer.finish(nil)
      }
    }
  }

  static func notModified(_ tag: EntityTag, _ type: MediaType) -> Response {
    var fields = HTTPFields(common + [securityPolicy(of: type)])
    fields[.eTag] = tag.text
    fields[.cacheControl] = "no-cache"
    fields[.vary] = vary(type)
    return Response(status: .notModified, headers: fields)
  }

  static func options() -> Response {
    var fields = HTTPFields(common + [securityPolicy(of: .plainText)])
    fields[.allow] = methods.joined(separator: ", ")
    fields[.accessControlAllowMethods] = methods.joined(separator: ", ")
    fields[.accessControlAllowHeaders] = "Accept, If-None-Match"
    fields[.accessControlMaxAge] = "86400"
    return Response(status: .noContent, headers: fields)
  }

  static func problem(
    _ document: (type: MediaType, bytes: [UInt8]), of problem: Problem, isHead: Bool
  ) -> Response {
    let (type, bytes) = document
    var fields = HTTPFields(common + [securityPolicy(of: type)] + problem.headers)
    fields[.contentType] = type.contentType
    fields[.cacheControl] = "no-store"
    fields[.contentLength] = "\(bytes.count)"
    return Response(
      status: HTTPResponse.Status(code: problem.status), headers: fields,
      body: isHead ? ResponseBody() : ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }
}

extension HTTPFields {
  /// Fields of our own making; a name outside the grammar would be left out.
  init(_ fields: [HeaderField]) {
    self.init()
    for field in fields {
      if let name = HTTPField.Name(field.name) {
        append(HTTPField(name: name, value: field.value))
      }
    }
  }
}
