import Foundation

/// A program of another project that is an oracle where it is installed.
public struct Tool: Sendable {
  /// Reads vector files.
  public static let ogrinfo = Tool(named: "ogrinfo")
  /// Converts vector files.
  public static let ogr2ogr = Tool(named: "ogr2ogr")

  /// Whether GDAL is installed with a driver.
  public static func gdalHasDriver(_ name: String) -> Bool {
    (try? ogrinfo?.run(["--formats"]))?.contains(" \(name) -") == true
  }

  private let url: URL

  private init?(named name: String) {
    let found = ["/usr/bin/", "/usr/local/bin/", "/opt/homebrew/bin/"].map { $0 + name }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
    guard let found else { return nil }
    url = URL(fileURLWithPath: found)
  }

  /// Runs the program.
  ///
  /// - Parameters:
  ///   - arguments: What it is started with.
  ///   - keepsWarnings: Whether what it prints to standard error is part of the answer.
  /// - Returns: What it prints.
  /// - Throws: Whatever starting it throws; a program that fails is told by what it prints.
  public func run(_ arguments: [String], keepsWarnings: Bool = true) throws -> String {
    let process = Process()
    process.executableURL = url
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = keepsWarnings ? pipe : FileHandle.nullDevice
    try process.run()
    let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }
}
