import ArgumentParser

/// `sijil tiles`: the basemap as an archive of vector tiles.
struct TilesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tiles", abstract: "Build, check and look into the basemap's tiles.",
    discussion: """
      The basemap is one PMTiles archive of Mapbox Vector Tiles, made from the places in data/: \
      tiles/README.md lists its layers. Any other archive of vector tiles can be checked, looked \
      into, unpacked and packed too.
      """,
    subcommands: [
      TilesBuildCommand.self, TilesVerifyCommand.self, TilesShowCommand.self,
      TilesUnpackCommand.self, TilesPackCommand.self,
    ])
}
