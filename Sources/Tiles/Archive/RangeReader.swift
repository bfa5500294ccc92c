#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Bytes of an archive, of which any range can be asked for.
public protocol RangeReader: Sendable {
  /// How many bytes there are.
  var byteCount: UInt64 { get }

  /// Some of the bytes.
  ///
  /// - Parameter range: Within 0…``byteCount``.
  /// - Returns: As many bytes as the range has.
  /// - Throws: ``TilesError`` when they cannot be read.
  func bytes(in range: Range<UInt64>) throws(TilesError) -> [UInt8]
}

/// An archive that is in memory.
public struct MemoryReader: RangeReader {
  private let content: [UInt8]

  /// Takes the bytes of an archive.
  ///
  /// - Parameter content: All of them.
  public init(_ content: [UInt8]) { self.content = content }

  /// How many bytes there are.
  public var byteCount: UInt64 { UInt64(content.count) }

  /// Some of the bytes.
  ///
  /// - Parameter range: Of them.
  /// - Returns: As many bytes as the range has.
  /// - Throws: ``ArchiveFault/endsEarly`` for a range beyond the end.
  public func bytes(in range: Range<UInt64>) throws(TilesError) -> [UInt8] {
    guard range.upperBound <= byteCount else {
      throw .archive(.endsEarly, offset: range.lowerBound)
    }
    return Array(content[Int(range.lowerBound)..<Int(range.upperBound)])
  }
}

/// An archive in a file, which stays open and is read piece by piece.
///
/// Reading does not move a position in the file, so several threads may read at once. A file that
/// is cut short meanwhile is an error here; mapped into memory it would end the program.
public final class FileReader: RangeReader {
  /// How many bytes the file had when it was opened.
  public let byteCount: UInt64
  private let path: String
  private let descriptor: Int32

  /// Opens a file.
  ///
  /// - Parameter path: Of a plain file.
  /// - Throws: ``TilesError/unreadable(path:errorNumber:)``.
  public init(path: String) throws(TilesError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .unreadable(path: path, errorNumber: errno) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      let number = errno
      close(descriptor)
      throw .unreadable(path: path, errorNumber: number)
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw .unreadable(
        path: path, errorNumber: status.st_mode & S_IFMT == S_IFDIR ? EISDIR : EINVAL)
    }
    self.path = path
    self.descriptor = descriptor
    byteCount = UInt64(clamping: status.st_size)
  }

  deinit { close(descriptor) }

  /// Some of the bytes.
  ///
  /// - Parameter range: Of the file.
  /// - Returns: As many bytes as the range has.
  /// - Throws: ``TilesError/unreadable(path:errorNumber:)``, ``ArchiveFault/endsEarly``.
  public func bytes(in range: Range<UInt64>) throws(TilesError) -> [UInt8] {
    guard range.upperBound <= byteCount, let start = off_t(exactly: range.lowerBound) else {
      throw .archive(.endsEarly, offset: range.lowerBound)
    }
    let count = Int(range.upperBound - range.lowerBound)
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        let got = pread(
          descriptor, buffer.baseAddress?.advanced(by: filled), count - filled,
          start + off_t(filled))
        if got > 0 {
          filled += got
        } else if got == 0 || errno != EINTR {
          failure = got == 0 ? 0 : errno
          return
        }
      }
    }
    guard failure == 0 else { throw .unreadable(path: path, errorNumber: failure) }
    guard bytes.count == count else {
      throw .archive(.endsEarly, offset: range.lowerBound + UInt64(bytes.count))
    }
    return bytes
  }
}

/// The system's words for its error numbers.
enum SystemError {
  static func text(of number: Int32) -> String { String(cString: strerror(number)) }
}
