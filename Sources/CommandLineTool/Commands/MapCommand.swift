import ArgumentParser
import Cartography
import Inquiry
import MapRendering
import Register

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
  @Option(help: "auto, ascii or braille.")
  var glyphs: GlyphChoice = .auto
  @Option(help: ArgumentHelp("Rows (default: the terminal's).", valueName: "rows"))
  var height: Int?
  @OptionGroup var display: DisplayOptions
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
    return try await look.draw(try options.query(on: register), on: register, to: console)
  }

  /// How the map is to look.
  var look: MapLook {
    MapLook(width: display.width, height: height, glyphs: glyphs, colour: display.color)
  }
}

/// How a map is to look, as asked for, and the drawing of it.
struct MapLook: Equatable {
  var width: Int?
  var height: Int?
  var glyphs = GlyphChoice.auto
  var colour = ColourChoice.auto

  /// Draws the answer to a question.
  func draw(
    _ query: IncidentQuery, on register: Register, to console: Console
  ) async throws -> ExitStatus {
    let drawn = try await MapDrawer(source: register).draw(
      query, frame: frame(on: console),
      capabilities: RenderCapabilities(
        glyphs: GlyphPolicy.glyphs(choice: glyphs.set, environment: console.environment),
        colourDepth: ColourPolicy.depth(
          choice: colour, environment: console.environment, isTTY: console.isTTY)),
      hints: hints(for: query))
    try console.write(drawn.map.bytes)
    // The map is complete: what is left to do is to let go of the register.
    try console.flush()
    return drawn.numberMatched == 0 ? .nothingMatched : .done
  }

  private func frame(on console: Console) -> MapDrawer.Frame {
    guard console.isTTY else { return MapDrawer.Frame(width: width ?? 110, height: height) }
    let size = console.size
    return MapDrawer.Frame(
      width: width ?? size.columns, height: height ?? max(10, size.rows - 1))
  }

  private func hints(for query: IncidentQuery) -> [String] {
    query.area == nil
      ? ["closer: sijil map \"Old City\"   list: sijil query   one: sijil show CI550"]
      : ["list: sijil query --in ...   data: sijil export --in ... > area.geojson"]
  }
}

/// The characters to draw with, as typed.
enum GlyphChoice: String, CaseIterable, ExpressibleByArgument {
  case auto
  case ascii
  case braille

  var set: GlyphSet? { GlyphSet(rawValue: rawValue) }
}
