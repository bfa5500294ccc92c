public import Inquiry
public import MapRendering
import Records
public import SimpleFeatures
import Synchronization

/// Draws maps of answers: asks the source, makes the scene, renders it.
///
/// The base under the incidents is kept for as long as the data does not change. Command line and
/// server draw through this, so equal questions give equal bytes.
public final class MapDrawer: Sendable {
  let source: any IncidentSource
  let bases: BaseMapCache
  private let scenes = SceneCache()
  private let renderers = Mutex<[FrameRenderer]>([])

  /// Draws from a source.
  ///
  /// - Parameters:
  ///   - source: Whatever answers questions.
  ///   - tiles: What the ground is drawn from; `nil` for the register's own shapes alone.
  public init(source: any IncidentSource, tiles: TileBase? = try? .builtIn()) {
    self.source = source
    bases = BaseMapCache(tiles: tiles)
  }

  /// How large a map is.
  public struct Frame: Hashable, Sendable {
    /// Columns.
    public var width: Int
    /// Rows; `nil` for as many as the subject fills, at most ``mostRows``.
    public var height: Int?
    /// Rows at most where none are given.
    public var mostRows: Int
    /// Width of a cell divided by its height, 0.3…0.8.
    public var cellAspect: Double
    /// The part of the world to show.
    public var window: Window

    /// Makes a frame.
    ///
    /// - Parameters:
    ///   - width: Columns.
    ///   - height: Rows, or `nil` for as many as the subject fills.
    ///   - mostRows: Rows at most where none are given.
    ///   - cellAspect: Width of a cell divided by its height.
    ///   - window: The part of the world to show.
    public init(
      width: Int, height: Int? = nil, mostRows: Int = 60, cellAspect: Double = 0.5,
      window: Window = .subject
    ) {
      self.width = width
      self.height = height
      self.mostRows = mostRows
      self.cellAspect = cellAspect
      self.window = window
    }
  }

  /// The part of the world that a map shows.
  public enum Window: Hashable, Sendable {
    /// All of what the question is about.
    case subject
    /// Around a position, or around the middle of what the question is about.
    case around(Position?, zoom: MapZoom)
    /// The same at a scale: ground metres of a column along the middle row.
    case scaled(Position?, metersPerColumn: Double)
    /// What a view shows, on its own cells whatever the frame.
    case view(MapView)
  }

  /// Rows for the words around a map, where the height follows from the subject.
  private static let captionRows = 10

  /// Draws the answer to a question.
  ///
  /// - Parameters:
  ///   - query: The question; every match is drawn, whatever its limit.
  ///   - frame: How large.
  ///   - capabilities: What the receiver can show.
  ///   - hints: What to run next, for people.
  ///   - style: The map's language and the parts around it.
  /// - Returns: The map, and how many incidents matched.
  /// - Throws: `InquiryError`; `MapRenderingError` for a frame that cannot be.
  public func draw(
    _ query: IncidentQuery, frame: Frame, capabilities: RenderCapabilities, hints: [String] = [],
    style: IncidentMap.Style = IncidentMap.Style()
  ) async throws -> (map: RenderedMap, numberMatched: Int) {
    var style = style
    // Printable ASCII has no Arabic: better English words than question marks.
    if capabilities.glyphs == .ascii { style.language = .english }
    let plan = try await plan(query, frame: frame, hints: hints, style: style)
    return (render(plan, capabilities: capabilities), plan.numberMatched)
  }

  /// Draws a plan in characters, with the storage of frames drawn before.
  ///
  /// - Parameters:
  ///   - plan: What to draw.
  ///   - capabilities: What the receiver can show.
  /// - Returns: The same as `MapRenderer.render`.
  public func render(_ plan: MapPlan, capabilities: RenderCapabilities) -> RenderedMap {
    var renderer = renderers.withLock { $0.popLast() } ?? FrameRenderer()
    let map = renderer.render(plan.scene, view: plan.view, capabilities: capabilities)
    renderers.withLock { [renderer] renderers in
      if renderers.count < Self.keptRenderers { renderers.append(renderer) }
    }
    return map
  }

  /// Renderers that are kept at most: as many as draw at a time, as a rule.
  private static let keptRenderers = 4

