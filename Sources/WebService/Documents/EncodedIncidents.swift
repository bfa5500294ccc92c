import Inquiry

/// A page of incidents in a file format, piece by piece: only one piece is held at a time, and the
/// next is made when the client has taken the one before.
struct EncodedIncidents: Sequence, Sendable {
  let page: IncidentPage
  /// A piece is handed on once it has this many bytes.
  let chunkBytes: Int
  /// The format; each walk through the page has an encoder of its own.
  let makeEncoder: @Sendable () -> any IncidentEncoder

  /// The body of the answer: a page of few incidents in one piece, which says how long it is and
  /// costs one write.
  var body: Answer.Body {
    guard page.features.count <= Self.wholeFeatures else { return .chunks(self) }
    var encoder = makeEncoder()
    var buffer: [UInt8] = []
    buffer.reserveCapacity(4_096 + page.features.count * 1_536)
    encoder.begin(page, into: &buffer)
    for feature in page.features {
      encoder.encode(feature, into: &buffer)
      guard buffer.count < Self.wholeChunks * chunkBytes else { return .chunks(self) }
    }
    encoder.end(into: &buffer)
    return .bytes(buffer)
  }

  /// The largest page that is sent in one piece, and how many usual pieces that may be.
  private static let wholeFeatures = 128
  private static let wholeChunks = 8

  func makeIterator() -> Iterator {
    Iterator(page: page, chunkBytes: chunkBytes, encoder: makeEncoder())
  }

  struct Iterator: IteratorProtocol {
    private let page: IncidentPage
    private let chunkBytes: Int
    private var encoder: any IncidentEncoder
    private var buffer: [UInt8] = []
    private var position = 0
    private var isDone = false

    fileprivate init(page: IncidentPage, chunkBytes: Int, encoder: any IncidentEncoder) {
      self.page = page
      self.chunkBytes = chunkBytes
      self.encoder = encoder
      buffer.reserveCapacity(chunkBytes + 4_096)
      self.encoder.begin(page, into: &buffer)
    }

    /// The next piece, never empty; `nil` after the last.
    mutating func next() -> [UInt8]? {
      page.features.withUnsafeBufferPointer { features in
        while buffer.count < chunkBytes, position < features.count {
          encoder.encode(features[position], into: &buffer)
          position += 1
        }
      }
      if position == page.features.count, !isDone {
        encoder.end(into: &buffer)
        isDone = true
      }
      guard !buffer.isEmpty else { return nil }
      defer { buffer.removeAll(keepingCapacity: true) }
      return buffer
    }
  }
}
