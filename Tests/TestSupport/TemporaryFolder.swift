public import Foundation

/// A folder for the files of one test, gone with the value that holds it.
public final class TemporaryFolder: Sendable {
  /// Where it is.
  public let url: URL

  /// Makes the folder.
  ///
  /// - Throws: Whatever the file system says.
  public init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "sijil-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// Writes one file.
  ///
  /// - Parameters:
  ///   - text: What it holds, as UTF-8.
  ///   - name: Its name.
  /// - Returns: Where it is.
  /// - Throws: Whatever the file system says.
  @discardableResult
  public func write(_ text: String, _ name: String) throws -> URL {
    try write(Array(text.utf8), name)
  }

  /// Writes one file of bytes.
  ///
  /// - Parameters:
  ///   - bytes: What it holds.
  ///   - name: Its name.
  /// - Returns: Where it is.
  /// - Throws: Whatever the file system says.
  @discardableResult
  public func write(_ bytes: [UInt8], _ name: String) throws -> URL {
    let file = url.appending(path: name)
    try Data(bytes).write(to: file)
    return file
  }

  /// Lends a folder that is gone afterwards.
  ///
  /// - Parameter body: Gets the folder.
  /// - Throws: What the body throws, or the file system.
  public static func lend(_ body: (URL) throws -> Void) throws {
    let folder = try TemporaryFolder()
    try withExtendedLifetime(folder) { try body(folder.url) }
  }
}
