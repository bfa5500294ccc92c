import Compression
import HTTPTypes
import Hummingbird
import HummingbirdCore
import Tiles

/// Gives answers their status, header fields and body.
struct ResponseForm: Sendable {
  let mediaType: MediaType
  /// The header fields of a request that decide the answer.
  let vary: [String]
  /// What decides whether a client's copy is still good.
  var freshness = Endpoint.Freshness.dataVersion
  /// Whether the client takes gzip.
  let compresses: Bool
  /// The answer's tag; `nil` for one that is never kept.
  var tag: EntityTag?
  /// What the answer says of the state that it comes from.
  var memento = Memento.Statement()

  static let methods = ["GET", "HEAD", "OPTIONS"]

  /// Fields of every response: read by anyone's scripts, run by nobody's browser.
  private static let common: [HeaderField] = [
    HeaderField("Access-Control-Allow-Origin", "*"),
    HeaderField("Referrer-Policy", "no-referrer"),
    HeaderField("X-Content-Type-Options", "nosniff"),
  ]

  private static let exposed = HeaderField(
    "Access-Control-Expose-Headers",
    "Accept-Ranges, Content-Bbox, Content-Crs, Content-Datetime, Content-Range, ETag, Link, "
      + "Memento-Datetime, OGC-NumberMatched, OGC-NumberReturned")

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

  /// The response to GET.
  ///
  /// - Parameters:
  ///   - answer: What the endpoint answers.
  ///   - range: The part of a file that is asked for.
  /// - Returns: With 200, 204 or 206.
  /// - Throws: For a part that is beyond the end; for a packed answer that cannot be unpacked.
  func response(with answer: Answer, range: ByteRange?) throws -> Response {
    let fields = fields(of: answer)
    switch answer.body {
    case .bytes(let bytes): return try document(bytes, fields).response
    case .chunks(let chunks): return stream(chunks, fields)
    case .packed(let bytes): return try packed(bytes, fields)
    case .ranges(let file): return try part(range, of: file, fields)
    case .nothing: return nothing(fields)
    }
  }

  /// The response to GET, where it is all there.
  ///
  /// - Parameter answer: What the endpoint answers.
  /// - Returns: `nil` for an answer that is made piece by piece, or is no document.
  /// - Throws: When it cannot be compressed.
  func whole(_ answer: Answer) throws -> WholeResponse? {
    guard case .bytes(let bytes) = answer.body else { return nil }
    return try document(bytes, fields(of: answer))
  }

  private func nothing(_ fields: HTTPFields) -> Response {
    var fields = fields
    fields[.contentType] = nil
    return Response(status: .noContent, headers: fields)
  }

  /// The response to HEAD: the length is what GET would send uncompressed, counted and not kept.
  func head(of answer: Answer) throws -> Response {
    var fields = fields(of: answer)
    let length: Int
    switch answer.body {
    case .bytes(let bytes): length = bytes.count
    case .chunks(let chunks): length = chunks.reduce(0) { $0 + $1.count }
    case .packed(let bytes):
      length = try Gzip.decompress(bytes, limit: Self.unpackedLimit).count
    case .ranges(let file):
      length = Int(clamping: file.byteCount)
      fields[.acceptRanges] = "bytes"
    case .nothing: return nothing(fields)
    }
    fields[.contentLength] = "\(length)"
    return Response(status: .ok, headers: fields)
  }

  private func fields(of answer: Answer) -> HTTPFields {
    var fields = HTTPFields(
      Self.common + [Self.securityPolicy(of: answer.mediaType), Self.exposed] + answer.headers
        + memento.headers)
    fields[.contentType] = answer.mediaType.contentType
    keep(&fields)
    for link in answer.links + memento.links {
      guard let name = HTTPField.Name("Link") else { break }
      fields.append(HTTPField(name: name, value: link.headerValue))
    }
    return fields
  }

  /// What caches are told: a past state never changes, the present one is asked about each time.
  private func keep(_ fields: inout HTTPFields) {
    fields[.vary] = vary.joined(separator: ", ")
    fields[.eTag] = tag?.text
    fields[.cacheControl] = cacheControl
  }

  private var cacheControl: String {
    if tag == nil { return "no-store" }
    switch freshness {
    case .kept: return "max-age=86400"
    case .final: return "public, max-age=31536000, immutable"
    case .dataVersion, .fixed, .never: break
    }
    // How a page looks may change with the program, whatever its data.
    return memento.isFinal && mediaType != .html
      ? "public, max-age=31536000, immutable" : "no-cache"
  }

  /// The client's copy is good.
  ///
  /// - Parameter tag: As the client named it.
  /// - Returns: With 304.
  func notModified(_ tag: EntityTag) -> Response {
    var fields = HTTPFields(
      Self.common + [Self.securityPolicy(of: mediaType)] + memento.headers)
    keep(&fields)
    fields[.eTag] = tag.text
    return Response(status: .notModified, headers: fields)
  }

  static func options() -> Response {
    var fields = HTTPFields(common + [securityPolicy(of: .plainText)])
    fields[.allow] = methods.joined(separator: ", ")
    fields[.accessControlAllowMethods] = methods.joined(separator: ", ")
    fields[.accessControlAllowHeaders] = "Accept, If-None-Match, If-Range, Range"
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
