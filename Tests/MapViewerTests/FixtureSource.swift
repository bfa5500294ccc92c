import Assessment
import Gazetteer
import Inquiry
import MapRendering
import MapViewer
import QueryLanguage
import Records
import SimpleFeatures
import Synchronization
import Testing

/// A handful of incidents in memory that answer as a store does, and count how often.
final class FixtureSource: IncidentSource {
  private let features: [IncidentFeature]
  private let count = Mutex(0)
  private let claimQuestions = Mutex(0)
  private let isFailing: Bool
  private let version = Mutex(1)

  /// How many questions for pages of incidents were put.
  var pageCount: Int { count.withLock { $0 } }

  /// How many questions for pages of claims were put.
  var claimPageCount: Int { claimQuestions.withLock { $0 } }

  init(_ features: [IncidentFeature] = FixtureSource.strikes, isFailing: Bool = false) {
    self.features = features
    self.isFailing = isFailing
  }

  struct Failure: Error, CustomStringConvertible {
    var description: String { "the disk is gone" }
  }

  func dataVersion() throws -> DataVersion {
    DataVersion(sequence: version.withLock { $0 }, hash: "00", recordedAt: nil)
  }

  /// Has another state from now on.
  func change() { version.withLock { $0 += 1 } }

  func page(_ query: IncidentQuery) async throws -> IncidentPage {
    if isFailing { throw Failure() }
    count.withLock { $0 += 1 }
    let matching = try features.filter { feature in
      if let time = query.time, !(feature.time.map(time.intersects) ?? false) { return false }
      let filter = try FeatureFilter(query.properties, relations: .envelopesOnly)
      return try filter.matches { property in
        switch property {
        case .killedMaximum:
          feature.assessment.killed.maximum.map { .number(Double($0.value)) } ?? .null
        default: .null
        }
      }
    }
    return IncidentPage(
      features: matching, numberMatched: matching.count, counts: MatchCounts(), next: nil,
      query: query, dataVersion: try dataVersion())
  }

  func dossier(
    _ id: IncidentID, asOf: CivilDate?, asRecorded: Instant?
  ) async throws -> IncidentDossier? { nil }

  func summary(_ query: SummaryQuery) async throws -> IncidentSummary {
    IncidentSummary(
      [], counts: MatchCounts(), query: query, dataVersion: try dataVersion())
  }

  func places(_ query: PlaceQuery) async throws -> PlacePage {
    PlacePage(features: [], numberMatched: 0, next: nil, dataVersion: try dataVersion())
  }

  func claims(_ query: ClaimQuery) async throws -> ClaimPage {
    claimQuestions.withLock { $0 += 1 }
    return ClaimPage(features: [], numberMatched: 0, next: nil, dataVersion: try dataVersion())
  }

  func sources(_ query: SourceQuery) async throws -> SourcePage {
    try SourcePage(of: [], query, dataVersion: try dataVersion())
  }

  func dataVersions() async throws -> [DataVersion] { [try dataVersion()] }

  func resolve(placeName name: String) async throws -> PlaceResolution { .unknown(nearest: []) }

  /// Five strikes of one week around one crossing; the fourth is known only to the city.
  static let strikes: [IncidentFeature] = [
    strike("S1", "2017-03-13", 43.10, 36.34, killed: 4),
    strike("S2", "2017-03-14", 43.12, 36.35, killed: 20),
    strike("S3", "2017-03-17", 43.14, 36.34, killed: 141),
    strike("S4", "2017-03-17", 43.13, 36.34, killed: nil, radius: 12_000),
    strike("S5", "2017-03-19", 43.16, 36.36, killed: 60),
  ].compactMap { $0 }

  private static func strike(
    _ id: String, _ day: String, _ longitude: Double, _ latitude: Double, killed: Int?,
    radius: Double = 300
  ) -> IncidentFeature? {
    guard let id = IncidentID(id), let day = CivilDate(day), let claim = ClaimID("C1") else {
      return nil
    }
    let end = killed.map { RangeEnd(value: $0, claims: [claim], rule: RangeRule.soleFigure) }
    let assessment = IncidentAssessment<ClaimID>(of: []).withRanges(
      killed: HarmRange(minimum: end, maximum: end), injured: HarmRange(minimum: nil, maximum: nil))
    return IncidentFeature(
      id: id, title: "Strike \(id)", time: DayInterval(day), timePrecision: .day,
      kind: .airstrike,
      point: RepresentativePoint(
        position: Position(longitude: longitude, latitude: latitude), radiusMeters: radius,
        scale: .neighbourhood, assertedBy: claim, isApproximate: false),
      support: nil, candidateCount: 1, assessment: assessment, attributedTo: [],
      undatedClaimCount: 0, placement: nil, districts: [], distanceMeters: nil)
  }
}

/// An engine over a source, with its first answer.
func engine(
  _ source: any IncidentSource = FixtureSource(), columns: Int = 100, rows: Int = 30,
  glyphs: GlyphSet = .braille, colours: ColourDepth = .none, image: ImageProtocol? = nil,
  _ change: (inout ViewerState.Start) -> Void = { _ in }
) async throws -> ViewerEngine {
  var start = ViewerState.Start()
  start.question.includesUndated = false
  change(&start)
  let state = try ViewerState(
    start, size: CellSize(columns: columns, rows: rows),
    capabilities: RenderCapabilities(glyphs: glyphs, colourDepth: colours, image: image))
  let desk = ViewerDesk(source: source) { explanation, _ in
    ["dossier of \(explanation.incidentCase.incident.id)"]
  }
  var engine = ViewerEngine(state, desk: desk)
  await engine.begin()
  _ = engine.frame()
  return engine
}

extension ViewerEngine {
  /// Types text as a terminal sends it.
  mutating func type(_ text: String) async -> ViewerEngine.Request? {
    await take(Array(text.utf8))
  }

  /// What is said after some keys were typed and drawn.
  mutating func said(after text: String) async -> String {
    _ = await type(text)
    _ = frame()
    return state.sentence
  }
}

/// Expects a sentence after some keys.
func expect(
  _ engine: inout ViewerEngine, _ keys: String, says expected: String,
  location: SourceLocation = #_sourceLocation
) async {
  let said = await engine.said(after: keys)
  #expect(said == expected, sourceLocation: location)
}