  /// Gets everything ready to draw the answer to a question, in whatever form.
  ///
  /// - Parameters:
  ///   - query: The question; every match is in the scene, whatever its limit.
  ///   - frame: How large.
  ///   - hints: What to run next, for people.
  ///   - style: The map's language and the parts around it.
  /// - Returns: The scene and the part of it to show.
  /// - Throws: `InquiryError`; `MapRenderingError` for a frame that cannot be.
  public func plan(
    _ query: IncidentQuery, frame: Frame, hints: [String] = [],
    style: IncidentMap.Style = IncidentMap.Style()
  ) async throws -> MapPlan {
    let question = SceneCache.Question(query: query, style: style, hints: hints)
    if let kept = try await kept(question, frame: frame) { return kept }
    let draft = try await draft(of: query, hints: hints, style: style)
    let facts = SceneCache.Facts(
      envelope: draft.envelope, numberMatched: draft.page.numberMatched,
      time: MapPlan.time(of: draft.page.features))
    let view = try view(of: facts.envelope, frame: frame)
    let scene = try draft.map(on: draft.ground(for: view)).scene
    // Past states are asked for now and then; they would drive the present one out.
    if query.asRecorded == nil {
      let window = bases.window(view.reach(readsFromKey: style.readsFromKey))
      scenes.keep(
        scene, facts: facts, of: question, window: window, at: draft.page.dataVersion)
    }
    return MapPlan(
      scene: scene, view: view, numberMatched: facts.numberMatched, time: facts.time)
  }

  /// The answer to a question, to be drawn for any number of views.
  ///
  /// - Parameters:
  ///   - query: The question; every match is in the answer, whatever its limit.
  ///   - hints: What to run next, for people.
  ///   - style: How it is to look.
  /// - Returns: What maps of it are made of.
  /// - Throws: `InquiryError`; the source's own errors.
  public func draft(
    of query: IncidentQuery, hints: [String] = [],
    style: IncidentMap.Style = IncidentMap.Style()
  ) async throws -> MapDraft {
    var query = query
    query.limit = .max
    query.offset = 0
    query.cursor = nil
    query.includesDistricts = false
    let page = try await source.page(query)
    return MapDraft(
      page: page, subject: try await subject(of: query, hints: hints), style: style,
      places: try await baseMap(at: page.dataVersion, asRecorded: page.query.asRecorded),
      bases: bases)
  }

  /// The answer to a question that was drawn before over the same ground.
  private func kept(_ question: SceneCache.Question, frame: Frame) async throws -> MapPlan? {
    guard question.query.asRecorded == nil else { return nil }
    let version = try source.dataVersion()
    guard let facts = scenes.facts(of: question, at: version) else { return nil }
    let view = try view(of: facts.envelope, frame: frame)
    let window = bases.window(view.reach(readsFromKey: question.style.readsFromKey))
    guard let scene = scenes.scene(of: question, window: window, at: version) else { return nil }
    return MapPlan(
      scene: scene, view: view, numberMatched: facts.numberMatched, time: facts.time)
  }

  func view(of envelope: Envelope, frame: Frame) throws(MapRenderingError) -> MapView {
    let natural =
      MapView.pictureRows(for: envelope, columns: frame.width, cellAspect: frame.cellAspect)
      + Self.captionRows
    let height = frame.height ?? min(frame.mostRows, natural)
    switch frame.window {
    case .subject:
      return try MapView(
        envelope: envelope, width: frame.width, height: height, cellAspect: frame.cellAspect)
    case .around(let center, let zoom):
      return try MapView(
        center: center ?? envelope.center, zoom: zoom, width: frame.width, height: height,
        cellAspect: frame.cellAspect)
    case .scaled(let center, let metersPerColumn):
      let center = center ?? envelope.center
      let meters = metersPerColumn * Double(max(frame.width, 1))
      // A view is never nearer or farther than that, whatever it is asked for.
      guard MapView.metersAcross(at: center.latitude).contains(meters) else {
        throw .invalidSpan(meters)
      }
      return try MapView(
        center: center, metersAcross: meters, width: frame.width, height: height,
        cellAspect: frame.cellAspect)
    case .view(let view): return view
    }
  }

  private func subject(
    of query: IncidentQuery, hints: [String]
  ) async throws -> IncidentMap.Subject {
    var subject = IncidentMap.Subject()
    subject.hints = hints
    switch query.area {
    case .place(let id):
      var places = PlaceQuery()
      places.id = id
      places.asRecorded = query.asRecorded
      let feature = try await source.places(places).features.first
      subject.name = feature?.place.title
      subject.arabicName = feature?.place.name(in: .arabic)
      subject.area = feature?.area
    case .envelope(let envelope): subject.envelope = envelope
    case .geometry(let geometry): subject.envelope = geometry.envelope
    case .disc(let center, let radius):
      subject.envelope = Envelope(center).expanded(byMeters: radius)
    case nil: break
    }
    return subject
  }

  /// The city as the state of the data that answered has it.
  func baseMap(at version: DataVersion, asRecorded: Instant?) async throws -> BaseMap {
    try await bases.places(at: version) {
      var query = PlaceQuery()
      query.limit = .max
      query.asRecorded = asRecorded
      return BaseMap(places: try await source.places(query).features)
    }
  }
}

extension IncidentMap.Style {
  /// Whether names stand in the key, which takes rows from the picture.
  var readsFromKey: Bool { language == .arabic && arabicPlacement == .key }
}
