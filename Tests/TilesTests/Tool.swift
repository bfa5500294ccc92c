import Foundation

/// A program of another project that is an oracle where it is installed.
struct Tool {
  /// GDAL's converter of vector files.
  static let ogr2ogr = Tool(named: "ogr2ogr")

  private let url: URL

  private init?(named name: String) {
    let found = ["/usr/bin/", "/usr/local/bin/", "/opt/homebrew/bin/"].map { $0 + name }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
    guard let found else { return nil }
    url = URL(fileURLWithPath: found)
  }

  /// Runs the program; what it prints, without its warnings.
  func run(_ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = url
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }
}

/// A folder for one test, which goes with it.
func withTemporaryFolder(_ body: (URL) throws -> Void) throws {
  let folder = FileManager.default.temporaryDirectory.appending(path: "tiles-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  try body(folder)
}
