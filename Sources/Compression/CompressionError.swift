/// Why bytes could not be compressed or read.
public enum CompressionError: Error, Hashable, Sendable {
  /// No memory for zlib's own state.
  case outOfMemory
  /// zlib could not go on.
  case failed
  /// The bytes are no gzip, or not what was written.
  case damaged
  /// The bytes stop before their end.
  case endsEarly
  /// More would come out than may.
  case tooLarge(limit: Int)
}

extension CompressionError: CustomStringConvertible {
  /// One line.
  public var description: String {
    switch self {
    case .outOfMemory: "no memory to compress with"
    case .failed: "the bytes could not be compressed"
    case .damaged: "the compressed bytes are damaged"
    case .endsEarly: "the compressed bytes end early"
    case .tooLarge(let limit): "more than \(limit) bytes would come out"
    }
  }
}
