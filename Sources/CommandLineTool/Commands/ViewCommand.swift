import ArgumentParser
import Atlas
import Foundation
import Inquiry
import MapRendering
import MapViewer
import QueryLanguage
import Records
import SimpleFeatures
import Register

/// `sijil view`: the map that moves.
struct ViewCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "view", abstract: "Move about the map in the terminal.",
    discussion: """
      Arrows move, + and - zoom, g goes to a place, / filters, n goes to the next incident, enter \
      opens its dossier, [ and ] step through time, space plays it, ? shows every key, q leaves. \
      What was on the screen is told as a command on the way out.

      --a11y reads lines and answers in sentences, for screen readers and pipes.
      """)

  @Argument(
    help: ArgumentHelp(
      "A place, by any of its names (default: the whole city).", valueName: "area"))
  var area: String?
  @OptionGroup var options: QueryOptions
  @Option(
    help: ArgumentHelp("The middle of the first view.", valueName: "lon,lat"),
    transform: Parse.position)
  var center: Position?
  @Option(
    help: ArgumentHelp("How wide the first view is, with --center.", valueName: "distance"),
    transform: Parse.meters)
  var across: Double?
  @Option(help: ArgumentHelp("The incident to begin with.", valueName: "id"))
  var focus: String?
  @Flag(
    name: .customLong("a11y"), help: "Lines in, sentences out: for screen readers and pipes.")
  var isSpoken = false
  @Option(
    help: ArgumentHelp(
      "A file that binds keys, KEY = ACTION a line (default: $SIJIL_KEYS).", valueName: "file"))
  var keys: String?
  @Flag(name: .customLong("no-mouse"), help: "Leave the mouse to the terminal.")
  var leavesMouse = false
  @Option(
    help: ArgumentHelp("Time between two steps of playing, milliseconds.", valueName: "ms"))
  var step: Int?
  @Option(
    help: ArgumentHelp(
      "Type these keys, print the screen and leave, such as 'n enter' (no terminal needed).",
      valueName: "keys"))
  var type: String?
  @Option(help: "auto, ascii, box, braille, sextant, octant, sixel or kitty (SIJIL_GLYPHS).")
  var glyphs: GlyphChoice = .auto
  @Option(help: "Background that colours must stand out from: auto, dark or light.")
  var theme: ThemeChoice = .auto
  @Option(help: ArgumentHelp("Rows of the screen of --type.", valueName: "rows"))
  var height: Int?
  @OptionGroup var display: DisplayOptions
  @OptionGroup var store: StoreOptions

  func validate() throws {
    if area != nil, options.place != nil {
      throw ValidationError("name the area once: 'sijil view AREA' or --in")
    }
    if across != nil, center == nil { throw ValidationError("--across needs --center") }
    if options.order != nil { throw ValidationError("--sort orders lists, not maps") }
    if glyphs == .text {
      throw ValidationError(
        "the viewer draws with ascii, box, braille, sextant, octant, sixel or kitty")
    }
    if glyphs.image != nil, isSpoken || type != nil {
      throw ValidationError("--a11y and --type print characters: leave out --glyphs \(glyphs)")
    }
    if let height, !MapCommand.heights.contains(height) {
      throw ValidationError("--height must be 1 to 400")
    }
    if isSpoken, type != nil { throw ValidationError("use one of --a11y and --type") }
    if let step, !(20...60_000).contains(step) {
      throw ValidationError("--step must be 20 to 60000")
    }
  }

  func run(on console: Console) async throws -> ExitStatus {
    let bindings = try bindings(console.environment)
    let keys = try typedKeys()
    let terminal = Viewer.terminalSize
    let needsTerminal = !isSpoken && keys == nil
    if terminal == nil, needsTerminal { throw TerminalSessionError.noTerminal }
    let register = try store.open()
    let state: ViewerState
    do {
      state = try ViewerState(
        try start(on: register), size: size(terminal),
        capabilities: capabilities(on: console), tiers: tiers(on: console), bindings: bindings)
    } catch let fault as FilterError {
      throw ValidationError("--filter: \(fault)")
    }
    let desk = ViewerDesk(source: register) { explanation, columns in
      DossierText(explanation, width: columns).lines
    }
    if isSpoken { return try await Conversation(state, desk: desk, on: console).run() }
    if let keys {
      return try await print(ViewerEngine(state, desk: desk), after: keys, on: console)
    }
    var viewer = try Viewer(
      ViewerEngine(state, desk: desk), options: viewerOptions(console.environment))
    let outcome = try await viewer.run()
    try console.lines(Self.farewell(outcome.link))
    try console.flush()
    if let signal = outcome.signal { TerminalSession.die(of: signal) }
    return .done
  }

  /// How to see the last view again.
  static func farewell(_ link: DeepLink) -> [String] {
    ["again: \(link.command)"] + (link.path.map { ["served: \($0)"] } ?? [])
  }

  /// The keys of --type.
  private func typedKeys() throws -> [KeyPress]? {
    try type?.split(separator: " ").map { name in
      guard let press = KeyPress(name: String(name)) else {
        throw ValidationError("--type: there is no key '\(name)'")
      }
      return press
    }
  }

  /// Cells of the screen; those of a listener only give the counts in view.
  private func size(_ terminal: CellSize?) -> CellSize {
    let usual = isSpoken || type != nil ? CellSize(columns: 80, rows: 24) : terminal
    return CellSize(
      columns: display.width ?? usual?.columns ?? 80, rows: height ?? usual?.rows ?? 24)
  }

  private func print(
    _ engine: ViewerEngine, after keys: [KeyPress], on console: Console
  ) async throws -> ExitStatus {
    var engine = engine
    await engine.begin()
    _ = engine.screen()
    for press in keys {
      if await engine.take(.input(.key(press))) == .quit { break }
      // Drawn after each key, as people see it.
      _ = engine.screen()
    }
    try console.write(
      engine.screen().grid.encoded(capabilities: engine.state.capabilities))
    return .done
  }

  private func start(on register: Register) throws -> ViewerState.Start {
    var options = options
    options.place = area ?? options.place
    let filter = options.filter ?? ""
    // The viewer has the filter as text, to be changed.
    options.filter = nil
    var start = ViewerState.Start(try options.query(on: register))
    start.filter = filter
    start.areaWords = areaWords
    start.followsBackground = theme == .auto
    if let center {
      start.view = ViewerState.Camera(center: center, metersAcross: across ?? 5_000)
    }
    if let focus {
      guard let id = IncidentID(focus), try register.atlas.feature(id, asOf: nil) != nil else {
        throw CommandError.unknownIncident(focus)
      }
      start.focus = id
    }
    return start
  }

  /// The words that say the area, to be said again.
  private var areaWords: [String] {
    if let place = area ?? options.place { return [place] }
    let pairs = [
      ("--bbox", options.bbox), ("--polygon", options.polygon), ("--near", options.near),
      ("--within", options.within), ("--nearest", options.nearest.map(String.init)),
      ("--store", store.storePath),
    ]
    return pairs.flatMap { option, value in value.map { [option, $0] } ?? [] }
  }

  private func bindings(_ environment: [String: String]) throws -> KeyBindings {
    guard let path = keys ?? environment["SIJIL_KEYS"], !path.isEmpty else { return .standard }
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
      throw CommandError.unreadable(path: path, reason: "no such file, or not readable as text")
    }
    do {
      return try KeyBindings(parsing: text)
    } catch {
      throw CommandError.unreadable(path: path, reason: "\(error)")
    }
  }

  private func capabilities(on console: Console) -> RenderCapabilities {
    if isSpoken { return RenderCapabilities() }
    var capabilities = console.capabilities(
      RenderChoices(glyphs: glyphs, colour: display.color, theme: theme))
    // A screen that is printed is made of characters.
    if type != nil { capabilities.image = nil }
    if capabilities.glyphs == .text { capabilities.glyphs = .ascii }
    return capabilities
  }

  /// What a key goes through: octants have no width in a multiplexer, so they are not for those.
  private func tiers(on console: Console) -> [GlyphSet] {
    if isSpoken || GlyphPolicy.writesASCII(in: console.surroundings) { return [.ascii] }
    let safe: [GlyphSet] = [.braille, .box, .ascii]
    return console.surroundings.isMultiplexed ? safe : safe + [.sextant, .octant]
  }

  private func viewerOptions(_ environment: [String: String]) -> Viewer.Options {
    var options = Viewer.Options()
    options.usesMouse = !leavesMouse
    // The console of Linux prints the end of a question that it does not know.
    options.asksTerminal = !["linux", "dumb"].contains(environment["TERM"] ?? "dumb")
    if let step { options.stepMilliseconds = step }
    return options
  }
}
