public import Foundation

/// Where the checkout and the material beside it are found by tests.
public enum Repository {
  /// The root of the checkout.
  public static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The project's own facts.
  public static let data = root.appending(path: "data")

  /// The shared material beside the checkout (`SIJIL_SHARED` overrides), where it is present.
  public static let shared: URL? = {
    let override = ProcessInfo.processInfo.environment["SIJIL_SHARED"]
    let folder =
      override.map { URL(fileURLWithPath: $0) }
      ?? root.deletingLastPathComponent().appending(path: "shared")
    return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
  }()

  /// A file of the shared data sets.
  ///
  /// - Parameter name: The file's name, such as `ucdp-ged-syria-2016.csv`.
  /// - Returns: `nil` where it is absent: the test is then skipped with a message.
  public static func sharedData(_ name: String) -> URL? {
    guard let file = shared?.appending(path: "data/\(name)") else { return nil }
    return FileManager.default.fileExists(atPath: file.path) ? file : nil
  }
}
