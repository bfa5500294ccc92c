import Cartography
import Inquiry
import MapRendering
import Records

/// The viewer without its terminal: takes what the terminal sends, gives what it is to be sent.
///
/// However many events come together, the source is asked at most once and one frame is made, so
/// keys that come faster than frames never queue.
public struct ViewerEngine: Sendable {
  /// What the loop around the engine has to do besides writing.
  public enum Request: Hashable, Sendable {
    case suspend
    case quit
  }

  /// The state.
  public private(set) var state: ViewerState
  private let desk: ViewerDesk
  private var decoder = KeyDecoder()
  private var painter = ScreenPainter()
  /// Keeps what one frame has in common with the next.
  private var renderer = FrameRenderer()
  /// The answer that is shown.
  private var part: DraftedAnswer?
  /// The answer without filter and time: where names and legend stand, and how far time goes.
  private var whole: DraftedAnswer?
  private var drawn: Drawn?
  /// The views that a key may lead to and whose ground has not been read, and where from.
  private var ahead: (view: MapView, next: [MapView])?
  /// The state of the data that what is kept was answered by.
  private var version: DataVersion?
  /// The question, without time, that the ends of the time bar come from.
  private var ranged: IncidentQuery?
  /// When claims became public, as recorded at a moment: no filter changes that.
  private var published: (moment: Instant?, days: ClosedRange<CivilDate>?)?

  /// A map that was drawn, and what it was drawn of.
  private struct Drawn {
    let key: Key
    let grid: CellGrid
    let image: MapImage?
    let map: RenderedMap

    struct Key: Equatable {
      let query: IncidentQuery
      let view: MapView
      let look: SceneLook
      let capabilities: RenderCapabilities
    }
  }

  /// Begins.
  ///
  /// - Parameters:
  ///   - state: The state to begin with.
  ///   - desk: What answers.
  public init(_ state: ViewerState, desk: ViewerDesk) {
    self.state = state
    self.desk = desk
  }

  /// Whether bytes are held that may be the beginning of something longer.
  public var isPending: Bool { decoder.isPending }

  /// How many updates of the screen were made.
  public var frameCount: Int { painter.frameCount }

  /// Whether the terminal said that it orders bidirectional text by itself.
  public private(set) var ordersBidi = false

  /// Takes bytes of the terminal.
  ///
  /// - Parameter bytes: In the order in which they came.
  /// - Returns: What the loop has to do.
  public mutating func take(_ bytes: [UInt8]) async -> Request? {
    await take(decoder.take(bytes))
  }

  /// Says that no byte came for as long as a sequence may take.
  public mutating func timeOut() async -> Request? { await take(decoder.timeOut()) }

  /// Takes an event that no byte tells.
  ///
  /// - Parameter event: What happened.
  /// - Returns: What the loop has to do.
  public mutating func take(_ event: ViewerEvent) async -> Request? {
    await perform(state.reduce(event))
  }

  private mutating func take(_ inputs: [InputEvent]) async -> Request? {
    var effects: [ViewerEffect] = []
    for input in inputs {
      note(input)
      effects += state.reduce(.input(input))
      if effects.last == .quit { return .quit }
    }
    return await perform(effects)
  }

  /// Heeds what the terminal says about itself.
  private mutating func note(_ input: InputEvent) {
    guard case .mode(let report) = input else { return }
    let isKnown = report.setting == 1 || report.setting == 2
    if report.isPrivate, report.mode == 2026 { painter.isSynchronised = isKnown }
    if !report.isPrivate, report.mode == 8 { ordersBidi = report.setting == 1 }
  }

  private mutating func perform(_ effects: [ViewerEffect]) async -> Request? {
    var request: Request?
    // Of several dossiers asked for in one go, only the last one can still be open.
    let last = effects.lastIndex { if case .open = $0 { true } else { false } }
    for (index, effect) in effects.enumerated() {
      switch effect {
      case .find(let name): await find { try await $0.find(name) }
      case .fetch(let id): await find { try await $0.fetch(id) }
      case .open(let id, let columns):
        if index == last { await open(id, columns) }
      case .redraw: painter.forget()
      case .suspend: request = .suspend
      case .quit: return .quit
      }
    }
    await answer()
    return request
  }

  private mutating func find(_ look: (ViewerDesk) async throws -> PlaceFinding?) async {
    do {
      if let finding = try await look(desk) { _ = state.reduce(.found(finding)) }
    } catch {
      _ = state.reduce(.failed("\(error)"))
    }
  }

  private mutating func open(_ id: IncidentID, _ columns: Int) async {
    do {
      let lines = try await desk.dossier(id, in: state.query, columns: columns)
      _ = state.reduce(.dossier(id, lines: lines))
    } catch {
      _ = state.reduce(.dossier(id, lines: ["\(error)"]))
    }
  }

