import Foundation

/// Where the facts that come with the program are.
enum BundledData {
  /// The folder of the bundled data.
  ///
  /// Looked for, in this order: the option, `SIJIL_DATA`, `share/sijil/data` beside the binary's
  /// folder (an installed program), a `data` folder in or above the binary's folder (a checkout),
  /// a `data` folder here.
  ///
  /// - Parameter option: `--data`.
  /// - Returns: A folder that holds the tables.
  /// - Throws: ``CommandError/noData(searched:)`` with every folder looked in.
  static func folder(option: String?) throws -> URL {
    let environment = ProcessInfo.processInfo.environment["SIJIL_DATA"]
    if let named = option ?? environment {
      let folder = URL(fileURLWithPath: named)
      guard holdsData(folder) else { throw CommandError.noData(searched: [named]) }
      return folder
    }
    let candidates = installedFolders() + [URL(fileURLWithPath: "data")]
    guard let found = candidates.first(where: holdsData) else {
      throw CommandError.noData(searched: ["share/sijil/data", "data"])
    }
    return found
  }

  private static func installedFolders() -> [URL] {
    guard let binary = Bundle.main.executableURL?.resolvingSymlinksInPath() else { return [] }
    var folder = binary.deletingLastPathComponent()
    var folders = [folder.deletingLastPathComponent().appending(path: "share/sijil/data")]
    for _ in 0..<6 {
      folders.append(folder.appending(path: "data"))
      folder = folder.deletingLastPathComponent()
    }
    return folders
  }

  private static func holdsData(_ folder: URL) -> Bool {
    FileManager.default.fileExists(atPath: folder.appending(path: "claims.csv").path)
      && FileManager.default.fileExists(atPath: folder.appending(path: "places.csv").path)
  }
}
