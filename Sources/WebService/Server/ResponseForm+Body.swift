import Compression
import HTTPTypes
import Hummingbird
import HummingbirdCore
import NIOCore
import Tiles

extension ResponseForm {
  /// Below this many bytes a header costs more than compression saves.
  private static let leastBytes = 1_024

  /// Bytes of a packed answer at most, once unpacked.
  static let unpackedLimit = 67_108_864
  /// Bytes of a file that are in memory at a time.
  private static let pieceBytes = UInt64(65_536)

  /// A file, whole or in part, never compressed: parts are counted in its own bytes.
  ///
  /// - Note: Source – RFC 9110 §14.4 and §15.3.7.
  func part(
    _ range: ByteRange?, of file: any RangeReader, _ fields: HTTPFields
  ) throws(RequestFault) -> Response {
    var fields = fields
    fields[.acceptRanges] = "bytes"
    var bytes = 0..<file.byteCount
    if let range {
      guard let part = range.bytes(of: file.byteCount) else {
        throw .noSuchRange(length: file.byteCount)
      }
      bytes = part
      fields[.contentRange] = "bytes \(part.lowerBound)-\(part.upperBound - 1)/\(file.byteCount)"
    }
    return Response(
      status: range == nil ? .ok : .partialContent, headers: fields,
      body: ResponseBody(contentLength: bytes.count) { [bytes] writer in
        var start = bytes.lowerBound
        while start < bytes.upperBound {
          let end = min(start + Self.pieceBytes, bytes.upperBound)
          try await writer.write(ByteBuffer(bytes: try file.bytes(in: start..<end)))
          start = end
        }
        try await writer.finish(nil)
      })
  }

  /// A document made at once.
  func document(_ bytes: [UInt8], _ fields: HTTPFields) throws(CompressionError) -> WholeResponse {
    guard isCompressible, bytes.count >= Self.leastBytes else {
      return WholeResponse(fields: fields, body: ByteBuffer(bytes: bytes))
    }
    var compressor = try GzipCompressor()
    var output: [UInt8] = []
    try compressor.compress(bytes, into: &output)
    try compressor.finish(into: &output)
    return WholeResponse(fields: inGzip(fields), body: ByteBuffer(bytes: output))
  }

  /// A document made piece by piece.
  func stream(_ chunks: any Sequence<[UInt8]> & Sendable, _ fields: HTTPFields) -> Response {
    guard !isCompressible else { return compressed(chunks, fields) }
    // Each write returns when the socket has room again, so a slow reader holds one piece.
    let body = ResponseBody { writer in
      for chunk in chunks {
        try await writer.write(ByteBuffer(bytes: chunk))
        await Self.letOthersWork()
      }
      try await writer.finish(nil)
    }
    return Response(status: .ok, headers: fields, body: body)
  }

  /// A document that is packed already.
  func packed(_ bytes: [UInt8], _ fields: HTTPFields) throws(CompressionError) -> Response {
    let body = compresses ? bytes : try Gzip.decompress(bytes, limit: Self.unpackedLimit)
    return Response(
      status: .ok, headers: compresses ? inGzip(fields) : fields,
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: body)))
  }

  /// Between two pieces: other connections have the same thread.
  private static func letOthersWork() async { await Task.yield() }

  private var isCompressible: Bool { compresses && mediaType.isText }

  private func inGzip(_ fields: HTTPFields) -> HTTPFields {
    var fields = fields
    fields[.contentEncoding] = "gzip"
    fields[.eTag] = tag?.compressed.text
    return fields
  }

  /// The pieces in gzip.
  private func compressed(
    _ chunks: any Sequence<[UInt8]> & Sendable, _ fields: HTTPFields
  ) -> Response {
    let body = ResponseBody { writer in
      var compressor = try GzipCompressor()
      var output: [UInt8] = []
      for chunk in chunks {
        try compressor.compress(chunk, into: &output)
        await Self.letOthersWork()
        guard !output.isEmpty else { continue }
        try await writer.write(ByteBuffer(bytes: output))
        output.removeAll(keepingCapacity: true)
      }
      try compressor.finish(into: &output)
      try await writer.write(ByteBuffer(bytes: output))
      try await writer.finish(nil)
    }
    return Response(status: .ok, headers: inGzip(fields), body: body)
  }
}

/// The `Accept-Encoding` field of a request.
enum AcceptedCoding {
  /// Whether the client takes gzip; one that says nothing gets none.
  ///
  /// - Note: Source – RFC 9110 §12.5.3.
  static func gzip(_ field: String?) -> Bool {
    var anyElse = false
    for item in (field ?? "").lowercased().split(separator: ",") {
      let parts = item.split(separator: ";").map { $0.trimmingSpaces }
      guard let name = parts.first else { continue }
      let weight = parts.dropFirst().first { $0.hasPrefix("q=") }
      let isTaken = (weight.map { Double($0.dropFirst(2)) ?? 0 } ?? 1) > 0
      if name == "gzip" || name == "x-gzip" { return isTaken }
      if name == "*" { anyElse = isTaken }
    }
    return anyElse
  }
}
