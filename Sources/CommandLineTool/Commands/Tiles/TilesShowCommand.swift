import ArgumentParser
import Cartography
import JSONText
import Tiles

/// `sijil tiles show`: what an archive or a tile holds.
struct TilesShowCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show what an archive or one of its tiles holds.")

  @Argument(
    help: ArgumentHelp(
      "Zoom, column and row (default: the archive as a whole).", valueName: "z/x/y"))
  var tile: String?
  @Flag(help: "One JSON object a tile and line, of every tile where none is named.")
  var json = false
  @OptionGroup var archive: TileArchiveFile

  func run(on console: Console) async throws -> ExitStatus {
    let address = try tile.map { text in
      guard let address = TileAddress(text) else {
        throw ValidationError("\"\(text)\" is no tile: give zoom/column/row, as in 14/10154/6414")
      }
      return address
    }
    let archive = try archive.open()
    guard let address else {
      if json {
        try writeAll(of: archive, to: console)
      } else {
        try console.lines(try TileArchiveText.lines(about: archive))
        let drawn = try TileOptions.tiles(nil, console.environment)
        try console.line("maps here are drawn from: \(drawn.name)")
      }
      return .done
    }
    guard let bytes = try archive.bytes(of: address) else {
      console.note("sijil: the archive has no tile \(address)")
      return .nothingMatched
    }
    let content = try VectorTile(decoding: bytes)
    if json {
      try console.write(VectorTileDocument.line(content, at: address))
    } else {
      try console.lines(TileArchiveText.lines(about: content, at: address))
    }
    return .done
  }

  private func writeAll(of archive: PMTilesArchive, to console: Console) throws {
    for address in try archive.addresses(limit: TileFolder.tileLimit) {
      guard let bytes = try archive.bytes(of: address) else { continue }
      try console.write(VectorTileDocument.line(try VectorTile(decoding: bytes), at: address))
    }
  }
}
