import Foundation

/// A file, or bytes in memory, of which any part can be read.
enum RandomAccessBytes {
  case memory([UInt8])
  case file(FileHandle, count: Int)

  /// Opens a file.
  init(reading url: URL) throws(FlatGeobufError) {
    do {
      let handle = try FileHandle(forReadingFrom: url)
      self = .file(handle, count: Int(clamping: try handle.seekToEnd()))
    } catch {
      throw .unreadable(reason: error.localizedDescription)
    }
  }

  /// The bytes in all.
  var count: Int {
    switch self {
    case .memory(let bytes): bytes.count
    case .file(_, let count): count
    }
  }

  /// Reads a part; nothing is reserved for a length that the file cannot have.
  func read(
    _ range: Range<Int>, _ part: FlatGeobufPart
  ) throws(FlatGeobufError) -> [UInt8] {
    guard range.upperBound <= count else {
      throw .refused(.unexpectedEnd(part), at: min(range.lowerBound, count))
    }
    switch self {
    case .memory(let bytes): return Array(bytes[range])
    case .file(let handle, _):
      do {
        try handle.seek(toOffset: UInt64(range.lowerBound))
        let data = try handle.read(upToCount: range.count) ?? Data()
        guard data.count == range.count else {
          throw FlatGeobufError.refused(.unexpectedEnd(part), at: range.lowerBound + data.count)
        }
        return [UInt8](data)
      } catch let error as FlatGeobufError {
        throw error
      } catch {
        throw .unreadable(reason: error.localizedDescription)
      }
    }
  }

  /// Reads the size before a buffer.
  func readSize(at offset: Int, _ part: FlatGeobufPart) throws(FlatGeobufError) -> Int {
    let bytes = try read(offset..<offset + 4, part)
    return bytes.reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}
