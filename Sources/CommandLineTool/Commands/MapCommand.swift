import ArgumentParser

/// `sijil map`: the city in the terminal.
struct MapCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "map", abstract: "Draw a map of incidents in the terminal.",
    discussion: """
      Incidents placed to better than 2 km are drawn, grade by shape and colour, size by killed; \
      the others are counted under the map. District shapes are computed and approximate.
      """)

  @Argument(
    help: ArgumentHelp(
      "A place, by any of its names (default: the whole city).",
      valueName: "area"))
  var area: String?
  @OptionGroup var options: QueryOptions
  @OptionGroup var look: MapOptions
  @Option(help: ArgumentHelp("Rows (default: the terminal's).", valueName: "rows"))
  var height: Int?
  @OptionGroup var display: DisplayOptions
  @OptionGroup var tiles: TileOptions
  @OptionGroup var store: StoreOptions

  /// The rows that a map may have.
  static let heights = 1...400

  func validate() throws {
    if let height, !Self.heights.contains(height) {
      throw ValidationError("--height must be 1 to 400")
    }
    if area != nil, options.place != nil {
      throw ValidationError("name the area once: 'sijil map AREA' or --in")
    }
  }

  func run(on console: Console) async throws -> ExitStatus {
    let register = try store.open()
    var options = options
    options.place = area ?? options.place
    return try await mapLook.draw(try options.query(on: register), on: register, to: console)
  }

  /// How the map is to look.
  var mapLook: MapLook {
    var look = MapLook(look, display: display, height: height)
    look.tiles = tiles.path
    return look
  }
}