  /// Asks the source where the screen shows the answer to an older question.
  private mutating func answer() async {
    guard state.isStale else { return }
    do {
      try heedChanges()
      try await answerWhole()
      let timeless = state.timelessQuery
      var known: DraftedAnswer?
      if ranged != timeless {
        let all = try await answer(to: timeless)
        state.setRanges(
          all.answer.incidents, published: try await publishedDays(timeless.asRecorded))
        ranged = timeless
        known = all
      }
      // Without a time chosen, both questions are one.
      if timeless != state.query { known = nil }
      let shown = if let known { known } else { try await answer(to: state.query) }
      part = shown
      _ = state.reduce(.answered(shown.answer))
    } catch {
      _ = state.reduce(.failed("\(error)"))
    }
  }

  /// Forgets what was answered by another state of the data.
  private mutating func heedChanges() throws {
    let current = try desk.dataVersion()
    guard version != current else { return }
    version = current
    (whole, ranged, published) = (nil, nil, nil)
  }

  private mutating func answerWhole() async throws {
    let query = state.wholeQuery
    guard whole?.answer.query != query else { return }
    let answered = try await desk.answer(query)
    whole = answered
    state.setWhole(answered.answer.incidents)
  }

  private func answer(to query: IncidentQuery) async throws -> DraftedAnswer {
    if let whole, whole.answer.query == query { return whole }
    return try await desk.answer(query)
  }

  /// The first and last day of publication, asked for once for each moment of recording.
  private mutating func publishedDays(
    _ moment: Instant?
  ) async throws -> ClosedRange<CivilDate>? {
    if let published, published.moment == moment { return published.days }
    let days = try await desk.publishedDays(moment)
    published = (moment, days)
    return days
  }

  /// Asks the first question and goes to the incident in focus.
  public mutating func begin() async {
    await answer()
    if let focus = state.focus, let place = state.incidents.place(of: focus) {
      state.focusOn(place)
    }
  }

  // MARK: The screen

  /// What makes the terminal show the state as it is now; none where it does already.
  public mutating func frame() -> [UInt8] {
    painter.paint(screen(), state.capabilities)
  }

  /// The screen as it is now.
  public mutating func screen() -> ScreenComposer.Screen {
    draw()
    return ScreenComposer(state).screen(with: drawn?.grid, over: drawn?.image)
  }

  /// Forgets what the terminal shows, after something else wrote to it: the next frame draws
  /// everything anew.
  public mutating func forgetScreen() {
    painter.forget()
    drawn = nil
    renderer = FrameRenderer()
  }

  /// Makes the scene of a view that is one zoom away, while there is nothing else to do: it is the
  /// tiles met for the first time that a key would wait for.
  ///
  /// - Returns: Whether there was one to read.
  public mutating func prepare() -> Bool {
    guard part != nil, let view = state.view else { return false }
    if ahead?.view != view {
      let factors = [1 / ViewerState.keyZoom, ViewerState.keyZoom]
      ahead = (view, factors.map { state.zoomed(view, by: $0) })
    }
    guard let next = ahead?.next.popLast() else { return false }
    // What is wrong with a tile is told when it is drawn.
    _ = try? makeScenes(for: next)
    // That of the present view stays the last one.
    _ = try? makeScenes(for: view)
    return true
  }

  private mutating func draw() {
    drawSettled()
    if state.bringFocusIntoSight() { drawSettled() }
  }

  /// Draws what goes on from itself: a view that was never drawn is settled by drawing it, and may
  /// come out otherwise the second time.
  private mutating func drawSettled() {
    let view = state.view
    drawOnce()
    if state.view != view { drawOnce() }
  }

  /// What is shown of a view, and what it is a part of: for lack of that, of itself.
  private mutating func scenes(for view: MapView) -> (part: MapScene, whole: MapScene)? {
    do {
      return try makeScenes(for: view)
    } catch {
      _ = state.reduce(.failed("\(error)"))
      return part?.lastScene.map { ($0, $0) }
    }
  }

  private mutating func makeScenes(
    for view: MapView
  ) throws -> (part: MapScene, whole: MapScene)? {
    let all = try whole?.scene(for: view)
    if let all, whole?.answer.query == part?.answer.query { return (all, all) }
    let known = all.flatMap { all in whole.map { ($0.draft, all) } }
    guard let scene = try part?.scene(for: view, partOf: known) else { return nil }
    return (scene, all ?? scene)
  }

  private mutating func drawOnce() {
    guard let view = state.view, let query = state.answered,
      let (scene, whole) = scenes(for: view)
    else { return }
    let look = state.sceneLook
    let key = Drawn.Key(
      query: query, view: view, look: look, capabilities: state.capabilities)
    if let drawn, drawn.key == key {
      state.settle(on: drawn.map)
      return
    }
    var layout = whole.showing(look)
    // No name makes way for the ring of what is in focus.
    layout.selection = nil
    let map = renderer.drawCells(
      scene.showing(look), partOf: layout, view: view, capabilities: state.capabilities)
    state.settle(on: map)
    drawn = Drawn(key: key, grid: renderer.grid, image: renderer.image, map: map)
  }
}
