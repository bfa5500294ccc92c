import Cartography

/// `sijil --version --verbose`: the version, and what a map drawn here would lie on.
enum VersionReport {
  /// Whether these arguments ask for it, in either order.
  static func isAskedFor(_ arguments: [String]) -> Bool {
    arguments.count == 2 && Set(arguments) == ["--version", "--verbose"]
  }

  static func run(on console: Console) async throws -> ExitStatus {
    try console.line(Version.text)
    try console.lines(lines(about: try TileOptions.tiles(nil, console.environment)))
    return .done
  }

  /// The tiles: which, in which schema, and whom to name.
  static func lines(about tiles: TileBase) -> [String] {
    [
      "base map: \(tiles.name) (layers of \(tiles.schema.rawValue), zooms "
        + "\(tiles.zooms.lowerBound) to \(tiles.zooms.upperBound))"
    ] + (tiles.attribution.isEmpty ? [] : ["attribution: \(tiles.attribution)"]) + tiles.notes
  }
}
