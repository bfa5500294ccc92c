import ArgumentParser
import Foundation
import Tiles

/// `sijil tiles unpack`: an archive as a folder.
struct TilesUnpackCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "unpack", abstract: "Write the tiles of an archive as files z/x/y.mvt.",
    discussion: "Tiles are unpacked, and the archive's metadata becomes metadata.json.")

  @Argument(help: ArgumentHelp("A folder that is not there yet, or empty.", valueName: "folder"))
  var folder: String
  @OptionGroup var archive: TileArchiveFile

  func run(on console: Console) async throws -> ExitStatus {
    let count = try TileFolder(path: folder).unpack(try archive.open())
    try console.line("wrote \(Plural.of("tile", count)) to \(folder)")
    return .done
  }
}

/// `sijil tiles pack`: a folder as an archive.
struct TilesPackCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "pack", abstract: "Make an archive from files z/x/y.mvt and metadata.json.",
    discussion: """
      Each tile is checked first. Bounds and centre are those of metadata.json ("bounds", \
      "center"), else those of the tiles. What 'unpack' wrote of the basemap is packed to the same \
      bytes.
      """)

  @Argument(help: ArgumentHelp("The folder.", valueName: "folder"))
  var folder: String
  @Argument(help: ArgumentHelp("The archive to write.", valueName: "file"))
  var output: String

  func run(on console: Console) async throws -> ExitStatus {
    let (bytes, count) = try TileFolder(path: folder).packed()
    try NewFile.write(bytes, to: output)
    try console.line("wrote \(output): \(Plural.of("tile", count)), \(bytes.count) bytes")
    return .done
  }
}
