import ArgumentParser
import Foundation
import Tiles

/// Which archive a command works on.
struct TileArchiveFile: ParsableArguments {
  @Option(
    name: .customLong("archive"),
    help: ArgumentHelp(
      "The archive (default: the basemap that comes with sijil).", valueName: "file"))
  var named: String?

  /// Where the basemap is in a checkout.
  static let standardPath = "tiles/mosul.pmtiles"

  /// The archive's path: the one named, else the basemap in the working directory, else the one
  /// beside the facts that come with the program.
  func path() throws -> String {
    if let named { return named }
    if FileManager.default.fileExists(atPath: Self.standardPath) { return Self.standardPath }
    let bundled = try? BundledData.folder(option: nil).deletingLastPathComponent()
      .appending(path: Self.standardPath).path
    guard let bundled, FileManager.default.fileExists(atPath: bundled) else {
      throw CommandError.unreadable(
        path: Self.standardPath, reason: "there is none; run 'sijil tiles build' or use --archive")
    }
    return bundled
  }

  /// Opens the archive.
  func open() throws -> PMTilesArchive { try PMTilesArchive(FileReader(path: try path())) }
}

/// A file that is written whole or not at all.
enum NewFile {
  /// Writes bytes, in place of what is there.
  static func write(_ bytes: [UInt8], to path: String) throws {
    do {
      let file = URL(fileURLWithPath: path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: file, options: .atomic)
    } catch {
      throw CommandError.unwritable(path: path, reason: error.localizedDescription)
    }
  }
}
