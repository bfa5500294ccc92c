import JSONText

/// The text of a feature collection, piece by piece: only one piece is held at a time, and the
/// next is made when the client has taken the one before.
struct FeatureChunks<Feature: Sendable>: Sequence, IteratorProtocol, Sendable {
  private let features: [Feature]
  private let chunkBytes: Int
  private let write: @Sendable (Feature, inout JSONWriter) -> Void
  private var writer: JSONWriter
  private var position = 0
  private var isDone = false

  /// Makes the pieces.
  ///
  /// - Parameters:
  ///   - features: What is written.
  ///   - beginning: The writer, inside the array of features.
  ///   - chunkBytes: A piece is handed on once it has this many bytes.
  ///   - write: Writes one feature.
  init(
    _ features: [Feature], after beginning: JSONWriter, chunkBytes: Int,
    write: @escaping @Sendable (Feature, inout JSONWriter) -> Void
  ) {
    self.features = features
    self.chunkBytes = chunkBytes
    self.write = write
    writer = beginning
  }

  /// The next piece, never empty; `nil` after the last.
  mutating func next() -> [UInt8]? {
    while writer.bytes.count < chunkBytes, position < features.count {
      write(features[position], &writer)
      position += 1
    }
    if position == features.count, !isDone {
      writer.endArray()
      writer.endObject()
      isDone = true
    }
    let piece = writer.takeBytes()
    return piece.isEmpty ? nil : piece
  }
}
