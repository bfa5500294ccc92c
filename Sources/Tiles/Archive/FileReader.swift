#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// An archive in a file, mapped into memory: only the pages that are asked for are read, and only
/// the piece asked for is copied.
///
/// Several threads may read at once. What was mapped is read-only and private; a file put in its
/// place by renaming leaves it as it was. A file cut short in place is an error, found by asking
/// for its length before every read. Where it is cut between that and the copying, some
/// microseconds, the system ends the program with a signal: no reader of mapped memory can tell.
public final class FileReader: RangeReader {
  /// How many bytes the file had when it was opened.
  public let byteCount: UInt64
  private let path: String
  private let descriptor: Int32
  /// Where the first byte lies; 0 for an empty file, of which nothing is mapped.
  ///
  /// A number, for nobody writes there and the memory stays until the reader goes.
  private let address: UInt

  /// Opens and maps a file.
  ///
  /// - Parameter path: Of a plain file.
  /// - Throws: ``TilesError/unreadable(path:errorNumber:)``.
  public init(path: String) throws(TilesError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .unreadable(path: path, errorNumber: errno) }
    do throws(TilesError) {
      let length = try Self.length(of: descriptor, path: path)
      address = try Self.map(descriptor, length: length, path: path)
      byteCount = length
    } catch {
      close(descriptor)
      throw error
    }
    self.path = path
    self.descriptor = descriptor
  }

  deinit {
    if let memory = UnsafeMutableRawPointer(bitPattern: address) {
      munmap(memory, Int(clamping: byteCount))
    }
    close(descriptor)
  }

  /// Some of the bytes.
  ///
  /// - Parameter range: Of the file.
  /// - Returns: As many bytes as the range has.
  /// - Throws: ``ArchiveFault/endsEarly`` for a range beyond the end, or beyond where the file ends
  ///   by now; ``TilesError/unreadable(path:errorNumber:)``.
  /// - Complexity: O(*n*) in the bytes asked for.
  public func bytes(in range: Range<UInt64>) throws(TilesError) -> [UInt8] {
    guard range.upperBound <= byteCount, let start = Int(exactly: range.lowerBound),
      let end = Int(exactly: range.upperBound)
    else { throw .archive(.endsEarly, offset: range.lowerBound) }
    guard start < end, let memory = UnsafeRawPointer(bitPattern: address) else { return [] }
    let length = try Self.length(of: descriptor, path: path)
    guard range.upperBound <= length else {
      throw .archive(.endsEarly, offset: max(range.lowerBound, length))
    }
    return Array(UnsafeRawBufferPointer(start: memory + start, count: end - start))
  }

  /// How long the file is by now.
  private static func length(of descriptor: Int32, path: String) throws(TilesError) -> UInt64 {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      throw .unreadable(path: path, errorNumber: errno)
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw .unreadable(
        path: path, errorNumber: status.st_mode & S_IFMT == S_IFDIR ? EISDIR : EINVAL)
    }
    return UInt64(clamping: status.st_size)
  }

  /// Maps all of a file; 0 for an empty one, which the system refuses to map.
  private static func map(
    _ descriptor: Int32, length: UInt64, path: String
  ) throws(TilesError) -> UInt {
    guard length > 0 else { return 0 }
    guard let count = Int(exactly: length) else {
      throw .unreadable(path: path, errorNumber: EFBIG)
    }
    guard let memory = mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0),
      memory != MAP_FAILED
    else { throw .unreadable(path: path, errorNumber: errno) }
    return UInt(bitPattern: memory)
  }
}

/// The system's words for its error numbers.
enum SystemError {
  static func text(of number: Int32) -> String { String(cString: strerror(number)) }
}
