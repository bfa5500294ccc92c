public import Inquiry
public import MapRendering
import Records
import SimpleFeatures

/// Draws maps of answers: asks the source, makes the scene, renders it.
///
/// The base under the incidents is kept for as long as the data does not change. Command line and
/// server draw through this, so equal questions give equal bytes.
public final class MapDrawer: Sendable {
  private let source: any IncidentSource
  private let bases: BaseMapCache

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

    /// Makes a frame.
    ///
    /// - Parameters:
    ///   - width: Columns.
    ///   - height: Rows, or `nil` for as many as the subject fills.
    ///   - mostRows: Rows at most where none are given.
    ///   - cellAspect: Width of a cell divided by its height.
    public init(
      width: Int, height: Int? = nil, mostRows: Int = 60, cellAspect: Double = 0.5
    ) {
      self.width = width
      self.height = height
      self.mostRows = mostRows
      self.cellAspect = cellAspect
    }
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
    return (
      MapRenderer.render(plan.scene, view: plan.view, capabilities: capabilities),
      plan.numberMatched
    )
  }

  /// What a map of an answer has in it, before it is drawn in one form or another.
  ///
  /// - Parameters:
  ///   - query: The question; every match is in it, whatever its limit.
  ///   - frame: How large.
  ///   - hints: What to run next, for people.
  ///   - style: The map's language and the parts around it.
  /// - Returns: The scene and the view of it, and how many incidents matched.
  /// - Throws: `InquiryError`; `MapRenderingError` for a frame that cannot be.
  public func plan(
    _ query: IncidentQuery, frame: Frame, hints: [String] = [],
    style: IncidentMap.Style = IncidentMap.Style()
  ) async throws -> (scene: MapScene, view: MapView, numberMatched: Int) {
    let draft = try await draft(of: query, hints: hints, style: style)
    let envelope = draft.envelope
    let natural =
      MapView.pictureRows(for: envelope, columns: frame.width, cellAspect: frame.cellAspect)
      + Self.captionRows
    let view = try MapView(
      envelope: envelope, width: frame.width,
      height: frame.height ?? min(frame.mostRows, natural), cellAspect: frame.cellAspect)
    let map = try draft.map(on: draft.ground(for: view))
    return (map.scene, view, draft.page.numberMatched)
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
    query.cursor = nil
    query.includesDistricts = false
    let page = try await source.page(query)
    return MapDraft(
      page: page, subject: try await subject(of: query, hints: hints), style: style,
      places: try await baseMap(of: page), bases: bases)
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
  private func baseMap(of page: IncidentPage) async throws -> BaseMap {
    try await bases.places(at: page.dataVersion) {
      var query = PlaceQuery()
      query.limit = .max
      query.asRecorded = page.query.asRecorded
      return BaseMap(places: try await source.places(query).features)
    }
  }
}
