import Compression
import HummingbirdCore
import NIOCore

extension ResponseForm {
  /// Below this many bytes a header costs more than compression saves.
  private static let leastBytes = 1_024

  /// Whether an answer becomes much smaller.
  func isWorthCompressing(_ answer: Answer) -> Bool {
    guard answer.mediaType.isText else { return false }
    if case .bytes(let bytes) = answer.body { return bytes.count >= Self.leastBytes }
    return true
  }

  /// The body as it is.
  func plain(_ body: Answer.Body) -> ResponseBody {
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

  /// The body in gzip, piece by piece.
  func compressed(_ body: Answer.Body) -> ResponseBody {
    ResponseBody { writer in
      var compressor = try GzipCompressor()
      var output: [UInt8] = []
      switch body {
      case .bytes(let bytes): try compressor.compress(bytes, into: &output)
      case .chunks(let chunks):
        for chunk in chunks {
          try compressor.compress(chunk, into: &output)
          guard !output.isEmpty else { continue }
          try await writer.write(ByteBuffer(bytes: output))
          output.removeAll(keepingCapacity: true)
        }
      }
      try compressor.finish(into: &output)
      try await writer.write(ByteBuffer(bytes: output))
      try await writer.finish(nil)
    }
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
