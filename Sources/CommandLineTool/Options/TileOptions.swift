import ArgumentParser
import Cartography

/// Which tiles lie under maps.
struct TileOptions: ParsableArguments {
  @Option(
    name: .customLong("tiles"),
    help: ArgumentHelp(
      "The base map: a PMTiles archive or a folder z/x/y.mvt (default: $SIJIL_TILES, else what is "
        + "in tiles/, else the built-in one).", valueName: "path"))
  var path: String?

  /// The tiles in force, given what `--tiles` names.
  static func tiles(_ named: String?, _ environment: [String: String]) throws -> TileBase {
    try TileBase.lookup(option: named, environment: environment["SIJIL_TILES"])
  }
}
