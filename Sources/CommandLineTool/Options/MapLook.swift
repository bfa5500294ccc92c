import ArgumentParser
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
    guard format != .png || !console.isTTY else {
      throw ValidationError("PNG is not text: send it to a file")
    }
    let capabilities = console.capabilities(choices)
    let tiles = try TileOptions.tiles(tiles, console.environment)
    let plan = try await MapDrawer(source: register, tiles: tiles).plan(
      query, frame: frame(on: console, capabilities), hints: hints(for: query), style: style)
    if format == .png, language != .english {
      console.note("PNG has Latin letters only, so its words and names are English")
    }
    try console.write(bytes(of: plan.scene, plan.view, capabilities))
    // The map is complete: what is left to do is to let go of the register.
    try console.flush()
    return plan.numberMatched == 0 ? .nothingMatched : .done
  }

  private func bytes(
    of scene: MapScene, _ view: MapView, _ capabilities: RenderCapabilities
  ) throws -> [UInt8] {
    switch format {
    case .text: MapRenderer.render(scene, view: view, capabilities: capabilities).bytes
    case .svg:
      MapRenderer.svg(
        scene, view: view, theme: capabilities.theme, language: language.rawValue)
    case .png where choices.glyphs.set != nil:
      try CellRaster(
        MapRenderer.grid(scene, view: view, capabilities: capabilities).grid,
        capabilities: capabilities
      ).png()
    case .json:
      MapRenderer.json(scene, view: view, capabilities: capabilities) + [0x0A]
    case .png: try MapRenderer.png(scene, view: view, theme: capabilities.theme, scale: 2)
    }
  }

  private var style: IncidentMap.Style {
    var style = IncidentMap.Style()
    style.language = format == .png ? .english : language
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
