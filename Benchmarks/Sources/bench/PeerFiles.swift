import Foundation

/// The files that the peers' gen.py writes, found through `PEERS_DATA`.
enum PeerFiles {
  /// A suite cannot run without the peers' files.
  struct Missing: Error, CustomStringConvertible {
    var description: String
  }

  /// One of the files.
  static func url(_ name: String) throws -> URL {
    guard let folder = ProcessInfo.processInfo.environment["PEERS_DATA"] else {
      throw Missing(description: "\(name): set PEERS_DATA to the folder that gen.py wrote")
    }
    let url = URL(fileURLWithPath: folder).appending(path: name)
    guard FileManager.default.isReadableFile(atPath: url.path) else {
      throw Missing(description: "\(url.path) cannot be read: let gen.py write it")
    }
    return url
  }
}
