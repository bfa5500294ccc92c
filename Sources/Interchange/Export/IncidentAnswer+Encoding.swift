import Foundation
public import Inquiry

extension IncidentAnswer {
  /// Writes the answer in a format, pieces of it at once on several threads.
  ///
  /// The bytes are those that one encoder writes, whatever the number of threads. An answer of one
  /// piece takes no further thread.
  ///
  /// - Parameters:
  ///   - makeEncoder: Makes an encoder of the format; not one that holds back features, such as that
  ///     of an indexed FlatGeobuf file.
  ///   - threads: How many threads; by default as many as there are cores, 8 at most.
  ///   - sink: Takes the pieces in order, on the calling thread.
  /// - Throws: What making features or the sink throws.
  /// - Complexity: O(*n*); memory holds a few pieces of ``pieceSize`` features a thread.
  public func encode(
    with makeEncoder: @escaping @Sendable () -> any IncidentEncoder, threads: Int? = nil,
    to sink: ([UInt8]) throws -> Void
  ) throws {
    var first = makeEncoder()
    var buffer: [UInt8] = []
    first.begin(head, into: &buffer)
    for feature in try features(in: 0..<Self.pieceSize) { first.encode(feature, into: &buffer) }
    let pieces = (count + Self.pieceSize - 1) / Self.pieceSize
    if pieces > 1 {
      try sink(buffer)
      buffer.removeAll(keepingCapacity: true)
      let cores = min(ProcessInfo.processInfo.activeProcessorCount, 8)
      try OrderedPieces.run(1..<pieces, threads: threads ?? cores) {
        var encoder = makeEncoder()
        encoder.resume(head)
        return { number, piece in
          let start = number * Self.pieceSize
          for feature in try features(in: start..<start + Self.pieceSize) {
            encoder.encode(feature, into: &piece)
          }
        }
      } taking: {
        try sink($0)
      }
    }
    first.end(into: &buffer)
    if !buffer.isEmpty { try sink(buffer) }
  }
}
