public import Inquiry
public import MapRendering
public import QueryLanguage
public import Records
public import SimpleFeatures

/// Everything that the viewer's screen follows from.
///
/// A value that changes by ``reduce(_:)`` alone: no terminal, no clock, no store. What has to be
/// done outside comes out as effects; what is to be asked of the source is ``query``.
public struct ViewerState: Sendable {
  /// What the viewer begins with.
  public struct Start: Sendable {
    /// The question that all others narrow; its day of knowledge and its filters may be changed.
    public var question: IncidentQuery
    /// The name of what it is about; `nil` for the whole city.
    public var subject: String?
    /// The words of the command line that say the area of the question.
    public var areaWords: [String]
    /// The part of the world; `nil` for what the answer is about.
    public var view: Camera?
    /// The filter, as typed.
    public var filter: String
    /// The incident in focus.
    public var focus: IncidentID?
    /// Whether the theme follows what the terminal says of its background.
    public var followsBackground: Bool

    /// Begins with a question.
    ///
    /// - Parameter question: What all other questions narrow.
    public init(_ question: IncidentQuery = IncidentQuery()) {
      self.question = question
      subject = nil
      areaWords = []
      view = nil
      filter = ""
      focus = nil
      followsBackground = true
    }
  }

  /// A middle and a width on the ground.
  public struct Camera: Hashable, Sendable {
    /// The middle.
    public var center: Position
    /// Metres from the left to the right edge.
    public var metersAcross: Double

    /// Looks at a middle.
    ///
    /// - Parameters:
    ///   - center: The middle.
    ///   - metersAcross: Metres from the left to the right edge.
    public init(center: Position, metersAcross: Double) {
      self.center = center
      self.metersAcross = metersAcross
    }
  }

  /// Characters, and the image under them.
  struct Look: Hashable {
    let glyphs: GlyphSet
    let image: ImageProtocol?

    /// Such as `braille characters`.
    var words: String {
      image.map { "\($0.rawValue) images" } ?? "\(glyphs.rawValue) characters"
    }
  }

  /// The question that all others narrow.
  let question: IncidentQuery
  /// The name of what it is about; `nil` for the whole city.
  public let subject: String?
  let areaWords: [String]
  let followsBackground: Bool
  /// Which key asks for what.
  public let bindings: KeyBindings
  /// What the terminal can draw with, the first of them to begin with.
  let looks: [Look]

  /// Columns and rows of the terminal.
  public internal(set) var size: CellSize
  /// What the terminal can show.
  public internal(set) var capabilities: RenderCapabilities
  /// Where the viewer stands in time.
  public internal(set) var slider = TimeSlider()
  /// The filter, as typed; empty for none.
  public internal(set) var filterText = ""
  var filter: ParsedFilter?
  /// What was typed before, the latest last.
  var history: [ViewerPane.Prompt.Purpose: [String]] = [:]
  /// Which layers are shown.
  public internal(set) var layers = LayerSet.everything
  /// Whether names are shown.
  public internal(set) var showsNames = true
  /// Whether legend and notes are shown.
  public internal(set) var showsLegend = true
  /// What lies open, the top one last.
  public internal(set) var panes: [ViewerPane] = []

  /// The answer that is shown.
  public internal(set) var incidents = Incidents()
  /// The question that ``incidents`` answer; `nil` before the first answer.
  public internal(set) var answered: IncidentQuery?
  /// The incident in focus.
  public internal(set) var focus: IncidentID?
  /// Counts of incidents by the day on which each may have begun, for the time bar.
  public internal(set) var eventDays: [CivilDate: Int] = [:]
  /// The same without the filter: what the heights of the bar are measured by.
  public internal(set) var wholeDays: [CivilDate: Int] = [:]
  /// From the first to the last day of these: the ends of the bar, whatever is filtered.
  public internal(set) var wholeRange: ClosedRange<CivilDate>?
  /// What to say, in one plain sentence; what is in view is added to it.
  public internal(set) var announcement = ""
  /// Whether the counts of the view belong to what is said.
  public internal(set) var announcesView = true

