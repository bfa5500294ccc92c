import Foundation

/// A program of another project that is an oracle where it is installed.
struct Tool {
  /// Reads vector files.
  static let ogrinfo = Tool(named: "ogrinfo")
  /// Converts vector files.
  static let ogr2ogr = Tool(named: "ogr2ogr")

  /// Whether GDAL is installed with a driver.
  static func gdalHasDriver(_ name: String) -> Bool {
    (try? ogrinfo?.run(["--formats"]))?.contains(" \(name) -") == true
  }

  private let url: URL

  private init?(named name: String) {
    let found = ["/usr/bin/", "/usr/local/bin/", "/opt/homebrew/bin/"].map { $0 + name }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
    guard let found else { return nil }
    url = URL(fileURLWithPath: found)
  }

  /// Runs the program; what it prints, its errors among it.
  func run(_ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = url
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }
}
