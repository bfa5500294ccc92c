import Cartography
import Inquiry
import MapRendering
import Register

/// How a map is to look, as asked for, and the drawing of it.
struct MapLook: Equatable {
  var width: Int?
  var height: Int?
  var choices = RenderChoices()
  var cellAspect: Double?
  var format = MapFormat.text
  var language = MapLanguage.english
  var arabic = ArabicPlacement.key
  /// What `--tiles` names.
  var tiles: String?

  init() {}

  /// What flags ask for.
  init(_ options: MapOptions, display: DisplayOptions, height: Int?) {
    width = display.width
    self.height = height
    choices = RenderChoices(
      glyphs: options.glyphs, colour: display.color, theme: options.theme,
      ambiguousWidth: options.ambiguousWidth, blank: options.blank)
    cellAspect = options.cellAspect
    format = options.format
    language = options.lang
    arabic = options.arabic
  }

  /// Draws the answer to a question.
  func draw(
    _ query: IncidentQuery, on register: Register, to console: Console
  ) async throws -> ExitStatus {
    let capabilities = console.capabilities(choices)
    let tiles = try TileOptions.tiles(tiles, console.environment)
    let drawn = try await MapDrawer(source: register, tiles: tiles).draw(
      query, frame: frame(on: console, capabilities), capabilities: capabilities,
      hints: hints(for: query), style: style)
    switch format {
    case .text: try console.write(drawn.map.bytes)
    }
    // The map is complete: what is left to do is to let go of the register.
    try console.flush()
    return drawn.numberMatched == 0 ? .nothingMatched : .done
  }

  private var style: IncidentMap.Style {
    var style = IncidentMap.Style()
    style.language = language
    style.arabicPlacement = arabic
    return style
  }

  private func frame(
    on console: Console, _ capabilities: RenderCapabilities
  ) -> MapDrawer.Frame {
    let aspect = cellAspect ?? (console.isTTY ? shape(of: capabilities.cellPixels) : 0.5)
    guard console.isTTY else {
      return MapDrawer.Frame(width: width ?? 110, height: height, cellAspect: aspect)
    }
    let size = console.size
    return MapDrawer.Frame(
      width: width ?? size.columns, height: height ?? max(10, size.rows - 1),
      cellAspect: aspect)
  }

  /// The shape of a cell, if it is one that a map can have.
  private func shape(of pixels: CellSize) -> Double {
    let shape = Double(pixels.columns) / Double(max(pixels.rows, 1))
    return MapOptions.cellAspects.contains(shape) ? shape : 0.5
  }

  private func hints(for query: IncidentQuery) -> [String] {
    query.area == nil
      ? ["closer: sijil map \"Old City\"   list: sijil query   one: sijil show CI550"]
      : ["list: sijil query --in ...   data: sijil export --in ... > area.geojson"]
  }
}
