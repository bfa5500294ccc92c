import ArgumentParser
import Cartography
import Foundation
import Tiles

/// Which archive a command works on.
struct TileArchiveFile: ParsableArguments {
  @Option(
    name: .customLong("archive"),
    help: ArgumentHelp(
      "The archive (default: tiles/mosul.pmtiles, else the one built in).", valueName: "file"))
  var named: String?

  /// Where the basemap is in a checkout.
  static let standardPath = "tiles/mosul.pmtiles"

  /// The archive's bytes: those of the one named, else of the basemap in the working directory,
  /// else of the one that is part of the program.
  func reader() throws -> any RangeReader {
    if let named { return try FileReader(path: named) }
    if FileManager.default.fileExists(atPath: Self.standardPath) {
      return try FileReader(path: Self.standardPath)
    }
    return BuiltInTiles()
  }

  /// Opens the archive.
  func open() throws -> PMTilesArchive { try PMTilesArchive(try reader()) }
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
