package import Foundation

/// The bytes of a file or of memory, handed out piece by piece.
package struct ByteChunks {
  /// How many bytes there are in all, where that is known.
  let total: Int
  private var inMemory: [UInt8]?
  private let handle: FileHandle?
  private let file: String
  private let chunkSize: Int

  /// Bytes that are in memory already.
  package init(_ bytes: [UInt8]) {
    total = bytes.count
    inMemory = bytes
    handle = nil
    file = ""
    chunkSize = 0
  }

  /// A file, read in pieces so that memory does not grow with it.
  package init(reading url: URL, chunkSize: Int = 1 << 18) throws(InterchangeError) {
    file = url.lastPathComponent
    self.chunkSize = chunkSize
    do {
      let size = try url.resourceValues(forKeys: [.fileSizeKey]).fileSize
      total = size ?? 0
      handle = try FileHandle(forReadingFrom: url)
    } catch {
      throw .unreadable(file: file, reason: Self.reason(error))
    }
  }

  /// The next piece, or `nil` at the end.
  mutating func next() throws(InterchangeError) -> [UInt8]? {
    if let inMemory {
      self.inMemory = nil
      return inMemory
    }
    do {
      guard let data = try handle?.read(upToCount: chunkSize), !data.isEmpty else { return nil }
      return [UInt8](data)
    } catch {
      throw .unreadable(file: file, reason: Self.reason(error))
    }
  }

  /// All bytes of a file of bounded size.
  static func contents(of url: URL, limit: Int) throws(InterchangeError) -> [UInt8] {
    var chunks = try ByteChunks(reading: url)
    var bytes: [UInt8] = []
    while let chunk = try chunks.next() {
      guard chunk.count <= limit - bytes.count else {
        throw .unreadable(
          file: url.lastPathComponent, reason: "it is longer than \(limit) bytes")
      }
      bytes += chunk
    }
    return bytes
  }

  private static func reason(_ error: any Error) -> String {
    if let error = error as? CocoaError {
      switch error.code {
      case .fileNoSuchFile, .fileReadNoSuchFile: return "no such file"
      case .fileReadNoPermission: return "permission denied"
      default: break
      }
    }
    return error.localizedDescription
  }
}