  /// The view; `nil` before the first answer.
  public internal(set) var view: MapView?
  /// Columns and rows of the picture as it was last drawn.
  public internal(set) var pictureSize = CellSize(columns: 0, rows: 0)
  /// How many incidents were in the picture as it was last drawn.
  public internal(set) var countInView = 0
  /// Whether the next drawing has to have the incident in focus in it.
  var wantsFocusInSight = false
  var start: Camera?
  var home: Envelope?
  /// Where the hand took hold of the map, and whether it has moved since.
  var grip: (column: Int, row: Int, hasMoved: Bool)?

  /// Begins.
  ///
  /// - Parameters:
  ///   - start: What to begin with.
  ///   - size: Columns and rows of the terminal.
  ///   - capabilities: What the terminal can show.
  ///   - tiers: The sets of characters to choose from; that of the capabilities is always one, and
  ///     so is its image.
  ///   - bindings: Which key asks for what.
  /// - Throws: `FilterError` for a filter that cannot be used.
  public init(
    _ start: Start, size: CellSize, capabilities: RenderCapabilities,
    tiers: [GlyphSet] = GlyphSet.allCases, bindings: KeyBindings = .standard
  ) throws(FilterError) {
    question = start.question
    subject = start.subject
    areaWords = start.areaWords
    followsBackground = start.followsBackground
    self.start = start.view
    self.size = size
    self.capabilities = capabilities
    let sets = tiers.contains(capabilities.glyphs) ? tiers : [capabilities.glyphs] + tiers
    looks =
      (capabilities.image.map { [Look(glyphs: capabilities.glyphs, image: $0)] } ?? [])
      + sets.map { Look(glyphs: $0, image: nil) }
    self.bindings = bindings
    focus = start.focus
    slider.set(event: nil, knowledge: start.question.asOf)
    if !start.filter.isEmpty {
      filter = try Self.checked(start.filter)
      filterText = start.filter
    }
  }

  /// The question that the screen should answer.
  public var query: IncidentQuery {
    var query = question
    query.limit = .max
    query.offset = 0
    query.cursor = nil
    query.includesDistricts = false
    query.asOf = slider.asOf
    query.time = days
    if let filter { query.properties.filters.append(filter) }
    return query
  }

  /// The days whose events are shown: those of the slider inside those asked for.
  public var days: DayInterval? {
    guard let wanted = slider.eventDays else { return question.time }
    guard let outer = question.time else { return wanted }
    let start = [wanted.start, outer.start].compactMap { $0 }.max()
    let end = [wanted.end, outer.end].compactMap { $0 }.min()
    return DayInterval(start: start, end: end) ?? wanted
  }

  /// The question without the filter and without time: what every other answer is a part of.
  public var wholeQuery: IncidentQuery {
    var query = timelessQuery
    query.properties.filters = question.properties.filters
    return query
  }

  /// The question without time, whose answer tells how far the time bar goes.
  public var timelessQuery: IncidentQuery {
    var query = query
    query.asOf = nil
    query.time = question.time
    return query
  }

  /// What is said: the announcement, with how much is in view where that belongs to it.
  public var sentence: String {
    guard announcesView || announcement.isEmpty else { return announcement + "." }
    let total = incidents.numberMatched
    var view =
      layers == .withoutIncidents
      ? "\(PlainWords.count(total, "incident")), not drawn"
      : "\(countInView) of \(PlainWords.count(total, "incident")) in view"
    if total == 0 { view = "no incidents" }
    return (announcement.isEmpty ? view.capitalizedFirst : "\(announcement): \(view)") + "."
  }

  /// Whether the screen shows the answer to an older question.
  public var isStale: Bool { answered != query }

  /// A filter that was read and fits the properties of incidents.
  static func checked(_ text: String) throws(FilterError) -> ParsedFilter {
    let filter = try ParsedFilter(text)
    var question = PropertyQuestion<IncidentProperty>()
    question.filters = [filter]
    _ = try FeatureFilter(
      question, functions: IncidentFunction.table, relations: .envelopesOnly)
    return filter
  }
}
