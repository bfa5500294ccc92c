#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The bytes of a file or of standard input, in pieces as they come.
///
/// Whatever a pipe holds is handed out at once, so that a stream can be worked on while it grows.
final class InputBytes {
  /// The name in messages.
  let name: String
  private let descriptor: Int32
  private static let pieceBytes = 1 << 18

  /// Opens a file; `-` is standard input.
  init(_ path: String) throws(CommandError) {
    guard path != "-" else {
      name = "standard input"
      descriptor = STDIN_FILENO
      return
    }
    name = path
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Self.failure(path) }
  }

  deinit { if descriptor != STDIN_FILENO { close(descriptor) } }

  /// The next piece, or `nil` at the end.
  func next() throws(CommandError) -> [UInt8]? {
    while true {
      var count = 0
      let piece = [UInt8](unsafeUninitializedCapacity: Self.pieceBytes) { buffer, initialized in
        count = read(descriptor, buffer.baseAddress, buffer.count)
        initialized = max(0, count)
      }
      if count > 0 { return piece }
      if count == 0 { return nil }
      guard errno == EINTR else { throw Self.failure(name) }
    }
  }

  private static func failure(_ path: String) -> CommandError {
    .unreadable(path: path, reason: String(cString: strerror(errno)))
  }
}
